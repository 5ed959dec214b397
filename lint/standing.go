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
	Country  string `json:"country,omitempty"` // as Site.Lands
}

// IsZero reports whether nothing is known.
func (s Standing) IsZero() bool { return s.Class == "" && len(s.Places) == 0 }

// Standing tells where a finding stands: the place that it is about, or all of
// its resource where it is about none, and the class of the data. It is zero for
// a finding about the run itself.
func (r *Report) Standing(f *Finding) Standing {
	x := r.Of(f)
	if x == nil {
		return Standing{}
	}
	if sites := about(f, x.Sites); len(sites) > 0 {
		return x.standing(sites)
	}
	return x.Standing()
}

// about gives the sites that a finding is about. In a report that was read back
// they are those whose region the message names.
func about(f *Finding, sites []Site) []Site {
	var out []Site
	for _, s := range sites {
		read := f.Vendor == "" && s.Region != "" && slices.Contains(strings.FieldsFunc(f.Message, unnamed), s.Region)
		if read || f.Region != "" && s.Region == f.Region && (s.Operator == "" || s.Operator == f.Vendor) {
			out = append(out, s)
		}
	}
	return out
}

// unnamed reports whether a character of a message ends the name of a region.
func unnamed(r rune) bool { return strings.ContainsRune(" ,;()", r) }

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
func (r *Resource) Standing() Standing { return r.standing(r.Sites) }

func (r *Resource) standing(sites []Site) Standing {
	out := Standing{Class: r.Class.Name}
	for _, s := range sites {
		out.Places = append(out.Places, Stay{cmp.Or(s.Operator, r.Vendor), s.Lands()})
	}
	slices.SortFunc(out.Places, func(a, b Stay) int {
		return cmp.Or(cmp.Compare(a.Operator, b.Operator), cmp.Compare(a.Country, b.Country))
	})
	out.Places = slices.Compact(out.Places)
	return out
}

// WorseThan reports whether data stands worse than before: a place of it with an
// operator who had it in no such place, be it for a country outside of the
// territory, or a stricter class. What was not known is held against nobody.
func (s Standing) WorseThan(before Standing, t Territory) bool {
	if before.IsZero() {
		return false
	}
	if before.Class != "" && classify.Stricter(s.Class, before.Class) {
		return true
	}
	return len(before.Places) > 0 && slices.ContainsFunc(s.Places, func(p Stay) bool {
		return !slices.ContainsFunc(before.Places, func(o Stay) bool { return p.asGood(o, t) })
	})
}

// asGood reports whether data is no worse off in a place than it was in another,
// or cannot be told to be.
func (p Stay) asGood(o Stay, t Territory) bool {
	if p.Operator != "" && o.Operator != "" && p.Operator != o.Operator {
		return false
	}
	known := strings.Split(o.Country, "+")
	return o.Country == "" || !slices.ContainsFunc(strings.Split(p.Country, "+"), func(c string) bool {
		return !t.Permits(c) && !slices.Contains(known, c)
	})
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
