package load

import (
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

// backendArgs are the arguments of backends that tell where a state is kept.
// The others are not decoded: keys, passwords and tokens stand among them.
var backendArgs = map[string]bool{
	"address": true, "auth_url": true, "bucket": true, "conn_str": true, "container_name": true, "domain": true,
	"endpoint": true, "endpoints": true, "environment": true, "host": true, "hostname": true, "location": true,
	"metadata_host": true, "namespace": true, "organization": true, "path": true, "project": true, "region": true,
	"region_name": true, "resource_group_name": true, "storage_account_name": true, "subscription_id": true,
	"universe_domain": true, "workspaces": true, "accelerate": true, "storage_custom_endpoint": true, "url": true,
}

// backend makes a backend of its type and of what its arguments say.
func backend(typ string, args tf.Attrs) *tf.Backend {
	if typ == "" {
		return nil
	}
	b := &tf.Backend{Type: typ}
	for name, v := range args {
		if backendArgs[name] && v.State != tf.Null && v.State != tf.Absent {
			set(&b.Written, name, withoutLogin(v))
		}
	}
	return b
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
	args := tf.Attrs{}
	members(field(raw, "config"), func(k, v []byte) {
		if backendArgs[string(k)] {
			args[string(k)] = value(v, nil, nil)
		}
	})
	d.raw.backend = backend(text(field(raw, "type")), args)
	return nil
}
