package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/tf"
)

// A Standing is what tells whether a finding that was there already has become
// worse: its fingerprint rests on none of it. The zero Standing is not known.
type Standing struct {
	Class  string `json:"class,omitempty"`
	Places []Stay `json:"places,omitempty"` // sorted
}

// A Stay is who holds data in which country; "" for what is not known.
type Stay struct {
	Operator string `json:"operator,omitempty"`
	Country  string `json:"country,omitempty"` // as Site.Country
}

// IsZero reports whether nothing is known.
func (s Standing) IsZero() bool { return s.Class == "" && len(s.Places) == 0 }

// Standing tells where a finding stands: where the data of its resource is, and
// of which class. It is zero for a finding about the run itself.
func (r *Report) Standing(f *Finding) Standing {
	if x := r.Of(f); x != nil {
		return x.Standing()
	}
	return Standing{}
}

// Of is the resource that a finding is about; nil for the run itself.
func (r *Report) Of(f *Finding) *Resource {
	i, _ := slices.BinarySearchFunc(r.Resources, f.Address, func(x Resource, a *tf.Addr) int { return x.Address.Compare(*a) })
	for ; i < len(r.Resources) && *r.Resources[i].Address == *f.Address; i++ {
		if r.Resources[i].Input == f.Input {
			return &r.Resources[i]
		}
	}
	return nil
}

// Standing tells where the data of a resource is, and of which class.
func (r *Resource) Standing() Standing {
	out := Standing{Class: r.Class.Name}
	for _, s := range r.Sites {
		out.Places = append(out.Places, Stay{cmp.Or(s.Operator, r.Vendor), s.Country})
	}
	slices.SortFunc(out.Places, func(a, b Stay) int {
		return cmp.Or(cmp.Compare(a.Operator, b.Operator), cmp.Compare(a.Country, b.Country))
	})
	out.Places = slices.Compact(out.Places)
	return out
}

// WorseThan reports whether data stands worse than before: with another
// operator, in another country outside of the territory, or under a stricter
// class. What was not known is held against nobody.
func (s Standing) WorseThan(before Standing, t Territory) bool {
	if before.IsZero() {
		return false
	}
	if before.Class != "" && classify.Stricter(s.Class, before.Class) {
		return true
	}
	return slices.ContainsFunc(s.Places, func(p Stay) bool {
		return !t.Permits(p.Country) && !before.has(p.Country, func(o Stay) string { return o.Country }) ||
			!before.has(p.Operator, func(o Stay) string { return o.Operator })
	})
}

// has reports whether a name is among those of before, or cannot be told from them.
func (s Standing) has(name string, of func(Stay) string) bool {
	return name == "" || len(s.Places) == 0 || slices.ContainsFunc(s.Places, func(p Stay) bool { return of(p) == name || of(p) == "" })
}

// Permits reports whether data may be in a country; an empty one is not known,
// and a territory of no countries is everywhere.
func (t Territory) Permits(country string) bool {
	return country == "" || len(t.Countries) == 0 || t.has(country)
}

// Since writes a standing as what was known before: "aws in US, class personal".
// The class is left out where it is the same as now.
func (s Standing) Since(now Standing) string {
	var out []string
	for _, p := range s.Places {
		out = append(out, cmp.Or(p.Operator, "an operator not known")+" in "+cmp.Or(p.Country, "a place not known"))
	}
	text := strings.Join(out, " and ")
	if s.Class != now.Class {
		text += ", class " + s.Class
	}
	return text
}
