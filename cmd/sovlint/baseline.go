package main

import (
	"bytes"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/waive"
)

// baselines writes the baseline that is asked for, then lays the one given over
// the report.
func (s *session) baselines(c *cli.Context, rep *lint.Report, t lint.Territory) error {
	if name := c.String("write-baseline"); name != "" {
		var b bytes.Buffer
		base := waive.BaselineOf(rep)
		if err := base.Write(&b); err != nil {
			return err
		}
		if err := s.temps.replace(name, whole(b.Bytes())); err != nil {
			return err
		}
		if !c.Bool("quiet") {
			s.tell(speaking(c).Say("wrote %s: findings kept as known: %d", name, len(base.Findings)))
		}
	}
	name := c.String("baseline")
	if name == "" {
		return nil
	}
	base, err := baseline(name)
	if err != nil {
		return err
	}
	for i, e := range base.Waived {
		base.Waived[i].Waiver = s.masked(e.Waiver)
	}
	base.Lay(rep, display(name), t, speaking(c))
	return nil
}

// baseline reads a baseline, or makes one of a JSON report.
func baseline(name string) (waive.Baseline, error) {
	f, err := ownOpen(name, maxBaseline)
	if err != nil {
		return waive.Baseline{}, speech.Errorf("baseline %w", err)
	}
	defer f.Close()
	rep, err := readReport(name)
	if err != nil {
		return waive.Baseline{}, speech.Errorf("baseline %w", err)
	}
	if rep != nil {
		return waive.BaselineOf(rep), nil
	}
	base, err := waive.ReadBaseline(f)
	if err != nil {
		return base, speech.Errorf("baseline %s: %w", name, err)
	}
	return base, nil
}
