package load

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	tfjson "github.com/hashicorp/terraform-json"

	"github.com/sovlint/sovlint/lint/tf"
)

// maxShared bounds how many different sets of attributes are remembered.
const maxShared = 2048

// change reads one element of resource_changes.
func (d *document) change(raw []byte) error {
	r, change := &tf.Resource{}, []byte(nil)
	var id identity
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "previous_address":
			id.previous = text(v)
		case "change":
			change = v
		default:
			id.take(k, v)
		}
	})
	if !d.identify(r, id) {
		return nil
	}
	d.planned(r, change)
	d.changes = append(d.changes, r)
	return nil
}

// identity is what plans and states have in common, as written.
type identity struct {
	address, module, mode, typ, index, provider []byte
	previous, deposed                           string
}

func (id *identity) take(key, v []byte) {
	switch string(key) {
	case "address":
		id.address = v
	case "module_address":
		id.module = v
	case "mode":
		id.mode = v
	case "type":
		id.typ = v
	case "index":
		id.index = v
	case "provider_name":
		id.provider = v
	case "deposed", "deposed_key":
		id.deposed = text(v)
	}
}

// identify gives a resource its identity; false for one without an address.
// Old inputs leave out what the address tells.
func (d *document) identify(r *tf.Resource, id identity) bool {
	if len(id.address) < 3 || id.address[0] != '"' {
		return false
	}
	addr := unquote(id.address)
	module := unquote(id.module)
	if len(module) > 0 && bytes.HasPrefix(addr, module) && len(addr) > len(module)+1 {
		r.Addr = tf.Addr{Module: d.wordOf(module), Local: d.wordOf(addr[len(module)+1:])}
	} else {
		at := tf.ParseAddr(string(addr))
		r.Addr = tf.Addr{Module: d.wordOf([]byte(at.Module)), Local: d.wordOf([]byte(at.Local))}
	}
	r.Type = d.word(id.typ)
	if mode := text(id.mode); mode != "" {
		r.Mode, _ = tf.ModeOf(mode)
	} else if strings.HasPrefix(r.Local, "data.") {
		r.Mode = tf.Data
	}
	if id.previous != "" || id.deposed != "" {
		r.Past = &tf.Past{Address: id.previous, Deposed: id.deposed}
	}
	if r.Key() == "" && !isNull(id.index) {
		r.Local += "[" + string(id.index) + "]"
	}
	r.Provider = d.unjoined(d.word(id.provider))
	d.noteSource(r)
	return true
}

// unjoined is the provider of a resource whose provider block is not known.
func (d *document) unjoined(source string) *tf.Provider {
	p, ok := d.bare[source]
	if !ok {
		p = &tf.Provider{Source: source}
		d.bare[source] = p
	}
	return p
}

type change struct {
	actions               tfjson.Actions
	before, after         []byte
	unknown               []byte
	hideBefore, hideAfter []byte
	importing             bool
}

func readChange(raw []byte) (c change) {
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "actions":
			_ = json.Unmarshal(v, &c.actions)
		case "before":
			c.before = v
		case "after":
			c.after = v
		case "after_unknown":
			c.unknown = v
		case "before_sensitive":
			c.hideBefore = v
		case "after_sensitive":
			c.hideAfter = v
		case "importing":
			c.importing = v[0] == '{'
		}
	})
	return c
}

func (d *document) planned(r *tf.Resource, raw []byte) {
	c := readChange(raw)
	r.Action = c.action()
	if r.Action == tf.Delete || r.Action == tf.Forget || isNull(c.after) && !isNull(c.before) {
		r.Body.Planned = d.attrs(r, c.before, nil, c.hideBefore)
		return
	}
	r.Body.Planned = d.attrs(r, c.after, c.unknown, c.hideAfter)
}

func (c change) action() tf.Action {
	a := c.actions
	switch {
	case a.NoOp() && c.importing:
		return tf.Import
	case a.NoOp():
		return tf.NoOp
	case a.Replace():
		return tf.Replace
	case a.Create():
		return tf.Create
	case a.Read():
		return tf.Read
	case a.Update():
		return tf.Update
	case a.Delete():
		return tf.Delete
	case a.Forget():
		return tf.Forget
	}
	return tf.Update
}

// attrs decodes the wanted attributes. Resources that say the same share them.
func (d *document) attrs(r *tf.Resource, raw, unknown, hidden []byte) tf.Attrs {
	names, all := d.wanted(r.Provider.Source, r.Type)
	if len(names) == 0 && !all {
		return nil
	}
	m := mask{names: names, all: all, unknown: unknown, hidden: hidden, o: &d.o}
	if d.o.Self != nil && !all {
		m.self = d.o.Self(r.Provider.Source)
	}
	key, parts := m.take(raw)
	r.Self = m.own
	if a, ok := d.shared[string(key)]; ok {
		return a
	}
	var out tf.Attrs
	for _, p := range parts {
		v := value(p.raw, p.unknown, p.hidden)
		if v.State == tf.Absent {
			continue
		}
		if out == nil {
			out = tf.Attrs{}
		}
		out[string(p.name)] = v
	}
	d.share(key, out)
	return out
}

func (d *document) share(key []byte, a tf.Attrs) {
	if len(key) > 1<<10 {
		return
	}
	if len(d.shared) >= maxShared {
		clear(d.shared)
	}
	d.shared[string(key)] = a
}

type mask struct {
	names           []string
	all             bool
	unknown, hidden []byte
	o               *Options
	self, own       string // the identifier's attribute, and what it says
}

type part struct{ name, raw, unknown, hidden []byte }

// take cuts the wanted members out of an object and its two masks; key is
// equal where they are.
func (m *mask) take(raw []byte) (key []byte, parts []part) {
	at := map[string]int{}
	get := func(k []byte) *part {
		if !m.all && !has(m.names, k) || m.self != "" && string(k) == m.self {
			return nil
		}
		i, ok := at[string(k)]
		if !ok {
			i = len(parts)
			at[string(k)] = i
			parts = append(parts, part{name: k})
		}
		return &parts[i]
	}
	each := func(raw []byte, set func(p *part, v []byte)) {
		members(raw, func(k, v []byte) {
			if p := get(k); p != nil {
				set(p, v)
			}
		})
	}
	each(raw, func(p *part, v []byte) { p.raw = m.labels(p.name, v) })
	if m.self != "" && len(m.hidden) < 2 || m.self != "" && !isTrue(field(m.hidden, m.self)) {
		m.own = text(field(raw, m.self))
	}
	each(m.unknown, func(p *part, v []byte) { p.unknown = v })
	each(m.hidden, func(p *part, v []byte) { p.hidden = v })
	m.whole(get, &parts)
	for _, p := range parts {
		for _, b := range [][]byte{p.name, p.raw, p.unknown, p.hidden} {
			key = append(append(key, b...), 0)
		}
	}
	return key, parts
}

// labels leaves out the labels that nobody asks for.
func (m *mask) labels(name, raw []byte) []byte {
	if m.o == nil || m.o.Label == nil || !slices.Contains(m.o.Labels, string(name)) || !isNested(raw) {
		return raw
	}
	out := []byte{raw[0]}
	add := func(v ...[]byte) {
		if len(out) > 1 {
			out = append(out, ',')
		}
		for _, b := range v {
			out = append(out, b...)
		}
	}
	members(raw, func(k, v []byte) {
		if m.o.Label(string(k)) {
			quoted, _ := jsontext.AppendQuote(nil, k) // it was read from JSON
			add(quoted, []byte(":"), v)
		}
	})
	items(raw, func(v []byte) {
		if m.o.Label(text(v)) {
			add(v)
		}
	})
	return append(out, raw[0]+2) // ] is two after [, } two after {
}

// whole lays a mask that is just true over every wanted attribute.
func (m *mask) whole(get func([]byte) *part, parts *[]part) {
	if isTrue(m.unknown) {
		for _, n := range m.names {
			get([]byte(n)).unknown = m.unknown
		}
	}
	if isTrue(m.hidden) {
		for i := range *parts {
			(*parts)[i].hidden = m.hidden
		}
	}
}
