package hcleval

import (
	"encoding/json"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/tf"
)

// value turns an expression into a value of the ground: known as far as it is,
// with the references it rests on and its place.
func (s *scope) value(x hclsyntax.Expression, in *frame) tf.Value {
	at := s.e.where(s.f, x.Range())
	switch c := unwrap(x).(type) {
	case *hclsyntax.ObjectConsExpr:
		if v, ok := s.object(c, in, at); ok {
			return v
		}
	case *hclsyntax.TupleConsExpr:
		list := make([]tf.Value, 0, len(c.Exprs))
		for _, e := range c.Exprs {
			list = append(list, s.value(e, in))
		}
		return tf.Value{State: tf.Known, V: list, At: at}
	case *hclsyntax.FunctionCallExpr:
		if c.Name == "jsonencode" && len(c.Args) == 1 && !s.eval(x, in).IsKnown() {
			return s.value(c.Args[0], in) // a text that is not known has parts that are
		}
	}
	v := s.eval(x, in)
	out := s.e.ground(v, at, "")
	if isLiteral(x) {
		return out
	}
	out.Refs = s.refs(x, in)
	if out.V != nil && !v.IsWhollyKnown() {
		out = lend(out, out.Refs)
	}
	return out
}

// object turns an object whose keys are plain, member by member, so that each
// keeps its own references and place.
func (s *scope) object(c *hclsyntax.ObjectConsExpr, in *frame, at *tf.Range) (tf.Value, bool) {
	out := tf.Attrs{}
	placing := s.e.placing
	defer func() { s.e.placing = placing }()
	for _, item := range c.Items {
		key, marks := s.eval(item.KeyExpr, in).Unmark()
		if k := keyOf(item.KeyExpr); k != "" {
			key = cty.StringVal(k)
		}
		if key.Type() != cty.String || !key.IsKnown() || key.IsNull() {
			return tf.Value{}, false
		}
		if !s.e.showable(key.AsString(), origin(marks)) {
			return tf.Value{}, false
		}
		s.e.placing = placing || placeLike(key.AsString())
		out[key.AsString()] = s.value(item.ValueExpr, in)
	}
	return tf.Value{State: tf.Known, V: out, At: at}, true
}

func isLiteral(x hclsyntax.Expression) bool {
	if _, ok := literal(x); ok {
		return true
	}
	_, ok := unwrap(x).(*hclsyntax.LiteralValueExpr)
	return ok
}

// ground turns an evaluated value into one of the ground. Sensitive values are
// never decoded, and what comes from outside of the source only as far as it
// looks like a name.
func (e *evaluator) ground(v cty.Value, at *tf.Range, from mark) tf.Value {
	v, marks := v.Unmark()
	from = worse(from, origin(marks))
	out := tf.Value{State: tf.Known, Sensitive: isSecret(marks), At: at}
	switch {
	case !v.IsKnown():
		out.State = tf.Unknown
	case v.IsNull():
		out.State = tf.Null
	case out.Sensitive:
	case !e.nameable(v, from):
		out.State = tf.Unknown
		if from == raw {
			e.gap("the text of a file stands here and is no place's name: it was not used", at)
		}
	default:
		out.V = e.content(v, at, from)
	}
	return out
}

// nameable reports whether a value's own text, or the names of its members, may
// be shown.
func (e *evaluator) nameable(v cty.Value, from mark) bool {
	switch t := v.Type(); {
	case from == "":
		return true
	case t == cty.String:
		return e.showable(v.AsString(), from)
	case t == cty.Number:
		return from != raw
	case t.IsMapType() || t.IsObjectType():
		for it := v.ElementIterator(); it.Next(); {
			if k, _ := it.Element(); !e.showable(k.AsString(), from) {
				return false
			}
		}
	}
	return true
}

func (e *evaluator) content(v cty.Value, at *tf.Range, from mark) any {
	t := v.Type()
	switch {
	case t == cty.String:
		return v.AsString()
	case t == cty.Bool:
		return v.True()
	case t == cty.Number:
		return json.Number(v.AsBigFloat().Text('f', -1))
	case t.IsListType() || t.IsSetType() || t.IsTupleType():
		list := make([]tf.Value, 0, v.LengthInt())
		for it := v.ElementIterator(); it.Next(); {
			_, x := it.Element()
			list = append(list, e.ground(x, at, from))
		}
		return list
	case t.IsMapType() || t.IsObjectType():
		out := tf.Attrs{}
		placing := e.placing
		defer func() { e.placing = placing }()
		for it := v.ElementIterator(); it.Next(); {
			k, x := it.Element()
			e.placing = placing || placeLike(k.AsString())
			out[k.AsString()] = e.ground(x, at, from)
		}
		return out
	}
	return nil
}

// lend gives the references of a whole expression to what is unknown inside of
// its value.
func lend(v tf.Value, refs []string) tf.Value {
	switch x := v.V.(type) {
	case tf.Attrs:
		for k, e := range x {
			x[k] = lend(e, refs)
		}
	case []tf.Value:
		for i, e := range x {
			x[i] = lend(e, refs)
		}
	}
	if v.State == tf.Unknown && v.Refs == nil {
		v.Refs = refs
	}
	return v
}

// A spot is a range of one file, in bytes.
type spot struct {
	src      *source
	from, to int32
}

// where gives one range for all its copies.
func (e *evaluator) where(f *folder, r hcl.Range) *tf.Range {
	if at, ok := e.generated[r.Filename]; ok {
		return at
	}
	src := f.files[r.Filename]
	if src == nil {
		src = e.sources[r.Filename]
	}
	if src == nil {
		return nil
	}
	key := spot{src, int32(r.Start.Byte), int32(r.End.Byte)}
	at, ok := e.ranges[key]
	if !ok {
		at = src.rangeIn(e.o.Prefix, r)
		e.ranges[key] = at
	}
	return at
}
