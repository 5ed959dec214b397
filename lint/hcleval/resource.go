package hcleval

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

const remoteState = "terraform_remote_state"

// run emits what a module instance holds, and then its own modules.
func (s *scope) run() {
	for _, addr := range slices.Sorted(maps.Keys(s.f.resources)) {
		s.emit(addr, s.f.resources[addr])
	}
	s.besides()
	for _, name := range slices.Sorted(maps.Keys(s.f.calls)) {
		c := s.child(name)
		s.rests(s.f.calls[name], c.reps, func() int {
			if c.folder == nil {
				return 1
			}
			return s.e.blocksBelow(c.folder, map[string]bool{})
		})
		for _, in := range c.scopes {
			s.e.addCall(s, in)
			in.run()
		}
		if c.missing != "" {
			s.emitMissing(name, c)
		}
	}
}

// emit adds the instances of one resource block.
func (s *scope) emit(addr string, b *block) {
	typ := b.labels[0]
	r := s.repetitions(addr, b)
	at := s.blockAt(b)
	s.e.declare(tf.Addr{Module: tf.Unkeyed(s.addr), Local: addr}, at)
	if !strings.HasPrefix(addr, "data.") {
		s.rests(b, r, func() int { return 1 })
	}
	if len(r.frames) > 0 {
		s.does(addr, b)
	}
	var body tf.Attrs
	done := false
	names := namer{s: s, b: b, typ: typ}
	for _, in := range r.frames {
		if r.kind == asOne && !s.e.take(1) {
			s.e.unread(s.e.o.Lang.Say("more than %d instances: the rest was not looked at", maxTotal), at)
			return
		}
		p := s.providerFor(b, typ, in)
		if names, all := s.e.wanted(p.Source, typ); !done {
			part := b.part(wants(names, all))
			body = s.intern(b, s.body(b, typ, part, in))
			done = !s.varies(part)
		}
		mode := tf.Managed
		if strings.HasPrefix(addr, "data.") {
			mode = tf.Data
		}
		s.e.cfg.Resources = append(s.e.cfg.Resources, &tf.Resource{
			Addr:   tf.Addr{Module: s.addr, Local: addr + in.key},
			Kind:   &tf.Kind{Mode: mode, Action: tf.Exists, Type: typ, Provider: p, At: at, Body: tf.Body{Planned: body, Written: body}},
			Called: names.of(p.Source, in),
		})
	}
}

// A namer finds out what the instances of one block are called.
type namer struct {
	s      *scope
	b      *block
	typ    string
	looked bool
	part   excerpt   // what tells, once it was looked for
	called tf.Called // where all instances are called the same
	same   bool
}

func (n *namer) of(source string, in *frame) tf.Called {
	switch {
	case n.s.e.o.Named == nil:
		return ""
	case n.same:
		return n.called
	case !n.looked:
		n.part, n.looked = n.b.part(wants(n.s.e.o.Named(source, n.typ), false)), true
	}
	var texts []string
	for _, a := range n.part.args {
		v := n.s.value(a.Expr, in)
		if text, ok := v.Str(); ok && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	slices.Sort(texts)
	n.called, n.same = tf.CalledBy("", texts), !n.s.varies(n.part)
	return n.called
}

// body evaluates what is wanted of a block's instance. What is known and how it
// is written are the same values here.
func (s *scope) body(b *block, typ string, part excerpt, in *frame) tf.Attrs {
	if typ == remoteState {
		return s.remoteState(b, in)
	}
	out := s.members(part, in)
	if s.e.o.Label != nil {
		for _, name := range s.e.o.Labels {
			if v, ok := out[name]; ok {
				out[name] = s.e.labels(v)
			}
		}
	}
	return out
}

// labels leaves out the labels that nobody asks for.
func (e *evaluator) labels(v tf.Value) tf.Value {
	switch x := v.V.(type) {
	case tf.Attrs:
		maps.DeleteFunc(x, func(k string, _ tf.Value) bool { return !e.o.Label(k) })
	case []tf.Value:
		v.V = slices.DeleteFunc(x, func(w tf.Value) bool {
			word, ok := w.Str()
			return ok && !e.o.Label(word)
		})
	}
	return v
}

// An interned block is what the instances of one block came to: one map for
// equal attributes, which the reasoning about places is remembered by.
type interned struct {
	first tf.Attrs
	all   map[string]tf.Attrs // by spelling; nil while there is one
}

// intern gives equal attributes of a block one map. Most blocks have one
// instance, which nothing has to be compared with.
func (s *scope) intern(b *block, a tf.Attrs) tf.Attrs {
	if len(a) == 0 {
		return nil
	}
	known := s.e.interned[b]
	switch {
	case known == nil:
		s.e.interned[b] = &interned{first: a}
		return a
	case known.all == nil:
		known.all = map[string]tf.Attrs{spelling(known.first): known.first}
	}
	key := spelling(a)
	if same, ok := known.all[key]; ok {
		return same
	}
	known.all[key] = a
	return a
}

// spelling tells attributes apart.
func spelling(a tf.Attrs) string {
	var k strings.Builder
	spellAttrs(&k, a)
	return k.String()
}

func spellAttrs(k *strings.Builder, a tf.Attrs) {
	k.WriteByte('{')
	for _, name := range slices.Sorted(maps.Keys(a)) {
		k.WriteString(strconv.Quote(name))
		spellValue(k, a[name])
	}
	k.WriteByte('}')
}

func spellValue(k *strings.Builder, v tf.Value) {
	k.WriteByte('0' + byte(v.State))
	if v.Sensitive {
		k.WriteByte('s')
	}
	for _, ref := range v.Refs {
		k.WriteString(strconv.Quote(ref))
	}
	switch x := v.V.(type) {
	case tf.Attrs:
		spellAttrs(k, x)
	case []tf.Value:
		k.WriteByte('[')
		for _, e := range x {
			spellValue(k, e)
			k.WriteByte(',')
		}
	case string:
		k.WriteString(strconv.Quote(x))
	case nil:
	default:
		fmt.Fprintf(k, "%T%v", x, x)
	}
}

// blockAt is the line a block is reported at: its own, or for source that was
// downloaded the module call that brought it in.
func (s *scope) blockAt(b *block) *tf.Range {
	for in := s; in.parent != nil; in = in.parent {
		if downloaded(in.f.dir) && !downloaded(in.parent.f.dir) {
			return in.parent.e.where(in.parent.f, in.call.DefRange())
		}
	}
	return s.e.where(s.f, b.DefRange())
}

func downloaded(dir string) bool { return slices.Contains(strings.Split(dir, "/"), ".terraform") }
