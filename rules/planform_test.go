package rules

import (
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
// it knows what the fixtures use: literals, variables, references, blocks,
// provider instances, module calls and outputs. What rests on a resource is
// unknown.
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
}

func (w *planWriter) module(dir, path string, passed map[string]string, args map[string]cty.Value) map[string]any {
	s := scope{w, dir, path, passed, map[string]cty.Value{}}
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
	after, unknown := s.planned(b.Body)
	action := "create"
	if mode == "data" {
		action = "read"
	}
	s.changes = append(s.changes, map[string]any{
		"address": whole, "module_address": s.path, "mode": mode, "type": typ, "name": name, "provider_name": s.sourceOf(local),
		"change": map[string]any{"actions": []string{action}, "before": nil, "after": after, "after_unknown": unknown},
	})
	return map[string]any{"address": addr, "mode": mode, "type": typ, "name": name, "provider_config_key": key, "expressions": s.expressions(b.Body)}
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
	for arg, a := range b.Body.Attributes {
		if arg == "providers" {
			for _, item := range a.Expr.(*hclsyntax.ObjectConsExpr).Items {
				key := item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr).Wrapped
				passed[mention(key.Variables()[0])] = mention(item.ValueExpr.Variables()[0])
			}
			continue
		}
		args[arg], _ = s.value(a.Expr)
	}
	inner := s.module(filepath.ToSlash(filepath.Join(s.dir, source.AsString())), path, passed, args)
	return map[string]any{"source": source.AsString(), "expressions": s.expressions(b.Body), "module": inner}
}

// meta are the arguments of Terraform itself.
var meta = []string{"provider", "providers", "alias", "source", "version", "depends_on", "lifecycle"}

func (s scope) expressions(body *hclsyntax.Body) map[string]any {
	out := map[string]any{}
	for name, a := range body.Attributes {
		if !slices.Contains(meta, name) {
			out[name] = s.expression(a.Expr)
		}
	}
	for _, b := range body.Blocks {
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
		if v, ok := s.value(a.Expr); ok {
			after[name] = plain(s.t, v)
		} else {
			after[name], unknown[name] = nil, true
		}
	}
	for _, b := range body.Blocks {
		if slices.Contains(meta, b.Type) {
			continue
		}
		inner, mask := s.planned(b.Body)
		list, _ := after[b.Type].([]any)
		masks, _ := unknown[b.Type].([]any)
		after[b.Type], unknown[b.Type] = append(list, inner), append(masks, mask)
	}
	return after, unknown
}

// value evaluates an expression; ok is false where it rests on a resource.
func (s scope) value(x hcl.Expression) (v cty.Value, ok bool) {
	ctx := &hcl.EvalContext{Variables: map[string]cty.Value{}, Functions: map[string]function.Function{"jsonencode": stdlib.JSONEncodeFunc}}
	for _, t := range x.Variables() {
		ctx.Variables[t.RootName()] = cty.DynamicVal
	}
	if _, ok := ctx.Variables["var"]; ok && len(s.vars) > 0 {
		ctx.Variables["var"] = cty.ObjectVal(s.vars)
	}
	v, diags := x.Value(ctx)
	if diags.HasErrors() {
		s.t.Fatal(diags)
	}
	return v, v.IsWhollyKnown()
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
