package main

import (
	"regexp"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/rules"
)

var isRuleName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// rule reads a rule of the user's own.
func (c *config) rule(b *hclsyntax.Block) error {
	if err := (shape{"rule", []string{"condition", "message", "hint", "level"}, nil}).check(b.Body); err != nil {
		return err
	}
	o := rules.Own{Name: b.Labels[0]}
	if !isRuleName.MatchString(o.Name) {
		return at(b.LabelRanges[0], "rule %q: want lower-case words joined by -, like no-us-mail", o.Name)
	}
	if name, ok := ruleName(o.Name); ok {
		return at(b.LabelRanges[0], "rule %q: sovlint has a rule of that name; choose another for %s", o.Name, name)
	}
	for _, name := range []string{"condition", "message", "level"} {
		if _, err := needed(b, name); err != nil {
			return err
		}
	}
	o.Condition = b.Body.Attributes["condition"].Expr
	for _, a := range sorted(b.Body.Attributes) {
		var err error
		switch a.Name {
		case "message":
			o.Message, err = nonEmpty(a)
		case "hint":
			o.Hint, err = nonEmpty(a)
		case "level":
			if o.Level, err = str(a); err == nil {
				err = oneOf(a, o.Level, []string{lint.Error, lint.Warning, lint.Notice})
			}
		}
		if err != nil {
			return err
		}
	}
	r, err := o.Rule()
	c.Own = append(c.Own, r)
	return err
}
