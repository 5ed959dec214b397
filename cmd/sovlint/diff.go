package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
)

func (s *session) diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "what a change makes worse or better: two inputs, or two JSON reports",
		ArgsUsage: "OLD NEW",
		Flags:     judgeFlags(),
		Action:    s.diff,
	}
}

// diff fails on what gets worse only.
func (s *session) diff(c *cli.Context) error {
	if c.NArg() != 2 {
		return speech.Errorf("sovlint diff takes two inputs, an old one and a new one; got %d", c.NArg())
	}
	outs, err := diffOutputs(several(c, "output"))
	if err != nil {
		return err
	}
	var both [2]*judgement
	for i, name := range c.Args().Slice() {
		if both[i], err = s.reportOrJudge(c, name); err != nil {
			return err
		}
	}
	o := both[1].words(speaking(c))
	for id, name := range both[0].words(speaking(c)).Vendors {
		o.Vendors[id] = name
	}
	d := report.Compare(both[0].report, both[1].report, both[1].doctrine.Territory, o)
	for _, out := range outs {
		if err := s.writeDiff(d, out, o, c.String("color")); err != nil {
			return err
		}
	}
	for _, j := range both {
		if j.errored != nil {
			return j.errored
		}
	}
	worse := *both[1].report
	worse.Findings = d.Worse
	if failing(&worse, orDefault(c.String("fail-on"))) {
		return errFindings
	}
	return nil
}

func orDefault(failOn string) string {
	if failOn == "" {
		return lint.Error
	}
	return failOn
}

// diffFormats are the formats that a diff has.
var diffFormats = []string{"text", "json", "markdown"}

func diffOutputs(flags []string) ([]output, error) {
	if len(flags) == 0 {
		return []output{{Format: "text"}}, nil
	}
	outs, err := outputs(flags)
	for _, o := range outs {
		if !slices.Contains(diffFormats, o.Format) {
			return nil, speech.Errorf("--output %s: sovlint diff writes text, json or markdown", o.Format)
		}
	}
	return outs, err
}

func (s *session) writeDiff(d report.Diff, out output, o report.Options, color string) error {
	var b bytes.Buffer
	if out.File == "" && out.Format == "text" {
		o.Color, o.Width = colored(color, s.stdout), width(s.stdout)
	}
	var err error
	switch out.Format {
	case "json":
		err = d.JSON(&b)
	case "markdown":
		err = d.Markdown(&b, o)
	default:
		err = d.Text(&b, o)
	}
	if err != nil {
		return err
	}
	if out.File != "" {
		return s.temps.replace(out.File, whole(b.Bytes()))
	}
	return s.copyTo(b.String())
}

// reportOrJudge reads a JSON report, and judges anything else.
func (s *session) reportOrJudge(c *cli.Context, name string) (*judgement, error) {
	rep, err := readReport(name)
	if err != nil {
		return nil, err
	}
	if rep == nil {
		return s.judge(c, []string{name})
	}
	d, err := doctrine(rep.Doctrine.ID)
	if err != nil {
		return nil, speech.Errorf("%s: %w", name, err)
	}
	s.mask(rep)
	return &judgement{report: rep, doctrine: d, catalog: catalog.Embedded()}, nil
}

// readReport reads a file that is a JSON report; nil for any other.
func readReport(name string) (*lint.Report, error) {
	info, err := os.Stat(name)
	if name == "-" || err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	head, err := in.Peek(128)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(name, err)
	}
	if !bytes.Contains(head, []byte(lint.Schema)) {
		return nil, nil
	}
	rep, err := report.Read(in)
	if err != nil {
		return nil, speech.Errorf("%s: %w", name, err)
	}
	return rep, nil
}
