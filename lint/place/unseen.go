package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// unseen is the argument by which a provider block that the input does not show
// may name another cloud than the provider's own; "" where the block is shown,
// where the provider leads nowhere else, where the caller says what it holds, and
// where values of the resource tell whose they are.
func (t *task) unseen() string {
	if !t.cfg.Bare || t.byRule || t.r.Provider.Joined || t.r.Mode == tf.Backing || t.r.Mode == tf.Module {
		return ""
	}
	arg := t.leading()
	if _, said := t.assumed(arg); said || arg != "" && t.proven() {
		return ""
	}
	return arg
}

// leading is the argument of the provider that decides whose cloud it is, as far
// as the rules of its family know one.
func (t *task) leading() string {
	var found []string
	for _, rule := range t.c.Identifications(t.out.Provider.Family) {
		for _, cond := range rule.When {
			if rule.Vendor != t.out.Provider.Vendor && cond.Op != "absent" && t.ofBlock(cond.Arg) {
				found = append(found, t.args(cond.Arg)...)
			}
		}
	}
	if len(found) == 0 {
		return ""
	}
	if trait, ok := t.c.Trait(t.out.Provider.Source, "hidden"); ok {
		return trait.Arg
	}
	return first(t.out.Provider.Hosts, found[0])
}

// ofBlock reports whether a rule reads an argument of the provider block that
// names no region.
func (t *task) ofBlock(arg string) bool {
	return !strings.HasPrefix(arg, "resource:") && !strings.HasPrefix(arg, "@re") && !slices.Contains([]string{placeArg, "@type"}, arg) &&
		!slices.Contains(t.out.Provider.Regions, arg)
}

// proven reports whether the values of the resource alone show that the vendor is
// the one of the provider's default: by a region of the vendor's, or where
// others borrow the names of those, by a zone that is in no other vendor's table.
func (t *task) proven() bool {
	borrowed := t.c.Traits(t.out.Provider.Source, "borrowed")
	if len(borrowed) == 0 {
		code, _, _ := t.providerRegion()
		return t.spoke || slices.ContainsFunc(t.out.Sites, isRegion) || code != "" && t.region(code) != nil
	}
	for _, path := range t.out.Type.Where {
		if path == global || slices.ContainsFunc(borrowed, func(b catalog.Trait) bool { return b.Arg == path }) {
			continue
		}
		for _, v := range t.planned(path) {
			if text, known := scalar(v); known && t.region(text) != nil && t.soleOwner(text) {
				return true
			}
		}
	}
	return false
}

func isRegion(s Site) bool { return s.Region != nil && s.Region.ID != "" }

// soleOwner reports whether no other vendor has a region or zone of that code.
func (t *task) soleOwner(code string) bool {
	sole, ok := t.sole[code]
	if !ok {
		sole = !slices.ContainsFunc(t.c.Vendors(), func(v *catalog.Vendor) bool {
			return v.ID != t.out.Vendor.ID && t.c.Region(v.ID, code) != nil
		})
		t.sole[code] = sole
	}
	return sole
}

// hides reports whether the form of the input hides what stands at a path, be it
// nothing.
func (t *task) hides(path string) bool {
	return len(t.written(path)) == 0 && slices.ContainsFunc(t.planned(path), func(v tf.Value) bool { return v.Hidden })
}

// askHidden asks about an argument whose value the form does not show.
func (t *task) askHidden(path string) {
	t.ask(t.say("%s is not shown by this input", clean(path)), t.word(settleForm))
}

// settleForm is what gives a plan in words or messages what it lacks.
const settleForm = "run it where the .tf files are, give --source DIR, or judge terraform show -json of a saved plan"

// veiled asks about an attribute that would name the place and is not shown. One
// that only narrows a region makes what is found without it less than sure.
func (t *task) veiled() bool {
	for _, path := range t.out.Type.Where {
		switch {
		case path == global || !t.hides(path):
		case t.c.Narrows(t.out.Provider.Source, path):
			t.maybe = true
		default:
			if !t.oneCountry() {
				t.askHidden(path)
			}
			return true
		}
	}
	return false
}
