package catalog

import (
	"errors"
	"io"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/sovlint/sovlint/lint/speech"
)

// Coverage reads the output of `terraform providers schema -json` as a stream
// and returns the managed types that the catalog has no line for, as "source
// type", in order. A provider that makes nothing outside the machine needs no
// lines. An input that is no such output is an error.
func (c *Catalog) Coverage(schema io.Reader) (unknown []string, err error) {
	s := schemaReader{dec: jsontext.NewDecoder(schema, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))}
	seen := false
	err = s.object(func(key string) error {
		if key != "provider_schemas" {
			return s.dec.SkipValue()
		}
		seen = true
		return s.object(func(source string) error {
			types, err := s.types()
			unknown = append(unknown, c.missing(source, types)...)
			return err
		})
	})
	if err == nil {
		_, err = s.dec.ReadToken()
	}
	switch {
	case err != io.EOF:
		return nil, schemaError(err)
	case !seen:
		return nil, errors.New("this is no output of terraform providers schema -json: it has no provider_schemas")
	}
	slices.Sort(unknown)
	return slices.Compact(unknown), nil
}

func schemaError(err error) error {
	var syntax *jsontext.SyntacticError
	switch {
	case err == nil:
		return errors.New("something follows the end of the schema")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the schema is cut short")
	case errors.As(err, &syntax):
		return speech.Errorf("the schema is no JSON: at byte %d", syntax.ByteOffset)
	}
	return err
}

func (c *Catalog) missing(source string, types []string) []string {
	if p, ok := c.Provider(source); ok && p.Local {
		return nil
	}
	var out []string
	for _, t := range types {
		if _, ok := c.Type(source, t); !ok {
			out = append(out, shortSource(source)+" "+t)
		}
	}
	return out
}

type schemaReader struct{ dec *jsontext.Decoder }

// types reads one provider's schema and gives the names of its managed types.
func (s schemaReader) types() (out []string, err error) {
	err = s.object(func(key string) error {
		if key != "resource_schemas" {
			return s.dec.SkipValue()
		}
		return s.object(func(name string) error {
			out = append(out, name)
			return s.dec.SkipValue()
		})
	})
	return out, err
}

// object reads an object member by member; fn must read the member's value.
func (s schemaReader) object(fn func(key string) error) error {
	if k := s.dec.PeekKind(); k != '{' {
		if k == 'n' {
			return s.dec.SkipValue()
		}
		if _, err := s.dec.ReadToken(); err != nil {
			return err
		}
		return errors.New("the schema has another shape than terraform providers schema -json gives")
	}
	if _, err := s.dec.ReadToken(); err != nil {
		return err
	}
	for s.dec.PeekKind() == '"' {
		tok, err := s.dec.ReadToken()
		if err != nil {
			return err
		}
		if err := fn(tok.String()); err != nil {
			return err
		}
	}
	_, err := s.dec.ReadToken()
	return err
}
