// Package load reads plans and states into the types of package tf.
//
// It finds out by the first bytes what it is given: the words of `terraform
// plan`, its message stream, the JSON of `terraform show -json`, a binary plan
// or a raw state. All but the binary plan, which is small, are read as a
// stream: never more than one resource is held in its own form, and only the
// attributes that somebody asked for are kept.
package load

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// Options tell what to read. The zero value reads everything.
type Options struct {
	Lang speech.Lang // of what a form could not show; "" for English
	Name string      // the input's name, for messages
	// Wanted gives the attributes to decode for a resource type, or with
	// typ == "" the arguments to decode of a provider block. Nil means all.
	Wanted func(source, typ string) []string
	// Self gives the attribute that is the identifier of a provider's resources,
	// or "". It goes to Resource.Called and not into the body. Nil means none.
	Self func(source string) string
	// Named gives the attributes by which others name a resource of a type. Their
	// texts go to Resource.Called. Nil means none.
	Named func(source, typ string) []string
	// Labels are the attributes that hold labels, of which only those are kept
	// that Label wants, by key or by whole word. Nil means all.
	Labels []string
	Label  func(word string) bool
	// Source evaluates the configuration that a binary plan carries. With nil,
	// or where it gives nothing, provider blocks and lines stay unknown.
	Source func(Snapshot) (*tf.Config, error)

	skip func(*tf.Resource) bool // what a raw state is not read for
}

// Read reads an input that holds one plan or state. Its errors are of type
// *Error, but for those of r itself.
func Read(r io.Reader, o Options) (*tf.Config, error) {
	all, err := ReadAll(r, o)
	if err != nil {
		return nil, err
	}
	if len(all) > 1 {
		return nil, named(fail(ErrTrailing, "%d documents where one is expected", len(all)), o.Name)
	}
	return all[0], nil
}

// ReadAll reads every plan and state that an input holds, at least one. Where
// there are several, each is named after the input and its place in it, "-#2".
// Its errors are of type *Error, but for those of r itself.
func ReadAll(r io.Reader, o Options) ([]*tf.Config, error) {
	sum := sha256.New()
	raw := &source{r: io.TeeReader(r, sum)}
	in := newTape(transform.NewReader(raw, unicode.BOMOverride(transform.Nop)))
	all, err := newReading(in, o).all()
	if raw.err != nil {
		return nil, raw.err
	}
	if err != nil {
		return nil, named(err, o.Name)
	}
	digest := hex.EncodeToString(sum.Sum(nil))
	for i, c := range all {
		c.Source, c.SHA256 = cmp.Or(o.Name, "-"), digest
		if len(all) > 1 {
			c.Source += fmt.Sprintf("#%d", i+1)
		}
	}
	return all, nil
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
	known := reason(err, 0)
	known.Name = name
	return known
}

// reason turns any error of a decoder that started at byte base into ours.
func reason(err error, base int64) *Error {
	var known *Error
	var syntax *jsontext.SyntacticError
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fail(ErrTruncated, "")
	case errors.As(err, &syntax):
		return fail(ErrSyntax, "at byte %d", base+syntax.ByteOffset)
	}
	return fail(ErrSyntax, "")
}
