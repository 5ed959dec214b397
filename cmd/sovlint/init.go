package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/rules"
)

// initFlags are those of a run that bear on what is seen, and what is declared
// already.
func initFlags() []cli.Flag {
	wanted := []string{"doctrine", "edition", "as-of", "body", "class", "catalog", "assume", "source", "var", "var-file", "timeout", "tee", "mask", "lang", "quiet"}
	out := []cli.Flag{yes("write", "write "+configName+" beside the input; never over an existing one", "w")}
	for _, f := range judgeFlags() {
		if slices.Contains(wanted, f.Names()[0]) {
			out = append(out, f)
		}
	}
	return out
}

func (s *session) initCommand() *cli.Command {
	return &cli.Command{
		Name:      "init",
		Usage:     "propose a .sovlint.hcl from what is there",
		ArgsUsage: "[INPUT]",
		Flags:     initFlags(),
		Action:    s.propose,
	}
}

// propose prints a configuration made from what is seen, or writes it.
func (s *session) propose(c *cli.Context) error {
	if c.NArg() > 1 {
		return speech.Errorf("sovlint init takes one input, got %q too", c.Args().Get(1))
	}
	name := cmp.Or(c.Args().First(), ".")
	file := filepath.Join(folderOf(name), configName)
	if c.Bool("write") {
		if s.masker != nil {
			return errors.New("--write: a configuration needs the hosts that --mask writes out; leave one of the two out")
		}
		if err := free(file); err != nil {
			return err
		}
	}
	text, err := s.proposal(c, name)
	if err != nil {
		return err
	}
	if !c.Bool("write") {
		return s.copyTo(text)
	}
	if err := create(file, text); err != nil {
		return err
	}
	if !c.Bool("quiet") {
		s.tell(s.lang.Say("wrote %s", display(file)))
	}
	return nil
}

// proposal judges the input as if nothing were declared, and writes down what
// was seen.
func (s *session) proposal(c *cli.Context, name string) (string, error) {
	if err := s.teeable(c); err != nil {
		return "", err
	}
	stop, err := s.deadline(c.String("timeout"))
	if err != nil {
		return "", err
	}
	defer stop()
	o, err := options(c, &config{})
	if err != nil {
		return "", err
	}
	saw := newSeen(o)
	rep, err := lint.Run(s.configs(c, []string{name}, o), append(rules.All(), saw.rule()), o)
	if err != nil {
		return "", err
	}
	saw.report = rep
	said := declared{doctrine: c.String("doctrine"), edition: c.String("edition"), body: c.String("body"), class: c.String("class")}
	text := saw.proposal(said)
	if _, err := parseConfig([]byte(text), configName); err != nil {
		return "", speech.Errorf("the proposal cannot be read back: %w", err)
	}
	s.mask(rep) // what is a host is seen of the whole
	return s.masked(text), nil
}

// free refuses a name that something stands under, be it a link to nothing.
func free(file string) error {
	_, err := os.Lstat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return unreadable(file, err)
	}
	return speech.Errorf("%s is there already and stays as it is; without --write the proposal is printed", display(file))
}

// create writes a file that was not there.
func create(file, text string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return unreadable(file, err)
	}
	_, err = f.WriteString(text)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = os.Remove(file)
		return unreadable(file, err)
	}
	return nil
}
