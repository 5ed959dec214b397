package hcleval

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// direct evaluates what most expressions are made of without gathering first
// what they read: references, templates, lists, objects, calls. All else goes to
// hclsyntax, part by part. false stands for an error, whose words nobody reads.
func (s *scope) direct(x hclsyntax.Expression, in *frame) (cty.Value, bool) {
	switch x := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		if x.Val.Type() == cty.Number && !harmless(x.Val) {
			return cty.UnknownVal(cty.Number), true
		}
		return x.Val, true
	case *hclsyntax.TemplateExpr:
		return s.template(x, in)
	case *hclsyntax.TemplateWrapExpr:
		return s.direct(x.Wrapped, in)
	case *hclsyntax.ParenthesesExpr:
		return s.direct(x.Expression, in)
	case *hclsyntax.ScopeTraversalExpr:
		return s.reference(x, in)
	case *hclsyntax.TupleConsExpr:
		return s.tuple(x, in)
	case *hclsyntax.ObjectConsExpr:
		return s.plainObject(x, in)
	case *hclsyntax.FunctionCallExpr:
		return s.callDirect(x, in)
	}
	return s.indirect(x, in)
}

// indirect lets hclsyntax evaluate an expression in a context of what it reads.
func (s *scope) indirect(x hclsyntax.Expression, in *frame) (cty.Value, bool) {
	v, diags := x.Value(s.context(s.f.prep(x), in))
	return v, !diags.HasErrors()
}

// template joins the parts of a template, as hclsyntax does: where a part is
// not known, the text before it still is.
func (s *scope) template(x *hclsyntax.TemplateExpr, in *frame) (cty.Value, bool) {
	var text strings.Builder
	var marks []cty.ValueMarks
	fine, known := true, true
	for _, part := range x.Parts {
		v, ok := s.direct(part, in)
		if !ok || v.IsNull() {
			fine = false
			continue
		}
		v, m := v.Unmark()
		if len(m) > 0 {
			marks = append(marks, m)
		}
		if known = known && v.IsKnown(); !v.IsKnown() {
			continue
		}
		if v.Type() != cty.String {
			var err error
			if v, err = convert.Convert(v, cty.String); err != nil {
				fine = false
				continue
			}
		}
		if known {
			text.WriteString(v.AsString())
		}
	}
	if !fine {
		return cty.DynamicVal, false
	}
	if known {
		return cty.StringVal(text.String()).WithMarks(marks...), true
	}
	out := cty.UnknownVal(cty.String)
	if prefix := text.String(); prefix != "" {
		out = out.Refine().StringPrefix(prefix[:min(len(prefix), maxPrefix)]).NewValue()
	}
	return out.RefineNotNull().WithMarks(marks...), true
}

// maxPrefix is up to where the known beginning of an unknown text is kept, in
// bytes; hclsyntax keeps as much.
const maxPrefix = 128

func (s *scope) tuple(x *hclsyntax.TupleConsExpr, in *frame) (cty.Value, bool) {
	fine := true
	out := make([]cty.Value, len(x.Exprs))
	for i, e := range x.Exprs {
		v, ok := s.direct(e, in)
		out[i], fine = v, fine && ok
	}
	return cty.TupleVal(out), fine
}

// plainObject is an object whose keys are written as names or plain texts.
func (s *scope) plainObject(x *hclsyntax.ObjectConsExpr, in *frame) (cty.Value, bool) {
	for _, item := range x.Items {
		if plainKey(item.KeyExpr) == "" {
			return s.indirect(x, in)
		}
	}
	fine := true
	out := make(map[string]cty.Value, len(x.Items))
	for _, item := range x.Items {
		v, ok := s.direct(item.ValueExpr, in)
		out[plainKey(item.KeyExpr)], fine = v, fine && ok
	}
	return cty.ObjectVal(out), fine
}

// plainKey is the key of an object that is written as a name or a plain text;
// "" for any other.
func plainKey(x hclsyntax.Expression) string {
	k, ok := x.(*hclsyntax.ObjectConsKeyExpr)
	if !ok || k.ForceNonLiteral {
		return ""
	}
	if name := hcl.ExprAsKeyword(k.Wrapped); name != "" {
		return name
	}
	t, ok := k.Wrapped.(*hclsyntax.TemplateExpr)
	if !ok || !t.IsStringLiteral() {
		return ""
	}
	text, _ := literal(t)
	return text
}

// reference looks up what is read of a variable, a local, each or count, or an
// attribute of a resource.
func (s *scope) reference(x *hclsyntax.ScopeTraversalExpr, in *frame) (cty.Value, bool) {
	t := x.Traversal
	root := t.RootName()
	if in != nil {
		if v, ok := in.names[root]; ok {
			return follow(v, t[1:])
		}
	}
	name, ok := attrAt(t, 1)
	if !ok {
		return s.indirect(x, in)
	}
	switch root {
	case "var":
		return follow(s.variable(name), t[2:])
	case "local":
		return follow(s.local(name), t[2:])
	case "path":
		return follow(s.pathOf(name), t[2:])
	case "data", "module", "each", "count", "self", "terraform", "tofu":
		return s.indirect(x, in)
	}
	attr, ok := attrAt(t, 2)
	if !ok {
		return s.indirect(x, in)
	}
	addr := root + "." + name
	b := s.f.resources[addr]
	if b == nil {
		return cty.DynamicVal, true
	}
	if r := s.repetitions(addr, b); r.known && r.kind == asOne && len(r.frames) > 0 {
		return follow(s.attribute(addr, b, attr, r.frames[0]), t[3:])
	}
	return follow(s.resource(addr, &use{attrs: []string{attr}}), t[2:])
}

// follow takes the steps that lead on from a value.
func follow(v cty.Value, rest hcl.Traversal) (cty.Value, bool) {
	if len(rest) == 0 {
		return v, true
	}
	out, diags := rest.TraverseRel(v)
	return out, !diags.HasErrors()
}

// callDirect calls a function. Those that look at their arguments before these
// are evaluated, and Terragrunt's own, are left to hclsyntax.
func (s *scope) callDirect(x *hclsyntax.FunctionCallExpr, in *frame) (cty.Value, bool) {
	name := strings.TrimPrefix(x.Name, "core::")
	if x.ExpandFinal || name == "try" || name == "can" || s.e.unit != nil {
		return s.indirect(x, in)
	}
	c := s.callee(name)
	params, more := c.params, c.more
	if len(x.Args) < len(params) || more == nil && len(x.Args) > len(params) {
		return cty.DynamicVal, false
	}
	fine := true
	args := make([]cty.Value, len(x.Args))
	for i, arg := range x.Args {
		var typ cty.Type
		if i < len(params) {
			typ = params[i].Type
		} else {
			typ = more.Type
		}
		v, ok := s.argument(arg, c.pure && converts(x.Name, typ), in)
		if typ != cty.DynamicPseudoType {
			var err error
			v, err = convert.Convert(v, typ)
			ok = ok && err == nil
		}
		args[i], fine = v, fine && ok
	}
	if !fine {
		return cty.DynamicVal, false
	}
	if c.guarded || apart(name, args) {
		return result(s.e.function(s, name).Call(args))
	}
	cost := costOf(name, args)
	for range 2 { // as behind the guard, whose two steps pay each
		if !s.e.meter.spend(cost) {
			return cty.DynamicVal, true
		}
	}
	return result(c.f.Call(args))
}

// A callee is a function with what it takes.
type callee struct {
	f       function.Function
	params  []function.Parameter
	more    *function.Parameter // of any number; nil for none
	pure    bool                // it is in the table of pure ones
	guarded bool                // only to be called behind its guard
}

// callee finds a function, by its name without a namespace.
func (s *scope) callee(name string) *callee {
	if c, ok := s.e.callees[name]; ok {
		return c
	}
	f, ok := pure[name]
	c := &callee{f: f, pure: ok, guarded: !ok || decodes(name)}
	if c.guarded {
		c.f = s.e.function(s, name)
	}
	c.params, c.more = c.f.Params(), c.f.VarParam()
	if s.e.callees == nil {
		s.e.callees = map[string]*callee{}
	}
	s.e.callees[name] = c
	return c
}

func result(v cty.Value, err error) (cty.Value, bool) {
	if err != nil {
		return cty.DynamicVal, false
	}
	return v, true
}

// argument evaluates an argument of a function, behind the meter where it is
// made a list, a set or a map.
func (s *scope) argument(x hclsyntax.Expression, converts bool, in *frame) (cty.Value, bool) {
	if m, ok := x.(metered); ok {
		x = m.Expression
	}
	if converts && !s.e.meter.spend(1) {
		return cty.DynamicVal, false
	}
	v, ok := s.direct(x, in)
	if converts && !s.e.meter.spend(conversion(v)) {
		return cty.DynamicVal, false
	}
	return v, ok
}
