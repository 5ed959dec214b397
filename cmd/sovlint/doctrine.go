package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
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
		return fmt.Errorf("sovlint doctrine takes one ID, got %q too", c.Args().Get(1))
	}
	var d *lint.Doctrine
	var err error
	if id := c.Args().First(); id != "" {
		d, err = doctrine(id)
	} else {
		_, d, err = chosenDoctrine(c)
	}
	if err != nil {
		return err
	}
	return s.copyTo(describe(d))
}

func describe(d *lint.Doctrine) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\neditions\n", d.ID, d.Title)
	for _, e := range d.Editions {
		fmt.Fprintf(&b, "  %s  %s\n", e.From, e.Title)
		if e.Source.Name != "" || e.Source.URL != "" {
			fmt.Fprintf(&b, "              %s\n", strings.TrimSpace(e.Source.Name+" "+e.Source.URL))
		}
		fmt.Fprintf(&b, "              binds %s\n", strings.Join(e.Bodies, ", "))
	}
	b.WriteString("\nclauses\n")
	for _, cl := range d.Clauses {
		fmt.Fprintf(&b, "  %-5s %s\n", cl.ID, cl.Title)
		if from := strings.TrimSpace(cl.Article + "  " + cl.Source.Name + " " + cl.Source.URL); from != "" {
			fmt.Fprintf(&b, "        %s\n", from)
		}
	}
	if d.Register != "" {
		fmt.Fprintf(&b, "\nregister %s\n", d.Register)
	}
	return b.String()
}
