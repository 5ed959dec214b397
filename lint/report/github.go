package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// perLevel is how many annotations of a level the runner shows for a step; it
// drops the rest without a word.
const perLevel = 10

// maxMessage is where the runner cuts a message, in characters.
const maxMessage = 4096

// GitHub writes the findings as annotations of GitHub Actions, worst first.
// Of what is waived, the waivers are annotated: the job summary has the findings.
func GitHub(w io.Writer, r *lint.Report, o Options) error {
	var b strings.Builder
	byLevel := map[string][]block{}
	for _, block := range merged(r, o) {
		if !block.waived {
			byLevel[command(block)] = append(byLevel[command(block)], block)
		}
	}
	said := aside(r, o)
	unsaid := max(0, len(said)-perLevel/2)
	said = said[:len(said)-unsaid]
	for _, g := range said {
		b.WriteString("::notice title=" + property("sovlint "+o.word(told(g))) + "::" + data(cut(Clean(g.What+place(g.At)), 2*maxName)) + "\n")
	}
	for _, level := range levels {
		all := byLevel[level]
		more, room := 0, perLevel
		if level == lint.Notice {
			room, more = room-len(said), unsaid
		}
		if len(all) > room || more > 0 && len(all) == room {
			more += len(all) - (room - 1)
			all = all[:room-1]
		}
		for _, block := range all {
			b.WriteString(annotation(block) + "\n")
		}
		if more > 0 {
			fmt.Fprintf(&b, "::%s title=sovlint::%s\n", level, data(o.say("%d more of level %s: the job summary and the log have them all", more, o.word(level))))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// command is the workflow command of a block: its worst level.
func command(b block) string {
	if level := b.first().Level; rank(level) < len(levels) {
		return level
	}
	return lint.Notice
}

func annotation(b block) string {
	var props []string
	if b.spot.at != nil {
		props = location(b.spot)
	}
	f := b.first()
	props = append(props, "title="+property(f.Rule+" "+f.Name))
	return "::" + command(b) + " " + strings.Join(props, ",") + "::" + data(message(b))
}

// location gives columns only where the runner keeps them: on one line.
func location(p spot) []string {
	at := p.at
	props := []string{"file=" + property(p.file), fmt.Sprintf("line=%d", at.Line)}
	end := cmp.Or(at.EndLine, at.Line)
	props = append(props, fmt.Sprintf("endLine=%d", end))
	if end == at.Line && at.Column > 0 {
		props = append(props, fmt.Sprintf("col=%d", at.Column))
		if at.EndColumn > 0 {
			props = append(props, fmt.Sprintf("endColumn=%d", at.EndColumn))
		}
	}
	return props
}

func message(b block) string {
	f := b.first()
	text := b.says()
	if at := b.foreign(); at != "" {
		text += " (" + b.o.say("at %s", at) + ")"
	}
	if f.Hint != "" {
		text += "\n" + b.o.label("Fix") + Clean(f.Hint)
	}
	if len(f.Cites) > 0 {
		text += "\n" + b.o.label("Rule") + Clean(strings.Join(f.Cites, ", "))
	}
	if runes := []rune(text); len(runes) > maxMessage {
		text = string(runes[:maxMessage-1]) + "…"
	}
	return text
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return dataEscapes.Replace(s) }
func property(s string) string { return propertyEscapes.Replace(Clean(s)) }
