package place

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// names is the kind of link that leads to arguments which may name somebody
// else, where what they do with data is not more closely known.
const names = "names"

// telling are the last words of arguments that name an address.
var telling = []string{"endpoint", "endpoints", "url", "urls", "uri", "host", "hosts", "hostname", "server", "servers", "address", "addr", "arn", "issuer", "o"}

// driving are the last words of arguments that name what does the work.
var driving = []string{"driver", "plugin", "provisioner", "apiversion"}

// telltale are the arguments that a product is asked for, whatever its type: what
// a cloud of one's own is told to call may be anybody's.
var telltale = []string{"endpoint", "endpoints", "url", "uri", "host", "hosts", "server", "address"}

// elsewhere asks about every argument that names a vendor other than those who
// are believed to hold the resource, and that no link of its type explains. It
// looks where nothing else would be said: at clouds of one's own, and at vendors
// of the Union.
func (t *task) elsewhere() {
	if t.out.Type.Holds == catalog.Nothing || t.out.Internal == "" && (t.out.Vendor == nil || t.out.Vendor.Control != "eu") {
		return
	}
	w := look{task: t, seen: map[string]bool{}}
	if v := t.out.Vendor; v != nil {
		w.seen[v.ID] = true
	}
	for _, s := range t.out.Sites {
		if s.Operator != nil {
			w.seen[s.Operator.ID] = true
		}
	}
	body := t.r.Body.Planned
	if len(body) == 0 {
		body = t.r.Body.Written
	}
	w.block("", body)
}

// A look goes through the arguments of a resource.
type look struct {
	*task
	seen map[string]bool // vendors that are accounted for
}

func (w *look) block(path string, a tf.Attrs) {
	for _, name := range slices.Sorted(maps.Keys(a)) {
		w.value(strings.TrimPrefix(path+"."+name, "."), name, a, a[name])
	}
}

func (w *look) value(path, name string, among tf.Attrs, v tf.Value) {
	if v.State != tf.Known || v.Sensitive {
		return
	}
	switch x := v.V.(type) {
	case tf.Attrs:
		w.block(path, x)
		w.called(path, name, x)
	case []tf.Value:
		for _, e := range x {
			w.value(path, name, among, e)
		}
	case string:
		w.text(path, name, among, x)
	}
}

// called is for a block whose name speaks of a vendor: eks_config_v2. One that
// names an address speaks for itself.
func (w *look) called(path, name string, a tf.Attrs) {
	for _, word := range wordsOf(name) {
		if said := w.c.Word(word); said.Names && !w.addressed(a) && w.explained(path, "") == "" && filled(a) {
			w.found(said.Vendor, path, "")
			return
		}
	}
}

func (w *look) text(path, name string, among tf.Attrs, text string) {
	words := wordsOf(name)
	last := words[len(words)-1]
	switch {
	case text == "":
	case slices.Contains(telling, last):
		w.address(path, text)
	case last == "region" || last == "location":
		w.region(path, among, text)
	case slices.Contains(driving, last) || name == "plugin_id" || name == "provider_name":
		for _, word := range wordsOf(text) {
			if said := w.c.Word(word); said.Names {
				w.found(said.Vendor, path, text)
			}
		}
	}
}

func (w *look) address(path, text string) {
	if w.explained(path, text) != "" {
		return
	}
	if f := strings.SplitN(text, ":", 6); len(f) == 6 && f[0] == "arn" {
		if f[1] == "aws" {
			w.found(f[1], path, f[3])
		}
		return
	}
	text = text[strings.LastIndexByte(text, '=')+1:] // of options: addr=host
	if h, ok := w.c.Host(text); ok {
		w.found(h.Vendor, path, hostOf(text))
	}
}

// region is for a code whose vendor the words before it tell. Beside an address
// it is a word that the protocol wants, and no place.
func (w *look) region(path string, among tf.Attrs, text string) {
	if w.addressed(among) || w.explained(path, "") != "" {
		return
	}
	if v := w.spokenOf(path); v != nil && w.c.Region(v.ID, text) != nil {
		w.found(v.ID, path, text)
	}
}

// spokenOf is the vendor that the words of a path speak of; nil for none.
func (t *task) spokenOf(path string) *catalog.Vendor {
	for _, word := range wordsOf(path) {
		if said := t.c.Word(word); said.Vendor != "" {
			return t.c.Vendor(said.Vendor)
		}
	}
	return nil
}

func (w *look) found(id, path, text string) {
	v := w.c.Vendor(id)
	if v == nil || w.seen[id] {
		return
	}
	w.seen[id] = true
	what := w.say("%s speaks of %s, and what it does with the data there is not known", path, v.Name)
	if text != "" {
		what = w.say("%s names %s, which is of %s, and what it does with the data there is not known", path, text, v.Name)
	}
	w.ask(what, w.word("say in a waiver what goes there, or name a place of the same cloud"))
}

// explained is the kind of link that accounts for an argument: one that made a
// site, one that reads what comes in, or one whose other end is judged by its
// host; "" for none.
func (t *task) explained(path, host string) string {
	for _, s := range t.out.Sites {
		if s.Via == path {
			return s.Role
		}
	}
	for _, trait := range t.c.Traits(t.out.Provider.Source, "beside") {
		if t.r.Mode == tf.Backing && clean(trait.Arg) == path {
			return trait.Name
		}
	}
	for _, l := range t.out.Type.Links {
		if clean(l.Path) == path && (l.Kind == "from" || host != "" && l.Kind != names && roles[l.Kind] == "") {
			return l.Kind
		}
	}
	return ""
}

// addressed reports whether a block names an address of its own that is not one
// of a vendor of the catalog.
func (t *task) addressed(a tf.Attrs) bool {
	for name, v := range a {
		words := wordsOf(name)
		if text, ok := v.Str(); ok && text != "" && slices.Contains(telling, words[len(words)-1]) {
			if _, known := t.c.Host(text); !known {
				return true
			}
		}
	}
	return false
}

// filled reports whether anything in a block is set.
func filled(a tf.Attrs) bool {
	for _, v := range a {
		if list, ok := v.V.([]tf.Value); v.State == tf.Unknown || v.State == tf.Known && !(ok && len(list) == 0) {
			return true
		}
	}
	return false
}

// wordsOf are the words of a name, in lower case; at least one.
func wordsOf(name string) []string {
	out := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

// sends adds the places that events and requests go to, where a literal or a
// resource of the input tells. What else holds nothing passes data on then; what
// stays where it is adds nothing.
func (t *task) sends(l catalog.Link) {
	before := len(t.out.Sites)
	if trait, ok := t.c.Trait(t.out.Provider.Source, "arn"); ok && trait.Arg == l.Path && t.r.Called.Self() != "" {
		t.alone = false
		t.sendTo(l, t.r.Called.Self(), nil) // its reader took it for the resource's own
	}
	for _, v := range slices.Concat(t.planned(l.Path), t.written(l.Path)) {
		if text, known := scalar(v); known && text != "" {
			t.sendTo(l, text, v.At)
		} else if len(v.Refs) > 0 {
			t.copyFollow(catalog.Link{Kind: "copies", Path: l.Path}, v)
		}
	}
	if len(t.out.Sites) > before && t.out.Type.Holds == catalog.Nothing {
		typ := *t.out.Type
		typ.Holds = catalog.Transits
		t.out.Type = &typ
	}
}

func (t *task) sendTo(l catalog.Link, text string, at *tf.Range) {
	claim := clean(l.Path) + " = " + cmp.Or(hostOf(text), text)
	if h, ok := t.c.Host(text); ok {
		if h.Region != "" || h.Country != "" || t.out.Vendor == nil || h.Vendor != t.out.Vendor.ID {
			t.copyHost(l, text, claim, at)
		}
		return
	}
	if t.out.Vendor == nil {
		return
	}
	code := t.codeIn(text)
	if code == "" && t.c.Region(t.out.Vendor.ID, text) != nil {
		code = text
	}
	if code != "" {
		t.addCopy(roles[l.Kind], code, claim, at)
	}
}
