package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// The kinds of links that are flags on what the resource does: a name that is
// also a proxy, a balancer that only answers names.
const (
	passes = "passes" // so set, what else holds nothing passes data on
	idle   = "idle"   // so set, what else passes data on only answers names
)

// passing lets a flag decide whether the resource passes data on. One that only
// apply will know is a question.
func (t *task) passing() {
	for _, l := range t.out.Type.Links {
		if l.Kind != passes && l.Kind != idle {
			continue
		}
		text, open := t.flag(l.Path)
		set := slices.ContainsFunc(l.Values, func(v string) bool { return strings.EqualFold(v, text) })
		switch {
		case open != "":
			t.front()
			t.doubt = true
			t.ask(t.say("%s rests on %s: whether traffic passes through %s is not known", clean(l.Path), open, t.r.Type),
				t.say("write %s as a literal", clean(l.Path)))
		case set && l.Kind == passes:
			t.front()
		case set:
			typ := *t.out.Type
			typ.Holds, typ.Also, typ.Service = catalog.Nothing, nil, "dns"
			t.out.Type = &typ
		}
	}
}

// front makes the resource one that stands before others and ends their
// encryption.
func (t *task) front() {
	typ := *t.out.Type
	typ.Holds, typ.Service = catalog.Transits, "cdn"
	t.out.Type = &typ
}

// flag is the text of an argument that most leave out, "(absent)" where it is;
// open is what it rests on where only apply will know.
func (t *task) flag(path string) (text, open string) {
	for _, v := range t.planned(path) {
		if text, known := scalar(v); known {
			return text, ""
		}
	}
	if t.hides(path) {
		return "", t.word("what this input does not show")
	}
	for _, v := range t.written(path) {
		if text, known := scalar(v); known {
			return text, ""
		}
		if v.State == tf.Unknown && len(v.Refs) > 0 && !t.nullPlanned(path) {
			return "", v.Refs[0]
		}
	}
	return "(absent)", ""
}
