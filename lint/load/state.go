package load

import (
	"slices"

	"github.com/sovlint/sovlint/lint/tf"
)

// values reads a member of the values of a state.
func (d *document) values(key string) error {
	if key == "root_module" {
		d.rooted = true
		return d.object(d.stateModule)
	}
	return d.pass("values", key, valuesMembers)
}

func (d *document) stateModule(key string) error {
	switch key {
	case "resources":
		return d.array(func() error { return d.value(d.existing) })
	case "child_modules":
		return d.array(func() error { return d.object(d.stateModule) })
	}
	return d.pass("module", key, moduleMembers)
}

func (d *document) existing(raw []byte) error {
	r := d.resource()
	r.Action = tf.Exists
	var attrs, hidden []byte
	var id identity
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "values":
			attrs = v
		case "sensitive_values":
			hidden = v
		default:
			d.take(&id, k, v)
		}
	})
	if err := d.identify(r, id); err != nil {
		return err
	}
	if d.covers(r) {
		return nil
	}
	r.Body.Planned = d.attrs(r, attrs, nil, hidden)
	d.kinds.share(r)
	d.state = append(d.state, r)
	return d.count()
}

// covers reports whether a plan tells more of a resource than its prior state
// does. Where a plan has changes, data sources that it has read are no news.
func (d *document) covers(r *tf.Resource) bool {
	if len(d.changes) == 0 {
		return false
	}
	if r.Mode == tf.Data {
		return true
	}
	if !d.sorted {
		d.index()
	}
	if len(d.moved) > 0 && d.moved[r.String()] {
		return true
	}
	i, _ := slices.BinarySearchFunc(d.changes, r.Addr, func(x *tf.Resource, at tf.Addr) int { return x.Compare(at) })
	for ; i < len(d.changes) && d.changes[i].Addr == r.Addr; i++ {
		if d.changes[i].Deposed() == r.Deposed() {
			return true
		}
	}
	return false
}

// index makes the changes searchable. They are all there then: what comes
// before them in the document is looked through at the end.
func (d *document) index() {
	tf.Sort(d.changes)
	d.sorted = true
	for _, c := range d.changes {
		if c.Past != nil && c.Past.Address != "" {
			set(&d.moved, c.Past.Address, true)
		}
	}
}

// remaining gives the resources of the prior state that the plan leaves alone.
func (d *document) remaining() []*tf.Resource {
	d.sorted = false
	return slices.DeleteFunc(d.state, d.covers)
}
