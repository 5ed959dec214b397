package main

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/rules"
)

func (c *config) classify(b *hclsyntax.Block) error {
	s := shape{"classify", []string{"default"}, map[string]int{"label": 1, "match": 1, "service": 1, "assessment": 1}}
	if err := s.check(b.Body); err != nil {
		return err
	}
	if a := b.Body.Attributes["default"]; a != nil {
		v, err := class(a)
		if err != nil {
			return err
		}
		c.Classify.Default = v
	}
	for _, in := range b.Body.Blocks {
		read := map[string]func(*hclsyntax.Block) error{"label": c.label, "match": c.match, "service": c.service, "assessment": c.assessment}[in.Type]
		if err := read(in); err != nil {
			return err
		}
	}
	return nil
}

func (c *config) label(b *hclsyntax.Block) error {
	if err := (shape{"label", []string{"values"}, nil}).check(b.Body); err != nil {
		return err
	}
	l := classify.Label{Key: b.Labels[0]}
	if a := b.Body.Attributes["values"]; a != nil {
		v, diags := a.Expr.Value(nil)
		if diags.HasErrors() {
			return diagnosed(diags)
		}
		if v.IsNull() || !v.Type().IsObjectType() && !v.Type().IsMapType() {
			return at(a.SrcRange, "values: want a map from label value to class")
		}
		l.Values = map[string]string{}
		for k, v := range v.AsValueMap() {
			text, ok := plainText(v)
			if !ok || !classify.Known(text) {
				return at(a.SrcRange, "values: %q must stand for one of %s", k, strings.Join(classify.Classes(), ", "))
			}
			l.Values[k] = text
		}
	}
	c.Classify.Labels = append(c.Classify.Labels, l)
	return nil
}

func (c *config) match(b *hclsyntax.Block) error {
	if err := (shape{"match", []string{"class"}, nil}).check(b.Body); err != nil {
		return err
	}
	a, err := needed(b, "class")
	if err != nil {
		return err
	}
	v, err := class(a)
	c.Classify.Matches = append(c.Classify.Matches, classify.Match{Pattern: b.Labels[0], Class: v})
	return err
}

// service classifies by what a resource is for, with the catalog's categories.
func (c *config) service(b *hclsyntax.Block) error {
	if err := (shape{"service", []string{"class"}, nil}).check(b.Body); err != nil {
		return err
	}
	a, err := needed(b, "class")
	if err != nil {
		return err
	}
	name := b.Labels[0]
	if known := catalog.Services(); !slices.Contains(known, name) {
		return at(b.LabelRanges[0], "no service %q in the catalog; want one of %s", name, strings.Join(known, ", "))
	}
	if c.Classify.Services[name] != "" {
		return at(b.LabelRanges[0], "service %q stands already above", name)
	}
	v, err := class(a)
	if c.Classify.Services == nil {
		c.Classify.Services = map[string]string{}
	}
	c.Classify.Services[name] = v
	return err
}

var isCountry = regexp.MustCompile(`^[A-Z]{2}$`)

func (c *config) internal(b *hclsyntax.Block) error {
	if err := (shape{"internal", []string{"provider", "hosts", "match", "country"}, nil}).check(b.Body); err != nil {
		return err
	}
	in := place.Internal{Name: b.Labels[0], At: rangeOf(b)}
	for _, a := range sorted(b.Body.Attributes) {
		var err error
		switch a.Name {
		case "hosts":
			in.Hosts, err = hosts(a)
		case "match":
			in.Match, err = addresses(a)
		case "provider":
			in.Provider, err = str(a)
		case "country":
			if in.Country, err = str(a); err == nil && !isCountry.MatchString(in.Country) {
				err = at(a.Expr.Range(), "country: want two capital letters, like FR")
			}
		}
		if err != nil {
			return err
		}
	}
	if in.Country == "" {
		return at(b.TypeRange, "internal %q needs its country, two capital letters like FR", in.Name)
	}
	if len(in.Hosts) == 0 && len(in.Match) == 0 && in.Provider == "" {
		return at(b.TypeRange, "internal %q needs hosts, match or provider", in.Name)
	}
	c.Internal = append(c.Internal, in)
	return nil
}

func (c *config) offer(b *hclsyntax.Block) error {
	if err := (shape{"offer", []string{"hosts", "match"}, nil}).check(b.Body); err != nil {
		return err
	}
	d := place.DeclaredOffer{ID: b.Labels[0], At: rangeOf(b)}
	for _, a := range sorted(b.Body.Attributes) {
		var err error
		if a.Name == "hosts" {
			d.Hosts, err = hosts(a)
		} else {
			d.Match, err = addresses(a)
		}
		if err != nil {
			return err
		}
	}
	if len(d.Hosts)+len(d.Match) == 0 {
		return at(b.TypeRange, "offer %q needs hosts or match", d.ID)
	}
	c.Offers = append(c.Offers, d)
	return nil
}

// addresses reads address patterns; one that covers everything is none.
func addresses(a *hclsyntax.Attribute) ([]string, error) {
	list, err := stringsOf(a)
	for _, g := range list {
		if strings.Trim(g, "*.") == "" {
			return nil, at(a.Expr.Range(), "%s: %q covers every address; name those that are meant", a.Name, g)
		}
	}
	return list, err
}

func (c *config) level(b *hclsyntax.Block) error {
	if err := (shape{"level", []string{"level", "folders"}, nil}).check(b.Body); err != nil {
		return err
	}
	a, err := needed(b, "level")
	if err != nil {
		return err
	}
	v, err := str(a)
	if err != nil {
		return err
	}
	name, ok := ruleName(b.Labels[0])
	if !ok {
		return at(b.LabelRanges[0], "no rule %q; `sovlint rules` lists them", b.Labels[0])
	}
	if err := oneOf(a, v, []string{lint.Error, lint.Warning, lint.Notice, lint.Off}); err != nil {
		return err
	}
	if f := b.Body.Attributes["folders"]; f != nil {
		folders, err := stringsOf(f)
		c.Folders = append(c.Folders, lint.FolderLevel{Rule: name, Folders: folders, Level: v, At: rangeOf(b)})
		return err
	}
	c.Levels[name] = lint.Setting{Level: v, At: rangeOf(b)}
	return nil
}

// assessment reads the harm part of the test, as a person made it.
func (c *config) assessment(b *hclsyntax.Block) error {
	if err := (shape{"assessment", []string{"classes", "match", "harm", "by", "on", "ref"}, nil}).check(b.Body); err != nil {
		return err
	}
	as := lint.Assessment{Name: b.Labels[0], At: rangeOf(b)}
	for _, name := range []string{"classes", "harm", "by", "on", "ref"} {
		if _, err := needed(b, name); err != nil {
			return err
		}
	}
	for _, a := range sorted(b.Body.Attributes) {
		if err := assessmentArgument(&as, a); err != nil {
			return err
		}
	}
	c.Assessments = append(c.Assessments, as)
	return nil
}

func assessmentArgument(as *lint.Assessment, a *hclsyntax.Attribute) (err error) {
	switch a.Name {
	case "classes":
		if as.Classes, err = stringsOf(a); err == nil {
			for _, name := range as.Classes {
				err = cmp.Or(err, oneOf(a, name, classify.Classes()))
			}
		}
	case "match":
		as.Match, err = stringsOf(a)
	case "harm":
		as.Harm, err = yesNo(a)
	case "by":
		as.By, err = nonEmpty(a)
	case "ref":
		as.Ref, err = nonEmpty(a)
	case "on":
		if as.On, err = str(a); err == nil {
			err = day(a, as.On)
		}
	}
	return err
}

func yesNo(a *hclsyntax.Attribute) (bool, error) {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() {
		return false, diagnosed(diags)
	}
	if v.IsNull() || v.Type() != cty.Bool {
		return false, at(a.Expr.Range(), "%s: want true or false", a.Name)
	}
	return v.True(), nil
}

// ruleName gives the name of a rule by its name or id.
func ruleName(s string) (string, bool) {
	for _, r := range rules.All() {
		if r.Name == s || strings.EqualFold(r.ID, s) {
			return r.Name, true
		}
	}
	return "", false
}

// waivable reports whether findings of a rule can be excepted: those on
// resources, not those on the run, its waivers or its register.
func waivable(name string) bool {
	for _, r := range rules.All() {
		if r.Name == name {
			return r.Subject != nil
		}
	}
	return false
}

func needed(b *hclsyntax.Block, name string) (*hclsyntax.Attribute, error) {
	if a := b.Body.Attributes[name]; a != nil {
		return a, nil
	}
	return nil, at(b.TypeRange, "%s %q needs the argument %s", b.Type, strings.Join(b.Labels, " "), name)
}

func str(a *hclsyntax.Attribute) (string, error) {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() {
		return "", diagnosed(diags)
	}
	text, ok := plainText(v)
	if !ok {
		return "", at(a.Expr.Range(), "%s: want a string", a.Name)
	}
	return text, nil
}

func plainText(v cty.Value) (string, bool) {
	v, err := convert.Convert(v, cty.String)
	if err != nil || v.IsNull() || !v.IsKnown() {
		return "", false
	}
	return v.AsString(), true
}

func class(a *hclsyntax.Attribute) (string, error) {
	v, err := str(a)
	if err != nil {
		return "", err
	}
	return v, oneOf(a, v, classify.Classes())
}

func oneOf(a *hclsyntax.Attribute, v string, allowed []string) error {
	if slices.Contains(allowed, v) {
		return nil
	}
	return at(a.Expr.Range(), "%s = %q: want one of %s", a.Name, v, strings.Join(allowed, ", "))
}

func day(a *hclsyntax.Attribute, v string) error {
	if _, err := time.Parse(time.DateOnly, v); err != nil {
		return at(a.Expr.Range(), "%s = %q: want a day as YYYY-MM-DD", a.Name, v)
	}
	return nil
}

// hosts reads a list of host names; a pattern may cover labels but not
// everything.
func hosts(a *hclsyntax.Attribute) ([]string, error) {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() {
		return nil, diagnosed(diags)
	}
	if v.IsNull() || !v.CanIterateElements() || v.Type().IsObjectType() || v.Type().IsMapType() {
		return nil, at(a.Expr.Range(), "%s: want a list of strings", a.Name)
	}
	var out []string
	for _, e := range v.AsValueSlice() {
		text, ok := plainText(e)
		if bare := strings.TrimPrefix(text, "*."); !ok || bare == "" || strings.Contains(bare, "*") || !strings.Contains(bare, ".") {
			return nil, at(a.Expr.Range(), `%s: %q: want a host name or "*.example.org"`, a.Name, text)
		}
		out = append(out, strings.ToLower(text))
	}
	return out, nil
}
