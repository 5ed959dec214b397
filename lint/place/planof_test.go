package place_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/tf"
)

// A short is a configuration in few words:
//
//	{"providers": {"aws.paris": {"source": "hashicorp/aws", "region": "eu-west-3"}},
//	 "variables": {"r": "eu-west-3"},
//	 "resources": {"aws_s3_bucket.b": {"@provider": "aws.paris", "@planned": {"arn": "..."}, "region": "${var.r}"}},
//	 "backend":   {"type": "s3", "region": "..."}}
//
// "${a.b}" is a reference, a list of objects is nested blocks; "@planned" is
// what the plan knows beside the literals; a type is a data source behind "data.".
type short struct {
	Providers map[string]map[string]any
	Variables map[string]any
	Resources map[string]map[string]any
	Backend   map[string]any
}

// planOf writes the plan of a short configuration.
func planOf(t *testing.T, raw []byte) ([]byte, *tf.Backend) {
	t.Helper()
	var s short
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	var changes, blocks []any
	configs, sources := map[string]any{}, map[string]string{}
	for key, block := range s.Providers {
		name, alias, _ := strings.Cut(key, ".")
		source, _ := block["source"].(string)
		if strings.Count(source, "/") == 1 {
			source = "registry.terraform.io/" + source
		}
		delete(block, "source")
		sources[key] = source
		configs[key] = map[string]any{"name": name, "alias": alias, "full_name": source, "expressions": expressions(block)}
	}
	for _, addr := range slices.Sorted(maps.Keys(s.Resources)) {
		block := s.Resources[addr]
		mode, base := "managed", addr
		if rest, ok := strings.CutPrefix(addr, "data."); ok {
			mode, base = "data", rest
		}
		typ, name, _ := strings.Cut(base, ".")
		key, _, _ := strings.Cut(typ, "_")
		if k, ok := block["@provider"].(string); ok {
			key = k
		}
		more, _ := block["@planned"].(map[string]any)
		delete(block, "@provider")
		delete(block, "@planned")
		after, unknown := planned(block)
		for k, v := range more {
			after[k] = v
			delete(unknown, k)
		}
		changes = append(changes, map[string]any{
			"address": addr, "mode": mode, "type": typ, "name": name, "provider_name": sources[key],
			"change": map[string]any{"actions": []string{"create"}, "before": nil, "after": after, "after_unknown": unknown},
		})
		blocks = append(blocks, map[string]any{
			"address": addr, "mode": mode, "type": typ, "name": name, "provider_config_key": key, "expressions": expressions(block),
		})
	}
	variables, inputs := map[string]any{}, map[string]any{}
	for k, v := range s.Variables {
		variables[k], inputs[k] = map[string]any{"value": v}, map[string]any{}
	}
	b, err := json.Marshal(map[string]any{
		"format_version": "1.2", "terraform_version": "1.11.4", "variables": variables, "resource_changes": changes,
		"configuration": map[string]any{"provider_config": configs, "root_module": map[string]any{"resources": blocks, "variables": inputs}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b, backendOf(s.Backend)
}

func backendOf(block map[string]any) *tf.Backend {
	typ, ok := block["type"].(string)
	if !ok {
		return nil
	}
	delete(block, "type")
	v, _ := known(block).V.(tf.Attrs)
	return &tf.Backend{Type: typ, Written: v}
}

// known is a value as a reader of HCL gives it.
func known(x any) tf.Value {
	v := tf.Value{State: tf.Known, V: x}
	switch x := x.(type) {
	case map[string]any:
		attrs := tf.Attrs{}
		for k, e := range x {
			attrs[k] = known(e)
		}
		v.V = attrs
	case []any:
		var list []tf.Value
		for _, e := range x {
			list = append(list, known(e))
		}
		v.V = list
	case string:
		if refs := references(x); refs != nil {
			return tf.Value{State: tf.Unknown, Refs: refs}
		}
	}
	return v
}

func references(x any) (out []string) {
	switch x := x.(type) {
	case string:
		for rest := x; ; {
			_, after, ok := strings.Cut(rest, "${")
			if !ok {
				return out
			}
			ref, tail, _ := strings.Cut(after, "}")
			out, rest = append(out, ref), tail
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(x)) {
			out = append(out, references(x[k])...)
		}
	case []any:
		for _, e := range x {
			out = append(out, references(e)...)
		}
	}
	return out
}

// expressions writes the arguments of a block as the configuration section does.
func expressions(block map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range block {
		out[k] = expression(v)
	}
	return out
}

func expression(x any) any {
	if list, ok := x.([]any); ok && len(list) > 0 {
		var nested []any
		for _, e := range list {
			if block, ok := e.(map[string]any); ok {
				nested = append(nested, expressions(block))
			}
		}
		if len(nested) == len(list) {
			return nested
		}
	}
	if refs := references(x); refs != nil {
		return map[string]any{"references": refs}
	}
	return map[string]any{"constant_value": x}
}

// planned gives what is known of a block, and the mask of what is not.
func planned(block map[string]any) (after, unknown map[string]any) {
	after, unknown = map[string]any{}, map[string]any{}
	for k, v := range block {
		v, mask := plannedValue(v)
		after[k] = v
		if mask != nil {
			unknown[k] = mask
		}
	}
	return after, unknown
}

func plannedValue(x any) (value, mask any) {
	switch x := x.(type) {
	case string:
		if references(x) != nil {
			return nil, true
		}
	case map[string]any:
		after, unknown := planned(x)
		if len(unknown) == 0 {
			return after, nil
		}
		return after, unknown
	case []any:
		var values, masks []any
		some := false
		for _, e := range x {
			v, m := plannedValue(e)
			some = some || m != nil
			if m == nil {
				m = false
			}
			values, masks = append(values, v), append(masks, m)
		}
		if !some {
			return values, nil
		}
		return values, masks
	}
	return x, nil
}
