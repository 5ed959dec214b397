package hcleval

import (
	"strings"

	"github.com/hashicorp/go-cty-funcs/encoding"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	yaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// pure are the functions that depend on nothing but their arguments. A
// function that is not in a table is unknown, which is not the same as an
// error: try and can must not take the second branch for it.
var pure = map[string]function.Function{
	"abs": stdlib.AbsoluteFunc, "alltrue": allTrue, "anytrue": anyTrue, "basename": baseName,
	"base64decode": encoding.Base64DecodeFunc, "base64encode": encoding.Base64EncodeFunc,
	"can": tryfunc.CanFunc, "ceil": stdlib.CeilFunc, "chomp": stdlib.ChompFunc, "chunklist": stdlib.ChunklistFunc,
	"cidrhost": cidrHost, "cidrnetmask": cidrNetmask, "cidrsubnet": cidrSubnet, "cidrsubnets": cidrSubnets,
	"coalesce": coalesce, "coalescelist": stdlib.CoalesceListFunc, "compact": stdlib.CompactFunc, "concat": stdlib.ConcatFunc,
	"contains": stdlib.ContainsFunc, "csvdecode": stdlib.CSVDecodeFunc, "dirname": dirName, "distinct": stdlib.DistinctFunc,
	"element": stdlib.ElementFunc, "endswith": endsWith, "flatten": stdlib.FlattenFunc, "floor": stdlib.FloorFunc,
	"format": stdlib.FormatFunc, "formatdate": stdlib.FormatDateFunc, "formatlist": stdlib.FormatListFunc,
	"indent": stdlib.IndentFunc, "index": indexOf, "issensitive": isSensitive, "join": stdlib.JoinFunc,
	"jsondecode": stdlib.JSONDecodeFunc, "jsonencode": stdlib.JSONEncodeFunc, "keys": stdlib.KeysFunc, "length": length,
	"log": stdlib.LogFunc, "lookup": lookup, "lower": stdlib.LowerFunc, "matchkeys": matchKeys, "max": stdlib.MaxFunc,
	"md5": md5Func, "merge": stdlib.MergeFunc, "min": stdlib.MinFunc, "nonsensitive": nonsensitive, "one": one,
	"parseint": stdlib.ParseIntFunc, "pow": stdlib.PowFunc, "range": stdlib.RangeFunc, "regex": stdlib.RegexFunc,
	"regexall": stdlib.RegexAllFunc, "replace": replace, "reverse": stdlib.ReverseListFunc, "sensitive": sensitiveFunc,
	"setintersection": stdlib.SetIntersectionFunc, "setproduct": stdlib.SetProductFunc, "setsubtract": stdlib.SetSubtractFunc,
	"setunion": stdlib.SetUnionFunc, "sha1": sha1Func, "sha256": sha256Func, "sha512": sha512Func, "signum": stdlib.SignumFunc,
	"slice": stdlib.SliceFunc, "sort": stdlib.SortFunc, "split": stdlib.SplitFunc, "startswith": startsWith,
	"strcontains": strContains, "strrev": stdlib.ReverseFunc, "substr": stdlib.SubstrFunc, "sum": sum,
	"timeadd": stdlib.TimeAddFunc, "title": stdlib.TitleFunc, "tobool": stdlib.MakeToFunc(cty.Bool),
	"tolist": stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)), "tomap": stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)),
	"tonumber": stdlib.MakeToFunc(cty.Number), "toset": stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)),
	"tostring": stdlib.MakeToFunc(cty.String), "transpose": transpose, "trim": stdlib.TrimFunc,
	"trimprefix": stdlib.TrimPrefixFunc, "trimspace": stdlib.TrimSpaceFunc, "trimsuffix": stdlib.TrimSuffixFunc,
	"try": tryfunc.TryFunc, "upper": stdlib.UpperFunc, "urlencode": encoding.URLEncodeFunc, "values": stdlib.ValuesFunc,
	"yamldecode": yaml.YAMLDecodeFunc, "yamlencode": yaml.YAMLEncodeFunc, "zipmap": stdlib.ZipmapFunc,
}

// functionsFor gives the functions an expression calls, each behind the meter.
func (e *evaluator) functionsFor(s *scope, names []string) map[string]function.Function {
	if len(names) == 0 {
		return nil
	}
	out := make(map[string]function.Function, len(names))
	for _, name := range names {
		out[name] = e.function(s, name)
	}
	return out
}

func (e *evaluator) function(s *scope, name string) function.Function {
	bare := strings.TrimPrefix(name, "core::")
	if e.unit != nil {
		if f, ok := e.unit.function(s, bare); ok {
			return f
		}
	}
	if f, ok := s.reading(bare); ok {
		return f
	}
	if f, ok := e.functions[bare]; ok {
		return f
	}
	f, ok := pure[bare]
	switch {
	case !ok:
		f = unknownFunc
	case decodes(bare):
		f = e.guard(bare, e.decoding(f))
	case bare != "try" && bare != "can":
		f = e.guard(bare, f)
	}
	if e.functions == nil {
		e.functions = map[string]function.Function{}
	}
	e.functions[bare] = f
	return f
}

// decodes reports whether a function decodes a text, whose members keep its
// origin.
func decodes(name string) bool {
	return name == "jsondecode" || name == "yamldecode" || name == "csvdecode"
}

// unknownFunc stands for a function whose result nobody can know here.
var unknownFunc = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "args", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true},
	Type:     function.StaticReturnType(cty.DynamicPseudoType),
	Impl:     func([]cty.Value, cty.Type) (cty.Value, error) { return cty.DynamicVal, nil },
})

// guard lets a function work only while the allowance lasts.
func (e *evaluator) guard(name string, f function.Function) function.Function {
	spec := &function.Spec{}
	for _, p := range f.Params() {
		p.AllowMarked = true
		p.AllowNull, p.AllowUnknown, p.AllowDynamicType = true, true, true
		spec.Params = append(spec.Params, p)
	}
	if p := f.VarParam(); p != nil {
		v := *p
		v.AllowMarked, v.AllowNull, v.AllowUnknown, v.AllowDynamicType = true, true, true, true
		spec.VarParam = &v
	}
	refuse := func(args []cty.Value) bool { return !e.meter.spend(costOf(name, args)) }
	spec.Type = func(args []cty.Value) (cty.Type, error) {
		if refuse(args) {
			return cty.DynamicPseudoType, nil
		}
		return f.ReturnTypeForValues(args)
	}
	spec.Impl = func(args []cty.Value, want cty.Type) (cty.Value, error) {
		if apart(name, args) {
			return cty.UnknownVal(want), nil
		}
		if refuse(args) {
			return cty.UnknownVal(want), nil
		}
		return f.Call(args)
	}
	return function.New(spec)
}
