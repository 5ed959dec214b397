// Package load reads plans and states into the types of package tf.
//
// It reads the output of `terraform show -json` as a stream: never more than
// one resource is held in its JSON form, and only the attributes that somebody
// asked for are kept.
package load

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/sovlint/sovlint/lint/tf"
)

// Options tell what to read.
type Options struct {
	Name string // the input's name, for messages
	// Wanted gives the attributes to decode for a resource type, or with
	// typ == "" the arguments to decode of a provider block. Nil means all.
	Wanted func(source, typ string) []string
	// Self gives the attribute that is the identifier of a provider's resources,
	// or "". It goes to Resource.Self and not into the body. Nil means none.
	Self func(source string) string
	// Labels are the attributes that hold labels, of which only those are kept
	// that Label wants, by key or by whole word. Nil means all.
	Labels []string
	Label  func(word string) bool
}

// Read reads the JSON form of a plan or of a state. Its errors are of type
// *Error, but for those of r itself.
func Read(r io.Reader, o Options) (*tf.Config, error) {
	sum := sha256.New()
	raw := &source{r: io.TeeReader(r, sum)}
	in := bufio.NewReaderSize(transform.NewReader(raw, unicode.BOMOverride(transform.Nop)), 64<<10)
	err := sniff(in)
	d := newDocument(in, o)
	if err == nil {
		err = d.read()
	}
	if raw.err != nil {
		return nil, raw.err
	}
	if err != nil {
		return nil, named(err, o.Name)
	}
	c := d.config()
	c.Source = cmp.Or(o.Name, "-")
	c.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return c, nil
}

// source keeps the reader's own error apart from those of the content.
type source struct {
	r   io.Reader
	err error
}

func (s *source) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

func named(err error, name string) error {
	var known *Error
	var syntax *jsontext.SyntacticError
	switch {
	case errors.As(err, &known):
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		known = fail(ErrTruncated, "")
	case errors.As(err, &syntax):
		known = fail(ErrSyntax, syntaxDetail(syntax))
	default:
		known = fail(ErrSyntax, "")
	}
	known.Name = name
	return known
}

// sniff looks at the first bytes and refuses what is no JSON document.
func sniff(in *bufio.Reader) error {
	head, _ := in.Peek(4096)
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return fail(ErrBinary, "")
	}
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 {
		return sniffSpace(in)
	}
	if head[0] == '{' {
		if bytes.HasPrefix(bytes.TrimLeft(head[1:], " \t\r\n"), []byte(`"@level"`)) {
			return fail(ErrStream, "")
		}
		return nil
	}
	for _, word := range []string{"Terraform", "OpenTofu", "Refreshing state", "Reading...", "No changes", "will be "} {
		if bytes.Contains(head, []byte(word)) {
			return fail(ErrText, "")
		}
	}
	return fail(ErrNotPlan, "")
}

// sniffSpace tells an input of blanks only from one that starts with many.
func sniffSpace(in *bufio.Reader) error {
	for {
		b, err := in.ReadByte()
		if err != nil {
			return fail(ErrEmpty, "")
		}
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			_ = in.UnreadByte()
			return sniff(in)
		}
	}
}
