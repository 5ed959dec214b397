package load

import (
	"bytes"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// line takes a line between the braces of a resource. An attribute or a block
// begins with its name in the ninth column; all that belongs to it stands
// further in, but for what closes it.
func (o *body) line(b []byte, cut bool) {
	if o.r == nil {
		return
	}
	rest := b[8:]
	switch sign := string(bytes.TrimSpace(b[4:8])); {
	case !isSign(sign):
		o.flush() // a remark of a later Terraform
		return
	case b[7] != ' ' || b[8] == ' ':
		o.more(b, cut) // further in
		return
	case rest[0] == '#':
		if isHidden(string(rest)) {
			o.flush()
			o.hidden = true
		}
		return
	case len(o.item) > 0 && closes(rest), len(o.item) == 0 && bytes.IndexByte([]byte("}])"), rest[0]) >= 0:
		o.more(b, cut)
		return
	}
	o.flush()
	name := nameOf(string(rest))
	if o.wants(name) || has(o.named, []byte(name)) || o.self != "" && name == o.self {
		o.item = append(o.item, string(b))
		o.size, o.broken = len(b), cut
	}
}

// isSign reports whether a word is one of the signs before names; none is one.
func isSign(s string) bool {
	switch s {
	case "", "+", "-", "~", "-/+", "+/-", "<=":
		return true
	}
	return false
}

// more keeps a line of the wanted attribute at hand.
func (o *body) more(b []byte, cut bool) {
	if len(o.item) == 0 {
		return
	}
	o.broken = o.broken || cut
	if o.size += len(b); o.size > maxItem {
		o.broken = true
		return
	}
	o.item = append(o.item, string(b))
}

// closes reports whether a line ends what stands above it.
func closes(rest []byte) bool {
	switch rest[0] {
	case '}', ']', ')':
		return true
	}
	word, _, _ := bytes.Cut(rest, []byte(" "))
	tail := bytes.TrimPrefix(rest, word)
	return string(word) == heredocEnd && (len(tail) == 0 || bytes.HasPrefix(tail, []byte(" ->")) || bytes.HasPrefix(tail, []byte(" #")))
}

// heredocEnd is the word that Terraform ends heredocs with.
const heredocEnd = "EOT"

func isHidden(s string) bool {
	return strings.HasPrefix(s, "# (") && strings.HasSuffix(s, " hidden)")
}

func (o *body) flush() {
	if len(o.item) > 0 {
		o.items = append(o.items, item{o.item, o.broken})
	}
	o.item, o.size, o.broken = nil, 0, false
}

// close ends the resource at hand and gives it its attributes.
func (w *words) close(t *texts) {
	o := w.open
	w.open = nil
	if o == nil || o.r == nil || !o.inside {
		return
	}
	o.flush()
	// What a new or a leaving resource does not show is null.
	before := o.r.Action == tf.Delete
	hidden := o.hidden && o.r.Action != tf.Create && o.r.Action != tf.Read && !before
	w.hides = w.hides || hidden
	o.identify(before)
	o.r.Body.Planned = t.decoded(o, before, hidden)
	t.kinds.share(o.r)
}

func (o *body) wants(name string) bool { return o.all || has(o.names, []byte(name)) }

// identifier is the attribute that a provider calls a resource by, where nobody
// asks for it as a value.
func (o *body) identifier() string {
	if o.wants("id") {
		return ""
	}
	return "id"
}

// identify takes what the resource is called out of the items: its identifier,
// and the texts by which others name it, each once and in order.
func (o *body) identify(before bool) {
	var self string
	var names []string
	o.items = slices.DeleteFunc(o.items, func(it item) bool {
		name := nameOf(it.lines[0][8:])
		own, named := o.self != "" && name == o.self, has(o.named, []byte(name))
		if !own && !named {
			return false
		}
		p := parser{lines: it.lines, before: before}
		e := p.entry(8, false)
		text, known := e.v.Str()
		if known = known && !it.broken && !p.bad; known && own {
			self = text
		}
		if known && named && text != "" && !slices.Contains(names, text) {
			names = append(names, text)
		}
		return own || !o.wants(name)
	})
	slices.Sort(names)
	o.r.Called = tf.CalledBy(self, names)
}

// decoded reads the wanted items. Resources that say the same share them.
func (t *texts) decoded(o *body, before, hidden bool) tf.Attrs {
	key := []byte("text\x00" + o.r.Type + "\x00")
	for i, yes := range []bool{before, hidden} {
		if yes {
			key = append(key, byte('0'+i))
		}
	}
	for _, it := range o.items {
		for _, l := range it.lines {
			key = append(append(key, l...), '\n')
		}
	}
	if a, ok := t.copyOf(key); ok {
		return a
	}
	out := t.equal(t.read(o, before, hidden))
	t.share(key, out)
	return out
}

func (t *texts) read(o *body, before, hidden bool) tf.Attrs {
	var out tf.Attrs
	blocks := map[string]bool{}
	for _, it := range o.items {
		p := parser{lines: it.lines, before: before}
		e := p.entry(8, false)
		if it.broken || p.bad || p.i < len(p.lines) {
			e = entry{name: e.name, v: hiddenValue}
		}
		blocks[e.name] = e.block
		put(&out, e)
	}
	if !hidden {
		return out
	}
	for name, v := range t.hidden(o.r.Provider.Source, o.r.Type) {
		if _, ok := out[name]; !ok {
			set(&out, name, v)
		}
	}
	for name, v := range out { // another block of the name may be hidden
		if list, ok := v.V.([]tf.Value); ok && blocks[name] {
			v.V = append(list, hiddenValue)
			out[name] = v
		}
	}
	return out
}
