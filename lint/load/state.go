package load

import "github.com/sovlint/sovlint/lint/tf"

// values reads a member of the values of a state.
func (d *document) values(key string) error {
	if key == "root_module" {
		return d.object(d.stateModule)
	}
	return d.dec.SkipValue()
}

func (d *document) stateModule(key string) error {
	switch key {
	case "resources":
		return d.array(func() error { return d.value(d.existing) })
	case "child_modules":
		return d.array(func() error { return d.object(d.stateModule) })
	}
	return d.dec.SkipValue()
}

func (d *document) existing(raw []byte) error {
	r := &tf.Resource{Action: tf.Exists}
	var index, attrs, hidden []byte
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "index":
			index = v
		case "values":
			attrs = v
		case "sensitive_values":
			hidden = v
		default:
			d.identity(r, string(k), v)
		}
	})
	if r.Address == "" {
		return nil
	}
	complete(r, index)
	d.noteSource(r)
	r.Body.Planned = d.attrs(r, attrs, nil, hidden)
	d.state = append(d.state, r)
	return nil
}
