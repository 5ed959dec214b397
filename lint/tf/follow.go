package tf

import (
	"maps"
	"slices"
	"strings"
)

// Follow returns the managed resources that an expression of r mentions, in
// the order of their addresses: through input variables up to the caller and
// through outputs down into modules. Where both r and a resource are instances
// of count or for_each, or stand in instances of a module, and share a key, only
// that instance comes back.
func (c *Config) Follow(r *Resource, refs []string) []*Resource {
	w := walk{c: c, key: innerKey(r.Addr)}
	w.refs(r.Module, refs, maxHops)
	out := slices.DeleteFunc(w.found, func(x *Resource) bool { return x == r })
	if len(out) < 2 {
		return out
	}
	if key := w.key; key != "" {
		if same := slices.DeleteFunc(slices.Clone(out), func(x *Resource) bool { return innerKey(x.Addr) != key }); len(same) > 0 {
			out = same
		}
	}
	slices.SortFunc(out, func(a, b *Resource) int { return a.Compare(b.Addr) })
	return slices.Compact(out)
}

// innerKey is the key of an instance, or of the module instance it stands in.
func innerKey(a Addr) string {
	if key := a.Key(); key != "" || !strings.HasSuffix(a.Module, "]") {
		return key
	}
	steps := Split(a.Module)
	return Addr{Local: steps[len(steps)-1]}.Key()
}

// RestsOn names what an expression of r rests on that leads to no resource: a
// local of which the input tells no more than the name, as plans do, or else the
// first thing it mentions. hidden reports whether it is such a local.
func (c *Config) RestsOn(r *Resource, refs []string) (ref string, hidden bool) {
	w := walk{c: c}
	w.refs(r.Module, refs, maxHops)
	if l := w.local; l != nil {
		if l.Module == r.Module {
			return l.Local, true
		}
		return l.String(), true
	}
	for _, ref := range refs {
		if !isLocal(ref) {
			return ref, false
		}
	}
	return strings.Join(refs[:min(1, len(refs))], ""), false
}

func isLocal(ref string) bool { return strings.HasPrefix(ref, "local.") }

type walk struct {
	c     *Config
	key   string          // of the instance that asks
	seen  map[string]bool // variables, outputs and calls, where a circle could lead through
	found []*Resource
	local *Addr // the first local that an expression rests on alone
}

// refs follows what one expression mentions.
func (w *walk) refs(module string, refs []string, hops int) {
	if w.local == nil && len(refs) > 0 && !slices.ContainsFunc(refs, func(ref string) bool { return !isLocal(ref) }) {
		w.local = &Addr{module, refs[0]}
	}
	for _, ref := range refs {
		if w.chooses(ref, refs) {
			w.only(module, ref, hops)
		}
		w.ref(module, ref, hops)
	}
}

func (w *walk) ref(module, ref string, hops int) {
	head := step(ref, 0)
	if hops <= 0 || head >= len(ref) {
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
	if !w.first(module, ref) {
		return
	}
	parts := Split(ref)
	switch parts[0] {
	case "var":
		call := w.c.call(module)
		if call == nil || module == "" {
			return
		}
		w.refs(Up(module), call.Args[trimKey(parts[1])].allRefs(), hops-1)
	case "module":
		w.output(module, parts, hops)
	}
}

// chooses reports whether an expression names a module call and no output of it.
func (w *walk) chooses(ref string, refs []string) bool {
	name, ok := strings.CutPrefix(ref, "module.")
	return ok && step(name, 0) == len(name) && !slices.ContainsFunc(refs, func(o string) bool {
		return len(o) > len(ref) && strings.HasPrefix(o, ref) && (o[len(ref)] == '.' || o[len(ref)] == '[')
	})
}

// only follows a module call of which an expression chooses an instance: a plan
// has module.m[each.key].arn as module.m, and does not tell the output. Where all
// of them lead to one block, the expression does.
func (w *walk) only(module, ref string, hops int) {
	if !w.first(module, ref) {
		return
	}
	inner := walk{c: w.c, key: w.key, seen: w.seen}
	for _, child := range w.chosen(join(module, ref)) {
		for _, name := range slices.Sorted(maps.Keys(w.c.Calls[child].Outputs)) {
			inner.refs(child, w.c.Calls[child].Outputs[name].allRefs(), hops-1)
		}
	}
	one := func(x *Resource) bool { return blockOf(x) == blockOf(inner.found[0]) }
	if len(inner.found) > 0 && !slices.ContainsFunc(inner.found, func(x *Resource) bool { return !one(x) }) {
		w.found = append(w.found, inner.found...)
	}
}

// maxChosen bounds how many instances of a call an expression may mean.
const maxChosen = 100

// chosen gives the instances of a call that an expression which names none of
// them may mean: the one whose key the asking instance has, or else all, unless
// they are too many to look into for everyone who asks.
func (w *walk) chosen(prefix string) []string {
	if _, ok := w.c.Calls[prefix+w.key]; ok && w.key != "" {
		return []string{prefix + w.key}
	}
	all := w.c.instances(prefix)
	if len(all) > maxChosen {
		return nil
	}
	return all
}

// blockOf is the address of a resource's block.
func blockOf(r *Resource) Addr { return Addr{Unkeyed(r.Module), r.Base()} }

// first reports whether a variable, an output or a call is met for the first time.
func (w *walk) first(module, ref string) bool {
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	key := module + "\x00" + ref
	met := w.seen[key]
	w.seen[key] = true
	return !met
}

func (w *walk) output(module string, parts []string, hops int) {
	if len(parts) < 3 {
		return
	}
	prefix := join(module, "module."+parts[1])
	for _, child := range w.c.instances(prefix) {
		w.refs(child, w.c.Calls[child].Outputs[trimKey(parts[2])].allRefs(), hops-1)
	}
}

// instances gives the instances of a module call that the input has: prefix
// itself and prefix with a key.
func (c *Config) instances(prefix string) []string {
	if c.modules == nil {
		c.modules = slices.AppendSeq(make([]string, 0, len(c.Calls)), maps.Keys(c.Calls))
		slices.Sort(c.modules)
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
	if key == "" && w.key != "" && w.exactly(Addr{module, base + w.key}) {
		return
	}
	for _, r := range w.c.At(module, base) {
		if (key == "" || r.Key() == key) && r.Deposed() == "" && r.Mode == Managed {
			w.found = append(w.found, r)
		}
	}
}

// exactly finds the resource of an address, the asker's own instance of a block of
// thousands; it reports whether there is one.
func (w *walk) exactly(at Addr) bool {
	i, ok := slices.BinarySearchFunc(w.c.Resources, at, func(r *Resource, at Addr) int { return r.Compare(at) })
	if !ok || w.c.Resources[i].Deposed() != "" || w.c.Resources[i].Mode != Managed {
		return false
	}
	w.found = append(w.found, w.c.Resources[i])
	return true
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
