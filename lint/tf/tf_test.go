package tf

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func known(v any) Value { return Value{State: Known, V: v} }

func TestAttrsAt(t *testing.T) {
	t.Parallel()
	a := Attrs{
		"location": known("France Central"),
		"replica":  known([]Value{known(Attrs{"region": known("eu-west-1")}), {State: Null}, known(Attrs{"region": {State: Unknown}})}),
		"policy":   {State: Unknown, Refs: []string{"var.p"}},
		"labels":   known(Attrs{"b": known("2"), "a": known("1")}),
		"geo": known([]Value{known(Attrs{"priority": known(json.Number("1")), "place": known("eastus")}),
			known(Attrs{"priority": known(json.Number("0")), "place": known("francecentral")})}),
		"vague":  known([]Value{known(Attrs{"priority": {State: Unknown}, "place": known("eastus")})}),
		"secret": {State: Known, Sensitive: true},
		"block":  known(Attrs{"region": known("eu-west-3")}),
	}
	tests := []struct {
		path string
		want []State
	}{
		{"location", []State{Known}},
		{"replica[].region", []State{Known, Unknown}},
		{"replica.region", []State{Known, Unknown}},
		{"policy[].place", []State{Unknown}},
		{"labels{}", []State{Known, Known}},
		{"block[].region", []State{Known}},
		{"block.region", []State{Known}},
		{"secret.value", []State{Known}},
		{"nowhere", nil},
		{"geo[priority=0].place", []State{Known}},
		{"geo[priority=7].place", nil},
		{"geo[].place", []State{Known, Known}},
		{"vague[priority=0].place", []State{Unknown}},
		{"location.below", nil},
	}
	for _, tt := range tests {
		got := a.At(tt.path)
		if len(got) != len(tt.want) {
			t.Errorf("At(%q) gives %d values, want %d", tt.path, len(got), len(tt.want))
			continue
		}
		for i := range got {
			if got[i].State != tt.want[i] {
				t.Errorf("At(%q)[%d] is %v, want %v", tt.path, i, got[i].State, tt.want[i])
			}
		}
	}
	if s, _ := a.At("labels{}")[0].Str(); s != "1" {
		t.Errorf("map values come as %q first, want those of the first key", s)
	}
}

func res(module, typ, name, key string) *Resource {
	return &Resource{Addr: Addr{Module: module, Local: typ + "." + name + key}, Kind: &Kind{Type: typ}}
}

func TestFollow(t *testing.T) {
	t.Parallel()
	bucket := res("", "aws_s3_bucket", "b", "")
	inA, inB := res(`module.a["x.y"]`, "aws_s3_bucket", "b", `["k"]`), res(`module.a["x.y"]`, "aws_s3_bucket", "b", `["l"]`)
	from := res(`module.a["x.y"]`, "aws_s3_bucket_object", "o", `["k"]`)
	rootFrom := res("", "aws_s3_object", "o", "")
	c := &Config{
		Resources: []*Resource{bucket, inA, inB, from, rootFrom},
		Calls: map[string]*Call{`module.a["x.y"]`: {
			Args:    Attrs{"target": {State: Unknown, Refs: []string{"aws_s3_bucket.b.id"}}},
			Outputs: Attrs{"name": {State: Unknown, Refs: []string{`aws_s3_bucket.b["l"].id`}}},
		}},
	}
	Sort(c.Resources)
	tests := []struct {
		name string
		from *Resource
		ref  string
		want *Resource
	}{
		{"through a variable up to the caller", from, "var.target", bucket},
		{"the instance with the same key", from, "aws_s3_bucket.b", inA},
		{"the instance that is named", from, `aws_s3_bucket.b["l"].arn`, inB},
		{"through an output down into the module", rootFrom, `module.a["x.y"].name`, inB},
		{"the same name in another module is another resource", rootFrom, "aws_s3_bucket.b.id", bucket},
		{"a local leads nowhere", rootFrom, "local.bucket", nil},
	}
	for _, tt := range tests {
		got := c.Follow(tt.from, []string{tt.ref})
		if tt.want == nil && len(got) == 0 {
			continue
		}
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, addresses(got), tt.want)
		}
	}
}

func addresses(rs []*Resource) (out []string) {
	for _, r := range rs {
		out = append(out, r.String())
	}
	return out
}

func TestFollowEndsOnACircle(t *testing.T) {
	t.Parallel()
	c := &Config{Calls: map[string]*Call{"module.a": {
		Args:    Attrs{"x": {State: Unknown, Refs: []string{"module.a.y"}}},
		Outputs: Attrs{"y": {State: Unknown, Refs: []string{"var.x"}}},
	}}}
	if got := c.Follow(res("module.a", "t", "n", ""), []string{"var.x"}); len(got) != 0 {
		t.Errorf("got %v, want nothing", addresses(got))
	}
}

func TestAddr(t *testing.T) {
	t.Parallel()
	texts := []string{
		"aws_s3_bucket.b", `aws_s3_bucket.b["x.y"]`, "data.aws_region.r", "module.a.t.n", "module.a0.t.n", `module.a["k.l"].t.n[0]`,
		`module.a["k"].module.b.t.n`, "module.ab.t.n", "null_resource.n", "module.a",
	}
	for _, text := range texts {
		a := ParseAddr(text)
		if a.String() != text {
			t.Errorf("%q comes back as %q", text, a.String())
		}
		for _, other := range texts {
			if got, want := a.Compare(ParseAddr(other)), strings.Compare(text, other); got != want {
				t.Errorf("%q against %q: got %d, want %d", text, other, got, want)
			}
		}
	}
	a := ParseAddr(`module.a["k.l"].module.b.t.n[0]`)
	if a.Module != `module.a["k.l"].module.b` || a.Key() != "[0]" || a.Base() != "t.n" || Up(a.Module) != `module.a["k.l"]` || Unkeyed(a.Module) != "module.a.module.b" {
		t.Errorf("got %+v, key %q, base %q, up %q, unkeyed %q", a, a.Key(), a.Base(), Up(a.Module), Unkeyed(a.Module))
	}
}

func TestMaybe(t *testing.T) {
	t.Parallel()
	ref := func(refs ...string) Value { return Value{State: Unknown, Refs: refs} }
	c := &Config{Calls: map[string]*Call{
		"":         {Args: Attrs{"region": known("eu-west-3"), "token": known("s3cret")}, Secret: map[string]bool{"token": true}},
		"module.a": {Args: Attrs{"place": ref("var.region"), "key": ref("var.token")}, Defaults: map[string]any{"size": "small"}},
	}}
	tests := []struct {
		name, module string
		v            Value
		want         any
	}{
		{"a lone variable of the root", "", ref("var.region"), "eu-west-3"},
		{"through a module call", "module.a", ref("var.place"), "eu-west-3"},
		{"through the call behind an instance", `module.a["k"]`, ref("var.place"), "eu-west-3"},
		{"the default of the module", "module.a", ref("var.size"), "small"},
		{"a sensitive variable on the way", "module.a", ref("var.key"), nil},
		{"a part of a variable", "", ref("var.region.name"), nil},
		{"two references", "", ref("var.region", "var.token"), nil},
		{"a known value", "", known("x"), nil},
	}
	for _, tt := range tests {
		if got := c.Maybe(tt.module, tt.v); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestCalledBy(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, self string
		names      []string
		wantSelf   string
		wantNames  []string
	}{
		{name: "nothing"},
		{name: "itself alone", self: "arn:a", wantSelf: "arn:a"},
		{name: "names alone", names: []string{"a", "b c"}, wantNames: []string{"a", "b c"}},
		{name: "both", self: "arn:a", names: []string{"a"}, wantSelf: "arn:a", wantNames: []string{"a"}},
		{name: "with a NUL", self: "a\x00b", names: []string{"c\x00d", "e"}, wantNames: []string{"e"}},
		{name: "empty names", self: "a", names: []string{""}, wantSelf: "a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			k := CalledBy(tt.self, tt.names)
			if got := k.Self(); got != tt.wantSelf {
				t.Errorf("identifier: got %q, want %q", got, tt.wantSelf)
			}
			if d := cmp.Diff(tt.wantNames, k.Names()); d != "" {
				t.Errorf("names (-want +got):\n%s", d)
			}
		})
	}
}
