package main

import (
	"cmp"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/rules"
)

// pages gives what formats that list rules write of them.
func pages(d *lint.Doctrine, lang string) func() []report.Page {
	return func() []report.Page {
		var out []report.Page
		for _, r := range rules.All() {
			text, _ := rules.Page(r.ID, lang) // "" for a rule without a page
			out = append(out, report.Page{ID: r.ID, Name: r.Name, Level: levelUnder(d, r), Summary: r.Text(lang).Summary, Text: text})
		}
		return out
	}
}

// asked adds what the flags say to how a report is written.
func (s *session) asked(c *cli.Context, j *judgement, o report.Options) report.Options {
	o.Rules = pages(j.doctrine, language(c.String("lang")))
	o.FailOn = cmp.Or(c.String("fail-on"), lint.Error)
	o.Note = s.tell
	return o
}
