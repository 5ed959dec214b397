package hcleval

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzSkim holds the skimmer against the parser: where it claims to understand
// a file that parses, it finds the same blocks with the same members at the
// same bytes and lines.
func FuzzSkim(f *testing.F) {
	trees, err := filepath.Glob("../../testdata/hcl/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range trees {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range a.Files {
			if strings.HasSuffix(part.Name, ".tf") {
				f.Add(part.Data)
			}
		}
	}
	for _, src := range []string{
		"a \"b\" {\n  c = <<EOT\n${\"}\"} x\n  EOT\n  d = 1\n}\n", "a {\n  b = \"$${x\" # {\n  c = [\n 1, # ]\n 2]\n}",
		"a {\n  b = x ? \"%{ if y }\\\"%{ endif }\" : <<-E\n  E\n  c {}\n}\n", "a { b = 1 }\n", "a {\n  b = 1 /* \n */\n  c = 2 // x\n}\r\n",
		"a 0b {\n}\n", "a b c {\n dynamic \"d\" {\n }\n}", "a {\n b = \"%%{\"\n c = \"$$\"\n d = 1 << 2\n}", "a {\n  b = c ==\n}", "\xef\xbb\xbfa {\n}\n",
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if tooDeep(src, false) {
			return
		}
		file, diags := hclsyntax.ParseConfig(src, "f", firstPos)
		s := &source{name: "f", src: src}
		got, ok := s.skim()
		if !ok || diags.HasErrors() {
			return
		}
		want := file.Body.(*hclsyntax.Body)
		if len(want.Attributes) > 0 || len(got) != len(want.Blocks) {
			t.Fatalf("got %d blocks, want %d and %d arguments", len(got), len(want.Blocks), len(want.Attributes))
		}
		for i, b := range got {
			sameBlock(t, b, want.Blocks[i])
		}
		if s.odd != "" {
			t.Errorf("a piece is odd: %s", s.odd)
		}
	})
}

func sameBlock(t *testing.T, got *block, want *hclsyntax.Block) {
	t.Helper()
	if got.typ != want.Type || !slices.Equal(got.labels, want.Labels) || !sameRange(got.header, want.DefRange()) {
		t.Errorf("got block %s %q at %v, want %s %q at %v", got.typ, got.labels, got.header, want.Type, want.Labels, want.DefRange())
	}
	var names []string
	for name, a := range want.Body.Attributes {
		names = append(names, name)
		g := got.attr(name)
		if g == nil || !sameRange(g.Expr.Range(), a.Expr.Range()) || !sameRange(g.SrcRange, a.SrcRange) {
			t.Errorf("got %s as %v, want %v", name, g, a)
			continue
		}
		if got, want := spelled(g.Expr), spelled(a.Expr); got != want {
			t.Errorf("got %s = %s, want %s", name, got, want)
		}
		if want, ok := literal(a.Expr); ok {
			if text, _ := literal(g.Expr); text != want {
				t.Errorf("got %s = %q, want %q", name, text, want)
			}
		}
	}
	slices.Sort(names)
	if !slices.Equal(got.names(), names) {
		t.Errorf("got arguments %q, want %q", got.names(), names)
	}
	nested := got.blocks(everything)
	if len(nested) != len(want.Body.Blocks) {
		t.Fatalf("got %d nested blocks, want %d", len(nested), len(want.Body.Blocks))
	}
	for i, n := range nested {
		if w := want.Body.Blocks[i]; nestedType(n) != nestedType(w) || !sameRange(n.DefRange(), w.DefRange()) {
			t.Errorf("got nested block %s at %v, want %s at %v", nestedType(n), n.DefRange(), nestedType(w), w.DefRange())
		}
	}
}

// spelled writes what an expression refers to, with places.
func spelled(e hclsyntax.Expression) string {
	var b strings.Builder
	for _, v := range hclsyntax.Variables(e) {
		for _, step := range v {
			r := step.(interface{ SourceRange() hcl.Range }).SourceRange()
			fmt.Fprintf(&b, "%d-%d ", r.Start.Byte, r.End.Byte)
		}
		fmt.Fprintln(&b, spell(v))
	}
	return b.String()
}

// sameRange compares bytes and lines; columns are counted later.
func sameRange(a, b hcl.Range) bool {
	return a.Start.Byte == b.Start.Byte && a.End.Byte == b.End.Byte && a.Start.Line == b.Start.Line && a.End.Line == b.End.Line
}
