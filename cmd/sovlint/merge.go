package main

import (
	"errors"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/speech"
)

func (s *session) mergeCommand() *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "join JSON reports of many runs into one, in any format",
		ArgsUsage: "REPORT...",
		Flags: append([]cli.Flag{
			texts("output", "`FORMAT[=FILE]`; repeatable", "o"),
			masks(),
			text("fail-on", "lowest `LEVEL` for exit code 1: error, warning, notice, never", "error"),
		}, normFlags()...),
		Action: s.merge,
	}
}

func (s *session) merge(c *cli.Context) error {
	if c.NArg() == 0 {
		return errors.New("sovlint merge needs one JSON report at least")
	}
	outs, err := outputs(several(c, "output"))
	if err != nil {
		return err
	}
	all := &lint.Report{}
	for _, name := range c.Args().Slice() {
		rep, err := readReport(name)
		if err == nil && rep == nil {
			err = speech.Errorf("%s: this is no report; make one with -o json", name)
		}
		if err == nil {
			err = join(all, rep, name, speaking(c))
		}
		if err != nil {
			return err
		}
	}
	sortReport(all)
	s.mask(all)
	d, err := doctrine(all.Doctrine.ID)
	if err != nil {
		return err
	}
	j := &judgement{report: all, doctrine: d, catalog: catalog.Embedded()}
	return s.conclude(c, j, outs, j.words(speaking(c)))
}

// join adds a report to another. Both must be of one doctrine and edition.
func join(all, rep *lint.Report, name string, l speech.Lang) error {
	if all.Schema == "" {
		*all = lint.Report{Schema: rep.Schema, Tool: rep.Tool, AsOf: rep.AsOf, Doctrine: rep.Doctrine, Registers: rep.Registers}
	}
	if rep.Doctrine != all.Doctrine {
		return speech.Errorf("%s: judged under %s of %s, and the reports before it under %s of %s", name, rep.Doctrine.ID, rep.Doctrine.Edition, all.Doctrine.ID, all.Doctrine.Edition)
	}
	if rep.AsOf != all.AsOf {
		all.AsOf = max(all.AsOf, rep.AsOf)
		all.Gaps = append(all.Gaps, lint.Gap{What: l.Say("%s was judged for %s", name, rep.AsOf)})
	}
	for i := range rep.Resources {
		nameInput(&rep.Resources[i].Input, rep, name)
	}
	for i := range rep.Findings {
		if !rep.Findings[i].Address.IsZero() {
			nameInput(&rep.Findings[i].Input, rep, name)
		}
	}
	all.Inputs = append(all.Inputs, rep.Inputs...)
	all.Resources = append(all.Resources, rep.Resources...)
	all.Findings = append(all.Findings, rep.Findings...)
	all.Gaps = append(all.Gaps, rep.Gaps...)
	all.Moved = append(all.Moved, rep.Moved...)
	s, add := &all.Summary, rep.Summary
	s.Resources, s.Holding = s.Resources+add.Resources, s.Holding+add.Holding
	s.Placed, s.Undetermined = s.Placed+add.Placed, s.Undetermined+add.Undetermined
	all.Count()
	return nil
}

// nameInput gives what has no input yet the one of its report.
func nameInput(input *string, rep *lint.Report, name string) {
	if *input != "" {
		return
	}
	*input = name
	if len(rep.Inputs) == 1 && rep.Inputs[0].Name != "-" {
		*input = rep.Inputs[0].Name
	}
}

func sortReport(r *lint.Report) {
	slices.SortStableFunc(r.Resources, func(a, b lint.Resource) int { return a.Address.Compare(*b.Address) })
	slices.SortStableFunc(r.Findings, func(a, b lint.Finding) int { return a.Address.Compare(*b.Address) })
}
