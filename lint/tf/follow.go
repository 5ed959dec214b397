package tf

import (
	"maps"
	"slices"
	"strings"
)

// Follow returns the managed resources that an expression of r mentions, in
// the order of their addresses: through input variables up to the caller and
// through outputs down into modules. Where both r and a resource are instances
// of count or for_each and share a key, only that instance comes back.
func (c *Config) Follow(r *Resource, refs []string) []*Resource {
	w := walk{c: c}
	for _, ref := range refs {
		w.ref(r.Module, ref, maxHops)
	}
	out := slices.DeleteFunc(w.found, func(x *Resource) bool { return x == r })
	if key := r.Key(); key != "" {
		if same := slices.DeleteFunc(slices.Clone(out), func(x *Resource) bool { return x.Key() != key }); len(same) > 0 {
			out = same
		}
	}
	slices.SortFunc(out, func(a, b *Resource) int { return a.Compare(b.Addr) })
	return slices.Compact(out)
}

type walk struct {
	c     *Config
	seen  map[string]bool // variables and outputs, where a circle could lead through
	found []*Resource
}

func (w *walk) ref(module, ref string, hops int) {
	head := step(ref, 0)
	if hops == 0 || head >= len(ref) {
		return
	}
	switch ref[:head] {
	case "var", "module":
		w.through(module, ref, hops)
	case "local", "each", "count", "path", "terraform", "self", "data":
	default:
		w.resource(module, ref[:min(step(ref, head+1), len(ref))])
	}
}

// through follows a variable up to the caller or an output down into a module.
func (w *walk) through(module, ref string, hops int) {
	key := module + "\x00" + ref
	if w.seen[key] {
		return
	}
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	w.seen[key] = true
	parts := Split(ref)
	switch parts[0] {
	case "var":
		call := w.c.call(module)
		if call == nil || module == "" {
			return
		}
		for _, up := range call.Args[trimKey(parts[1])].allRefs() {
			w.ref(Up(module), up, hops-1)
		}
	case "module":
		w.output(module, parts, hops)
	}
}

func (w *walk) output(module string, parts []string, hops int) {
	if len(parts) < 3 {
		return
	}
	prefix := join(module, "module."+parts[1])
	for _, child := range w.c.instances(prefix) {
		for _, down := range w.c.Calls[child].Outputs[trimKey(parts[2])].allRefs() {
			w.ref(child, down, hops-1)
		}
	}
}

// instances gives the instances of a module call that the input has: prefix
// itself and prefix with a key.
func (c *Config) instances(prefix string) []string {
	if c.modules == nil {
		c.modules = slices.Sorted(maps.Keys(c.Calls))
	}
	var out []string
	for _, from := range []string{prefix, prefix + "["} {
		for i, _ := slices.BinarySearch(c.modules, from); i < len(c.modules) && strings.HasPrefix(c.modules[i], from); i++ {
			rest := c.modules[i][len(prefix):]
			if rest == "" || rest[0] == '[' && step(rest, 0) == len(rest) {
				out = append(out, c.modules[i])
			}
			if from == prefix {
				break
			}
		}
	}
	return slices.Compact(out)
}

// resource finds the instances of a block, or the one whose key the reference
// has: aws_s3_bucket.b["k"].
func (w *walk) resource(module, local string) {
	base, key := local, ""
	if i := strings.IndexByte(local, '['); i >= 0 {
		base, key = local[:i], local[i:]
	}
	for _, r := range w.c.At(module, base) {
		if (key == "" || r.Key() == key) && r.Deposed() == "" && r.Mode == Managed {
			w.found = append(w.found, r)
		}
	}
}

// At gives the instances of one resource block in one module instance; base is
// the address within the module without instance key.
func (c *Config) At(module, base string) []*Resource {
	var out []*Resource
	for _, from := range []string{base, base + "["} {
		at := Addr{Module: module, Local: from}
		i, _ := slices.BinarySearchFunc(c.Resources, at, func(r *Resource, at Addr) int { return r.Compare(at) })
		for ; i < len(c.Resources); i++ {
			r := c.Resources[i]
			if r.Module != module || r.Local != base && (from == base || !strings.HasPrefix(r.Local, from)) {
				break
			}
			out = append(out, r)
		}
	}
	return out
}

// allRefs gathers the references of a value and of everything inside it.
func (v Value) allRefs() []string {
	out := slices.Clone(v.Refs)
	switch x := v.V.(type) {
	case Attrs:
		for _, k := range sortedKeys(x) {
			out = append(out, x[k].allRefs()...)
		}
	case []Value:
		for _, e := range x {
			out = append(out, e.allRefs()...)
		}
	}
	return out
}

func trimKey(s string) string {
	s, _, _ = strings.Cut(s, "[")
	return s
}

func sortedKeys(a Attrs) []string { return slices.Sorted(maps.Keys(a)) }
