package waive

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/sovlint/sovlint/lint"
)

// BaselineSchema is the value of a baseline's schema.
const BaselineSchema = "sovlint/baseline/v1"

// A Baseline is the findings that were there already, by fingerprint. The zero
// Baseline holds none.
type Baseline struct {
	Schema   string  `json:"schema"`
	Findings []Known `json:"findings"`
}

// A Known is one finding of a baseline. Only the fingerprint counts; rule and
// address are for whoever reads the file.
type Known struct {
	Fingerprint lint.Fingerprint `json:"fingerprint"`
	Rule        string           `json:"rule"`
	Address     string           `json:"address"`
}

// BaselineOf takes the findings on resources of a report. Waived ones are left
// out: they come back when their waiver ends.
func BaselineOf(r *lint.Report) Baseline {
	b := Baseline{Schema: BaselineSchema, Findings: []Known{}}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Waiver == nil && !f.Address.IsZero() {
			b.Findings = append(b.Findings, Known{f.Fingerprint, f.Name, f.Address.String()})
		}
	}
	return b
}

// ReadBaseline reads what Write wrote.
func ReadBaseline(r io.Reader) (Baseline, error) {
	var b Baseline
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	switch err := dec.Decode(&b); {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return b, errors.New("the baseline ends too early; write it again with --write-baseline")
	case err != nil:
		return b, fmt.Errorf("this is no baseline: %w", err)
	case b.Schema != BaselineSchema:
		return b, fmt.Errorf("schema %.40q, want %s", b.Schema, BaselineSchema)
	}
	if _, err := dec.Token(); err != io.EOF {
		return b, errors.New("something follows the baseline")
	}
	return b, nil
}

// Write writes the baseline.
func (b Baseline) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(b)
}

// Lay takes the findings that the baseline holds out of a report, and says in a
// gap how many they were, and how many of its own are gone. name is the
// baseline's, for people.
func (b Baseline) Lay(r *lint.Report, name string) {
	known := map[lint.Fingerprint]bool{}
	for _, k := range b.Findings {
		known[k.Fingerprint] = false
	}
	before := len(r.Findings)
	r.Findings = slices.DeleteFunc(r.Findings, func(f lint.Finding) bool {
		_, ok := known[f.Fingerprint]
		if ok = ok && !f.Address.IsZero(); ok {
			known[f.Fingerprint] = true
		}
		return ok
	})
	gone := 0
	for _, there := range known {
		if !there {
			gone++
		}
	}
	if n := before - len(r.Findings); n > 0 {
		r.Gaps = slices.Insert(r.Gaps, 0, lint.Gap{Kind: lint.GapKnown, Held: n, What: fmt.Sprintf("findings of the baseline %s that are still there: %d", name, n)})
	}
	if gone > 0 {
		r.Gaps = append(r.Gaps, lint.Gap{What: fmt.Sprintf("findings of the baseline %s that are gone: %d; write it again with --write-baseline", name, gone)})
	}
	r.Count()
}
