package hcleval

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// refs gives the addresses an expression mentions, longest first, as the
// references of plan JSON. Unlike there, a local stands for what it rests on,
// each.value for what for_each rests on, and a conditional whose condition is
// known for the branch taken.
func (s *scope) refs(x hclsyntax.Expression, in *frame) []string {
	r := refFinder{s: s, seen: map[string]bool{}}
	r.expr(x, in, 0)
	return r.out
}

type refFinder struct {
	s    *scope
	seen map[string]bool
	out  []string
}

func (r *refFinder) expr(x hclsyntax.Expression, in *frame, depth int) {
	x = unwrap(x)
	if depth > maxDepth {
		return
	}
	if c, ok := x.(*hclsyntax.ConditionalExpr); ok {
		cond, _ := r.s.eval(c.Condition, in).Unmark()
		switch {
		case cond.Type() != cty.Bool || !cond.IsKnown() || cond.IsNull():
			r.expr(c.Condition, in, depth+1)
			r.expr(c.TrueResult, in, depth+1)
			r.expr(c.FalseResult, in, depth+1)
		case cond.True():
			r.expr(c.TrueResult, in, depth+1)
		default:
			r.expr(c.FalseResult, in, depth+1)
		}
		return
	}
	if t, ok := x.(*hclsyntax.ScopeTraversalExpr); ok && t.Traversal.RootName() != "module" {
		r.traversal(t.Traversal, in, depth)
		return
	}
	p := r.s.f.prep(x)
	for _, t := range p.refs {
		r.traversal(t, in, depth)
		if name, _ := attrAt(t, 1); t.RootName() == "module" {
			_, after := subject(t)
			r.outputs(name, p.uses["module."+name], len(after) == 0)
		}
	}
}

func (r *refFinder) traversal(t hcl.Traversal, in *frame, depth int) {
	name, _ := attrAt(t, 1)
	switch root := t.RootName(); {
	case root == "local":
		if l := r.s.f.local(name); l != nil && !r.seen["local."+name] {
			r.seen["local."+name] = true
			before := len(r.out)
			r.expr(l, nil, depth+1)
			if len(r.out) > before || r.s.local(name).IsWhollyKnown() {
				return
			}
		}
	case in != nil && len(in.rests) > 0 && (root == "each" && name == "value" || in.key == "" && (root == "each" || root == "count")):
		r.add(in.rests...)
		return
	case root == "var":
		r.s.e.demand(demand{s: r.s, name: name})
	case in != nil && root != "each" && root != "count" && in.names[root] != cty.NilVal:
		return // the iterator of a dynamic block, which for_each accounts for
	}
	r.add(spell(t)...)
}

// outputs adds the outputs that an expression reads of a module, also through
// an index that is no literal.
func (r *refFinder) outputs(module string, u *use, bare bool) {
	if u == nil {
		return
	}
	for _, name := range u.attrs {
		if bare {
			r.add("module." + module + "." + name)
		}
		r.s.e.demand(demand{s: r.s, module: module, name: name})
	}
}

func (r *refFinder) add(refs ...string) {
	for _, ref := range refs {
		if !slices.Contains(r.out, ref) {
			r.out = append(r.out, ref)
		}
	}
}

// spell writes a traversal and what it is a part of: "var.a.b", "var.a".
func spell(t hcl.Traversal) []string {
	keep := 2
	switch t.RootName() {
	case "data":
		keep = 3
	case "module":
		keep = 2
	}
	var b strings.Builder
	var out []string
	for i, step := range t {
		switch x := step.(type) {
		case hcl.TraverseRoot:
			b.WriteString(x.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + x.Name)
		case hcl.TraverseIndex:
			b.WriteString(indexText(x.Key))
		default:
			i = len(t)
		}
		if i+1 >= keep {
			out = append(out, b.String())
		}
	}
	slices.Reverse(out)
	if len(out) == 0 {
		out = []string{b.String()}
	}
	return out
}

func indexText(key cty.Value) string {
	switch {
	case key.Type() == cty.String && key.IsKnown():
		return keyText(key.AsString())
	case key.Type() == cty.Number && key.IsKnown() && small(key):
		return "[" + key.AsBigFloat().Text('f', -1) + "]"
	}
	return ""
}
