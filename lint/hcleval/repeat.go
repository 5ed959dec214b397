package hcleval

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// repetitions are the instances of a block.
type repetitions struct {
	kind   repetition
	known  bool
	frames []*frame
	keys   []string // of for_each, in the order of frames
}

// A repetition is how a block says how often it stands.
type repetition uint8

const (
	asOne repetition = iota
	byCount
	byKey
)

// repetitions expands a block once for each module instance.
func (s *scope) repetitions(addr string, b *block) *repetitions {
	if r, ok := s.repeated[addr]; ok {
		if r == nil {
			s.gap(s.e.o.Lang.Say("%s rests on itself", addr), b.DefRange())
			return unknownRepetitions(asOne, nil)
		}
		return r
	}
	s.repeated[addr] = nil
	r := s.expand(b)
	s.repeated[addr] = r
	return r
}

func (s *scope) expand(b *block) *repetitions {
	if s.disabled(b) {
		return &repetitions{known: true}
	}
	if a := b.attr("count"); a != nil {
		return s.counted(a)
	}
	if a := b.attr("for_each"); a != nil {
		return s.keyed(a)
	}
	return single
}

// single is what most blocks are: one instance without key.
var single = &repetitions{known: true, frames: []*frame{{}}}

// disabled is OpenTofu's lifecycle { enabled = false }.
func (s *scope) disabled(b *block) bool {
	if !b.has("lifecycle") || !b.mentions("enabled") {
		return false
	}
	for _, n := range b.blocks(func(typ string) bool { return typ == "lifecycle" }) {
		if a := n.Body.Attributes["enabled"]; a != nil {
			v, marks := s.eval(a.Expr, nil).Unmark()
			return !isSecret(marks) && v.Type() == cty.Bool && v.IsKnown() && !v.IsNull() && v.False()
		}
	}
	return false
}

func (s *scope) counted(a *hclsyntax.Attribute) *repetitions {
	v, marks := s.eval(a.Expr, nil).Unmark()
	n, ok := wholeNumber(v)
	if !ok || isSecret(marks) || origin(marks) == raw {
		return unknownRepetitions(byCount, s.refs(a.Expr, nil))
	}
	if n > maxInstances || !s.e.take(n) {
		s.gap(s.e.o.Lang.Say("count is %d: more instances than are looked at; one stands for all", n), a.Expr.Range())
		return unknownRepetitions(byCount, nil)
	}
	r := &repetitions{kind: byCount, known: true}
	for i := len(s.e.counts); i < n; i++ {
		index := cty.ObjectVal(map[string]cty.Value{"index": cty.NumberIntVal(int64(i))})
		s.e.counts = append(s.e.counts, &frame{key: "[" + strconv.Itoa(i) + "]", names: map[string]cty.Value{"count": index}})
	}
	r.frames = s.e.counts[:n:n] // the same for all
	return r
}

// wholeNumber reads a count; text that spells a number is one.
func wholeNumber(v cty.Value) (int, bool) {
	if !v.IsKnown() || v.IsNull() {
		return 0, false
	}
	if v.Type() == cty.String {
		n, err := cty.ParseNumberVal(v.AsString())
		if err != nil {
			return 0, false
		}
		v = n
	}
	if v.Type() != cty.Number {
		return 0, false
	}
	n, acc := v.AsBigFloat().Int64()
	if acc != big.Exact || n < 0 {
		return 0, false
	}
	return int(n), true
}

func (s *scope) keyed(a *hclsyntax.Attribute) *repetitions {
	v, marks := s.eval(a.Expr, nil).Unmark()
	refs := func() []string { return s.refs(a.Expr, nil) }
	t := v.Type()
	if isSecret(marks) || !v.IsKnown() || v.IsNull() || !t.IsMapType() && !t.IsObjectType() && !t.IsSetType() {
		return unknownRepetitions(byKey, refs())
	}
	if t.IsSetType() && !v.IsWhollyKnown() {
		return unknownRepetitions(byKey, refs())
	}
	n := v.LengthInt()
	if n > maxInstances || !s.e.take(n) {
		s.gap(s.e.o.Lang.Say("for_each has %d elements: more than are looked at; one stands for all", n), a.Expr.Range())
		return unknownRepetitions(byKey, nil)
	}
	r := &repetitions{kind: byKey, known: true}
	var rests []string
	if !v.IsWhollyKnown() {
		rests = refs()
	}
	for it := v.ElementIterator(); it.Next(); {
		k, val := it.Element()
		k, more := k.Unmark()
		if k.Type() != cty.String || k.IsNull() {
			return unknownRepetitions(byKey, refs())
		}
		if !s.e.showable(k.AsString(), worse(origin(marks), origin(more))) {
			s.gap("a key of for_each comes from outside of the source and does not look like a name; one instance stands for all", a.Expr.Range())
			return unknownRepetitions(byKey, refs())
		}
		k, val = k.WithMarks(marks, more), val.WithMarks(marks)
		bare, _ := k.Unmark()
		r.keys = append(r.keys, bare.AsString())
		r.frames = append(r.frames, &frame{key: keyText(bare.AsString()), names: eachOf(k, val), rests: rests})
	}
	return r
}

// keyText writes an instance key as an address has it.
func keyText(key string) string {
	return "[" + quote(key) + "]"
}

// quote quotes as HCL does: what starts an interpolation is doubled.
func quote(s string) string {
	out := []byte{'"'}
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			out = append(out, '\\', byte(r))
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\r':
			out = append(out, `\r`...)
		case r == '\t':
			out = append(out, `\t`...)
		case (r == '$' || r == '%') && i+1 < len(s) && s[i+1] == '{':
			out = append(out, byte(r), byte(r))
		default:
			out = append(out, string(r)...)
		}
	}
	return string(append(out, '"'))
}

func eachOf(key, val cty.Value) map[string]cty.Value {
	return map[string]cty.Value{"each": cty.ObjectVal(map[string]cty.Value{"key": key, "value": val})}
}

// unknownRepetitions is one instance without key, for a number of them that is
// not known.
func unknownRepetitions(kind repetition, rests []string) *repetitions {
	names := map[string]cty.Value{
		"count": cty.ObjectVal(map[string]cty.Value{"index": cty.UnknownVal(cty.Number)}),
	}
	if kind == byKey {
		names = eachOf(cty.UnknownVal(cty.String), cty.DynamicVal)
	}
	return &repetitions{kind: kind, frames: []*frame{{names: names, rests: slices.Clone(rests)}}}
}

// take counts instances over the whole root.
func (e *evaluator) take(n int) bool {
	e.instances += n
	return e.instances <= maxTotal
}

// gap notes what could not be evaluated, once for each place.
func (s *scope) gap(what string, at hcl.Range) {
	s.e.gap(what, s.e.where(s.f, at))
}
