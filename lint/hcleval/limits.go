package hcleval

import (
	"reflect"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// The bounds of an evaluation. They lie far above what people write and far
// below what hurts a machine; what goes beyond one ends in a Gap.
const (
	maxFile      = 4 << 20 // bytes of a source file; the parser takes about 100 times that
	maxRead      = 1 << 20 // bytes of a file that a function reads
	maxText      = 1 << 30 // lines times bytes of a template; the parser joins its lines one by one, copying all before
	maxFiles     = 4096    // source files of one folder
	maxFileSet   = 10000   // names that fileset looks at
	maxNesting   = 8192    // brackets in brackets, or signs in a row: the parser recurs on each, with about 4 KB of stack
	maxDepth     = 200     // values that rest on one another; each takes some kilobytes of stack
	maxModules   = 24      // modules in modules
	maxInstances = 20000   // instances of one block; the largest real plans have a few thousand
	maxTotal     = 200000  // instances of all blocks and modules of a root
	maxWork      = 1 << 20 // elements and bytes that one expression may make
	maxAllWork   = 1 << 27 // and all expressions of a root together; about 20 seconds
	maxString    = 1 << 20 // bytes of one value
	maxExponent  = 4096    // binary digits of a number; printing one writes them all
	maxComments  = 1000    // comments of a root that speak to sovlint
	maxLiteral   = 256     // bytes of a text that is kept for a module argument or a default
)

// A meter counts the work of evaluating. One for-expression in another
// multiplies, and nothing in hcl would stop it.
type meter struct {
	left int // for the expression at hand
	all  int // for the root
	over bool
}

func newMeter() *meter { return &meter{left: maxWork, all: maxAllWork} }

// spend reports whether n more units of work may be done.
func (m *meter) spend(n int) bool {
	if n < 0 || n > m.left || n > m.all {
		m.over = true
		m.left = 0
		return false
	}
	m.left -= n
	m.all -= n
	return true
}

// An allowance is what an expression around the one at hand has left.
type allowance struct {
	left int
	over bool
}

// enter gives a fresh allowance to one expression; leave takes back the one
// before.
func (m *meter) enter() allowance {
	outer := allowance{m.left, m.over}
	m.left, m.over = maxWork, false
	return outer
}

// leave ends what enter began, and reports whether the expression stayed below
// its allowance.
func (m *meter) leave(outer allowance) bool {
	within := !m.over
	m.left, m.over = outer.left, outer.over
	return within
}

// meterName is the variable that carries the meter; no source can spell it.
const meterName = " meter"

var meterType = cty.Capsule("meter", reflect.TypeFor[meter]())

// meterOf finds the meter in the scope an expression is evaluated in.
func meterOf(ctx *hcl.EvalContext) *meter {
	for ; ctx != nil; ctx = ctx.Parent() {
		if v, ok := ctx.Variables[meterName]; ok {
			return v.EncapsulatedValue().(*meter)
		}
	}
	return nil
}

// metered charges what an expression yields. It stands around the parts of a
// for-expression. The parentheses inside let hclsyntax see its children.
type metered struct {
	*hclsyntax.ParenthesesExpr
	// converts is set where the value is going to be made a list, a set or a
	// map: cty compares the types of all elements with one another then.
	converts bool
}

// charged puts an expression behind a meter.
func charged(e hclsyntax.Expression, converts bool) hclsyntax.Expression {
	if _, done := e.(metered); done || e == nil {
		return e
	}
	return metered{&hclsyntax.ParenthesesExpr{Expression: e, SrcRange: e.Range()}, converts}
}

// Value evaluates the expression, as long as the allowance lasts.
func (e metered) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	m := meterOf(ctx)
	if m != nil && !m.spend(1) {
		return cty.DynamicVal, tooMuch(e.SrcRange)
	}
	v, diags := e.Expression.Value(ctx)
	cost := size(v)
	if e.converts {
		cost = conversion(v)
	}
	if m != nil && !m.spend(cost) {
		return cty.DynamicVal, tooMuch(e.SrcRange)
	}
	return v, diags
}

func tooMuch(at hcl.Range) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "too much to evaluate", Subject: &at}}
}

// size is how much of a value lies on its surface: the bytes of a text, the
// elements of a collection.
func size(v cty.Value) int {
	v, _ = v.Unmark()
	switch {
	case !v.IsKnown() || v.IsNull():
		return 1
	case v.Type() == cty.String:
		return 1 + len(v.AsString())
	case v.CanIterateElements():
		return 1 + v.LengthInt()
	}
	return 1
}

// conversion is what it costs to make a value a list, a set or a map.
func conversion(v cty.Value) int {
	n := size(v)
	if t := v.Type(); t.IsTupleType() || t.IsObjectType() {
		return n + n*n/32
	}
	return n
}

// weight is how much of a value would be written if it were spelled out, what
// is shared as often as it occurs; it stops counting beyond limit.
func weight(v cty.Value, limit int) int {
	n := size(v)
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return n
	}
	for it := v.ElementIterator(); it.Next() && n <= limit; {
		_, e := it.Element()
		n += weight(e, limit-n)
	}
	return n
}

// harmless reports whether a value may be kept: neither endless text nor a
// number that would be printed as such.
func harmless(v cty.Value) bool {
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		return true
	}
	switch v.Type() {
	case cty.String:
		return len(v.AsString()) <= maxString
	case cty.Number:
		return small(v)
	}
	return weight(v, maxWork) <= maxWork
}

func small(v cty.Value) bool {
	f := v.AsBigFloat()
	exp := f.MantExp(nil)
	return !f.IsInf() && exp <= maxExponent && exp >= -maxExponent
}
