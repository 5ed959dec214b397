package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
)

func (s *session) checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "hold the input against the doctrine (the default command)",
		ArgsUsage: "[INPUT...]",
		Flags:     judgeFlags(),
		Action:    func(c *cli.Context) error { return s.report(c, false) },
	}
}

// report judges the inputs and writes what came of it, as a map or a judgement.
func (s *session) report(c *cli.Context, asMap bool) error {
	outs, err := outputs(several(c, "output"))
	if err == nil {
		err = suits(outs, asMap)
	}
	if err != nil {
		return err
	}
	j, err := s.judge(c, c.Args().Slice())
	if err != nil {
		return err
	}
	o := j.words(speaking(c))
	o.Map = asMap
	if asMap {
		j.report.Gaps = slices.Concat(unread(j.report), j.report.Gaps)
		j.report.Findings = nil
		j.report.Gaps = slices.DeleteFunc(j.report.Gaps, lint.Gap.OfFindings)
		sum := &j.report.Summary
		sum.Errors, sum.Warnings, sum.Notices, sum.Waived = 0, 0, 0, 0
	}
	return s.conclude(c, j, outs, o)
}

// unread are the findings on what could not be read, as a map says them.
func unread(r *lint.Report) (out []lint.Gap) {
	for _, f := range r.Findings {
		if f.Name == "incomplete-input" {
			out = append(out, lint.Gap{What: f.Message, At: f.At})
		}
	}
	return out
}
