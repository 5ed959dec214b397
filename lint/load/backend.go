package load

import (
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

// backend makes a backend of its type and of what its arguments say of its place.
// The others are not kept: keys, passwords and tokens stand among them.
func backend(typ string, args tf.Attrs) *tf.Backend {
	if typ == "" {
		return nil
	}
	said := tf.Attrs{}
	for name, v := range args {
		if v.State != tf.Null && v.State != tf.Absent {
			said[name] = withoutLogin(v)
		}
	}
	return &tf.Backend{Type: typ, Written: hcleval.KeptOf(typ, said)}
}

// withoutLogin takes names and passwords out of addresses.
func withoutLogin(v tf.Value) tf.Value {
	switch x := v.V.(type) {
	case string:
		s, ok := hcleval.Address(x)
		if !ok {
			return tf.Value{State: tf.Unknown}
		}
		v.V = s
	case tf.Attrs:
		out := tf.Attrs{}
		for k, e := range x {
			if e.State != tf.Null {
				out[k] = withoutLogin(e)
			}
		}
		v.V = out
	case []tf.Value:
		out := make([]tf.Value, 0, len(x))
		for _, e := range x {
			out = append(out, withoutLogin(e))
		}
		v.V = out
	}
	return v
}

// rawBackend reads the backend that a working directory remembers in
// .terraform/terraform.tfstate.
func (d *document) rawBackend(raw []byte) error {
	args, typ := tf.Attrs{}, text(field(raw, "type"))
	members(field(raw, "config"), func(k, v []byte) {
		if hcleval.Keeps(typ, string(k)) {
			args[string(k)] = value(v, nil, nil)
		}
	})
	d.raw.backend = backend(typ, args)
	return nil
}
