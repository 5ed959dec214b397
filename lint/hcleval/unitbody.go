package hcleval

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// unitBlocks tells how many labels the blocks of Terragrunt have that are read.
var unitBlocks = map[string]int{
	"terraform": 0, "remote_state": 0, "locals": 0, "generate": 1, "include": 1, "dependency": 1,
	"extra_arguments": 1, "before_hook": 1, "after_hook": 1, "error_hook": 1,
}

// IsUnitFile reports whether Terragrunt runs a folder that has a file of this
// name.
func IsUnitFile(name string) bool { return name == unitFile || name == unitFile+".json" }

// unitPath is the file of Terragrunt in a folder.
func unitPath(fsys fs.FS, dir string) string {
	name := path.Join(dir, unitFile)
	if _, err := fs.Stat(fsys, name); err == nil {
		return name
	}
	if _, err := fs.Stat(fsys, name+".json"); err == nil {
		return name + ".json"
	}
	return name
}

// parseUnit reads a file of Terragrunt in either syntax. What it may write as an
// argument or as a block becomes a block.
func parseUnit(name string, src []byte) *source {
	s := &source{name: name, src: src, body: &hclsyntax.Body{}}
	if !strings.HasSuffix(name, ".json") {
		s = parse(name, src)
	} else if s.odd = "it is nested too deeply"; !tooDeep(src, true) {
		f := newJSON(name, src)
		top, err := f.value()
		if s.odd = "it is no valid JSON object"; err == nil && top.kind == '{' {
			s.odd = ""
			s.body = f.body(top, "locals")
			s.note(f.diags)
		}
	}
	asBlocks(s.body)
	return s
}

// asBlocks turns the arguments of a body that may be blocks into blocks. One that
// is not written out stays an argument.
func asBlocks(b *hclsyntax.Body) {
	for _, name := range slices.Sorted(maps.Keys(unitBlocks)) {
		labels := unitBlocks[name]
		a := b.Attributes[name]
		if a == nil {
			continue
		}
		found, ok := blocksOf(name, a.Expr, labels, a.NameRange)
		if ok {
			delete(b.Attributes, name)
			b.Blocks = append(b.Blocks, found...)
		}
	}
	for _, n := range b.Blocks {
		if n.Type == "terraform" {
			asBlocks(n.Body)
		}
	}
}

// loose says which arguments stand for blocks and are not written out.
func (s *scope) loose(b *hclsyntax.Body) {
	for _, name := range slices.Sorted(maps.Keys(unitBlocks)) {
		if a := b.Attributes[name]; a != nil {
			s.gap(s.e.o.Lang.Say("%s is not written out here, and was not looked into; pipe the plan instead", name), a.NameRange)
		}
	}
}

// blocksOf are the blocks that an object stands for, or a list of such. A label
// may be left out.
func blocksOf(name string, x hclsyntax.Expression, labels int, at hcl.Range) (out hclsyntax.Blocks, ok bool) {
	switch x := unwrap(x).(type) {
	case *hclsyntax.TupleConsExpr:
		for _, e := range x.Exprs {
			down, ok := blocksOf(name, e, labels, at)
			if !ok {
				return nil, false
			}
			out = append(out, down...)
		}
		return out, true
	case *hclsyntax.ObjectConsExpr:
		if labels > 0 && labelled(x) {
			for _, item := range x.Items {
				down, ok := blocksOf(name, item.ValueExpr, 0, item.KeyExpr.Range())
				if !ok {
					return nil, false
				}
				for _, b := range down {
					b.Labels = []string{keyOf(item.KeyExpr)}
				}
				out = append(out, down...)
			}
			return out, true
		}
		body := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: x.SrcRange}
		for _, item := range x.Items {
			key := keyOf(item.KeyExpr)
			body.Attributes[key] = &hclsyntax.Attribute{
				Name: key, Expr: item.ValueExpr, NameRange: item.KeyExpr.Range(), SrcRange: item.ValueExpr.Range(), EqualsRange: item.KeyExpr.Range(),
			}
		}
		return hclsyntax.Blocks{{Type: name, TypeRange: at, OpenBraceRange: at, CloseBraceRange: at, Body: body}}, true
	}
	return nil, false
}

// labelled reports whether the members of an object are objects themselves.
func labelled(x *hclsyntax.ObjectConsExpr) bool {
	for _, item := range x.Items {
		switch v := unwrap(item.ValueExpr).(type) {
		case *hclsyntax.ObjectConsExpr:
		case *hclsyntax.TupleConsExpr:
			if len(v.Exprs) == 0 {
				return false
			}
			if _, ok := unwrap(v.Exprs[0]).(*hclsyntax.ObjectConsExpr); !ok {
				return false
			}
		default:
			return false
		}
	}
	return len(x.Items) > 0
}
