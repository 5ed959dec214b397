package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
)

// helpWidth is how wide help is written where no terminal tells its width.
const helpWidth = 80

// A manual writes help, in the language of the run.
type manual struct {
	strings.Builder
	speech.Lang
	width int
}

// help writes what there is to know of the command that a path names, of all
// commands for none.
func (s *session) help(app *cli.App, path []string) error {
	m := &manual{Lang: s.lang, width: cmp.Or(width(s.stdout), helpWidth)}
	if len(path) == 0 {
		m.ofApp(app)
		return s.copyTo(m.String())
	}
	c := app.Command(path[0])
	if len(path) > 1 {
		c = c.Subcommands[slices.IndexFunc(c.Subcommands, func(x *cli.Command) bool { return x.Name == path[1] })]
	}
	m.ofCommand(c, app.Name+" "+strings.Join(path, " "))
	return s.copyTo(m.String())
}

// asksHelp gives the path of the command whose help arranged words ask for.
func asksHelp(args []string) (path []string, ok bool) {
	if !slices.Contains(args, "--help") {
		return nil, false
	}
	for _, a := range args[1:] {
		if strings.HasPrefix(a, "-") {
			break
		}
		path = append(path, a)
	}
	return path, true
}

func (m *manual) ofApp(app *cli.App) {
	m.text("", "", m.Say("%s: %s", app.Name, m.Word(app.Usage)))
	m.head("Usage")
	m.text("  ", "  ", app.Name+" ["+m.Word("command")+"] ["+m.Word("flags")+"] "+m.Word("[INPUT...]"))
	m.text("  ", "  ", "terraform show -json tfplan | "+app.Name)
	m.commands(app.Commands)
	m.head("Flags")
	m.table([][2]string{{"-h, --help", m.Word("this help; after a command, that of the command")}, {"-v, --version", m.Word("the version, and the digests of catalog and doctrines")}})
	m.head("Exit codes")
	m.table([][2]string{{"0", m.Word("the job was done and nothing was found at or above --fail-on")}, {"1", m.Word("the job was done and something was found")},
		{"2", m.Word("the job could not be done; the reason is the last line on standard error")}})
}

func (m *manual) ofCommand(c *cli.Command, name string) {
	m.text("", "", m.Say("%s: %s", name, m.Word(c.Usage)))
	m.head("Usage")
	m.text("  ", "    ", strings.TrimSpace(name+" "+m.flagsWord(c)+m.Word(c.ArgsUsage)))
	if len(c.Subcommands) > 0 {
		m.commands(c.Subcommands)
	}
	if len(c.Flags) == 0 {
		return
	}
	m.head("Flags")
	for _, f := range c.Flags {
		m.flag(f)
	}
	m.WriteString("\n")
	if slices.ContainsFunc(c.Flags, func(f cli.Flag) bool { return f.Names()[0] == "output" }) {
		m.text("", "", m.Say("Formats: %s.", strings.Join(report.Formats(), ", ")))
	}
	m.text("", "", m.Word("Flags may stand before or behind what is read. Each can be set by a variable too, --fail-on by SOVLINT_FAIL_ON."))
}

func (m *manual) flagsWord(c *cli.Command) string {
	if len(c.Flags) == 0 {
		return ""
	}
	return "[" + m.Word("flags") + "] "
}

// head begins a part.
func (m *manual) head(word string) { m.WriteString("\n" + m.Word(word) + "\n") }

func (m *manual) commands(all []*cli.Command) {
	m.head("Commands")
	var rows [][2]string
	for _, c := range all {
		rows = append(rows, [2]string{c.Name, m.Word(c.Usage)})
	}
	m.table(rows)
}

// table writes names and what they mean, in two columns.
func (m *manual) table(rows [][2]string) {
	wide := 0
	for _, r := range rows {
		wide = max(wide, utf8.RuneCountInString(r[0]))
	}
	for _, r := range rows {
		m.text("  "+r[0]+strings.Repeat(" ", wide-utf8.RuneCountInString(r[0])+2), strings.Repeat(" ", wide+4), r[1])
	}
}

// flag writes a flag, and what it does below.
func (m *manual) flag(f cli.Flag) {
	d, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return
	}
	usage, value := m.Word(d.GetUsage()), ""
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		name, after, _ := strings.Cut(rest, "`")
		usage, value = before+name+after, " "+name
	}
	names := f.Names()
	head := "--" + names[0] + value
	if len(names) > 1 {
		head = "-" + names[1] + ", " + head
	}
	if text := d.GetDefaultText(); text != "" && d.TakesValue() {
		usage += " (" + m.Say("default: %s", strings.Trim(text, `"`)) + ")"
	}
	m.text("  ", "  ", head)
	m.text("        ", "        ", usage)
}

// text writes a paragraph, broken at spaces.
func (m *manual) text(first, next, text string) {
	line, used := first, false
	for _, word := range strings.Fields(text) {
		if used && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > m.width {
			m.WriteString(line + "\n")
			line, used = next, false
		}
		if used {
			line += " "
		}
		line += word
		used = true
	}
	m.WriteString(line + "\n")
}
