package load

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// resource lends a resource its lines.
func (l *lender) resource(r *tf.Resource) {
	l.kinds.change(r, func(own *tf.Kind) { l.lend(r, own) })
}

func (l *lender) lend(r *tf.Resource, own *tf.Kind) {
	if u := l.outside(r); u != nil {
		own.At = u.At
		return
	}
	s, values := l.match(r)
	if s == nil {
		own.At = l.source.Declared[blockOf(r)]
		return
	}
	own.At = s.At
	own.Provider = l.provider(r, s.Provider)
	own.Body = l.body(r, s, values && l.trusted)
}

// match finds the resource of the source; values tells whether it is the same
// instance, and not only the same block.
func (l *lender) match(r *tf.Resource) (s *tf.Resource, values bool) {
	if s, ok := l.exact[r.Addr]; ok {
		return s, true
	}
	all := l.blocks[blockOf(r)]
	if len(all) == 0 {
		return nil, false
	}
	// A block whose instances the source does not know stands there once, and
	// what depends on the instance is unknown in it.
	return all[0], len(all) == 1 && all[0].Key() == "" && all[0].Module == tf.Unkeyed(r.Module)
}

func (l *lender) body(r, s *tf.Resource, values bool) tf.Body {
	key := pairing{
		plan:   [2]uintptr{pointer(r.Body.Planned), pointer(r.Body.Written)},
		source: [2]uintptr{pointer(s.Body.Planned), pointer(s.Body.Written)},
		module: r.Module, values: values,
	}
	if b, ok := l.bodies[key]; ok {
		return b
	}
	j := joining{l: l, module: r.Module, values: values}
	b := tf.Body{
		Planned: j.planned(r.Body.Planned, s.Body),
		Written: j.written(r.Body.Written, r.Body.Planned, s.Body.Written, l.sparse || r.Body.Written == nil),
	}
	l.bodies[key] = b
	return b
}

func pointer(a tf.Attrs) uintptr { return reflect.ValueOf(a).Pointer() }

// provider lends a provider instance its lines, and where the plan does not
// tell which block a resource uses, the block. One instance of the plan may
// turn out to be several.
func (l *lender) provider(r *tf.Resource, s *tf.Provider) *tf.Provider {
	key := [2]*tf.Provider{r.Provider, s}
	if p, ok := l.providers[key]; ok {
		return p
	}
	p := *r.Provider
	if !strings.Contains(p.Source, "/") && sameName(p.Source, s.Source) {
		p.Source = s.Source // the plan's words know the last part only
	}
	switch {
	case !s.Joined:
	case !p.Joined && l.trusted:
		p.Joined, p.Alias, p.Key, p.Module, p.Written, p.At = true, s.Alias, s.Key, s.Module, s.Written, s.At
	case p.Alias == s.Alias:
		j := joining{l: l, module: p.Module, values: l.trusted}
		p.At, p.Written = s.At, j.written(p.Written, nil, s.Written, false)
	}
	l.providers[key] = &p
	return &p
}

// A joining lays what the source says over what the plan says.
type joining struct {
	l      *lender
	module string
	values bool // take values too, and not only lines
}

// planned gives the plan's values their lines; a plan that shows only a part
// takes the rest from the source.
func (j joining) planned(plan tf.Attrs, source tf.Body) tf.Attrs {
	out := maps.Clone(plan)
	for name, v := range plan {
		if s, ok := source.Written[name]; ok {
			out[name] = lines(v, s)
		}
	}
	if !j.l.sparse || !j.values {
		return out
	}
	for name, s := range source.Planned {
		v, ok := out[name]
		switch {
		case !ok, v.State != tf.Known && v.State != tf.Null: // hidden in words or in a stream
			set(&out, name, s)
		case isOpen(v) && fits(v, s):
			out[name] = fill(v, s)
		}
	}
	for name, v := range out {
		out[name] = plainly(v)
	}
	return out
}

// plainly is a value of which the source tells whether anybody wrote it: nothing
// is hidden any more.
func plainly(v tf.Value) tf.Value {
	v.Hidden = false
	switch x := v.V.(type) {
	case tf.Attrs:
		out := maps.Clone(x)
		for name, e := range x {
			out[name] = plainly(e)
		}
		v.V = out
	case []tf.Value:
		out := slices.Clone(x)
		for i, e := range x {
			out[i] = plainly(e)
		}
		v.V = out
	}
	return v
}

// written gives the plan's expressions their lines, and the values that the
// source has for them.
func (j joining) written(plan, planned, source tf.Attrs, add bool) tf.Attrs {
	out := maps.Clone(plan)
	for name, v := range plan {
		if s, ok := source[name]; ok {
			out[name] = j.value(v, planned[name], s)
		}
	}
	for name, s := range source {
		_, ok := out[name]
		// Of a dynamic block a plan has no expression: it shows what came of it.
		if ok || !j.values || !add && !(plan != nil && isBlocks(planned[name]) && isOpen(planned[name])) {
			continue
		}
		if out == nil {
			out = tf.Attrs{}
		}
		if s.State == tf.Known && contradict(planned[name], s) {
			s.State, s.V = tf.Unknown, nil
		}
		out[name] = s
	}
	return out
}

// isBlocks reports whether a value is a list of blocks.
func isBlocks(v tf.Value) bool {
	list, ok := v.V.([]tf.Value)
	if !ok || len(list) == 0 {
		return false
	}
	_, ok = list[0].V.(tf.Attrs)
	return ok
}

func (j joining) value(v, planned, s tf.Value) tf.Value {
	if v.State == tf.Unknown && s.State == tf.Known && s.V != nil && j.values && !contradict(planned, s) && j.agrees(v, s) {
		v.State, v.V, v.At = tf.Known, s.V, s.At
		return v
	}
	v = lines(unfolded(v, s), s)
	switch x := v.V.(type) {
	case tf.Attrs:
		if y, ok := s.V.(tf.Attrs); ok {
			inner, _ := planned.V.(tf.Attrs)
			v.V = j.written(x, inner, y, false)
		}
	case []tf.Value:
		y, ok := s.V.([]tf.Value)
		inner, _ := planned.V.([]tf.Value)
		if !ok || len(x) != len(y) {
			break
		}
		list := make([]tf.Value, len(x))
		for i := range x {
			var p tf.Value
			if len(inner) == len(x) {
				p = inner[i]
			}
			list[i] = j.value(x[i], p, y[i])
		}
		v.V = list
	}
	return v
}

// unfolded gives a value that rests on a local, of which a plan has the name
// alone, what the source rests it on.
func unfolded(v, s tf.Value) tf.Value {
	local := func(ref string) bool { return strings.HasPrefix(ref, "local.") }
	if v.State == tf.Unknown && len(s.Refs) > 0 && slices.ContainsFunc(v.Refs, local) {
		v.Refs = s.Refs
	}
	return v
}

// agrees reports whether what the plan itself has for a lone variable is not
// another value. A text may be made of it: plan JSON does not tell var.x from a
// template around it.
func (j joining) agrees(v, s tf.Value) bool {
	held := j.l.plan.Maybe(j.module, v)
	if held == nil {
		return true
	}
	part, ok1 := held.(string)
	text, ok2 := s.V.(string)
	if ok1 && ok2 && part != "" && strings.Contains(squash(text), squash(part)) {
		return true
	}
	return alike(tf.Value{State: tf.Known, V: held}, s)
}

// lines gives a value, and what is inside of it, the places of another of the
// same shape.
func lines(v, s tf.Value) tf.Value {
	v.At = s.At
	switch x := v.V.(type) {
	case tf.Attrs:
		y, ok := s.V.(tf.Attrs)
		if !ok {
			break
		}
		out := maps.Clone(x)
		for name, e := range x {
			if from, ok := y[name]; ok {
				out[name] = lines(e, from)
			}
		}
		v.V = out
	case []tf.Value:
		y, ok := s.V.([]tf.Value)
		if !ok {
			break
		}
		out := make([]tf.Value, len(x))
		for i := range x {
			out[i] = lines(x[i], twin(x[i], y, v.At))
		}
		v.V = out
	}
	return v
}

// twin finds the one element of a list that can be the one given: a set has
// another order in the plan than in the source. Where there is none or several,
// the whole list's place is all that is known.
func twin(v tf.Value, list []tf.Value, at *tf.Range) tf.Value {
	out, found := tf.Value{At: at}, false
	for _, e := range list {
		if v.State == tf.Known && e.State == tf.Known && !alike(v, e) {
			continue
		}
		if found {
			return tf.Value{At: at}
		}
		out, found = e, true
	}
	return out
}

// contradict reports whether the plan shows another value than the source.
func contradict(planned, s tf.Value) bool { return planned.Sensitive || !fits(planned, s) }

// alike compares known values: without lines and references, texts without
// case and blanks, since providers spell "France Central" as they like.
func alike(a, b tf.Value) bool {
	switch x := a.V.(type) {
	case string:
		y, ok := b.V.(string)
		return ok && squash(x) == squash(y)
	case tf.Attrs:
		y, ok := b.V.(tf.Attrs)
		if !ok {
			return false
		}
		for name, e := range x {
			f, has := y[name]
			if has && e.State == tf.Known && f.State == tf.Known && !alike(e, f) {
				return false
			}
		}
		return true
	case []tf.Value:
		y, ok := b.V.([]tf.Value)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if x[i].State == tf.Known && y[i].State == tf.Known && !alike(x[i], y[i]) {
				return false
			}
		}
		return true
	}
	return a.V != nil && b.V != nil && fmt.Sprint(a.V) == fmt.Sprint(b.V)
}

func squash(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "")) }
