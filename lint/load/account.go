package load

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// An account holds a plan's two lists of resources against each other: what
// planned_values holds will be there, so that resource_changes has to have it.
// Of each planned resource a few bytes are kept, until the changes were read.
type account struct {
	planned []uint32 // digests of addresses
	first   string   // one of the addresses
}

// plannedValues reads planned_values, whose resources repeat the changes.
func (d *document) plannedValues() error {
	return d.object(func(key string) error {
		if key == "root_module" {
			return d.object(d.plannedModule)
		}
		return d.pass("planned_values", key, valuesMembers)
	})
}

func (d *document) plannedModule(key string) error {
	switch key {
	case "resources":
		return d.array(func() error { return d.value(d.expect) })
	case "child_modules":
		return d.array(func() error { return d.object(d.plannedModule) })
	}
	return d.pass("module", key, moduleMembers)
}

func (d *document) expect(raw []byte) error {
	var id identity
	members(raw, func(k, v []byte) { id.take(k, v) })
	address := unquote(id.address)
	switch {
	case text(id.mode) == tf.Data.String():
		return nil
	case len(address) == 0:
		return fail(ErrNotPlan, "a planned resource without an address")
	case len(d.account.planned) == maxResources:
		return tooMuch("more than %d resources", maxResources)
	case len(d.account.planned) == 0:
		d.account.first = string(address)
	}
	d.key = append(d.key[:0], address...)
	if !isNull(id.index) && !bytes.HasSuffix(address, []byte("]")) {
		d.key = append(append(append(d.key, '['), id.index...), ']')
	}
	d.account.planned = append(d.account.planned, digest(d.key))
	return nil
}

// settle strikes the changes off the account, and says how many planned
// resources have none.
func (d *document) settle() int {
	a := &d.account
	if len(a.planned) == 0 {
		return 0
	}
	slices.Sort(a.planned)
	a.planned = slices.Compact(a.planned)
	met := make([]bool, len(a.planned))
	missing := len(met)
	for _, r := range d.changes {
		if r.Action == tf.Delete || r.Deposed() != "" {
			continue
		}
		d.key = d.key[:0]
		if r.Module != "" {
			d.key = append(append(d.key, r.Module...), '.')
		}
		d.key = append(d.key, r.Local...)
		if i, ok := slices.BinarySearch(a.planned, digest(d.key)); ok && !met[i] {
			met[i] = true
			missing--
		}
	}
	if missing == 0 {
		a.planned = nil
	}
	return missing
}

func digest(address []byte) uint32 {
	h := fnv.New32a()
	_, _ = h.Write(address)
	return h.Sum32()
}

// whole refuses a plan whose changes were taken out of it.
func (d *document) whole() error {
	if !d.seen["resource_changes"] && !d.seen["planned_values"] {
		return fail(ErrPartial, "it has neither resource_changes nor planned_values")
	}
	switch n := d.settle(); {
	case n == 1 && len(d.account.planned) == 1:
		return fail(ErrPartial, "planned_values holds %.200s, resource_changes does not", d.account.first)
	case n == 1:
		return fail(ErrPartial, "planned_values holds 1 resource that resource_changes does not")
	case n > 1:
		return fail(ErrPartial, "planned_values holds %d resources that resource_changes does not", n)
	}
	return d.unshown()
}

// unshown refuses a plan that neither changes nor holds anything although its
// configuration writes resources that are always there.
func (d *document) unshown() error {
	isManaged := func(r *tf.Resource) bool { return r.Mode == tf.Managed }
	if d.isPart() || slices.ContainsFunc(d.changes, isManaged) || slices.ContainsFunc(d.state, isManaged) {
		return nil
	}
	if n, first := d.unmet(); n > 0 {
		return fail(ErrPartial, "the configuration writes %.200s, the plan neither changes nor holds any resource", first)
	}
	return nil
}

// missing says which resources that are always there a whole plan does not show.
// The blocks are marked that it has.
func (d *document) missing(c *tf.Config) {
	if d.isPart() {
		return
	}
	n, first := d.unmet()
	c.Gaps = append(c.Gaps, notShown(n, first.String(), d.o.Lang)...)
}

// unmet counts the blocks of resources that are always there of which the plan
// has none, and gives the first by address.
func (d *document) unmet() (n int, first tf.Addr) {
	for path, m := range d.conf.modules {
		for i, b := range m.all {
			at := tf.Addr{Module: path, Local: b.local}
			if m.met[i] || !d.isAlways(path, b) {
				continue
			}
			if n++; n == 1 || at.Compare(first) < 0 {
				first = at
			}
		}
	}
	return n, first
}

// notShown says that a plan lacks so many resources of its configuration.
func notShown(n int, first string, l speech.Lang) []tf.Gap {
	switch n {
	case 0:
		return nil
	case 1:
		return []tf.Gap{{What: l.Say("the configuration writes %s, the plan does not show it", bounded(first))}}
	}
	return []tf.Gap{{What: l.Say("the configuration writes %d resources that the plan does not show, such as %s", n, bounded(first))}}
}

// bounded cuts a name that is too long for a sentence.
func bounded(s string) string { return fmt.Sprintf("%.200s", s) }

// isPart reports whether the plan itself says that it shows a part.
func (d *document) isPart() bool { return d.partial || d.later || d.errored }

// isAlways reports whether a block writes a resource that is always there.
func (d *document) isAlways(module string, b resourceBlock) bool {
	return !b.counted && !strings.HasPrefix(b.local, "data.") && !d.isCounted(module)
}

// isCounted reports whether a module, or one that it lies in, may have no
// instance.
func (d *document) isCounted(module string) bool {
	for ; module != ""; module = tf.Up(module) {
		if d.conf.counted[module] {
			return true
		}
	}
	return false
}
