package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/rules"
)

func (s *session) rulesCommand() *cli.Command {
	return &cli.Command{
		Name:   "rules",
		Usage:  "all rules: id, name, level under the chosen doctrine, one line each",
		Flags:  normFlags(),
		Action: s.listRules,
	}
}

func (s *session) listRules(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	_, d, err := chosenDoctrine(c)
	if err != nil {
		return err
	}
	all := rules.All()
	slices.SortFunc(all, func(a, b lint.Rule) int { return strings.Compare(a.ID, b.ID) })
	width := 0
	for _, l := range []string{lint.Error, lint.Warning, lint.Notice} {
		width = max(width, len(speaking(c).Word(l))+1)
	}
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "%s  %-24s %-*s %s\n", r.ID, r.Name, width, speaking(c).Word(levelUnder(d, r)), r.Text(language(c.String("lang"))).Summary)
	}
	return s.copyTo(b.String())
}

func levelUnder(d *lint.Doctrine, r lint.Rule) string {
	for _, l := range d.Levels {
		if l.Rule == r.Name {
			return l.Level
		}
	}
	return r.Level
}

// chosenDoctrine is the doctrine by flag, else by the current folder's
// configuration, else the default one.
func chosenDoctrine(c *cli.Context) (*config, *lint.Doctrine, error) {
	conf, err := configFor(c.String("config"), []string{"-"})
	if err != nil {
		return nil, nil, err
	}
	o, err := options(c, conf)
	return conf, o.Doctrine, err
}

func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return speech.Errorf("sovlint %s takes no argument, got %q", c.Command.Name, c.Args().First())
	}
	return nil
}
