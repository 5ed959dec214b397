package load

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
	tfjson "github.com/hashicorp/terraform-json"

	"github.com/sovlint/sovlint/lint/tf"
)

// change reads one element of resource_changes.
func (d *document) change(raw []byte) error {
	r, change := d.resource(), []byte(nil)
	var id identity
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "previous_address":
			id.previous = text(v)
		case "change":
			change = v
		default:
			d.take(&id, k, v)
		}
	})
	if err := d.identify(r, id); err != nil {
		return err
	}
	if err := d.planned(r, change); err != nil {
		return err
	}
	d.kinds.share(r)
	d.changes = append(d.changes, r)
	return d.count()
}

// deferred reads one element of deferred_changes: a change that a later plan
// will make.
func (d *document) deferred(raw []byte) error {
	d.later = true
	if c := field(raw, "resource_change"); c != nil {
		return d.change(c)
	}
	return nil
}

// identity is what plans and states have in common, as written.
type identity struct {
	address, module, mode, typ, index, provider []byte
	previous, deposed                           string
}

// take takes a member of a resource's identity, and notes one that is not known.
func (d *document) take(id *identity, key, v []byte) {
	if !id.take(key, v) && !resourceMembers[string(key)] {
		d.strange.note("resource", string(key))
	}
}

// take reports whether a member is one of the identity.
func (id *identity) take(key, v []byte) bool {
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
	default:
		return false
	}
	return true
}

// identify gives a resource its identity. Old inputs leave out what the address
// tells.
func (d *document) identify(r *tf.Resource, id identity) error {
	at, err := d.place(id)
	if err != nil {
		return err
	}
	r.Addr = at
	typ, mode := typeOf(at.Local)
	if r.Type = d.word(id.typ); r.Type == "" {
		r.Type = d.wordOf([]byte(typ))
	}
	r.Mode = mode
	said := text(id.mode)
	if said != "" {
		r.Mode, _ = tf.ModeOf(said)
	}
	if typ == "ephemeral" {
		r.Mode = tf.Data // it is gone when the run ends
	} else if r.Mode != mode || r.Type != typ {
		return fail(ErrContradicts, "%.200s is called %s %.80s", at, said, r.Type)
	}
	if id.previous != "" || id.deposed != "" {
		r.Past = &tf.Past{Address: id.previous, Deposed: id.deposed}
	}
	r.Provider = d.unjoined(d.word(id.provider))
	d.noteSource(r)
	return nested(r.Module)
}

// place is where a resource stands.
func (d *document) place(id identity) (at tf.Addr, err error) {
	addr, module := unquote(id.address), unquote(id.module)
	if n := len(module); n > 0 && bytes.HasPrefix(addr, module) && len(addr) > n+1 && addr[n] == '.' {
		at = tf.Addr{Module: d.wordOf(module), Local: d.wordOf(addr[n+1:])}
	} else {
		at = d.addr(addr)
	}
	if len(id.address) == 0 || id.address[0] != '"' || at.Local == "" {
		return at, fail(ErrNotPlan, "a resource without an address")
	}
	if at.Key() == "" && !isNull(id.index) {
		at.Local += "[" + string(id.index) + "]"
	}
	return at, nil
}

type change struct {
	actions               tfjson.Actions
	before, after         []byte
	unknown               []byte
	hideBefore, hideAfter []byte
	importing             bool
}

func (d *document) readChange(raw []byte) (c change) {
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "actions":
			c.actions = actionsIn(v)
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
		default:
			if !changeMembers[string(k)] {
				d.strange.note("change", string(k))
			}
		}
	})
	return c
}

// loneActions are the actions of a change that is one alone, by how it is written.
var loneActions = map[string]tfjson.Actions{
	`["no-op"]`:  {tfjson.ActionNoop},
	`["create"]`: {tfjson.ActionCreate},
	`["read"]`:   {tfjson.ActionRead},
	`["update"]`: {tfjson.ActionUpdate},
	`["delete"]`: {tfjson.ActionDelete},
}

// actionsIn gives the actions of a change, as tfjson knows them.
func actionsIn(raw []byte) (out tfjson.Actions) {
	if one, ok := loneActions[string(raw)]; ok {
		return one
	}
	_ = json.Unmarshal(raw, &out)
	return out
}

func (d *document) planned(r *tf.Resource, raw []byte) error {
	c := d.readChange(raw)
	r.Action = c.action()
	if r.Action == tf.Delete || r.Action == tf.Forget {
		if !isNull(c.after) {
			return fail(ErrContradicts, "%.200s: the action is %s, yet something remains", r, r.Action)
		}
		r.Body.Planned = d.attrs(r, c.before, nil, c.hideBefore)
		return nil
	}
	if len(c.after) == 0 || c.after[0] != '{' {
		c.after, c.unknown = nil, []byte("true") // what it will be nobody says
	}
	r.Body.Planned = d.attrs(r, c.after, c.unknown, c.hideAfter)
	return nil
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
	own := ""
	defer func() { r.Called = tf.CalledBy(own, d.namesIn(r, raw, hidden)) }()
	names, all := d.wanted(r.Provider.Source, r.Type)
	if len(names) == 0 && !all {
		return nil
	}
	m := mask{names: names, all: all, unknown: unknown, hidden: hidden, pool: &d.pool}
	if d.o.Self != nil && !all {
		m.self = d.o.Self(r.Provider.Source)
	}
	key, parts := m.take(raw)
	own = m.own
	if a, ok := d.copyOf(key); ok {
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

// namesIn takes out the texts by which others name a resource, each once
// and in order. What is sensitive is not among them; what leaves nobody names.
func (d *document) namesIn(r *tf.Resource, raw, hidden []byte) (out []string) {
	if d.o.Named == nil || isTrue(hidden) || !r.Action.Remains() {
		return nil
	}
	for _, k := range d.o.Named(r.Provider.Source, r.Type) {
		v := field(raw, k)
		if len(v) < 3 || v[0] != '"' || isTrue(field(hidden, k)) {
			continue
		}
		if s := string(unquote(v)); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

type mask struct {
	names           []string
	all             bool
	unknown, hidden []byte
	pool            *pool
	self, own       string // the identifier's attribute, and what it says
}

type part struct{ name, raw, unknown, hidden []byte }

// take cuts the wanted members out of an object and its two masks; key is
// equal where they are. Both are the pool's room, good until the next call.
func (m *mask) take(raw []byte) (key []byte, parts []part) {
	key, parts, m.pool.kept = m.pool.key[:0], m.pool.parts[:0], m.pool.kept[:0]
	get := func(k []byte) *part {
		if !m.all && !has(m.names, k) || m.self != "" && string(k) == m.self {
			return nil
		}
		for i := range parts {
			if bytes.Equal(parts[i].name, k) {
				return &parts[i]
			}
		}
		parts = append(parts, part{name: k})
		return &parts[len(parts)-1]
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
	m.pool.key, m.pool.parts = key, parts
	return key, parts
}

// labels leaves out the labels that nobody asks for.
func (m *mask) labels(name, raw []byte) []byte {
	o := &m.pool.o
	if o.Label == nil || !slices.Contains(o.Labels, string(name)) || !isNested(raw) {
		return raw
	}
	start := len(m.pool.kept)
	out := append(m.pool.kept, raw[0])
	next := func() {
		if len(out) > start+1 {
			out = append(out, ',')
		}
	}
	members(raw, func(k, v []byte) {
		if m.pool.label(k) {
			next()
			out, _ = jsontext.AppendQuote(out, k) // it was read from JSON
			out = append(append(out, ':'), v...)
		}
	})
	items(raw, func(v []byte) {
		if m.pool.label([]byte(text(v))) {
			next()
			out = append(out, v...)
		}
	})
	out = append(out, raw[0]+2) // ] is two after [, } two after {
	m.pool.kept = out
	return out[start:len(out):len(out)]
}

// whole lays a mask that is just true over every wanted attribute.
func (m *mask) whole(get func([]byte) *part, parts *[]part) {
	if isTrue(m.unknown) {
		for _, n := range m.names {
			if p := get([]byte(n)); p != nil && n[0] != '*' {
				p.unknown = m.unknown
			}
		}
	}
	if isTrue(m.hidden) {
		for i := range *parts {
			(*parts)[i].hidden = m.hidden
		}
	}
}
