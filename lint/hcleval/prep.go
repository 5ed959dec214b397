package hcleval

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A prep is what an expression needs to be evaluated, found once.
type prep struct {
	refs  []hcl.Traversal
	uses  map[string]*use // by address: "aws_s3_bucket.b", "data.t.n", "module.m"
	funcs []string
}

// A use tells which attributes of an object an expression reads; whole when it
// does more with it than that.
type use struct {
	attrs []string
	whole bool
}

func (u *use) add(attr string) {
	if !slices.Contains(u.attrs, attr) {
		u.attrs = append(u.attrs, attr)
	}
}

// prep prepares an expression: it finds what the expression reads, and puts the
// parts of for-expressions behind the meter.
func (f *folder) prep(e hclsyntax.Expression) *prep {
	if p, ok := f.prepared[e]; ok {
		return p
	}
	p := prepare(e)
	f.prepared[e] = p
	return p
}

func prepare(e hclsyntax.Expression) *prep {
	if p := (&prep{}); p.gather(e) {
		return p
	}
	p := &prep{}
	v := &visitor{prep: p, free: map[*hcl.Traverser]bool{}, done: map[hclsyntax.Expression]bool{}}
	_ = hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		meterNode(n)
		return nil
	})
	p.refs = hclsyntax.Variables(e)
	for i := range p.refs {
		v.free[&p.refs[i][0]] = true
	}
	_ = hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		v.visit(n)
		return nil
	})
	return p
}

// gather prepares an expression whose parts all see the same names, in one pass
// and in the order of hclsyntax; false for any other.
func (p *prep) gather(e hclsyntax.Expression) bool {
	meterNode(e)
	switch x := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return true
	case *hclsyntax.ScopeTraversalExpr:
		p.refs = append(p.refs, x.Traversal)
		p.reads(x)
		return true
	case *hclsyntax.TemplateExpr:
		return p.gatherAll(x.Parts)
	case *hclsyntax.TemplateWrapExpr:
		return p.gather(x.Wrapped)
	case *hclsyntax.ParenthesesExpr:
		return p.gather(x.Expression)
	case metered:
		return p.gather(x.Expression)
	case *hclsyntax.TupleConsExpr:
		return p.gatherAll(x.Exprs)
	case *hclsyntax.FunctionCallExpr:
		p.calls(x.Name)
		return p.gatherAll(x.Args)
	case *hclsyntax.ConditionalExpr:
		return p.gather(x.Condition) && p.gather(x.TrueResult) && p.gather(x.FalseResult)
	case *hclsyntax.BinaryOpExpr:
		return p.gather(x.LHS) && p.gather(x.RHS)
	case *hclsyntax.UnaryOpExpr:
		return p.gather(x.Val)
	case *hclsyntax.ObjectConsExpr:
		for _, item := range x.Items {
			if !p.gather(item.KeyExpr) || !p.gather(item.ValueExpr) {
				return false
			}
		}
		return true
	case *hclsyntax.ObjectConsKeyExpr:
		return hcl.ExprAsKeyword(x.Wrapped) != "" || p.gather(x.Wrapped)
	}
	return false
}

func (p *prep) gatherAll(parts []hclsyntax.Expression) bool {
	for _, x := range parts {
		if !p.gather(x) {
			return false
		}
	}
	return true
}

// meterNode puts the parts of a for-expression behind the meter, and makes a
// number unknown that nobody could print.
func meterNode(n hclsyntax.Node) {
	switch x := n.(type) {
	case *hclsyntax.ForExpr:
		x.CollExpr, x.ValExpr = charged(x.CollExpr, false), charged(x.ValExpr, false)
		x.KeyExpr, x.CondExpr = charged(x.KeyExpr, false), charged(x.CondExpr, false)
	case *hclsyntax.ConditionalExpr:
		x.TrueResult, x.FalseResult = charged(x.TrueResult, true), charged(x.FalseResult, true)
	case *hclsyntax.FunctionCallExpr:
		for i, a := range x.Args {
			if convertsArg(x.Name, i) {
				x.Args[i] = charged(a, true)
			}
		}
	case *hclsyntax.LiteralValueExpr:
		if x.Val.Type() == cty.Number && x.Val.IsKnown() && !x.Val.IsNull() && !small(x.Val) {
			x.Val = cty.UnknownVal(cty.Number)
		}
	}
}

// convertsArg reports whether a function makes an argument a list, a set or a
// map before it is even called, or first of all.
func convertsArg(name string, i int) bool {
	f, ok := pure[strings.TrimPrefix(name, "core::")]
	if !ok {
		return false
	}
	t := cty.DynamicPseudoType
	if params := f.Params(); i < len(params) {
		t = params[i].Type
	} else if p := f.VarParam(); p != nil {
		t = p.Type
	}
	return converts(name, t)
}

// converts reports whether a pure function makes an argument of a type a list, a
// set or a map.
func converts(name string, t cty.Type) bool {
	return t.IsCollectionType() || strings.HasPrefix(name, "to") || name == "setproduct" || name == "coalesce"
}

type visitor struct {
	*prep
	free map[*hcl.Traverser]bool       // traversals that no for-expression names
	done map[hclsyntax.Expression]bool // scope traversals that a parent has accounted for
}

func (v *visitor) visit(n hclsyntax.Node) {
	switch x := n.(type) {
	case *hclsyntax.FunctionCallExpr:
		v.calls(x.Name)
	case *hclsyntax.RelativeTraversalExpr:
		if idx, ok := x.Source.(*hclsyntax.IndexExpr); ok {
			v.below(idx.Collection, x.Traversal)
		}
	case *hclsyntax.SplatExpr:
		if each, ok := x.Each.(*hclsyntax.RelativeTraversalExpr); ok {
			if _, ok := each.Source.(*hclsyntax.AnonSymbolExpr); ok {
				v.below(x.Source, each.Traversal)
			}
		}
	case *hclsyntax.ScopeTraversalExpr:
		if !v.done[x] && v.free[&x.Traversal[0]] {
			v.reads(x)
		}
	}
}

// below notes that an attribute of every instance of an object is read:
// a[key].attr, a[*].attr.
func (v *visitor) below(object hclsyntax.Expression, rest hcl.Traversal) {
	t, ok := object.(*hclsyntax.ScopeTraversalExpr)
	if !ok || !v.free[&t.Traversal[0]] {
		return
	}
	addr, after := subject(t.Traversal)
	attr, ok := attrAt(rest, 0)
	if addr == "" || len(after) > 0 || !ok {
		return
	}
	v.of(addr).add(attr)
	v.done[t] = true
}

// calls notes a function.
func (p *prep) calls(name string) {
	if !slices.Contains(p.funcs, name) {
		p.funcs = append(p.funcs, name)
	}
}

// reads notes what a reference reads of an object.
func (p *prep) reads(x *hclsyntax.ScopeTraversalExpr) {
	addr, after := subject(x.Traversal)
	if addr == "" {
		return
	}
	u := p.of(addr)
	if len(after) > 0 {
		if _, ok := after[0].(hcl.TraverseIndex); ok {
			after = after[1:]
		}
	}
	if attr, ok := attrAt(after, 0); ok {
		u.add(attr)
		return
	}
	u.whole = true
}

func (p *prep) of(addr string) *use {
	u := p.uses[addr]
	if u == nil {
		if u = (&use{}); p.uses == nil {
			p.uses = map[string]*use{}
		}
		p.uses[addr] = u
	}
	return u
}

func attrAt(t hcl.Traversal, i int) (string, bool) {
	if i >= len(t) {
		return "", false
	}
	a, ok := t[i].(hcl.TraverseAttr)
	return a.Name, ok
}

// subject cuts a traversal into the address of the resource, data source or
// module it starts from, and the rest; "" for variables, locals and the like.
func subject(t hcl.Traversal) (string, hcl.Traversal) {
	root := t.RootName()
	switch root {
	case "var", "local", "each", "count", "self", "path", "terraform", "tofu":
		return "", nil
	case "data":
		typ, ok := attrAt(t, 1)
		name, ok2 := attrAt(t, 2)
		if !ok || !ok2 {
			return "", nil
		}
		return "data." + typ + "." + name, t[3:]
	}
	name, ok := attrAt(t, 1)
	if !ok {
		return "", nil
	}
	return root + "." + name, t[2:]
}
