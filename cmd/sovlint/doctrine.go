package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
)

func (s *session) doctrineCommand() *cli.Command {
	return &cli.Command{
		Name:      "doctrine",
		Usage:     "the doctrines, their editions, clauses and sources",
		ArgsUsage: "[ID]",
		Flags:     normFlags(),
		Action:    s.showDoctrine,
	}
}

func (s *session) showDoctrine(c *cli.Context) error {
	if c.NArg() > 1 {
		return speech.Errorf("sovlint doctrine takes one ID, got %q too", c.Args().Get(1))
	}
	var d *lint.Doctrine
	facts, err := factsOf(several(c, "catalog"))
	if err != nil {
		return err
	}
	if id := c.Args().First(); id != "" {
		d, err = doctrine(id)
	} else {
		_, d, err = chosenDoctrine(c)
	}
	if err != nil {
		return err
	}
	day := cmp.Or(c.String("as-of"), time.Now().UTC().Format(time.DateOnly))
	return s.copyTo(describe(d, facts.Register(d.Register), day, speaking(c)))
}

// describe writes a doctrine, which may be the user's own; reg is its register, nil for none, and day the one
// on which its ways are open or not.
func describe(d *lint.Doctrine, reg *catalog.Register, day string, l speech.Lang) string {
	var b strings.Builder
	word := func(text string) string { return report.Clean(l.Word(text)) }
	b.WriteString(l.Say("%s: %s", report.Clean(d.ID), word(d.Title)) + "\n\n" + l.Word("editions") + "\n")
	for _, e := range d.Editions {
		fmt.Fprintf(&b, "  %s  %s\n", e.From, word(e.Title))
		if e.Source.Name != "" || e.Source.URL != "" {
			fmt.Fprintf(&b, "              %s\n", report.Clean(strings.TrimSpace(l.Word(e.Source.Name)+" "+e.Source.URL)))
		}
		b.WriteString("              " + l.Say("binds %s", report.Clean(strings.Join(e.Bodies, ", "))) + "\n")
		if text := exceptions(e.Waiver, l); text != "" {
			b.WriteString("              " + l.Say("excepts %s", report.Clean(text)) + "\n")
		}
	}
	b.WriteString("\n" + l.Say("ways on %s", day) + "\n")
	for _, r := range d.Routes {
		fmt.Fprintf(&b, "  %-9s %s\n", l.Word(r.Standing(reg, day)), report.Clean(strings.TrimSpace(r.In(l)+"  "+r.Offer)))
	}
	b.WriteString("\n" + l.Word("clauses") + "\n")
	for _, cl := range d.Clauses {
		fmt.Fprintf(&b, "  %-5s %s\n", report.Clean(cl.ID), word(cl.Title))
		if from := strings.TrimSpace(word(cl.Article) + "  " + report.Clean(l.Word(cl.Source.Name)+" "+cl.Source.URL)); from != "" {
			fmt.Fprintf(&b, "        %s\n", from)
		}
	}
	if d.Register != "" {
		b.WriteString("\n" + l.Say("register %s", report.Clean(d.Register)) + "\n")
	}
	return b.String()
}

// exceptions says what an edition asks of a waiver; "" for nothing.
func exceptions(w lint.WaiverTerms, l speech.Lang) string {
	var out []string
	if len(w.Kinds) > 0 {
		out = append(out, strings.Join(w.Kinds, ", "))
	}
	if w.Months > 0 {
		text := l.Say("at most %d months from the day a conforming offer exists", w.Months)
		if w.Unverified {
			text += l.Word(" (not verified)")
		}
		out = append(out, text)
	}
	if len(w.Needs) > 0 {
		out = append(out, l.Say("references of %s", strings.Join(w.Needs, ", ")))
	}
	return strings.Join(out, "; ")
}
