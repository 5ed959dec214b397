package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// byParent takes the place of the resource this one is a part of: the one that
// an expression names, else the one whose name or id the value is, else the
// region that the value itself holds.
func (t *task) byParent() bool {
	for _, attr := range strings.Split(t.out.Type.Parent, ",") {
		if attr == "" {
			continue
		}
		for _, v := range t.written(attr) {
			if t.inheritOne(t.follow(v.Refs), attr, v.At) {
				return true
			}
		}
		for _, v := range slices.Concat(t.planned(attr), t.written(attr)) {
			if text, known := scalar(v); known && t.byName(attr, text, v.At) {
				return true
			}
		}
	}
	return false
}

// inheritOne takes the place of one of the resources that an expression mentions.
// It may mention more than the whole: what a condition tests, what else an object
// holds. Those that the attribute's name speaks of go before; where another of
// them is elsewhere, which one the value is stays a question.
func (t *task) inheritOne(ups []*tf.Resource, attr string, at *tf.Range) bool {
	meant := slices.DeleteFunc(slices.Clone(ups), func(up *tf.Resource) bool { return !speaksOf(attr, t.r.Type, up.Type) })
	if len(meant) > 0 {
		ups = meant
	}
	for i, up := range ups {
		if !t.inherit(up, attr, at) {
			continue
		}
		if j := slices.IndexFunc(ups[i+1:], func(other *tf.Resource) bool { return t.apart(up, other) }); j >= 0 {
			t.unsure(t.say("%s mentions %s and %s, which are in different places", clean(attr), t.near(up), t.near(ups[i+1+j])))
		}
		return true
	}
	return false
}

// apart reports whether two resources of the vendor have places, and no common
// one.
func (t *task) apart(a, b *tf.Resource) bool {
	there, here := t.Place(t.cfg, a), t.Place(t.cfg, b)
	if here.Vendor != there.Vendor || !placed(here) || !placed(there) {
		return false
	}
	return !slices.ContainsFunc(here.Sites, func(s Site) bool {
		return slices.ContainsFunc(there.Sites, func(o Site) bool { return idOf(s.Region) == idOf(o.Region) })
	})
}

// placed reports whether a placement has a site in a region.
func placed(pl *Placement) bool {
	return slices.ContainsFunc(pl.Sites, func(s Site) bool { return s.Region != nil })
}

// unsure leaves every site probable, and open what they rest on.
func (t *task) unsure(what string) {
	for i := range t.out.Sites {
		t.out.Sites[i].Probable = true
	}
	t.ask(what, t.word("let both name one region"))
}

func (t *task) byName(attr, text string, at *tf.Range) bool {
	if up := t.called(attr, text); up != nil && t.inherit(up, attr, at) {
		return true
	}
	code := t.codeIn(text)
	return code != "" && t.add("primary", code, t.say("%s names %s", clean(attr), code), at, false)
}

func (t *task) inherit(up *tf.Resource, attr string, at *tf.Range) bool {
	pl := t.Place(t.cfg, up)
	if pl.Vendor == nil || t.out.Vendor == nil || pl.Vendor.ID != t.out.Vendor.ID || t.regional() && slices.Contains(pl.Type.Where, global) {
		return false
	}
	if t.take(pl, t.say("it takes the place of %s, which %s names", t.near(up), clean(attr)), at) {
		return true
	}
	if len(pl.Open) > 0 && len(pl.Type.Where) > 0 {
		t.out.Open = append(t.out.Open, pl.Open...)
		return true
	}
	return false
}

// regional reports whether the type has a place of its own to write: then it is
// no part of a service without one.
func (t *task) regional() bool {
	where := t.out.Type.Where
	return len(where) > 0 && !slices.Contains(where, global)
}

// nowhere are the codes of sites that are no region: what is a part of them is
// there too.
var nowhere = []string{"premises", anywhere[1:], global[1:]}

// take takes over the sites of another placement that are places, and the
// questions of one that is none or is not proven.
func (t *task) take(pl *Placement, claim string, at *tf.Range) bool {
	found := false
	for _, s := range pl.Sites {
		switch {
		case s.Role != "primary" && s.Role != "host" && s.Role != "edge":
			continue
		case s.Region == nil && slices.Contains(nowhere, s.Code):
			for _, q := range pl.Open {
				t.ask(q.What, q.Settle)
			}
		case s.Region == nil && s.Role == "primary":
			continue
		}
		for _, q := range pl.Open {
			if s.Probable {
				t.ask(q.What, q.Settle)
			}
		}
		s.Why = append(evidence.Trail{{Claim: claim, At: at}}, s.Why...)
		s.Offer, s.Uncovered = nil, false
		t.out.Sites = append(t.out.Sites, s)
		found = true
	}
	return found
}
