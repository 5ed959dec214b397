package load

import (
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// resolve gives the lone references to variables what these may hold.
func (d *document) resolve() {
	for addr, b := range d.conf.resources {
		d.maybes(moduleOf(addr), b.written)
	}
	for _, p := range d.conf.providers {
		d.maybes(unkeyed(p.module), p.written)
	}
}

func (d *document) maybes(module string, attrs tf.Attrs) {
	for k, v := range attrs {
		switch x := v.V.(type) {
		case tf.Attrs:
			d.maybes(module, x)
		case []tf.Value:
			for i := range x {
				d.maybeIn(module, &x[i])
			}
		}
		v.Maybe = d.maybe(module, v, maxHops)
		attrs[k] = v
	}
}

func (d *document) maybeIn(module string, v *tf.Value) {
	if block, ok := v.V.(tf.Attrs); ok {
		d.maybes(module, block)
	}
	v.Maybe = d.maybe(module, *v, maxHops)
}

// maybe follows a lone reference to a variable up to its value. A variable
// that is declared sensitive on the way ends it.
func (d *document) maybe(module string, v tf.Value, hops int) any {
	if hops == 0 || v.State != tf.Unknown || len(v.Refs) != 1 {
		return nil
	}
	name, ok := strings.CutPrefix(v.Refs[0], "var.")
	if !ok || strings.ContainsAny(name, ".[") {
		return nil
	}
	m, ok := d.conf.modules[module]
	if !ok || m.secret[name] {
		return nil
	}
	if module == "" {
		return d.variables[name]
	}
	arg, ok := m.call.Args[name]
	if !ok {
		return m.defaults[name]
	}
	if arg.State == tf.Known {
		return arg.V
	}
	return d.maybe(above(module), arg, hops-1)
}
