// Package report writes a lint.Report down, one file a format.
package report

import (
	"io"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
)

// Options say how to write. None of them changes what is said.
type Options struct {
	Lang  speech.Lang // of every word but ids and what comes from an input; "" for English
	Color bool        // text only
	Width int         // columns of the terminal; 0 means no wrapping
	// Map is set for `sovlint map`: the text is a table of places, no judgement.
	Map bool
	// Prefix is the way from the repository root to the current folder, with a
	// trailing slash, for the formats that are read from the root; "" for none.
	Prefix string
	// Clauses gives the words and the source of a clause by its citation.
	Clauses map[string]string
	// Vendors gives the display name of a vendor by its id.
	Vendors map[string]string
	// Rules gives every rule that was looked for; nil for those with findings.
	Rules func() []Page
	// FailOn is the lowest level that fails the run, "never" for none; "" means error.
	FailOn string
	// Note is told what a format had to leave out; nil for nobody.
	Note func(string)
}

// A Writer writes a whole report in one format.
type Writer func(w io.Writer, r *lint.Report, o Options) error

// formats is the table of every format; its order is the one of the help.
var formats = []struct {
	name  string
	write Writer
}{
	{"text", Text},
	{"json", JSON},
	{"jsonl", JSONLines},
	{"sarif", SARIF},
	{"github", GitHub},
	{"gitlab", GitLab},
	{"azure", Azure},
	{"junit", JUnit},
	{"checkstyle", Checkstyle},
	{"markdown", Markdown},
	{"html", HTML},
	{"csv", CSV},
	{"dot", DOT},
	{"mermaid", Mermaid},
}

// Formats lists the names of the formats.
func Formats() []string {
	out := make([]string, len(formats))
	for i, f := range formats {
		out[i] = f.name
	}
	return out
}

// Write writes the report in the format of that name.
func Write(w io.Writer, format string, r *lint.Report, o Options) error {
	for _, f := range formats {
		if f.name == format {
			return f.write(w, r, o)
		}
	}
	return speech.Errorf("unknown format %q: one of %s", format, strings.Join(Formats(), ", "))
}

// levels are the levels from the worst, as written in the report.
var levels = []string{"error", "warning", "notice"}

func rank(level string) int {
	for i, l := range levels {
		if l == level {
			return i
		}
	}
	return len(levels)
}
