package catalog

import (
	"regexp"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint/evidence"
)

// Anywhere and Zone are the places that are no country: any that the vendor
// chooses, and the vendor's own data zone around the resource's region.
const (
	Anywhere = "anywhere"
	Zone     = "zone"
)

// A Place is what a value of an attribute says of the place, where no table of
// regions tells: a geography, a witness, a model that is served elsewhere.
type Place struct {
	Types string // glob over resource types
	Path  string // attribute path; "@infers" for every link of that kind
	// Countries are ISO 3166-1 alpha-2, or "EU"; nil for Anywhere and Zone.
	Countries []string
	Kind      string // "", Anywhere or Zone
	Why       string
	Fact      evidence.Source

	value func() *regexp.Regexp // nil for one that says nothing
}

// Says reports whether the line speaks of a value. Values are compared whole
// and without case.
func (p Place) Says(value string) bool {
	if p.value == nil {
		return false
	}
	re := p.value()
	return re != nil && re.MatchString(value)
}

// Region is the place as a region without a code, for a line that names
// countries.
func (p Place) Region() *Region {
	if len(p.Countries) == 1 {
		return &Region{Country: p.Countries[0]}
	}
	return &Region{Countries: p.Countries}
}

func placeOf(r row) Place {
	p := Place{Types: r.cell(1), Path: r.cell(2), Why: r.cell(5)}
	p.value = sync.OnceValue(func() *regexp.Regexp {
		re, _ := regexp.Compile("(?i)^(?:" + r.cell(3) + ")$") // a law reads every line
		return re
	})
	p.Fact = r.src
	p.Fact.AsOf, p.Fact.Confidence = r.cell(6), r.cell(7)
	switch where := r.cell(4); where {
	case Anywhere, Zone:
		p.Kind = where
	default:
		p.Countries = strings.Split(where, ",")
	}
	return p
}
