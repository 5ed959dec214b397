package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"

	_ "embed" // the schema is a file

	"github.com/sovlint/sovlint/lint"
)

// Schema is the JSON Schema of the format sovlint/report/v1.
//
//go:embed report.schema.json
var Schema []byte

// JSON writes the report as sovlint/report/v1. Lists are never null, and
// characters that a terminal would obey are written as escapes.
func JSON(w io.Writer, r *lint.Report, _ Options) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(filled(r)); err != nil {
		return err
	}
	_, err := w.Write(visible(b.Bytes()))
	return err
}

// visible escapes what encoding/json leaves alone. Such characters stand
// inside strings only, so an escape is always right.
func visible(in []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(in) {
		switch {
		case r == '\n' || !hidden(r):
			out.WriteRune(r)
		case r > 0xFFFF:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, hi, lo)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.Bytes()
}

// filled copies the report with empty lists in place of absent ones.
func filled(r *lint.Report) *lint.Report {
	out := *r
	out.Registers = list(r.Registers)
	out.Inputs = list(r.Inputs)
	out.Gaps = list(r.Gaps)
	out.Resources = make([]lint.Resource, len(r.Resources))
	for i, x := range r.Resources {
		x.Sites, x.Questions, x.Why = list(x.Sites), list(x.Questions), list(x.Why)
		out.Resources[i] = x
	}
	out.Findings = make([]lint.Finding, len(r.Findings))
	for i, f := range r.Findings {
		f.Cites, f.Related, f.Why = list(f.Cites), list(f.Related), list(f.Why)
		out.Findings[i] = f
	}
	return &out
}

func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}
