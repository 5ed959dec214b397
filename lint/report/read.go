package report

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// Read reads a report that JSON wrote. Its errors say in one line what is wrong.
func Read(r io.Reader) (*lint.Report, error) {
	dec := json.NewDecoder(r)
	var out lint.Report
	err := dec.Decode(&out)
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return nil, errors.New("the report ends too early")
	case err != nil:
		return nil, speech.Errorf("this is no report: %w", err)
	case out.Schema != lint.Schema:
		return nil, speech.Errorf("schema %.40q, want %s", out.Schema, lint.Schema)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("something follows the report")
	}
	for i := range out.Resources {
		if r := &out.Resources[i]; r.Belief == nil || r.Address == nil {
			return nil, speech.Errorf("resource %d of the report has no address or no belief", i+1)
		}
	}
	for i := range out.Findings {
		f := &out.Findings[i]
		if f.Cause == nil {
			return nil, speech.Errorf("finding %d of the report says nothing", i+1)
		}
		if f.Address == nil {
			f.Address = &tf.Addr{}
		}
	}
	return &out, nil
}
