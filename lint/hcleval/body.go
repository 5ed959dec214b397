package hcleval

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/tf"
)

// wants tells which of a body's members were asked for; a name that starts
// with a star stands for all that end so.
func wants(names []string, all bool) func(string) bool {
	return func(name string) bool {
		if all {
			return !slices.Contains(ownArguments, name) && name != "provisioner" && name != "connection" && name != "alias"
		}
		return slices.ContainsFunc(names, func(n string) bool {
			return n == name || n != "" && n[0] == '*' && strings.HasSuffix(name, n[1:])
		})
	}
}

func everything(string) bool { return true }

// attrs evaluates the wanted members of a block.
func (s *scope) attrs(b *block, want func(string) bool, in *frame) tf.Attrs {
	return s.members(b.part(want), in)
}

// members evaluates what is wanted of a body: arguments, and nested blocks as a
// list for each type.
func (s *scope) members(b excerpt, in *frame) tf.Attrs {
	var out tf.Attrs
	set := func(name string, v tf.Value) {
		if out == nil {
			out = tf.Attrs{}
		}
		out[name] = v
	}
	for _, a := range b.args {
		s.e.placing = placeLike(a.Name)
		set(a.Name, s.value(a.Expr, in))
	}
	s.e.placing = false
	for _, n := range b.blocks {
		typ := nestedType(n)
		v, ok := out[typ]
		if !ok {
			v = tf.Value{State: tf.Known, V: []tf.Value(nil), At: s.e.where(s.f, n.DefRange())}
		}
		list, _ := v.V.([]tf.Value)
		v.V = append(list, s.nested(n, in)...)
		set(typ, v)
	}
	return out
}

// nested evaluates a nested block, or all that a dynamic block stands for.
func (s *scope) nested(n *hclsyntax.Block, in *frame) []tf.Value {
	if n.Type == "dynamic" && len(n.Labels) == 1 {
		return s.dynamic(n, in)
	}
	a := s.members(excerptOf(n.Body), in)
	if a == nil {
		a = tf.Attrs{}
	}
	return []tf.Value{{State: tf.Known, V: a, At: s.e.where(s.f, n.DefRange())}}
}

func (s *scope) dynamic(n *hclsyntax.Block, in *frame) []tf.Value {
	each := n.Body.Attributes["for_each"]
	at := s.e.where(s.f, n.DefRange())
	if each == nil {
		return []tf.Value{{State: tf.Unknown, At: at}}
	}
	var content *hclsyntax.Body
	for _, c := range n.Body.Blocks {
		if c.Type == "content" {
			content = c.Body
		}
	}
	v, marks := s.eval(each.Expr, in).Unmark()
	if content == nil || isSecret(marks) || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		if v.IsKnown() && v.IsNull() {
			return nil
		}
		return []tf.Value{{State: tf.Unknown, Refs: s.refs(each.Expr, in), At: at}}
	}
	if count := v.LengthInt(); count > maxInstances || !s.e.take(count) {
		s.gap(s.e.o.Lang.Say("dynamic %q has %d elements: more than are looked at", n.Labels[0], count), each.Expr.Range())
		return []tf.Value{{State: tf.Unknown, At: at}}
	}
	name, whole := iterator(n), excerptOf(content)
	var out []tf.Value
	for it := v.ElementIterator(); it.Next(); {
		k, e := it.Element()
		if v.Type().IsSetType() {
			k = e
		}
		k, e = k.WithMarks(marks), e.WithMarks(marks)
		inner := &frame{names: map[string]cty.Value{}}
		if in != nil {
			*inner = frame{key: in.key, rests: in.rests, names: clone(in.names)}
		}
		inner.names[name] = cty.ObjectVal(map[string]cty.Value{"key": k, "value": e})
		a := s.members(whole, inner)
		if a == nil {
			a = tf.Attrs{}
		}
		out = append(out, tf.Value{State: tf.Known, V: a, At: at})
	}
	return out
}

func clone(m map[string]cty.Value) map[string]cty.Value {
	out := make(map[string]cty.Value, len(m)+1)
	for k, v := range m {
		out[k] = v
	}
	return out
}

// iterator is the name a dynamic block gives to its element.
func iterator(n *hclsyntax.Block) string {
	if a := n.Body.Attributes["iterator"]; a != nil {
		if ref, ok := providerRef(a.Expr); ok {
			return ref.local
		}
	}
	return n.Labels[0]
}

// varies reports whether a body reads each or count.
func (s *scope) varies(b excerpt) bool {
	return slices.ContainsFunc(b.args, func(a *hclsyntax.Attribute) bool { return s.readsEach(a.Expr) }) ||
		slices.ContainsFunc(b.blocks, func(n *hclsyntax.Block) bool { return s.varies(excerptOf(n.Body)) })
}

func (s *scope) readsEach(x hclsyntax.Expression) bool {
	if isLiteral(x) {
		return false
	}
	each := func(t hcl.Traversal) bool { return t.RootName() == "each" || t.RootName() == "count" }
	if t, ok := x.(*hclsyntax.ScopeTraversalExpr); ok {
		return each(t.Traversal)
	}
	return slices.ContainsFunc(s.f.prep(x).refs, each)
}
