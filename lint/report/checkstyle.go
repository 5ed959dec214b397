package report

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"github.com/sovlint/sovlint/lint"
)

var checkstyleSeverities = map[string]string{"error": "error", "warning": "warning"}

// Checkstyle writes the XML of Checkstyle 4.3, which reviewdog and Jenkins
// read, file by file. Of what is waived, the waivers are in it.
func Checkstyle(w io.Writer, r *lint.Report, o Options) error {
	x := newXMLWriter(w)
	x.start("checkstyle", "version", "4.3")
	all := merged(r, o)
	last := func(file string) string { return cmp.Or(file, "\U0010FFFF") }
	slices.SortStableFunc(all, func(a, b block) int { return cmp.Compare(last(a.spot.file), last(b.spot.file)) })
	open := ""
	for _, b := range all {
		if b.waived {
			continue
		}
		if file := cmp.Or(b.spot.file, nowhereFile); file != open {
			if open != "" {
				x.raw("\n</file>")
			}
			open = file
			x.raw("\n")
			x.start("file", "name", file)
		}
		x.raw("\n  ")
		x.empty("error", checkstyleError(b)...)
	}
	said := aside(r, o)
	if len(said) > 0 && open != nowhereFile {
		if open != "" {
			x.raw("\n</file>")
		}
		open = nowhereFile
		x.raw("\n")
		x.start("file", "name", open)
	}
	for _, g := range said {
		x.raw("\n  ")
		x.empty("error", "source", "sovlint", "severity", "info", "message", o.gapText(g))
	}
	if open != "" {
		x.raw("\n</file>")
	}
	x.raw("\n</checkstyle>\n")
	return x.flush()
}

func checkstyleError(b block) []string {
	f := b.first()
	text := b.says()
	if f.Hint != "" {
		text += ". " + b.o.label("Fix") + cut(f.Hint, 4*maxName)
	}
	out := []string{"source", f.Rule, "severity", cmp.Or(checkstyleSeverities[f.Level], "info"), "message", text}
	if at := b.spot.at; at != nil {
		out = append(out, "line", strconv.Itoa(at.Line))
		if at.Column > 0 {
			out = append(out, "column", strconv.Itoa(at.Column))
		}
	}
	return out
}
