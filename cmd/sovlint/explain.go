package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/rules"
)

func (s *session) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "a rule, or every reason behind one resource's placement, class and verdict",
		ArgsUsage: "RULE|ADDRESS [INPUT...]",
		Flags:     judgeFlags(),
		Action:    s.explain,
	}
}

func (s *session) explain(c *cli.Context) error {
	what := c.Args().First()
	if what == "" {
		return errors.New("sovlint explain needs a rule or an address")
	}
	for _, r := range rules.All() {
		if strings.EqualFold(r.ID, what) || r.Name == what {
			_, d, err := chosenDoctrine(c)
			if err != nil {
				return err
			}
			lang := language(c.String("lang"))
			return s.copyTo(page(d, r, c.String("as-of"), lang) + written(r.Name, lang))
		}
	}
	if !strings.Contains(what, ".") {
		return unknownRule(what)
	}
	j, err := s.judge(c, c.Args().Tail())
	if err != nil {
		return err
	}
	return s.explainAddress(j, s.masked(what), speaking(c))
}

func unknownRule(what string) error {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name, r.ID)
	}
	if n := nearest(what, names); n != "" {
		return speech.Errorf("no rule %q: did you mean %s?", what, n)
	}
	return speech.Errorf("%q is neither a rule nor an address; `sovlint rules` lists the rules", what)
}

// written is the page that comes with a rule, "" when it has none.
func written(rule, lang string) string {
	text, err := rules.Page(rule, lang)
	if err != nil || strings.TrimSpace(text) == "" {
		return ""
	}
	return "\n" + strings.TrimSpace(text) + "\n"
}

// page is what is to know of a rule.
func page(d *lint.Doctrine, r lint.Rule, day, lang string) string {
	var b strings.Builder
	l, text := speech.Lang(lang), r.Text(lang)
	fmt.Fprintf(&b, "%s %s, %s\n\n%s\n", r.ID, r.Name, l.Word(levelUnder(d, r)), text.Summary)
	var ed *lint.Edition
	if ed = d.EditionOn(day); day == "" && len(d.Editions) > 0 {
		ed = &d.Editions[len(d.Editions)-1]
	}
	if ed == nil {
		return b.String()
	}
	if cl := d.Clause(ed.Cites[r.Name]); cl != nil {
		b.WriteString("\n" + report.Clean(l.Say("clause: %s/%s, edition of %s", d.ID, cl.ID, ed.From)) + "\n  " + report.Clean(l.Word(cl.Title)) + "\n")
		for _, from := range []string{l.Word(cl.Article), l.Word(cl.Source.Name), cl.Source.URL} {
			if from != "" {
				fmt.Fprintf(&b, "  %s\n", report.Clean(from))
			}
		}
	}
	return b.String()
}

// explainAddress writes the reasons behind one resource. An address without an
// index stands for all instances; those that share every reason are written once.
func (s *session) explainAddress(j *judgement, address string, l speech.Lang) error {
	var all []string
	var found []int
	for i, r := range j.report.Resources {
		name := r.Address.String()
		if name == address {
			found = []int{i}
			break
		}
		if instanceOf(name, address) {
			found = append(found, i)
		}
		all = append(all, name)
	}
	if len(found) > 0 {
		return s.copyTo(explainedAll(j.report, found, l))
	}
	if n := nearest(address, all); n != "" {
		return speech.Errorf("no resource %s in the input: did you mean %s?", address, n)
	}
	return speech.Errorf("no resource %s in the input", address)
}

// instanceOf reports whether a resource is an instance of what an address names
// that leaves some of its indexes out.
func instanceOf(name, address string) bool {
	for name != "" {
		if name[0] == '[' && !strings.HasPrefix(address, "[") {
			name = afterIndex(name)
			continue
		}
		if address == "" || name[0] != address[0] {
			return false
		}
		name, address = name[1:], address[1:]
	}
	return address == ""
}

// afterIndex is what follows an index, ["a"] or [0], at the start of a text.
func afterIndex(s string) string {
	quoted := false
	for i := 1; i < len(s); i++ {
		switch {
		case quoted && s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ']' && !quoted:
			return s[i+1:]
		}
	}
	return ""
}

// explainedAll explains some resources of a report.
func explainedAll(rep *lint.Report, found []int, l speech.Lang) string {
	at := map[string]int{}
	var texts []string
	var names [][]string
	for _, i := range found {
		text := explained(rep, rep.Resources[i], l)
		n, ok := at[text]
		if !ok {
			n = len(texts)
			at[text] = n
			texts, names = append(texts, text), append(names, nil)
		}
		names[n] = append(names[n], report.Clean(rep.Resources[i].Address.String()))
	}
	var b strings.Builder
	for i, text := range texts {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(strings.Join(names[i], "\n") + "\n" + text)
	}
	return b.String()
}

// An explanation is written line by line; what comes from an input is cleaned.
type explanation struct {
	strings.Builder
	speech.Lang
	told []string // reasons
}

func (e *explanation) line(text string) { e.WriteString(report.Clean(text) + "\n") }

// factNames are what is told of a resource.
var factNames = []string{"kind", "verdict", "vendor", "holds", "class", "site", "open"}

// fact writes what is told of a resource, all in one column.
func (e *explanation) fact(name, text string) {
	wide := 0
	for _, n := range factNames {
		wide = max(wide, utf8.RuneCountInString(e.label(n)))
	}
	e.line("  " + e.label(name) + strings.Repeat(" ", wide-utf8.RuneCountInString(e.label(name))) + text)
}

func (e *explanation) label(name string) string { return e.Say("%s: ", e.Word(name)) }

// or is a value, or that it is not known.
func (e *explanation) or(s string) string { return cmp.Or(s, e.Word("not known")) }

// because writes reasons that were not told before.
func (e *explanation) because(all []lint.Why) {
	for _, w := range all {
		text := because(w, e.Lang)
		if slices.Contains(e.told, text) {
			continue
		}
		e.told = append(e.told, text)
		e.line("  - " + text)
	}
}

// standing is the action of a plan on a resource; one of source is written, and
// nothing tells whether it exists.
func (e *explanation) standing(rep *lint.Report, r lint.Resource) string {
	for _, in := range rep.Inputs {
		if in.Format == "hcl" && (in.Name == r.Input || len(rep.Inputs) == 1) && r.Action == tf.Exists.String() {
			return e.Word("written")
		}
	}
	return e.Word(r.Action)
}

func explained(rep *lint.Report, r lint.Resource, l speech.Lang) string {
	e := &explanation{Lang: l}
	e.fact("kind", e.Word(r.Mode)+", "+e.standing(rep, r))
	e.fact("verdict", lint.VerdictWord(l, r.Verdict))
	e.fact("vendor", e.or(r.Vendor))
	e.fact("holds", e.Say("%s, service %s", e.or(e.Word(r.Holds)), e.or(lint.Category(l, r.Service))))
	e.fact("class", e.class(r.Class))
	for _, x := range r.Sites {
		e.fact("site", e.Say("%s: region %s, country %s, operator %s, offer %s: %s, %s", e.Word(x.Role), e.or(x.Region), e.or(x.Country), e.or(x.Operator),
			cmp.Or(x.Offer, e.Word("none")), e.Word(x.Certainty), lint.VerdictWord(l, x.Verdict)))
	}
	for _, q := range r.Questions {
		e.fact("open", e.Say("%s; to settle it: %s", q.What, q.Settle))
	}
	e.line(e.Word("why"))
	e.because(r.Why)
	for _, f := range rep.Findings {
		if *f.Address == *r.Address && f.Input == r.Input {
			e.line(e.Say("%s %s: %s", e.Word(f.Level), f.Rule+" "+f.Name, f.Message))
			e.because(f.Why)
		}
	}
	return e.String()
}

func (e *explanation) class(c lint.Class) string {
	if c.Assumed {
		return e.Say("%s (assumed)", e.Word(c.Name))
	}
	return e.Word(c.Name)
}

// because writes one reason with where it stands and where the fact is from.
func because(w lint.Why, l speech.Lang) string {
	text := w.Claim
	if w.At != nil && w.At.Line > 0 {
		text += fmt.Sprintf(" (%s:%d)", w.At.File, w.At.Line)
	}
	if src := w.Source; src != nil {
		text += sourced(src, l)
	}
	return text
}

// sourced writes where a fact comes from, in brackets.
func sourced(src *lint.Source, l speech.Lang) string {
	parts := slices.DeleteFunc([]string{l.Word(src.Name), src.URL, src.AsOf, l.Word(src.Confidence)}, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return ""
	}
	return " [" + strings.Join(parts, ", ") + "]"
}
