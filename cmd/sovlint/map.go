package main

import "github.com/urfave/cli/v2"

func (s *session) mapCommand() *cli.Command {
	return &cli.Command{
		Name:      "map",
		Usage:     "where everything will be, without findings",
		ArgsUsage: "[INPUT...]",
		Flags:     judgeFlags(),
		Action:    func(c *cli.Context) error { return s.report(c, true) },
	}
}
