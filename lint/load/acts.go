package load

import (
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

// does notes what a resource block of the configuration does beside standing
// somewhere: its provisioners, the request of a data source.
func (d *document) does(addr tf.Addr, mode, typ string, exprs, provisioners []byte) {
	if n := len(elementsOf(provisioners)); n > 0 {
		d.acts.Add(hcleval.Provisioner, addr.String(), n, nil)
	}
	written := func(arg string) bool {
		v := field(exprs, arg)
		method := text(field(v, "constant_value"))
		return v != nil && method != "GET" && method != "HEAD"
	}
	if mode == "data" && hcleval.Requests(typ, written) {
		d.acts.Add(hcleval.Request, addr.String(), 1, nil)
	}
}

// letGo notes what a plan no longer manages and does not destroy: it stays where it
// is, with what it holds.
func letGo(acts *hcleval.Acts, all []*tf.Resource) {
	for _, r := range all {
		if r.Action == tf.Forget && r.Mode == tf.Managed {
			acts.Add(hcleval.Forgotten, r.String(), 1, nil)
		}
	}
}
