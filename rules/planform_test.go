package rules

import (
	"cmp"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// planForm writes the plan that Terraform would make of some source, of which
// it knows what the fixtures use: literals, variables, locals, references,
// blocks, dynamic ones too, provider instances, module calls, outputs, and count
// and for_each of what is known. What rests on a resource is unknown, and of a local a plan has
// the name and no more.
func planForm(t *testing.T, files map[string]string) []byte {
	t.Helper()
	w := planWriter{t: t, files: files, configs: map[string]any{}, sources: map[string]string{}}
	root := w.module("", "", nil, nil)
	b, err := json.Marshal(map[string]any{
		"format_version": "1.2", "terraform_version": "1.11.4", "variables": w.inputs, "resource_changes": w.changes,
		"configuration": map[string]any{"provider_config": w.configs, "root_module": root},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

type planWriter struct {
	t       *testing.T
	files   map[string]string
	changes []any
	configs map[string]any
	sources map[string]string // source address by local name
	inputs  map[string]any
}

// A scope is one module instance while it is written.
type scope struct {
	*planWriter
	dir    string
	path   string            // "module.a"
	passed map[string]string // provider instances by the name they have here
	vars   map[string]cty.Value
	locals map[string]cty.Value
	each   map[string]cty.Value // what "each" and "count" are in one instance
}

func (w *planWriter) module(dir, path string, passed map[string]string, args map[string]cty.Value) map[string]any {
	s := scope{planWriter: w, dir: dir, path: path, passed: passed, vars: map[string]cty.Value{}, locals: map[string]cty.Value{}}
	var blocks hclsyntax.Blocks
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		in := strings.TrimSuffix(filepath.ToSlash(filepath.Dir(name)), ".")
		if in != dir || !strings.HasSuffix(name, ".tf") {
			continue
		}
		f, diags := hclsyntax.ParseConfig([]byte(w.files[name]), name, hcl.InitialPos)
		if diags.HasErrors() {
			w.t.Fatal(diags)
		}
		blocks = append(blocks, f.Body.(*hclsyntax.Body).Blocks...)
	}
	variables, outputs, calls := map[string]any{}, map[string]any{}, map[string]any{}
	var resources []any
	for _, b := range blocks { // what others rest on comes first
		switch b.Type {
		case "terraform":
			s.required(b)
		case "variable":
			variables[b.Labels[0]] = s.variable(b, args)
		}
	}
	for _, b := range blocks {
		switch b.Type {
		case "locals": // one that rests on another stands below it
			for _, a := range inOrder(b.Body.Attributes) {
				s.locals[a.Name], _ = s.value(a.Expr)
			}
		case "provider":
			s.provider(b)
		case "resource", "data":
			resources = append(resources, s.resource(b))
		case "output":
			outputs[b.Labels[0]] = map[string]any{"expression": s.expression(b.Body.Attributes["value"].Expr)}
		case "module":
			calls[b.Labels[0]] = s.call(b)
		}
	}
	return map[string]any{"resources": resources, "variables": variables, "outputs": outputs, "module_calls": calls}
}

func (s scope) required(b *hclsyntax.Block) {
	for _, inner := range b.Body.Blocks {
		for name, a := range inner.Body.Attributes {
			if v, ok := s.value(a.Expr); ok && inner.Type == "required_providers" {
				s.sources[name] = "registry.terraform.io/" + v.GetAttr("source").AsString()
			}
		}
	}
}

func (s scope) variable(b *hclsyntax.Block, args map[string]cty.Value) map[string]any {
	name, out := b.Labels[0], map[string]any{}
	v := cty.DynamicVal
	if a := b.Body.Attributes["default"]; a != nil {
		v, _ = s.value(a.Expr)
		out["default"] = plain(s.t, v)
	}
	if arg, ok := args[name]; ok {
		v = arg
	}
	if s.vars[name] = v; s.path == "" && v.IsWhollyKnown() {
		if s.inputs == nil {
			s.inputs = map[string]any{}
		}
		s.inputs[name] = map[string]any{"value": plain(s.t, v)}
	}
	return out
}

func (s scope) sourceOf(name string) string {
	if src := s.sources[name]; src != "" {
		return src
	}
	return "registry.terraform.io/hashicorp/" + name
}

func (s scope) provider(b *hclsyntax.Block) {
	name, key, alias := b.Labels[0], b.Labels[0], ""
	if a := b.Body.Attributes["alias"]; a != nil {
		v, _ := s.value(a.Expr)
		alias = v.AsString()
		key += "." + alias
	}
	s.configs[key] = map[string]any{"name": name, "alias": alias, "full_name": s.sourceOf(name), "expressions": s.expressions(b.Body)}
}

// instance is the key of the provider instance that a block uses.
func (s scope) instance(typ string, a *hclsyntax.Attribute) string {
	key, _, _ := strings.Cut(typ, "_")
	if a != nil {
		key = mention(a.Expr.Variables()[0])
	}
	if passed, ok := s.passed[key]; ok {
		return passed
	}
	return key
}

func (s scope) resource(b *hclsyntax.Block) map[string]any {
	typ, name, mode, addr := b.Labels[0], b.Labels[1], "managed", b.Labels[0]+"."+b.Labels[1]
	if b.Type == "data" {
		mode, addr = "data", "data."+addr
	}
	key := s.instance(typ, b.Body.Attributes["provider"])
	local, _, _ := strings.Cut(key, ".")
	whole := addr
	if s.path != "" {
		whole = s.path + "." + addr
	}
	block := map[string]any{"address": addr, "mode": mode, "type": typ, "name": name, "provider_config_key": key, "expressions": s.expressions(b.Body)}
	for _, i := range s.instances(b.Body, block) {
		after, unknown := i.planned(b.Body)
		action := "create"
		if mode == "data" {
			action = "read"
		}
		s.changes = append(s.changes, map[string]any{
			"address": whole + i.key, "module_address": s.path, "mode": mode, "type": typ, "name": name, "provider_name": s.sourceOf(local),
			"change": map[string]any{"actions": []string{action}, "before": nil, "after": after, "after_unknown": unknown},
		})
	}
	return block
}

// An instance is a scope with what "each" and "count" are in it.
type instance struct {
	scope
	key string // "", "[0]" or "[\"a\"]"
}

// instances are those that count or for_each make of a block; out takes the
// expression.
func (s scope) instances(body *hclsyntax.Body, out map[string]any) []instance {
	if a := body.Attributes["count"]; a != nil {
		out["count_expression"] = s.expression(a.Expr)
		v, _ := s.value(a.Expr)
		n, _ := v.AsBigFloat().Int64()
		var all []instance
		for i := range n {
			all = append(all, s.with(cty.NumberIntVal(i), map[string]cty.Value{"count": cty.ObjectVal(map[string]cty.Value{"index": cty.NumberIntVal(i)})}))
		}
		return all
	}
	a := body.Attributes["for_each"]
	if a == nil {
		return []instance{{s, ""}}
	}
	out["for_each_expression"] = s.expression(a.Expr)
	over, _ := s.value(a.Expr)
	var all []instance
	for it := over.ElementIterator(); it.Next(); {
		k, v := it.Element()
		if !over.Type().IsObjectType() && !over.Type().IsMapType() {
			k = v
		}
		all = append(all, s.with(k, map[string]cty.Value{"each": cty.ObjectVal(map[string]cty.Value{"key": k, "value": v})}))
	}
	return all
}

func (s scope) with(key cty.Value, each map[string]cty.Value) instance {
	s.each = each
	return instance{s, "[" + string(mustJSON(key)) + "]"}
}

// inOrder are the attributes of a block as they stand in it.
func inOrder(attrs hclsyntax.Attributes) []*hclsyntax.Attribute {
	return slices.SortedFunc(maps.Values(attrs), func(a, b *hclsyntax.Attribute) int {
		return cmp.Compare(a.SrcRange.Start.Byte, b.SrcRange.Start.Byte)
	})
}

func (s scope) call(b *hclsyntax.Block) map[string]any {
	name := b.Labels[0]
	path, passed, args := "module."+name, maps.Clone(s.passed), map[string]cty.Value{}
	if passed == nil {
		passed = map[string]string{}
	}
	if s.path != "" {
		path = s.path + "." + path
	}
	source, _ := s.value(b.Body.Attributes["source"].Expr)
	for _, item := range passing(b.Body) {
		key := item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr).Wrapped
		passed[mention(key.Variables()[0])] = mention(item.ValueExpr.Variables()[0])
	}
	out := map[string]any{"source": source.AsString(), "expressions": s.expressions(b.Body)}
	for _, i := range s.instances(b.Body, out) {
		for arg, a := range b.Body.Attributes {
			if !slices.Contains(meta, arg) {
				args[arg], _ = i.value(a.Expr)
			}
		}
		out["module"] = s.module(filepath.ToSlash(filepath.Join(s.dir, source.AsString())), path+i.key, passed, args)
	}
	return out
}

// passing are the provider instances that a module call passes down.
func passing(body *hclsyntax.Body) []hclsyntax.ObjectConsItem {
	if a := body.Attributes["providers"]; a != nil {
		return a.Expr.(*hclsyntax.ObjectConsExpr).Items
	}
	return nil
}

// meta are the arguments of Terraform itself.
var meta = []string{"provider", "providers", "alias", "source", "version", "depends_on", "lifecycle", "count", "for_each"}

func (s scope) expressions(body *hclsyntax.Body) map[string]any {
	out := map[string]any{}
	for name, a := range body.Attributes {
		if !slices.Contains(meta, name) {
			out[name] = s.expression(a.Expr)
		}
	}
	for _, b := range body.Blocks {
		if b.Type == "dynamic" { // a plan has no expression of what it makes
			continue
		}
		list, _ := out[b.Type].([]any)
		out[b.Type] = append(list, s.expressions(b.Body))
	}
	return out
}

// expression writes an expression as the configuration of a plan has it: the
// value of a literal, else what it mentions, whole and then shorter.
func (s scope) expression(x hcl.Expression) map[string]any {
	refs := []string{}
	for _, v := range x.Variables() {
		whole := mention(v)
		refs = append(refs, whole)
		parts := strings.Split(whole, ".")
		if len(parts) > 2 && parts[0] != "each" {
			refs = append(refs, strings.Join(parts[:len(parts)-1], "."))
		}
	}
	if len(refs) > 0 {
		return map[string]any{"references": refs}
	}
	v, _ := s.value(x)
	return map[string]any{"constant_value": plain(s.t, v)}
}

func mention(t hcl.Traversal) string {
	var b strings.Builder
	for _, step := range t {
		switch x := step.(type) {
		case hcl.TraverseRoot:
			b.WriteString(x.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + x.Name)
		case hcl.TraverseIndex:
			b.WriteString("[" + string(mustJSON(x.Key)) + "]")
		}
	}
	return b.String()
}

func mustJSON(v cty.Value) []byte {
	b, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		panic(err)
	}
	return b
}

func (s scope) planned(body *hclsyntax.Body) (after, unknown map[string]any) {
	after, unknown = map[string]any{}, map[string]any{}
	for name, a := range body.Attributes {
		if slices.Contains(meta, name) {
			continue
		}
		v, _ := s.value(a.Expr)
		value, mask := parted(s.t, v)
		if after[name] = value; mask != nil {
			unknown[name] = mask
		}
	}
	for _, b := range body.Blocks {
		switch {
		case slices.Contains(meta, b.Type):
		case b.Type == "dynamic":
			over, _ := s.value(b.Body.Attributes["for_each"].Expr)
			for it := over.ElementIterator(); it.Next(); {
				k, v := it.Element()
				in := s
				in.each = maps.Clone(s.each)
				if in.each == nil {
					in.each = map[string]cty.Value{}
				}
				in.each[b.Labels[0]] = cty.ObjectVal(map[string]cty.Value{"key": k, "value": v})
				in.block(b.Labels[0], b.Body.Blocks[0].Body, after, unknown)
			}
		default:
			s.block(b.Type, b.Body, after, unknown)
		}
	}
	return after, unknown
}

// block adds a block of a type to what is planned.
func (s scope) block(typ string, body *hclsyntax.Body, after, unknown map[string]any) {
	inner, mask := s.planned(body)
	list, _ := after[typ].([]any)
	masks, _ := unknown[typ].([]any)
	after[typ], unknown[typ] = append(list, inner), append(masks, mask)
}

// value evaluates an expression; ok is false where it rests on a resource.
func (s scope) value(x hcl.Expression) (v cty.Value, ok bool) {
	ctx := &hcl.EvalContext{Variables: map[string]cty.Value{}, Functions: map[string]function.Function{
		"jsonencode": stdlib.JSONEncodeFunc, "toset": stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType))}}
	for _, t := range x.Variables() {
		ctx.Variables[t.RootName()] = cty.DynamicVal
	}
	if _, ok := ctx.Variables["var"]; ok && len(s.vars) > 0 {
		ctx.Variables["var"] = cty.ObjectVal(s.vars)
	}
	if _, ok := ctx.Variables["local"]; ok && len(s.locals) > 0 {
		ctx.Variables["local"] = cty.ObjectVal(s.locals)
	}
	for name, v := range s.each {
		ctx.Variables[name] = v
	}
	v, diags := x.Value(ctx)
	if diags.HasErrors() {
		s.t.Fatal(diags)
	}
	return v, v.IsWhollyKnown()
}

// parted writes what is known of a value, and the mask of what is not; nil where
// all of it is known.
func parted(t *testing.T, v cty.Value) (value, mask any) {
	t.Helper()
	switch typ := v.Type(); {
	case v.IsWhollyKnown():
		return plain(t, v), nil
	case !v.IsKnown() || typ.IsSetType():
		return nil, true
	case typ.IsObjectType() || typ.IsMapType():
		values, masks := map[string]any{}, map[string]any{}
		for k, e := range v.AsValueMap() {
			var m any
			if values[k], m = parted(t, e); m != nil {
				masks[k] = m
			}
		}
		return values, masks
	default:
		var values, masks []any
		for _, e := range v.AsValueSlice() {
			x, m := parted(t, e)
			if m == nil {
				m = false
			}
			values, masks = append(values, x), append(masks, m)
		}
		return values, masks
	}
}

func plain(t *testing.T, v cty.Value) any {
	t.Helper()
	var out any
	if v.IsWhollyKnown() {
		if err := json.Unmarshal(mustJSON(v), &out); err != nil {
			t.Fatal(err)
		}
	}
	return out
}
