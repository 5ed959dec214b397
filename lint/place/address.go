package place

import (
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// stands is the kind of a link of what holds nothing and only stands for what is
// at an address: a location, an endpoint, a profile of a connection.
const stands = "at"

// addressee takes the places of what a resource stands for, to which a copy goes.
// It reports whether the resource stands for anything; what cannot be placed is
// asked for.
func (t *task) addressee(l catalog.Link, to *tf.Resource, typ *catalog.Type, at *tf.Range) bool {
	found := false
	for _, in := range typ.Links {
		if in.Kind != stands {
			continue
		}
		l := catalog.Link{Kind: l.Kind, Path: l.Path + " -> " + t.near(to) + "." + in.Path}
		text := ""
		for v := range Planned(to, in.Path) {
			if s, known := scalar(v); known && s != "" {
				text = s
			}
		}
		switch {
		case text != "":
			found = true
			t.byAddress(l, to, in.Path, text, at)
		case t.addressRefs(l, to, in.Path):
			found = true
		}
	}
	return found
}

// byAddress places a copy by an address that is known.
func (t *task) byAddress(l catalog.Link, to *tf.Resource, path, text string, at *tf.Range) {
	t.alone = false
	if t.copyHost(l, text, wrote(l.Path, text), at) {
		return
	}
	if up := t.Called(t.cfg, to, path, text); up != nil && t.copyOwn(l, up, at) {
		return
	}
	if code := t.codeIn(text); code != "" && t.addCopy(roles[l.Kind], code, wrote(l.Path, text), at) {
		return
	}
	t.askNamed(l, text)
}

// addressRefs places a copy by the resources that an address is made of.
func (t *task) addressRefs(l catalog.Link, to *tf.Resource, path string) bool {
	found := false
	for v := range Written(to, path) {
		if v.State != tf.Unknown || len(v.Refs) == 0 {
			continue
		}
		found = true
		ends := t.cfg.Follow(to, v.Refs)
		placed := slices.ContainsFunc(ends, func(up *tf.Resource) bool { return t.copyOwn(l, up, v.At) })
		if !placed {
			ref, _ := t.cfg.RestsOn(to, v.Refs)
			t.askCopy(l, ref)
		}
	}
	return found
}
