package main

import (
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint/speech"
)

const completionFlag = "--generate-bash-completion"

// arrange puts flags before arguments, since the flag parser stops at the first
// argument and would take a flag behind it for an input: a verdict could flip in
// silence. It also refuses what is not known, in one line.
func arrange(app *cli.App, args []string) ([]string, error) {
	if len(args) > 1 && args[len(args)-1] == completionFlag {
		return args, nil
	}
	flags, words, err := split(app, helped(app, args[1:]))
	if err != nil {
		return nil, err
	}
	if group := grouped(app, words); group != nil && slices.Contains(flags, "--help") {
		return []string{args[0], group.Name, "--help"}, nil
	}
	path, words, err := command(app, words)
	if err != nil {
		return nil, err
	}
	if asked := slices.Contains(flags, "--version"); asked || len(words) == 0 && slices.Contains(flags, "--help") && !named(path, args) {
		if asked {
			return []string{args[0], "--version"}, nil
		}
		return []string{args[0], "--help"}, nil
	}
	out := append([]string{args[0]}, path...)
	out = append(out, flags...)
	if slices.Contains(flags, "--help") {
		return out, nil
	}
	return append(append(out, "--"), words...), nil
}

// helped reads "help COMMAND" as "COMMAND --help", unless there is something of
// that name to read.
func helped(app *cli.App, args []string) []string {
	if len(args) == 0 || args[0] != "help" || len(args) > 1 && app.Command(args[1]) == nil {
		return args
	}
	if _, err := os.Lstat("help"); err == nil {
		return args
	}
	return append(slices.Clone(args[1:]), "--help")
}

// grouped is the command that words name and that does nothing without one of its
// own commands; nil for none.
func grouped(app *cli.App, words []string) *cli.Command {
	if len(words) != 1 {
		return nil
	}
	if c := app.Command(words[0]); c != nil && len(c.Subcommands) > 0 {
		return c
	}
	return nil
}

// named reports whether the user wrote the command and did not leave it out.
func named(path, args []string) bool { return slices.Contains(args[1:], path[0]) }

// split separates flags, each as --name=value, from words.
func split(app *cli.App, args []string) (flags, words []string, err error) {
	known := map[string]cli.Flag{}
	name := firstCommand(app, args)
	for _, f := range flagsOf(app, name) {
		for _, n := range f.Names() {
			known[n] = f
		}
	}
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			return flags, append(words, args[i+1:]...), nil
		}
		if a == "-" || !strings.HasPrefix(a, "-") {
			words = append(words, a)
			continue
		}
		one, used, err := flag(app, known, name, args[i:])
		if err != nil {
			return nil, nil, err
		}
		flags = append(flags, one)
		i += used
	}
	return flags, words, nil
}

// flag reads the flag at the head of args and tells how many words more it took.
func flag(app *cli.App, known map[string]cli.Flag, command string, args []string) (one string, used int, err error) {
	name, value, has := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
	switch name {
	case "h", "help":
		return "--help", 0, nil
	case "v", "version":
		return "--version", 0, nil
	}
	f, ok := known[name]
	if !ok {
		return "", 0, unknownFlag(app, known, args[0], name, command)
	}
	long := "--" + f.Names()[0]
	if _, isBool := f.(*cli.BoolFlag); isBool || has {
		if has {
			long += "=" + value
		}
		return long, 0, nil
	}
	if len(args) == 1 {
		return "", 0, speech.Errorf("flag %s needs a value", args[0])
	}
	return long + "=" + args[1], 1, nil
}

func unknownFlag(app *cli.App, known map[string]cli.Flag, written, name, command string) error {
	for _, f := range judgeFlags() {
		if slices.Contains(f.Names(), name) {
			return speech.Errorf("flag %s has no meaning for sovlint %s", written, command)
		}
	}
	var names []string
	for n := range known {
		if len(n) > 1 {
			names = append(names, n)
		}
	}
	written, _, _ = strings.Cut(written, "=")
	if s := nearest(name, names); s != "" {
		return speech.Errorf("unknown flag %s: did you mean --%s?", written, s)
	}
	return speech.Errorf("unknown flag %s: sovlint %s --help lists them", written, command)
}

func flagsOf(app *cli.App, command string) []cli.Flag {
	c := app.Command(command)
	if c == nil {
		return nil
	}
	out := slices.Clone(c.Flags)
	for _, sub := range c.Subcommands {
		out = append(out, sub.Flags...)
	}
	return out
}

// firstCommand finds the command among the words before flags are understood:
// the first word that is not a flag's value is found by trying.
func firstCommand(app *cli.App, args []string) string {
	valued := map[string]bool{}
	for _, c := range app.Commands {
		for _, f := range flagsOf(app, c.Name) {
			_, isBool := f.(*cli.BoolFlag)
			for _, n := range f.Names() {
				valued[n] = !isBool
			}
		}
	}
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			break
		}
		if a == "-" || !strings.HasPrefix(a, "-") {
			if app.Command(a) != nil {
				return a
			}
			break
		}
		if valued[strings.TrimLeft(a, "-")] {
			i++
		}
	}
	return "check"
}

// command takes the command's name off the words; without one it is check.
func command(app *cli.App, words []string) (path, rest []string, err error) {
	if len(words) == 0 {
		return []string{"check"}, nil, nil
	}
	first := words[0]
	c := app.Command(first)
	if c == nil {
		return []string{"check"}, words, known(app, first)
	}
	if len(c.Subcommands) == 0 {
		return words[:1], words[1:], nil
	}
	return subcommand(c, words)
}

func subcommand(c *cli.Command, words []string) (path, rest []string, err error) {
	var names []string
	for _, sub := range c.Subcommands {
		names = append(names, sub.Name)
	}
	if len(words) == 1 {
		return nil, nil, speech.Errorf("sovlint %s needs one of %s", c.Name, strings.Join(names, ", "))
	}
	if slices.Contains(names, words[1]) {
		return words[:2], words[2:], nil
	}
	return nil, nil, speech.Errorf("unknown command %q: sovlint %s knows %s", words[1], c.Name, strings.Join(names, ", "))
}

// known refuses a first word that is neither a command nor something to read.
func known(app *cli.App, word string) error {
	if word == "-" {
		return nil
	}
	_, err := os.Lstat(word)
	if err == nil {
		return nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	var names []string
	for _, c := range app.Commands {
		names = append(names, c.Name)
	}
	if s := nearest(word, names); s != "" {
		return speech.Errorf("%q is neither a command nor a file or folder: did you mean %s?", word, s)
	}
	return speech.Errorf("%q is neither a command nor a file or folder: sovlint --help lists the commands", word)
}

// nearest gives the name that was likely meant, or "".
func nearest(word string, names []string) string {
	best, distance := "", 3
	slices.Sort(names)
	for _, n := range names {
		d := levenshtein.Distance(word, n, nil)
		if d < distance && d < len(n) {
			best, distance = n, d
		}
	}
	return best
}
