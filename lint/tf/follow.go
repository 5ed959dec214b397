package tf

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// maxHops bounds how many variables and outputs a reference is followed through.
const maxHops = 32

// Follow returns the managed resources that an expression of r mentions, in
// the order of their addresses: through input variables up to the caller and
// through outputs down into modules. Where both r and a resource are instances
// of count or for_each and share a key, only that instance comes back.
func (c *Config) Follow(r *Resource, refs []string) []*Resource {
	w := walk{c: c, seen: map[string]bool{}}
	for _, ref := range refs {
		w.ref(r.Module, ref, maxHops)
	}
	out := slices.DeleteFunc(w.found, func(x *Resource) bool { return x == r })
	if same := slices.DeleteFunc(slices.Clone(out), func(x *Resource) bool { return x.Key != r.Key }); len(same) > 0 && r.Key != "" {
		out = same
	}
	slices.SortFunc(out, func(a, b *Resource) int { return cmp.Compare(a.Address, b.Address) })
	return slices.Compact(out)
}

type walk struct {
	c     *Config
	seen  map[string]bool
	found []*Resource
}

func (w *walk) ref(module, ref string, hops int) {
	if hops == 0 || w.seen[module+"\x00"+ref] {
		return
	}
	w.seen[module+"\x00"+ref] = true
	parts := splitRef(ref)
	if len(parts) < 2 {
		return
	}
	switch parts[0] {
	case "var":
		call := w.c.Calls[module]
		if call == nil || module == "" {
			return
		}
		for _, up := range call.Args[trimKey(parts[1])].allRefs() {
			w.ref(parent(module), up, hops-1)
		}
	case "module":
		w.output(module, parts, hops)
	case "local", "each", "count", "path", "terraform", "self", "data":
	default:
		w.resource(module, parts[0], parts[1])
	}
}

func (w *walk) output(module string, parts []string, hops int) {
	if len(parts) < 3 {
		return
	}
	prefix := join(module, "module."+parts[1])
	for _, child := range slices.Sorted(maps.Keys(w.c.Calls)) {
		if child != prefix && (!strings.HasPrefix(child, prefix+"[") || parent(child) != module) {
			continue
		}
		for _, down := range w.c.Calls[child].Outputs[trimKey(parts[2])].allRefs() {
			w.ref(child, down, hops-1)
		}
	}
}

func (w *walk) resource(module, typ, name string) {
	key := ""
	if i := strings.IndexByte(name, '['); i >= 0 {
		name, key = name[:i], name[i:]
	}
	for _, r := range w.c.index()[join(module, typ+"."+name)] {
		if (key == "" || r.Key == key) && r.Deposed == "" && r.Mode == Managed {
			w.found = append(w.found, r)
		}
	}
}

func (c *Config) index() map[string][]*Resource {
	if c.byBase == nil {
		c.byBase = make(map[string][]*Resource, len(c.Resources))
		for _, r := range c.Resources {
			base := join(r.Module, r.Type+"."+r.Name)
			c.byBase[base] = append(c.byBase[base], r)
		}
	}
	return c.byBase
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

// splitRef splits a reference at its dots, leaving those inside index keys.
func splitRef(ref string) []string {
	var out []string
	depth, quoted, start := 0, false, 0
	for i := 0; i < len(ref); i++ {
		switch c := ref[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '.' && depth == 0:
			out = append(out, ref[start:i])
			start = i + 1
		}
	}
	return append(out, ref[min(start, len(ref)):])
}

// parent is the module instance that calls module.
func parent(module string) string {
	parts := splitRef(module)
	if len(parts) <= 2 {
		return ""
	}
	return strings.Join(parts[:len(parts)-2], ".")
}

func join(module, rest string) string {
	if module == "" {
		return rest
	}
	return module + "." + rest
}

func trimKey(s string) string {
	s, _, _ = strings.Cut(s, "[")
	return s
}

func sortedKeys(a Attrs) []string { return slices.Sorted(maps.Keys(a)) }
