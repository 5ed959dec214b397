package hcleval

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// groundwork is the module whose things the expressions below read.
const groundwork = `
variable "v" { default = "eu-west-3" }
variable "secret" {
  default   = "s"
  sensitive = true
}
variable "open" {}
variable "map" { default = { a = "b", n = 1 } }
variable "list" { default = ["a", "b"] }
locals {
  l    = "x-${var.v}"
  none = null
  n    = 3
}
resource "t_r" "one" { name = "n-${local.l}" }
resource "t_r" "many" {
  count = 2
  name  = "m${count.index}"
}
`

// directs are expressions that are evaluated part by part.
var directs = []string{
	`var.v`, `local.l`, `var.nothing`, `var.map.a`, `var.map.z`, `var.list[1]`, `var.v.x`, `t_r.one.name`, `t_r.one.id`, `t_r.many.name`, `t_r.none.name`, `foo`, `path.module`, `path.cwd`,
	`"a-${var.v}-${local.n}"`, `"${var.open}"`, `"a-${var.open}-b"`, `"${var.secret}-${var.open}"`, `"${local.none}"`, `"x${var.map}"`, `"${t_r.one.name}.${t_r.one.id}"`, `""`, `"${true}"`,
	`[var.v, var.open, local.none]`, `[var.v.x]`, `{ a = var.v, "b" = 1, null = 2 }`, `{ (var.v) = 1 }`, `{ var.v = 1 }`, `{ "${var.v}" = 1 }`, `{ a = var.v.x }`, `{ a = 1, a = 2 }`,
	`merge(var.map, { c = "d" })`, `merge(var.map, { c = var.open })`, `merge(var.open, { a = 1 })`, `upper(var.secret)`, `substr(var.secret, 0, 1)`, `upper()`, `upper(var.v, 1)`, `upper(var.map)`, `nosuch(var.v)`,
	`element(["a", "b"], count.index)`, `concat(var.list, ["c"])`, `toset(var.list)`, `jsonencode({ a = [var.v] })`, `jsondecode("{\"a\": 1}").a`, `try(var.v.x, "y")`, `can(var.v.x)`, `coalesce(null, var.v)`,
	`length(var.list...)`, `format("%s-%d", var.v, local.n)`, `var.v == "a" ? 1 : "b"`, `(var.v)`, `-local.n`, `!true`, `var.list[*]`, `t_r.many[*].name`, `[for x in var.list : upper(x)]`, `each.key`,
	`data.t_r.x.name`, `module.m.out`, `regex("(", var.v)`, `lookup(var.map, "a", "z")`, `1e9999`, `join(",", range(2000000))`, `terraform.workspace`, `core::upper(var.v)`,
}

// FuzzDirect holds what is evaluated part by part against what hclsyntax makes of
// the whole.
func FuzzDirect(f *testing.F) {
	for _, src := range directs {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 200 || tooDeep([]byte(src), false) {
			return
		}
		got, over := valueOf(src, (*scope).direct)
		want, wantOver := valueOf(src, (*scope).indirect)
		if over != wantOver || !over && !got.RawEquals(want) {
			t.Errorf("%s: got %#v (too much: %v), want %#v (too much: %v)", src, got, over, want, wantOver)
		}
	})
}

// valueOf evaluates an expression in one of the two ways.
func valueOf(src string, by func(*scope, hclsyntax.Expression, *frame) (cty.Value, bool)) (cty.Value, bool) {
	x, diags := hclsyntax.ParseExpression([]byte(src), "f", firstPos)
	if diags.HasErrors() {
		return cty.DynamicVal, false
	}
	fsys := fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(groundwork)}}
	e := newEvaluator(fsys, ".", Options{})
	folder, err := e.folder(".")
	if err != nil {
		return cty.DynamicVal, false
	}
	s := e.newScope(folder)
	in := &frame{names: map[string]cty.Value{"count": cty.ObjectVal(map[string]cty.Value{"index": cty.NumberIntVal(1)})}}
	v, ok := by(s, x, in)
	if !ok {
		v = cty.DynamicVal
	}
	return v, e.meter.over
}

// TestGather holds what is found in one pass against what hclsyntax finds.
func TestGather(t *testing.T) {
	t.Parallel()
	for _, src := range directs {
		x, diags := hclsyntax.ParseExpression([]byte(src), "f", firstPos)
		if diags.HasErrors() {
			continue
		}
		got := &prep{}
		if !got.gather(x) {
			continue
		}
		var want []string
		for _, v := range hclsyntax.Variables(x) {
			want = append(want, spell(v)[0])
		}
		var refs []string
		for _, v := range got.refs {
			refs = append(refs, spell(v)[0])
		}
		if !slices.Equal(refs, want) {
			t.Errorf("%s: got references %q, want %q", src, refs, want)
		}
	}
}
