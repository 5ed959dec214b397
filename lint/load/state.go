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
	var attrs, hidden []byte
	var id identity
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "values":
			attrs = v
		case "sensitive_values":
			hidden = v
		default:
			id.take(k, v)
		}
	})
	if !d.identify(r, id) {
		return nil
	}
	r.Body.Planned = d.attrs(r, attrs, nil, hidden)
	d.state = append(d.state, r)
	return nil
}
