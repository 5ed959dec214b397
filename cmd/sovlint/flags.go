package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

func variable(flag string) string {
	return "SOVLINT_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

func text(name, usage, value string, aliases ...string) cli.Flag {
	return &cli.StringFlag{Name: name, Aliases: aliases, Usage: usage, Value: value, EnvVars: []string{variable(name)}}
}

func texts(name, usage string, aliases ...string) cli.Flag {
	return &cli.StringSliceFlag{Name: name, Aliases: aliases, Usage: usage, EnvVars: []string{variable(name)}}
}

func yes(name, usage string, aliases ...string) cli.Flag {
	return &cli.BoolFlag{Name: name, Aliases: aliases, Usage: usage, EnvVars: []string{variable(name)}}
}

func masks() cli.Flag {
	return yes("mask", "write accounts, hosts and mail addresses out of all that is shown")
}

// normFlags choose the doctrine; every command has them.
func normFlags() []cli.Flag {
	return []cli.Flag{
		text("config", "configuration `FILE` (default: nearest .sovlint.hcl)", "", "c"),
		texts("catalog", "facts laid over the embedded ones: a `FILE` or a folder in the same format; repeatable"),
		text("doctrine", "`ID` of the doctrine (default: fr-cloud-au-centre)", ""),
		text("edition", "edition of the doctrine, by `DATE`", ""),
		text("as-of", "judge for the day `DATE` (default: today, UTC)", ""),
		text("lang", "`LANGUAGE` of messages: en or fr (default: the locale's, else en)", ""),
		text("color", "`WHEN` there is colour: auto, always or never", "auto"),
		yes("quiet", "nothing on stderr but errors", "q"),
	}
}

// judgeFlags are the flags of every command that reads an input.
func judgeFlags() []cli.Flag {
	return append([]cli.Flag{
		texts("output", "`FORMAT[=FILE]`, one of those named below; repeatable", "o"),
		text("body", "`ID` of who runs this: state, operator, listed-group, local-authority, private", ""),
		text("class", "class `ID` of what is not classified", ""),
		texts("assume", "what the environment will supply: `PROVIDER[.ALIAS].ARG=VALUE`; repeatable"),
		text("fail-on", "lowest `LEVEL` for exit code 1: error, warning, notice, never", "error"),
		yes("strict", "undetermined counts as error"),
		texts("rule", "only the rule `ID`; repeatable"),
		texts("disable", "not the rule `ID`; repeatable"),
		texts("exclude", "not the addresses that match `GLOB`; repeatable"),
		text("source", "the .tf files behind a plan, in `DIR`, for lines, backend and provider blocks", ""),
		texts("var", "a variable's value, for folders: `NAME=VALUE`; repeatable"),
		texts("var-file", "a `FILE` of variables, for folders; repeatable"),
		text("timeout", "give up after `DURATION` (exit 2)", "5m"),
		yes("tee", "copy standard input through to stderr"),
		text("baseline", "report only what is not in the baseline `FILE`", ""),
		text("write-baseline", "write what is found to the baseline `FILE`", ""),
		text("expiring", "warn of waivers and offers that end within so many `DAYS`, like 30 or 90d", "30"),
		masks(),
		yes("no-inline-waivers", "comments of the source waive nothing"),
		yes("changed-only", "only what this plan creates, updates or replaces"),
	}, normFlags()...)
}
