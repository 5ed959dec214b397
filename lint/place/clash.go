package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// clash finds a second address that a provider block or backend writes for the
// same thing, and that is somebody else's or somewhere else: which of the two
// counts, nobody can tell. It returns false where all agree.
func (t *task) clash(cond catalog.Cond, m match) bool {
	if m.to != nil || strings.HasPrefix(m.arg, "resource:") {
		return false
	}
	for _, arg := range t.rivals(cond) {
		vals, read := t.values(arg)
		for _, v := range vals {
			text, known, _ := read(v)
			switch {
			case known && (text == "" || t.owner(text) == t.owner(m.text)):
				continue
			case known && (t.vouches(arg) || t.vouches(m.arg)) && !t.isKnown(text):
				continue
			case known:
				t.ask(t.say("%s names two addresses, %q and %q", t.blockName(), hostOf(m.text), hostOf(text)), t.word("write the one that is called"))
			case v.State == tf.Unknown && len(v.Refs) > 0:
				t.ask(t.say("%s names an address twice, %q and one that rests on %s", t.blockName(), hostOf(m.text), v.Refs[0]), t.word("write the one that is called"))
			default:
				continue
			}
			return true
		}
	}
	return false
}

// rivals are the arguments that may write the same address as a condition's: its
// own, and of a provider that has one address only its other spellings.
func (t *task) rivals(cond catalog.Cond) []string {
	out := t.args(cond.Arg)
	if strings.Contains(cond.Arg, "@") || strings.HasPrefix(cond.Arg, "*") {
		return out
	}
	for _, rule := range t.rules() {
		for _, c := range rule.When {
			if strings.HasPrefix(c.Op, "host_") && !strings.ContainsAny(c.Arg, "@*:") && !slices.Contains(out, c.Arg) {
				out = append(out, c.Arg)
			}
		}
	}
	return out
}

// vouches reports whether an argument says whose what answers is, whatever address
// leads to it: a tunnel or a number is no second address then.
func (t *task) vouches(arg string) bool {
	return slices.ContainsFunc(t.c.Identifications(t.out.Provider.Family), func(rule catalog.Identification) bool {
		return slices.ContainsFunc(rule.When, func(c catalog.Cond) bool { return c.Arg == arg && c.Op == "host_known" })
	})
}

func (t *task) isKnown(host string) bool {
	_, ok := t.c.Host(host)
	return ok
}

// owner tells addresses apart by whose they are and where, as far as hosts tell.
func (t *task) owner(text string) string {
	h, known := t.c.Host(text)
	switch {
	case known:
		return h.Vendor + " " + h.Region
	case t.c.Loopback(text):
		return "loopback"
	}
	return hostOf(text)
}

// clashed leaves who holds the resource open.
func (t *task) clashed() {
	t.out.Vendor, t.out.Loopback, t.out.SelfHosted, t.out.Internal = nil, false, false, ""
	t.out.Sites = []Site{{Role: "primary", Why: append(evidence.Trail(nil), t.out.Why...)}}
}
