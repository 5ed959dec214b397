package load

import (
	"encoding/json"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"

	"github.com/sovlint/sovlint/lint/tf"
)

// maxShared bounds how many different sets of attributes are remembered.
const maxShared = 2048

// change reads one element of resource_changes.
func (d *document) change(raw []byte) error {
	r, change := &tf.Resource{}, []byte(nil)
	var index []byte
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "previous_address":
			r.Previous = text(v)
		case "change":
			change = v
		case "index":
			index = v
		default:
			d.identity(r, string(k), v)
		}
	})
	if r.Address == "" {
		return nil
	}
	complete(r, index)
	d.noteSource(r)
	d.planned(r, change)
	d.changes = append(d.changes, r)
	return nil
}

// identity takes what plans and states have in common.
func (d *document) identity(r *tf.Resource, key string, v []byte) {
	switch key {
	case "address":
		r.Address = text(v)
	case "module_address":
		r.Module = d.word(v)
	case "mode":
		r.Mode = tf.Mode(d.word(v))
	case "type":
		r.Type = d.word(v)
	case "name":
		r.Name = text(v)
	case "deposed", "deposed_key":
		r.Deposed = text(v)
	case "provider_name":
		r.Provider.Source = d.word(v)
	}
}

// complete derives what old inputs leave out from the address.
func complete(r *tf.Resource, index []byte) {
	if r.Module == "" {
		r.Module = moduleOf(r.Address)
	}
	if r.Mode == "" {
		r.Mode = tf.Managed
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(r.Address, r.Module), ".")
	rest = strings.TrimPrefix(rest, "data.")
	if own := strings.TrimPrefix(rest, r.Type+"."); strings.HasPrefix(own, r.Name) {
		r.Name = own[:len(r.Name)] // so that it takes no memory of its own
	}
	if i := strings.IndexByte(rest, '['); i >= 0 {
		r.Key = rest[i:]
	} else if !isNull(index) {
		r.Key = "[" + string(index) + "]"
	}
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
	m := mask{names: names, all: all, unknown: unknown, hidden: hidden}
	key, parts := m.take(raw)
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
}

type part struct{ name, raw, unknown, hidden []byte }

// take cuts the wanted members out of an object and its two masks; key is
// equal where they are.
func (m mask) take(raw []byte) (key []byte, parts []part) {
	at := map[string]int{}
	get := func(k []byte) *part {
		if !m.all && !has(m.names, k) {
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
	each(raw, func(p *part, v []byte) { p.raw = v })
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

// whole lays a mask that is just true over every wanted attribute.
func (m mask) whole(get func([]byte) *part, parts *[]part) {
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
