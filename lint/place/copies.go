package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// roles are the links that put data in another place.
var roles = map[string]string{"copies": "replica", "backs-up": "backup", "geo": "replica", "geo-backup": "backup", "sends": "replica"}

// Copies reports whether links of a kind put data in another place.
func Copies(kind string) bool { return roles[kind] != "" && kind != "sends" }

// copies adds the places that the resource's own arguments send its data to.
func (t *task) copies() {
	if t.out.Vendor == nil {
		t.strays()
		return
	}
	for _, l := range t.out.Type.Links {
		before, unwritten := len(t.out.Sites), false
		switch {
		case l.Kind == "geo", l.Kind == "geo-backup":
			unwritten = t.geo(l)
		case roles[l.Kind] == "":
		case strings.HasPrefix(l.Path, "!"):
			t.always(l)
		case l.Kind == "sends":
			t.sends(l)
		case t.layerOf(l.Path) != nil:
			t.layered(*t.layerOf(l.Path), roles[l.Kind])
		default:
			t.copyTo(l)
		}
		for i := before; i < len(t.out.Sites); i++ {
			s := &t.out.Sites[i]
			s.Via, s.Unwritten, s.Sent = clean(l.Path), unwritten, l.Kind == "sends"
		}
	}
}

// strays adds the places that copies go to from what no vendor of the catalog
// holds, a cloud of one's own: to a host somebody runs, or to a resource of the
// input.
func (t *task) strays() {
	for _, l := range t.out.Type.Links {
		if roles[l.Kind] == "" || strings.HasPrefix(l.Kind, "geo") {
			continue
		}
		if strings.HasPrefix(l.Path, "!") {
			t.always(l)
			continue
		}
		before := len(t.out.Sites)
		for _, v := range slices.Concat(t.planned(l.Path), t.written(l.Path)) {
			if text, known := scalar(v); known && text != "" {
				_ = t.copyHost(l, text, wrote(l.Path, text), v.At) || t.copySpoken(l, t.r.Type+"."+l.Path, text, v.At) || t.copyFollow(l, v) || t.copyCalled(l, text, v.At)
			} else if len(v.Refs) > 0 {
				t.copyFollow(l, v)
			}
		}
		for i := before; i < len(t.out.Sites); i++ {
			t.out.Sites[i].Via = clean(l.Path)
		}
	}
}

// always adds the vendor that a type copies to by its nature. One whose region an
// argument has told already is there.
func (t *task) always(l catalog.Link) {
	v := t.c.Vendor(l.Path[1:])
	if v == nil || slices.ContainsFunc(t.out.Sites, func(s Site) bool { return s.Operator == v }) {
		return
	}
	t.out.Sites = append(t.out.Sites, Site{Role: roles[l.Kind], Operator: v, Via: t.r.Type,
		Why: evidence.Trail{{Claim: t.say("%s copies to %s", t.r.Type, v.Name)}}})
}

// copySpoken is a region of the vendor that names, of the type or its argument,
// speak of: the resource's own cloud has none. Beside an address of somebody
// else the word names no place.
func (t *task) copySpoken(l catalog.Link, names, text string, at *tf.Range) bool {
	v := t.spokenOf(names)
	if v == nil || v == t.out.Vendor || t.addressed(t.r.Body.Planned) {
		return false
	}
	reg := t.c.Region(v.ID, text)
	if reg == nil {
		return false
	}
	if !t.hasSite(reg.ID, v) {
		t.out.Sites = append(t.out.Sites, Site{Role: roles[l.Kind], Code: reg.ID, Region: reg, Operator: v,
			Why: evidence.Trail{{Claim: wrote(l.Path, text), At: at, Source: reg.Source}}})
	}
	return true
}

// An unknown value that nobody wrote is the provider's to compute, and no copy
// that somebody asked for.
func (t *task) copyTo(l catalog.Link) {
	planned, written := t.planned(l.Path), t.written(l.Path)
	if t.hides(l.Path) {
		t.askCopy(l, t.word("what this input does not show"))
	}
	if block := Dynamic(t.r, l.Path); block != "" {
		t.askHiddenCopy(l, `dynamic "`+block+`"`)
	}
	if len(planned) != len(written) && slices.ContainsFunc(planned, func(v tf.Value) bool { return v.State == tf.Unknown }) {
		planned = slices.DeleteFunc(slices.Clone(planned), func(v tf.Value) bool { return v.State == tf.Unknown })
		for _, v := range written {
			t.copyRef(l, v) // one unknown may stand for all that is written
		}
		written = nil
	}
	for i, v := range planned {
		text, known := scalar(v)
		switch {
		case known && text != "":
			t.copyNamed(l, text, v, written)
		case v.State == tf.Unknown && i < len(written):
			t.copyRef(l, written[i])
		}
	}
	if len(planned) == 0 {
		for _, v := range written {
			t.copyRef(l, v)
		}
	}
}

// copyNamed is a destination that the plan shows: a region, an identifier that
// holds one, or the name of another resource.
func (t *task) copyNamed(l catalog.Link, text string, v tf.Value, written []tf.Value) {
	claim := wrote(l.Path, text)
	if t.region(text) == nil && t.copySpoken(l, l.Path, text, v.At) || t.addCopy(roles[l.Kind], text, claim, v.At) {
		return
	}
	for _, w := range written {
		if len(w.Refs) > 0 && t.copyFollow(l, w) {
			return
		}
	}
	if t.copyCalled(l, text, v.At) {
		return
	}
	if t.copyHost(l, text, claim, v.At) {
		return
	}
	if code := t.codeIn(text); code != "" && t.addCopy(roles[l.Kind], code, claim, v.At) {
		return
	}
	t.askNamed(l, text)
}

// copyCalled is a destination of the input by its name.
func (t *task) copyCalled(l catalog.Link, text string, at *tf.Range) bool {
	to := t.called(l.Path, text)
	return to != nil && t.copySites(l, to, at)
}

// copyHost is a destination by its host, which may be anybody's.
func (t *task) copyHost(l catalog.Link, text, claim string, at *tf.Range) bool {
	h, ok := t.c.Host(text)
	v := t.c.Vendor(h.Vendor)
	if !ok || v == nil {
		return false
	}
	s := Site{Role: roles[l.Kind], Operator: v, Host: catalog.HostName(text), Why: evidence.Trail{{Claim: claim, At: at}, {Claim: t.say("%s is one of the hosts of %s", h.Suffix, v.Name), Source: h.Fact}}}
	if reg := t.c.Region(h.Vendor, h.Region); reg != nil {
		s.Code, s.Region = reg.ID, reg
	} else if h.Country != "" {
		s.Region = &catalog.Region{Country: h.Country}
	}
	if !t.hasSite(s.Code, v) {
		t.out.Sites = append(t.out.Sites, s)
	}
	if s.Region == nil {
		t.askCopy(l, "")
	}
	return true
}

func (t *task) copyRef(l catalog.Link, v tf.Value) {
	if text, known, maybe := t.ownText(v); known && (!maybe || t.knows(l.Path, text)) {
		if !maybe {
			t.copyNamed(l, text, v, nil)
		} else if !t.hasSite(idOf(t.region(text)), t.out.Vendor) {
			t.add(roles[l.Kind], text, wrote(l.Path, text), v.At, true)
		}
		return
	}
	if v.State == tf.Unknown && !t.copyFollow(l, v) {
		t.askRef(l, v.Refs)
	}
}

// copyFollow finds the destination among the resources of the input.
func (t *task) copyFollow(l catalog.Link, v tf.Value) bool {
	found := false
	for _, to := range t.follow(v.Refs) {
		found = t.copySites(l, to, v.At) || found
	}
	for _, ref := range v.Refs {
		if found && !isResource(ref) && !chooses(ref) && len(t.follow([]string{ref})) == 0 {
			t.askCopy(l, ref)
		}
	}
	return found
}

// chooses reports whether a reference only tells which instance of another is
// meant: it is no destination of its own.
func chooses(ref string) bool {
	name, call := strings.CutPrefix(ref, "module.")
	return ref == "each.key" || ref == "count.index" || call && !strings.ContainsAny(name, ".[")
}

// copySites takes the places of the resource that a copy goes to, or of what that
// resource only is the address of.
func (t *task) copySites(l catalog.Link, to *tf.Resource, at *tf.Range) bool {
	if typ := t.TypeOf(to); typ != nil && t.addressee(l, to, typ, at) {
		return true
	}
	return t.copyOwn(l, to, at)
}

func (t *task) copyOwn(l catalog.Link, to *tf.Resource, at *tf.Range) bool {
	found := false
	for _, s := range t.Place(t.cfg, to).Sites {
		if s.Role != "primary" && s.Role != "host" {
			continue
		}
		found = true
		if t.hasSite(s.Code, s.Operator) {
			continue
		}
		if s.Role == "primary" {
			s.Role = roles[l.Kind]
		}
		s.Offer, s.Uncovered, s.To = nil, false, to
		s.Why = append(evidence.Trail{{Claim: t.say("%s names %s", clean(l.Path), t.near(to)), At: at}}, s.Why...)
		t.out.Sites = append(t.out.Sites, s)
	}
	return found
}

// addCopy adds the site of a copy whose code is known, unless the data is there
// already.
func (t *task) addCopy(role, code, claim string, at *tf.Range) bool {
	reg := t.region(code)
	if reg != nil && t.hasSite(reg.ID, t.out.Vendor) {
		return true
	}
	return t.add(role, code, claim, at, false)
}

func (t *task) hasSite(code string, operator *catalog.Vendor) bool {
	return slices.ContainsFunc(t.out.Sites, func(s Site) bool { return s.Code == code && s.Operator == operator })
}

// geo is a flag that asks for a copy in the paired region. It reports whether
// the flag is left out, and its default asks.
func (t *task) geo(l catalog.Link) (unwritten bool) {
	text := ""
	switch v := one(t.planned(l.Path)); v.State {
	case tf.Known:
		text, _ = scalar(v)
		if list, ok := v.V.([]tf.Value); ok && len(list) == 0 {
			text = "(absent)"
		}
	case tf.Absent, tf.Null:
		if !t.encloses(l.Path) || t.undivided() {
			return false
		}
		text = "(absent)"
	case tf.Unknown:
		written := t.written(l.Path)
		if v.Hidden && len(written) == 0 {
			t.askCopy(l, t.word("what this input does not show"))
			return false
		}
		if len(written) > 0 {
			t.askCopy(l, first(written[0].Refs, ""))
			return false
		}
		if !t.encloses(l.Path) || t.undivided() {
			return false
		}
		text = "(absent)" // nobody wrote it: what the provider computes is its default
	}
	if !slices.ContainsFunc(l.Values, func(s string) bool { return strings.EqualFold(s, text) }) {
		return false
	}
	claim := t.say("%s = %q keeps a copy in the paired region", clean(l.Path), text)
	if text == "(absent)" {
		claim = t.say("%s is not written; its documented default keeps a copy in the paired region", clean(l.Path))
	}
	for _, s := range slices.Clone(t.out.Sites) {
		if s.Role != "primary" || s.Region == nil {
			continue
		}
		if s.Region.Pair == "" || !t.addCopy(roles[l.Kind], s.Region.Pair, claim, nil) {
			what := t.say("%s = %s keeps a copy in a region other than %s, and which one is not known", clean(l.Path), text, s.Code)
			if text == "(absent)" {
				what = t.say("%s is not written; its documented default keeps a copy in a region other than %s, and which one is not known", clean(l.Path), s.Code)
			}
			if text != "(absent)" {
				t.stray(what, t.settleGeo(l))
				continue
			}
			t.ask(what, t.settleGeo(l))
			t.out.Silent = append(t.out.Silent, clean(l.Path))
		}
	}
	return text == "(absent)"
}

// encloses reports whether the block is there that an argument would stand in:
// only there does its default count.
func (t *task) encloses(path string) bool {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return true
	}
	known := func(v tf.Value) bool { return v.State == tf.Known }
	return slices.ContainsFunc(t.planned(path[:i]), known) || len(t.written(path[:i])) > 0
}

// undivided reports whether the vendor has one region, out of which nothing goes.
func (t *task) undivided() bool {
	n := 0
	for _, r := range t.c.Regions(t.out.Vendor.ID) {
		if r.Kind == "region" {
			n++
		}
	}
	return n == 1
}

// settleGeo says what keeps a copy out of the paired region: the other value of a
// flag that is true or false.
func (t *task) settleGeo(l catalog.Link) string {
	for _, v := range []string{"false", "true"} {
		if !slices.Contains(l.Values, v) && slices.ContainsFunc(l.Values, func(s string) bool { return s == "false" || s == "true" }) {
			return t.say("write %s = %s, or name the region of the copy where the type allows it", clean(l.Path), v)
		}
	}
	return t.word("name the second region, or choose local or zone redundancy")
}

func (t *task) askCopy(l catalog.Link, ref string) {
	what := t.say("where the copy that %s names is kept is not known", clean(l.Path))
	if ref != "" {
		what = t.say("where the copy goes that %s names is not known: it rests on %s", clean(l.Path), ref)
	}
	t.stray(what, t.word("write the region, or give the input that makes the destination"))
}

// askRef asks where a copy goes whose destination rests on references that lead
// nowhere.
func (t *task) askRef(l catalog.Link, refs []string) {
	ref, hidden := t.cfg.RestsOn(t.r, refs)
	if hidden {
		t.askHiddenCopy(l, ref)
		return
	}
	t.askCopy(l, ref)
}

// askHiddenCopy asks where a copy goes whose destination stands in what a plan
// has no expression of.
func (t *task) askHiddenCopy(l catalog.Link, ref string) {
	t.stray(t.say("where the copy goes that %s names is not known: it rests on %s", clean(l.Path), ref),
		t.word("give the source behind the plan (--source): a plan does not carry what this is made of"))
}

// stray asks where a copy is.
func (t *task) stray(what, settle string) {
	t.ask(what, settle)
	if q := (Question{What: what, Settle: settle}); !slices.Contains(t.out.Strays, q) {
		t.out.Strays = append(t.out.Strays, q)
	}
}

// askNamed asks for the place of a copy whose destination has a name, and is not
// in the input.
func (t *task) askNamed(l catalog.Link, text string) {
	t.stray(t.say("where %q is kept, to which %s copies, is not known", text, clean(l.Path)), t.word("write the region, or give the input that makes the destination"))
}

// one is the value of a list that has exactly one, else the zero value.
func one(vs []tf.Value) tf.Value {
	if len(vs) != 1 {
		return tf.Value{}
	}
	return vs[0]
}
