package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/report"
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
	return s.explainAddress(j, s.masked(what))
}

func unknownRule(what string) error {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name, r.ID)
	}
	if n := nearest(what, names); n != "" {
		return fmt.Errorf("no rule %q: did you mean %s?", what, n)
	}
	return fmt.Errorf("%q is neither a rule nor an address; `sovlint rules` lists the rules", what)
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
	text := r.Text(lang)
	fmt.Fprintf(&b, "%s %s, %s\n\n%s\n", r.ID, r.Name, levelUnder(d, r), text.Summary)
	var ed *lint.Edition
	if ed = d.EditionOn(day); day == "" && len(d.Editions) > 0 {
		ed = &d.Editions[len(d.Editions)-1]
	}
	if ed == nil {
		return b.String()
	}
	if cl := d.Clause(ed.Cites[r.Name]); cl != nil {
		fmt.Fprintf(&b, "\nclause: %s/%s, edition of %s\n  %s\n", d.ID, cl.ID, ed.From, cl.Title)
		for _, from := range []string{cl.Article, cl.Source.Name, cl.Source.URL} {
			if from != "" {
				fmt.Fprintf(&b, "  %s\n", from)
			}
		}
	}
	return b.String()
}

func (s *session) explainAddress(j *judgement, address string) error {
	found := false
	for _, r := range j.report.Resources {
		if r.Address.String() == address {
			found = true
			if err := s.copyTo(explained(j.report, r)); err != nil {
				return err
			}
		}
	}
	if found {
		return nil
	}
	var all []string
	for _, r := range j.report.Resources {
		all = append(all, r.Address.String())
	}
	if n := nearest(address, all); n != "" {
		return fmt.Errorf("no resource %s in the input: did you mean %s?", address, n)
	}
	return fmt.Errorf("no resource %s in the input", address)
}

func explained(rep *lint.Report, r lint.Resource) string {
	var b strings.Builder
	line := func(format string, args ...any) { b.WriteString(report.Clean(fmt.Sprintf(format, args...)) + "\n") }
	line("%s (%s, %s)", r.Address, r.Mode, r.Action)
	line("  verdict: %s", r.Verdict)
	line("  vendor:  %s", or(r.Vendor))
	line("  holds:   %s, service %s", or(r.Holds), or(r.Service))
	assumed := ""
	if r.Class.Assumed {
		assumed = " (assumed)"
	}
	line("  class:   %s%s", r.Class.Name, assumed)
	for _, x := range r.Sites {
		line("  site:    %s: region %s, country %s, operator %s, offer %s: %s, %s", x.Role, or(x.Region), or(x.Country), or(x.Operator), or(x.Offer), x.Certainty, x.Verdict)
	}
	for _, q := range r.Questions {
		line("  open:    %s; settled by %s", q.What, q.Settle)
	}
	b.WriteString("why\n")
	for _, w := range r.Why {
		line("  - %s", because(w))
	}
	for _, f := range rep.Findings {
		if *f.Address != *r.Address {
			continue
		}
		line("%s %s %s: %s", f.Level, f.Rule, f.Name, f.Message)
		for _, w := range f.Why {
			line("  - %s", because(w))
		}
	}
	return b.String()
}

func or(s string) string {
	if s == "" {
		return "not known"
	}
	return s
}

// because writes one reason with where it stands and where the fact is from.
func because(w lint.Why) string {
	text := w.Claim
	if w.At != nil && w.At.Line > 0 {
		text += fmt.Sprintf(" (%s:%d)", w.At.File, w.At.Line)
	}
	if src := w.Source; src != nil {
		var parts []string
		for _, p := range []string{src.Name, src.URL, src.AsOf, src.Confidence} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		text += " [" + strings.Join(parts, ", ") + "]"
	}
	return text
}
