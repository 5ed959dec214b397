package load

import (
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// refreshed are the resources that a state holds, as a run says when it reads
// them again. That is all that words and messages tell of what does not change:
// the address, and what the provider calls it. The zero value has none.
type refreshed struct {
	all  []*tf.Resource
	at   map[tf.Addr]bool
	gone map[tf.Addr]bool // the run found them deleted
	only bool             // the run changes nothing, whatever is written
	over bool             // there are more than a plan may have
}

// refreshLine is how a run names a resource that it reads again; Terraform 0.11
// wrote the identifier in another way.
var refreshLine = lazily(`^(.+): Refreshing state\.\.\. (?:\[id=(.*)\]|\(ID: (.*)\))$`)

// line takes a line of a run; false for one that names no resource.
func (f *refreshed) line(p *pool, b []byte) bool {
	m := refreshLine().FindSubmatch(b)
	if m == nil {
		return false
	}
	f.add(p, string(m[1]), string(m[2])+string(m[3]))
	return true
}

// add enters a resource once. What stands behind an address marks an object that
// is no longer the current one.
func (f *refreshed) add(p *pool, address, id string) {
	address, phrase, _ := cutHead(address)
	if address == "" || phrase != "" {
		return
	}
	at := p.addr([]byte(address))
	typ, mode := typeOf(at.Local)
	if mode != tf.Managed || f.at[at] {
		return
	}
	if p.count() != nil {
		f.over = true
		return
	}
	if f.at == nil {
		f.at = map[tf.Addr]bool{}
	}
	f.at[at] = true
	kind := &tf.Kind{Mode: mode, Action: tf.NoOp, Type: p.wordOf([]byte(typ)), Provider: p.unjoined(p.wordOf([]byte(implied(typ))))}
	r := &tf.Resource{Addr: at, Kind: kind}
	r.Body.Planned = p.hidden(r.Provider.Source, r.Type)
	r.Called = tf.CalledBy(whole(id), nil)
	f.all = append(f.all, r)
}

// whole is an identifier that was not cut to fit a line; "" for one that was.
func whole(id string) string {
	if strings.Contains(id, "...") {
		return ""
	}
	return id
}

// lost says that the run found a resource deleted.
func (f *refreshed) lost(at tf.Addr) {
	if f.gone == nil {
		f.gone = map[tf.Addr]bool{}
	}
	f.gone[at] = true
}

// rest are those that are still there and that the plan does not change.
func (f *refreshed) rest(changed []*tf.Resource) []*tf.Resource {
	if len(f.all) == 0 {
		return nil
	}
	said := map[tf.Addr]bool{}
	for _, r := range changed {
		if r.Deposed() == "" {
			said[r.Addr] = true
		}
	}
	var out []*tf.Resource
	for _, r := range f.all {
		if said[r.Addr] || f.gone[r.Addr] {
			continue
		}
		if f.only {
			r.Action = tf.Exists
		}
		out = append(out, r)
	}
	return out
}
