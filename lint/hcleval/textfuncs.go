package hcleval

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"math/big"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var (
	startsWith  = onTexts(func(s, t string) bool { return strings.HasPrefix(s, t) })
	endsWith    = onTexts(func(s, t string) bool { return strings.HasSuffix(s, t) })
	strContains = onTexts(strings.Contains)

	baseName   = onText(path.Base)
	dirName    = onText(path.Dir)
	md5Func    = onText(func(s string) string { b := md5.Sum([]byte(s)); return hex.EncodeToString(b[:]) })
	sha1Func   = onText(func(s string) string { b := sha1.Sum([]byte(s)); return hex.EncodeToString(b[:]) })
	sha256Func = onText(func(s string) string { b := sha256.Sum256([]byte(s)); return hex.EncodeToString(b[:]) })
	sha512Func = onText(func(s string) string { b := sha512.Sum512([]byte(s)); return hex.EncodeToString(b[:]) })
)

func onText(f func(string) string) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "text", Type: cty.String}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.StringVal(f(args[0].AsString())), nil
		},
	})
}

func onTexts(f func(s, t string) bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "text", Type: cty.String}, {Name: "part", Type: cty.String}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(f(args[0].AsString(), args[1].AsString())), nil
		},
	})
}

// replace takes a pattern between slashes for a regular expression.
var replace = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "str", Type: cty.String}, {Name: "substr", Type: cty.String}, {Name: "replace", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		s, from, to := args[0].AsString(), args[1].AsString(), args[2].AsString()
		if len(from) > 1 && from[0] == '/' && from[len(from)-1] == '/' {
			re, err := regexp.Compile(from[1 : len(from)-1])
			if err != nil {
				return cty.UnknownVal(cty.String), err
			}
			return cty.StringVal(re.ReplaceAllString(s, to)), nil
		}
		return cty.StringVal(strings.ReplaceAll(s, from, to)), nil
	},
})

// coalesce gives the first argument that is neither null nor an empty text.
var coalesce = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "vals", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
	Type: func(args []cty.Value) (cty.Type, error) {
		types := make([]cty.Type, 0, len(args))
		for _, a := range args {
			types = append(types, a.Type())
		}
		t, _ := convert.UnifyUnsafe(types)
		if t == cty.NilType {
			return cty.DynamicPseudoType, errors.New("the arguments have no type in common")
		}
		return t, nil
	},
	Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
		for _, a := range args {
			v, err := convert.Convert(a, want)
			if err != nil {
				return cty.UnknownVal(want), err
			}
			bare, marks := v.Unmark()
			switch {
			case !bare.IsKnown():
				return cty.UnknownVal(want).WithMarks(marks), nil
			case bare.IsNull(), want == cty.String && bare.AsString() == "":
				continue
			}
			return v, nil
		}
		return cty.NullVal(want), errors.New("no argument has a value")
	},
})

// length counts the characters of a text or the elements of a collection.
var length = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType, AllowDynamicType: true, AllowUnknown: true}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if args[0].Type() == cty.DynamicPseudoType {
			return cty.UnknownVal(cty.Number), nil
		}
		if args[0].Type() == cty.String {
			return stdlib.Strlen(args[0])
		}
		return stdlib.Length(args[0])
	},
})

// lookup takes a default, which old code leaves out.
var lookup = function.New(&function.Spec{
	Params:   []function.Parameter{{Name: "map", Type: cty.DynamicPseudoType, AllowMarked: true}, {Name: "key", Type: cty.String, AllowMarked: true}},
	VarParam: &function.Parameter{Name: "default", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true},
	Type:     function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if len(args) == 3 {
			return stdlib.Lookup(args[0], args[1], args[2])
		}
		m, marks := args[0].Unmark()
		k, more := args[1].Unmark()
		if !m.Type().IsMapType() && !m.Type().IsObjectType() {
			return cty.DynamicVal, errors.New("not a map")
		}
		v, ok := m.AsValueMap()[k.AsString()]
		if !ok {
			return cty.DynamicVal, errors.New("no such key")
		}
		return v.WithMarks(marks, more), nil
	},
})

// indexOf finds a value in a list.
var indexOf = onList(cty.Number, func(list []cty.Value, args []cty.Value) (cty.Value, error) {
	for i, e := range list {
		eq, err := stdlib.Equal(e, args[0])
		if err == nil && !eq.IsKnown() {
			return cty.UnknownVal(cty.Number), nil
		}
		if err == nil && eq.True() {
			return cty.NumberIntVal(int64(i)), nil
		}
	}
	return cty.UnknownVal(cty.Number), errors.New("not in the list")
}, function.Parameter{Name: "value", Type: cty.DynamicPseudoType})

var one = onList(cty.DynamicPseudoType, func(list []cty.Value, _ []cty.Value) (cty.Value, error) {
	switch len(list) {
	case 0:
		return cty.NullVal(cty.DynamicPseudoType), nil
	case 1:
		return list[0], nil
	}
	return cty.DynamicVal, errors.New("more than one element")
})

var sum = onList(cty.Number, func(list []cty.Value, _ []cty.Value) (cty.Value, error) {
	total := new(big.Float).SetPrec(512)
	for _, e := range list {
		n, err := convert.Convert(e, cty.Number)
		if err != nil || n.IsNull() {
			return cty.UnknownVal(cty.Number), errors.New("not a list of numbers")
		}
		if !n.IsKnown() {
			return cty.UnknownVal(cty.Number), nil
		}
		total.Add(total, n.AsBigFloat())
	}
	return cty.NumberVal(total), nil
})

var (
	allTrue = onList(cty.Bool, func(list []cty.Value, _ []cty.Value) (cty.Value, error) { return fold(list, false) })
	anyTrue = onList(cty.Bool, func(list []cty.Value, _ []cty.Value) (cty.Value, error) { return fold(list, true) })
)

// fold looks for the truth value that decides; without it the other one holds.
func fold(list []cty.Value, decides bool) (cty.Value, error) {
	open := false
	for _, e := range list {
		b, err := convert.Convert(e, cty.Bool)
		if err != nil {
			return cty.UnknownVal(cty.Bool), err
		}
		switch {
		case !b.IsKnown():
			open = true
		case b.IsNull():
			if !decides {
				return cty.False, nil
			}
		case b.True() == decides:
			return cty.BoolVal(decides), nil
		}
	}
	if open {
		return cty.UnknownVal(cty.Bool), nil
	}
	return cty.BoolVal(!decides), nil
}

// onList makes a function of a list, set or tuple whose elements may be unknown.
func onList(ret cty.Type, f func(list, args []cty.Value) (cty.Value, error), more ...function.Parameter) function.Function {
	params := append([]function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}}, more...)
	return function.New(&function.Spec{
		Params: params,
		Type:   function.StaticReturnType(ret),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			t := args[0].Type()
			if !t.IsListType() && !t.IsSetType() && !t.IsTupleType() {
				return cty.UnknownVal(ret), errors.New("not a list")
			}
			if t.IsSetType() && !args[0].IsWhollyKnown() {
				return cty.UnknownVal(ret), nil // unknown elements may turn out to be one
			}
			return f(args[0].AsValueSlice(), args[1:])
		},
	})
}

// matchKeys picks the values whose keys are among those searched for.
var matchKeys = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "values", Type: cty.List(cty.DynamicPseudoType)}, {Name: "keys", Type: cty.List(cty.DynamicPseudoType)},
		{Name: "search", Type: cty.List(cty.DynamicPseudoType)},
	},
	Type: func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil },
	Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
		if !args[0].IsWhollyKnown() || !args[1].IsWhollyKnown() || !args[2].IsWhollyKnown() {
			return cty.UnknownVal(want), nil
		}
		vals, keys, search := args[0].AsValueSlice(), args[1].AsValueSlice(), args[2].AsValueSlice()
		if len(vals) != len(keys) {
			return cty.UnknownVal(want), errors.New("values and keys differ in length")
		}
		var out []cty.Value
		for i, k := range keys {
			if slices.ContainsFunc(search, k.RawEquals) {
				out = append(out, vals[i])
			}
		}
		if len(out) == 0 {
			return cty.ListValEmpty(want.ElementType()), nil
		}
		return cty.ListVal(out), nil
	},
})

// transpose turns a map of lists of texts around.
var transpose = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "values", Type: cty.Map(cty.List(cty.String))}},
	Type:   function.StaticReturnType(cty.Map(cty.List(cty.String))),
	Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
		if !args[0].IsWhollyKnown() {
			return cty.UnknownVal(want), nil
		}
		turned := map[string][]cty.Value{}
		for it := args[0].ElementIterator(); it.Next(); {
			k, list := it.Element()
			for _, e := range list.AsValueSlice() {
				if e.IsNull() {
					return cty.UnknownVal(want), errors.New("null in a list")
				}
				turned[e.AsString()] = append(turned[e.AsString()], k)
			}
		}
		out := map[string]cty.Value{}
		for k, list := range turned {
			out[k] = cty.ListVal(list)
		}
		if len(out) == 0 {
			return cty.MapValEmpty(cty.List(cty.String)), nil
		}
		return cty.MapVal(out), nil
	},
})

var anything = function.Parameter{
	Name: "value", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true,
}

var sensitiveFunc = asIs(func(v cty.Value) cty.Value { return v.Mark(sensitive) })

// nonsensitive is the author's own word that a value may be shown.
var nonsensitive = asIs(func(v cty.Value) cty.Value {
	out, marks := v.Unmark()
	delete(marks, sensitive)
	return out.WithMarks(marks)
})

func asIs(f func(cty.Value) cty.Value) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{anything},
		Type:   func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil },
		Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return f(args[0]), nil },
	})
}

var isSensitive = function.New(&function.Spec{
	Params: []function.Parameter{anything},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		v, marks := args[0].Unmark()
		if !v.IsKnown() && !isSecret(marks) {
			return cty.UnknownVal(cty.Bool), nil
		}
		return cty.BoolVal(isSecret(marks)), nil
	},
})
