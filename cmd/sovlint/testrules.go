package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
)

func (s *session) testCommand() *cli.Command {
	return &cli.Command{
		Name:      "test",
		Usage:     "run the fixtures of a user's own rules",
		ArgsUsage: "[DIR]",
		Description: "A fixture is a file *.txtar beside .sovlint.hcl: a section plan.json, and a section want with one line a finding\n" +
			"of the rules in .sovlint.hcl: LEVEL RULE ADDRESS. Silence is tested with an empty section want.",
		Flags:  append([]cli.Flag{masks()}, normFlags()...),
		Action: s.testRules,
	}
}

// testRules fails when a fixture does, or when there is none.
func (s *session) testRules(c *cli.Context) error {
	dir := "."
	if c.NArg() > 0 {
		dir = c.Args().First()
	}
	if c.NArg() > 1 {
		return speech.Errorf("sovlint test takes one folder, got %q too", c.Args().Get(1))
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil || len(files) == 0 {
		return speech.Errorf("%s: no fixture *.txtar beside .sovlint.hcl", dir)
	}
	conf, err := configFor(c.String("config"), []string{filepath.Join(dir, configName)})
	if err != nil {
		return err
	}
	if len(conf.Own) == 0 {
		return speech.Errorf("%s: no rule block to test", filepath.Join(dir, configName))
	}
	o, err := options(c, conf)
	if err != nil {
		return err
	}
	failed := 0
	for _, file := range files {
		problem, err := fixture(file, conf, o)
		if err != nil {
			return speech.Errorf("%s: %w", file, err)
		}
		if problem == "" {
			fmt.Fprintln(s.stdout, report.Clean(s.masked("ok    "+display(file))))
			continue
		}
		failed++
		fmt.Fprintln(s.stdout, report.Clean(s.masked("FAIL  "+display(file))))
		for line := range strings.Lines(problem) {
			fmt.Fprintln(s.stdout, "      "+report.Clean(s.masked(strings.TrimRight(line, "\n"))))
		}
	}
	fmt.Fprintf(s.stdout, "%d passed, %d failed\n", len(files)-failed, failed)
	if failed > 0 {
		return errFindings
	}
	return nil
}

// fixture runs one fixture; the problem is "" when it holds.
func fixture(file string, conf *config, o lint.Options) (problem string, err error) {
	raw, err := ownFile(file, maxOwn)
	if err != nil {
		return "", err
	}
	sections := map[string][]byte{}
	for _, f := range txtar.Parse(raw).Files {
		sections[f.Name] = f.Data
	}
	plan, want := sections["plan.json"], sections["want"]
	if _, ok := sections["want"]; !ok || plan == nil {
		return "", errors.New("a fixture has a section plan.json and a section want")
	}
	cfg, err := load.Read(bytes.NewReader(plan), asked("plan.json", o))
	if err != nil {
		return "", err
	}
	rep, err := lint.Run(lint.Given(cfg), conf.Own, o)
	if err != nil {
		return "", err
	}
	return difference(lines(string(want)), findingLines(rep)), nil
}

func lines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, strings.Join(strings.Fields(line), " "))
		}
	}
	slices.Sort(out)
	return out
}

func findingLines(rep *lint.Report) []string {
	var out []string
	for _, f := range rep.Findings {
		out = append(out, f.Level+" "+f.Name+" "+f.Address.String())
	}
	slices.Sort(out)
	return out
}

// difference writes what is missing and what is there beyond.
func difference(want, got []string) string {
	var b strings.Builder
	for _, w := range want {
		if !slices.Contains(got, w) {
			b.WriteString("missing: " + w + "\n")
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) {
			b.WriteString("not expected: " + g + "\n")
		}
	}
	return b.String()
}
