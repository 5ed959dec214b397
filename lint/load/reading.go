package load

import (
	"bytes"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// A reading is one input while its documents are taken out of it.
type reading struct {
	in      *tape
	o       Options
	dec     *jsontext.Decoder
	done    []*tf.Config
	words   *texts  // the plans in words
	stream  *stream // the message stream at hand; nil when there is none
	beside  beside
	foreign string // what the input is that is none of ours; "" when that is not known
	keys    keyring
}

func newReading(in *tape, o Options) *reading {
	return &reading{in: in, o: o, dec: jsontext.NewDecoder(loan{in}), words: newTexts(o)}
}

func (r *reading) all() ([]*tf.Config, error) {
	start, indent, err := r.in.ahead()
	if err != nil {
		return nil, err
	}
	if len(start) == 0 {
		return nil, fail(ErrEmpty, "")
	}
	if indent == 0 && bytes.HasPrefix(start, []byte("PK\x03\x04")) {
		c, err := readArchive(r.in, r.o)
		return []*tf.Config{c}, err
	}
	r.foreign = foreign(start)
	for len(start) > 0 {
		if err := r.next(start, indent); err != nil {
			if len(r.done) == 0 && r.foreign != "" {
				err = failing(ErrNotPlan, r.foreign)
			}
			return nil, err
		}
		if start, indent, err = r.in.ahead(); err != nil {
			return nil, err
		}
	}
	return r.finish()
}

// next takes one document, one message or one line.
func (r *reading) next(start []byte, indent int) error {
	prefix := logPrefix(start)
	if doc := start[prefix:]; r.isDocument(doc, indent+prefix) {
		_, _ = r.in.Discard(indent + prefix)
		if isMessage(doc) {
			return r.message()
		}
		return r.document()
	}
	at := r.in.offset()
	b, cut, err := r.in.line(maxLine)
	if err != nil {
		return err
	}
	r.words.line(b, cut)
	if !r.words.begun {
		r.beside.note(b, at)
	}
	return nil
}

// isDocument reports whether a JSON document starts here. Among the words of a
// plan it has to be a known one at the start of its line.
func (r *reading) isDocument(start []byte, indent int) bool {
	if len(start) == 0 || start[0] != '{' {
		return false
	}
	return !r.words.begun || indent == 0 && (isMessage(start) || bytes.HasPrefix(start, []byte(`{"format_version"`)))
}

func isMessage(start []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(start[1:], " \t"), []byte(`"@`))
}

func (r *reading) document() error {
	if err := r.closeStream(); err != nil {
		return err
	}
	if len(r.done) >= maxDocuments {
		return tooMuch("more than %d documents", maxDocuments)
	}
	base := r.in.offset()
	r.dec.Reset(loan{r.in}, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	d := newDocument(tokens{Decoder: r.dec, in: r.in, keys: &r.keys}, r.o)
	if err := d.read(); err != nil {
		return reason(err, base)
	}
	r.done = append(r.done, d.config())
	r.in.takeBack(len(r.dec.UnreadBuffer()))
	return r.restOfLine()
}

// message reads one message, which stands on a line of its own. Each run of
// Terraform starts with its version.
func (r *reading) message() error {
	at := r.in.offset()
	b, cut, err := r.in.line(maxValue)
	if err != nil {
		return err
	}
	if cut {
		return tooMuch("one message is larger than %d MB", maxValue>>20)
	}
	if !jsontext.Value(b).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) {
		if _, err := r.in.Peek(1); err == io.EOF {
			return fail(ErrTruncated, "in the middle of a message")
		}
		return fail(ErrSyntax, "the message at byte %d", at)
	}
	if err := r.keys.sound(b, func() string { return calledIn(b) }); err != nil {
		return err
	}
	m := readMessage(b)
	if m.kind == "version" {
		if err := r.closeStream(); err != nil {
			return err
		}
	}
	if r.stream == nil {
		r.stream = newStream(r.o)
	}
	return r.stream.take(m)
}

func (r *reading) closeStream() error {
	if r.stream == nil {
		return nil
	}
	c, err := r.stream.config()
	r.stream = nil
	if err == nil {
		r.done = append(r.done, c)
	}
	return err
}

// restOfLine refuses what stands behind a document on its line, unless it is
// another document.
func (r *reading) restOfLine() error {
	for {
		b, err := r.in.ReadByte()
		if err != nil || b == '\n' {
			return nil
		}
		switch b {
		case ' ', '\t', '\r':
		case '{':
			return r.in.UnreadByte()
		default:
			return fail(ErrTrailing, "behind byte %d", r.in.offset()-1)
		}
	}
}

func (r *reading) finish() ([]*tf.Config, error) {
	if err := r.closeStream(); err != nil {
		return nil, err
	}
	if r.words.begun {
		cs, err := r.words.configs()
		return append(r.done, cs...), err
	}
	if len(r.done) == 0 {
		if r.words.failed || r.words.refreshed {
			return nil, fail(ErrNoPlan, "")
		}
		return nil, failing(ErrNotPlan, r.foreign)
	}
	return r.done, r.beside.mend(r.done, r.o.Lang)
}

// A beside is what stands between the documents of an input.
type beside struct {
	lines   int
	wrapper bool   // some of it is known to come from setup-terraform's wrapper
	failed  bool   // some of it is an error message
	odd     string // what may be a part of a document
}

var (
	// wrapperLine is what runners of GitHub print for themselves.
	wrapperLine = lazily(`^(\[command\]|::[a-z-]+( [^:]*)?::|##\[)`)
	// logLine is a line that begins as log lines do: "[unit] ...", a day, a time.
	logLine = lazily(`^(\[[\w./: -]+\] ?[^\s,\]}]|\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d)`)
)

// note takes a line that no document holds, and where it starts.
func (s *beside) note(line []byte, at int64) {
	line = bytes.TrimSpace(plain(line))
	if len(line) == 0 {
		return
	}
	s.lines++
	switch {
	case wrapperLine().Match(line):
		s.wrapper = true
	case isError(line):
		s.failed = true
	case bytes.Contains(line, []byte(`"format_version"`)), bytes.Contains(line, []byte(`"@level"`)):
		s.odd = fmt.Sprintf("a document that does not begin its line, at byte %d", at)
	case logLine().Match(line):
	case bytes.ContainsAny(line[:1], `{}[],:"0123456789`) && s.odd == "":
		s.odd = fmt.Sprintf("a line that begins with %q, at byte %d", line[:1], at)
	}
}

// mend tells in the documents what was left out, or refuses them when one may
// have lost a part.
func (s *beside) mend(docs []*tf.Config, l speech.Lang) error {
	if s.odd != "" {
		return failing(ErrTrailing, s.odd)
	}
	for _, c := range docs {
		c.Errored = c.Errored || s.failed
		if s.lines > 0 {
			c.Gaps = append(c.Gaps, tf.Gap{What: s.gap(l)})
		}
	}
	return nil
}

func (s *beside) gap(l speech.Lang) string {
	text := l.Count(s.lines, "%d line beside the document was left out", "%d lines beside the document were left out")
	if s.wrapper {
		text += l.Word(": the wrapper of setup-terraform writes such lines unless terraform_wrapper is false")
	}
	return text
}
