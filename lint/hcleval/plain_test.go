package hcleval

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/zclconf/go-cty/cty"
)

// plains are members of blocks that the parser need not be asked for.
var plains = []string{
	`a = "b"`, `a = ""`, `a = "é-${var.b}"`, `a = "${var.b}" # c`, `a = "${1}"`, `a = "x${"y${z}"}"`, `a = var.b[0].c["d"].e`,
	`a = var.b[*].c[each.key].d`, `a = x.y[*]`, `a = merge(local.tags, { Name = "b", "c" : 1, (d) = [1, 2,], })`, "a = {\n  b = 1 # c\n\n  d = 2\n}",
	`a = !b && c || d == 1 ? -1 : f(x...)`, "a = (1 +\n 2) * 3 - 4 / 5 % 6", `a = 1 - 2 - 3`, `a = a < b == c >= d`, "b {\n}", "b \"c\" d {\n  e = 1 // f\n  g {\n    h = 2\n  }\n}",
	"dynamic \"b\" {\n  for_each = [80, 443]\n  content {\n    p = b.value\n  }\n}", `b { c = 1 }`, `b {}`, "a = [\n  1,\n  # two\n  2\n]", "a = f(\n  1,\r\n  2,\n)",
	`a = [for x in y : x]`, "a = <<E\nb\nE", `a = "b\n"`, `a = "%{ if b }c%{ endif }"`, `a = "$${b}"`, `a = 1.5e3`, `a = -1.b`, `a = b.0.c`, `a = b.*.c`, `a = core::f(1)`,
	`a = {for = 1}`, `a = (b)(c)`, `a = f (x)`, "a = b\n.c", `a = "${ ~b}"`, `a = "${~b~}"`, `a == b`, `a => b`, `a = b => c`, `a = ünï`, `a = b ...`, `a = f(x..., y)`,
	`a = {b = 1, b = 2}`, "b {\n c = 1\n c = 2\n}", "b { c = 1\n}", `a = ! = b`, `a = !!b`, `a = [,]`, `a = {,}`, `a = 1 2`, `a = x ? y`, `a = f(,)`, `a = "a${b"`, `a = [1`, `a = "${{a=1}.a}"`,
	`a = {a:b}`, `a = {a::b}`, `a = b ? c : d ? e : f`, `a = b[c ? 0 : 1]`, `a = b["${c}"]`, `a = b["c${d}"]`, `a = b[-1]`, `a = 1.b`, `a = 0x1`, "a = {\r\n  b = 1\r\n}\r\n", "a = b /* c */", "a = b # c\r",
}

// FuzzPlain holds what is read without the parser against the parser: where a
// member is read, the parser reads the very same.
func FuzzPlain(f *testing.F) {
	for _, src := range plains {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if tooDeep(src, false) || len(src) > maxPlain {
			return
		}
		s := &source{name: "f", src: src}
		it := &item{end: int32(len(src)), line: 1}
		if !s.plain(it) {
			return
		}
		got := &hclsyntax.Body{Blocks: it.nested}
		if it.attr != nil {
			got.Attributes = hclsyntax.Attributes{it.attr.Name: it.attr}
		}
		if tooLong(src, 1) {
			t.Fatal("got a member that the parser would never be given")
		}
		sameBody(t, src, got)
	})
}

func sameBody(t *testing.T, src []byte, got *hclsyntax.Body) {
	t.Helper()
	file, diags := hclsyntax.ParseConfig(src, "f", firstPos)
	if diags.HasErrors() {
		t.Fatalf("got %q read, the parser says %v", src, diags)
	}
	want := file.Body.(*hclsyntax.Body)
	if d := cmp.Diff(want, got, asParsed); d != "" {
		t.Errorf("%q (-parser +plain):\n%s", src, d)
	}
}

// asParsed compares what parsers make, without columns and the bounds of bodies.
var asParsed = cmp.Options{
	cmp.Exporter(func(reflect.Type) bool { return true }),
	cmp.Comparer(func(a, b hcl.Pos) bool { return a.Byte == b.Byte && a.Line == b.Line }),
	cmp.Comparer(func(a, b cty.Value) bool { return a.RawEquals(b) }),
	cmp.Comparer(func(a, b *hclsyntax.Operation) bool { return a == b }),
	cmp.Transformer("members", func(b *hclsyntax.Body) [2]any {
		blocks := append([]*hclsyntax.Block{}, b.Blocks...)
		attrs := map[string]*hclsyntax.Attribute{}
		for name, a := range b.Attributes {
			attrs[name] = a
		}
		return [2]any{attrs, blocks}
	}),
}

// TestPlainReadsMost holds that the members of ordinary source need no parser.
func TestPlainReadsMost(t *testing.T) {
	t.Parallel()
	trees, err := filepath.Glob("../../testdata/hcl/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	all, read := 0, 0
	for _, name := range trees {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range a.Files {
			if !strings.HasSuffix(part.Name, ".tf") {
				continue
			}
			s := &source{name: "f", src: part.Data}
			blocks, _ := s.skim()
			for _, b := range blocks {
				for _, it := range b.items {
					all++
					if s.plain(&it) {
						read++
					}
				}
			}
		}
	}
	if read*10 < all*8 {
		t.Errorf("got %d of %d members read without the parser, want eight of ten", read, all)
	}
}
