package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode/utf16"

	_ "embed" // the schema is a file

	"github.com/sovlint/sovlint/lint"
)

// Schema is the JSON Schema of the format sovlint/report/v1.
//
//go:embed report.schema.json
var Schema []byte

// JSON writes the report as sovlint/report/v1, one element after the other.
// Lists are never null, and characters that a terminal would obey are written
// as escapes.
func JSON(w io.Writer, r *lint.Report, _ Options) error {
	j := newJSONWriter(w)
	j.raw("{")
	for i, m := range []member{
		{"schema", r.Schema}, {"tool", r.Tool}, {"as_of", r.AsOf}, {"doctrine", r.Doctrine}, {"registers", list(r.Registers)},
		{"inputs", list(r.Inputs)}, {"summary", r.Summary},
	} {
		j.member(i, m)
	}
	elements(j, "resources", len(r.Resources), func(i int) any { return filled(r.Resources[i]) })
	elements(j, "findings", len(r.Findings), func(i int) any { return whole(r.Findings[i]) })
	j.member(1, member{"gaps", list(r.Gaps)})
	if len(r.Moved) > 0 {
		j.member(1, member{"moved", r.Moved})
	}
	j.raw("\n}\n")
	return j.flush()
}

type member struct {
	name  string
	value any
}

// A jsonWriter writes indented JSON piece by piece; after an error nothing more.
type jsonWriter struct {
	w   *bufio.Writer
	b   bytes.Buffer
	enc *json.Encoder
	err error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	j := &jsonWriter{w: bufio.NewWriter(w)}
	j.enc = json.NewEncoder(&j.b)
	j.enc.SetEscapeHTML(false)
	return j
}

// flush ends the writing and gives the first error.
func (j *jsonWriter) flush() error {
	if j.err == nil {
		j.err = j.w.Flush()
	}
	return j.err
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

func (j *jsonWriter) value(v any, prefix string) {
	j.b.Reset()
	j.enc.SetIndent(prefix, "  ")
	if j.err == nil {
		j.err = j.enc.Encode(v)
	}
	if j.err == nil {
		_, j.err = j.w.Write(visible(bytes.TrimSuffix(j.b.Bytes(), []byte("\n"))))
	}
}

func (j *jsonWriter) member(i int, m member) {
	if i > 0 {
		j.raw(",")
	}
	j.raw("\n  \"" + m.name + "\": ")
	j.value(m.value, "  ")
}

func elements(j *jsonWriter, name string, n int, element func(int) any) {
	j.raw(",\n  \"" + name + "\": [")
	for i := range n {
		if i > 0 {
			j.raw(",")
		}
		j.raw("\n    ")
		j.value(element(i), "    ")
	}
	if n > 0 {
		j.raw("\n  ")
	}
	j.raw("]")
}

// visible escapes what encoding/json leaves alone. Such characters stand
// inside strings only, so an escape is always right.
func visible(in []byte) []byte {
	if !slices.ContainsFunc(in, func(c byte) bool { return c >= 0x7f }) && !bytes.Contains(in, []byte("##")) {
		return in
	}
	var out bytes.Buffer
	text := string(in)
	for i, r := range text {
		switch {
		case r == '#' && bracketed(text[i:]):
			out.WriteString(`\u0023`)
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

// filled copies a resource with empty lists in place of absent ones.
func filled(x lint.Resource) lint.Resource {
	b := *x.Belief
	b.Sites, b.Questions, b.Why = list(b.Sites), list(b.Questions), list(b.Why)
	x.Belief = &b
	return x
}

// whole copies a finding with empty lists in place of absent ones.
func whole(f lint.Finding) lint.Finding {
	c := *f.Cause
	c.Cites, c.Why = list(c.Cites), list(c.Why)
	f.Cause, f.Related = &c, list(f.Related)
	return f
}

func list[T any](in []T) []T {
	if in == nil {
		return []T{}
	}
	return in
}
