package place

import (
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
			if !t.byAddress(l, to, in.Path, text, at) && !t.byRefs(l, to, in.Path) {
				t.askNamed(l, text)
			}
		case t.mentions(to, in.Path):
			found = true
			if !t.byRefs(l, to, in.Path) {
				t.askRefs(l, to, in.Path)
			}
		}
	}
	return found
}

// byAddress places a copy by an address that is known.
func (t *task) byAddress(l catalog.Link, to *tf.Resource, path, text string, at *tf.Range) bool {
	t.alone = false
	if t.copyHost(l, text, wrote(l.Path, text), at) {
		return true
	}
	if up := t.Called(t.cfg, to, path, text); up != nil && t.copyOwn(l, up, at) {
		return true
	}
	code := t.codeIn(text)
	return code != "" && t.addCopy(roles[l.Kind], code, wrote(l.Path, text), at)
}

// byRefs places a copy by the resources that an address is made of.
func (t *task) byRefs(l catalog.Link, to *tf.Resource, path string) bool {
	found := false
	for v := range Written(to, path) {
		for _, up := range t.cfg.Follow(to, v.Refs) {
			found = t.copyOwn(l, up, v.At) || found
		}
	}
	return found
}

// mentions reports whether an address rests on something that only apply will
// know.
func (t *task) mentions(to *tf.Resource, path string) bool {
	for v := range Written(to, path) {
		if v.State == tf.Unknown && len(v.Refs) > 0 {
			return true
		}
	}
	return false
}

// askRefs asks for a copy whose address rests on what leads nowhere.
func (t *task) askRefs(l catalog.Link, to *tf.Resource, path string) {
	for v := range Written(to, path) {
		if ref, _ := t.cfg.RestsOn(to, v.Refs); ref != "" {
			t.askCopy(l, ref)
		}
	}
}
