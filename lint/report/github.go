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
// A waived finding is not annotated: the job summary has it.
func GitHub(w io.Writer, r *lint.Report, o Options) error {
	var b strings.Builder
	byLevel := map[string][]string{}
	for _, g := range groups(r) {
		if g.key.waived {
			continue
		}
		for _, block := range blocks(g.findings) {
			byLevel[g.key.level] = append(byLevel[g.key.level], annotation(block, o))
		}
	}
	for _, level := range levels {
		all := byLevel[level]
		if len(all) > perLevel {
			more := len(all) - (perLevel - 1)
			all = append(all[:perLevel-1:perLevel-1], fmt.Sprintf("::%s title=sovlint::%d more of level %s: the job summary and the log have them all", level, more, level))
		}
		for _, a := range all {
			b.WriteString(a + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// blocks puts the findings of one source block (the instances of a for_each)
// together: they share an annotation.
func blocks(findings []*lint.Finding) [][]*lint.Finding {
	at := map[lint.At]int{}
	var out [][]*lint.Finding
	for _, f := range findings {
		if f.At == nil || f.At.Line == 0 {
			out = append(out, []*lint.Finding{f})
			continue
		}
		i, ok := at[*f.At]
		if !ok {
			i = len(out)
			at[*f.At] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

func annotation(block []*lint.Finding, o Options) string {
	f := block[0]
	var props []string
	if at := f.At; at != nil && at.Line > 0 {
		props = location(at, o.Prefix)
	}
	props = append(props, "title="+property(f.Rule+" "+f.Name))
	command := f.Level
	if rank(command) == len(levels) {
		command = "notice"
	}
	return "::" + command + " " + strings.Join(props, ",") + "::" + data(message(block))
}

// location gives columns only where the runner keeps them: on one line.
func location(at *lint.At, prefix string) []string {
	props := []string{"file=" + property(prefix+at.File), fmt.Sprintf("line=%d", at.Line)}
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

func message(block []*lint.Finding) string {
	f := block[0]
	text := Clean(f.Message)
	if !f.Address.IsZero() {
		who := Clean(f.Address.String())
		if len(block) > 1 {
			who += fmt.Sprintf(" and %d more", len(block)-1)
		}
		text = who + ": " + text
	}
	if f.Hint != "" {
		text += "\nFix: " + Clean(f.Hint)
	}
	if len(f.Cites) > 0 {
		text += "\nRule: " + Clean(strings.Join(f.Cites, ", "))
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
