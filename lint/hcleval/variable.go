package hcleval

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// A variable is an input variable's declaration.
type variable struct {
	typ       cty.Type // DynamicPseudoType when none is written
	typed     bool
	defaults  *typeexpr.Defaults // of optional attributes; nil for none
	fallback  hclsyntax.Expression
	at        hcl.Range
	sensitive bool
	nullable  bool
}

// readVariable reads a declaration.
func readVariable(b *block) *variable {
	v := &variable{typ: cty.DynamicPseudoType, nullable: true, at: b.DefRange()}
	if a := b.attr("type"); a != nil {
		v.readType(a.Expr)
	}
	if a := b.attr("default"); a != nil {
		v.fallback = a.Expr
	}
	for _, name := range []string{"sensitive", "ephemeral"} {
		if a := b.attr(name); a != nil {
			v.sensitive = v.sensitive || !isFalse(a.Expr)
		}
	}
	if a := b.attr("nullable"); a != nil {
		v.nullable = !isFalse(a.Expr)
	}
	return v
}

func isFalse(e hclsyntax.Expression) bool {
	val, diags := e.Value(nil)
	return !diags.HasErrors() && val.Type() == cty.Bool && val.IsKnown() && !val.IsNull() && val.False()
}

func (v *variable) readType(e hclsyntax.Expression) {
	v.typed = true
	if text, ok := literal(e); ok { // JSON, and quoted types of old
		parsed, diags := hclsyntax.ParseExpression([]byte(text), "", firstPos)
		if diags.HasErrors() || text == "list" || text == "map" {
			v.typ = cty.DynamicPseudoType
			return
		}
		e = parsed
	}
	typ, defaults, diags := typeexpr.TypeConstraintWithDefaults(e)
	if diags.HasErrors() {
		typ, defaults = cty.DynamicPseudoType, nil
	}
	v.typ, v.defaults = typ, defaults
}

// accept makes a given value one of the variable's type.
func (v *variable) accept(val cty.Value) cty.Value {
	if v.typ.HasDynamicTypes() && v.typ != cty.DynamicPseudoType && conversion(val) > maxWork {
		val = cty.DynamicVal
	}
	if v.defaults != nil && !val.IsNull() && val.IsKnown() {
		val = v.defaults.Apply(val)
	}
	out, err := convert.Convert(val, v.typ)
	if err != nil {
		out = cty.UnknownVal(v.typ)
	}
	if v.sensitive {
		out = out.Mark(sensitive)
	}
	return out
}

// parse reads a value given as text on the command line or in the environment:
// as it stands for simple types, as an expression for others. Where no type is
// written a list or an object is one if the default is, as in the values of a plan.
func (v *variable) parse(text string, eval func(hclsyntax.Expression) cty.Value) cty.Value {
	if v.typ.IsPrimitiveType() || !v.typed && !v.holds(text) {
		return v.accept(cty.StringVal(text))
	}
	if len(text) > maxFile || tooDeep([]byte(text), false) {
		return v.accept(cty.DynamicVal)
	}
	e, diags := hclsyntax.ParseExpression([]byte(text), "", firstPos)
	if diags.HasErrors() {
		return v.accept(cty.DynamicVal)
	}
	return v.accept(eval(e))
}

// holds reports whether a text and the default are both written as a list or an
// object.
func (v *variable) holds(text string) bool {
	switch unwrap(v.fallback).(type) {
	case *hclsyntax.TupleConsExpr, *hclsyntax.ObjectConsExpr:
		return strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{")
	}
	return false
}

// mark is what sensitive values carry; whatever is made of them carries it too.
type mark string

const sensitive = mark("sensitive")
