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
			for _, up := range t.follow(v.Refs) {
				if t.inherit(up, attr, v.At) {
					return true
				}
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

func (t *task) byName(attr, text string, at *tf.Range) bool {
	if up := t.called(attr, text); up != nil && t.inherit(up, attr, at) {
		return true
	}
	code := t.codeIn(text)
	return code != "" && t.add("primary", code, t.say("%s names %s", clean(attr), code), at, false)
}

func (t *task) inherit(up *tf.Resource, attr string, at *tf.Range) bool {
	pl := t.Place(t.cfg, up)
	if pl.Vendor == nil || t.out.Vendor == nil || pl.Vendor.ID != t.out.Vendor.ID {
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
