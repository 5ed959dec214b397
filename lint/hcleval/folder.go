package hcleval

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/tf"
)

// A folder is one module's source, parsed. It knows no instance and no value.
type folder struct {
	dir       string
	tofu      bool // has files only OpenTofu reads
	files     map[string]*source
	variables map[string]*variable
	locals    map[string]hclsyntax.Expression
	outputs   map[string]output
	resources map[string]*block // by address within the module: "aws_s3_bucket.b", "data.aws_region.r"
	calls     map[string]*block // by name
	providers map[string]*block // by reference: "aws", "aws.paris"
	required  map[string]string // source address as written, by local name
	aliases   map[string]bool   // references that the caller must pass
	backend   *block            // nil for none; labels hold its type
	gaps      []gap

	mu       sync.Mutex
	prepared map[hclsyntax.Expression]*prep
}

// An output is an output value's declaration.
type output struct {
	value     hclsyntax.Expression
	sensitive bool
}

// A block is a source block, overrides laid over it.
type block struct{ *hclsyntax.Block }

// A gap is what could not be read, and where.
type gap struct {
	what string
	at   *hcl.Range
}

var errNoSource = errors.New("the folder has no Terraform or OpenTofu source")

// readFolder parses the source of one folder.
func readFolder(fsys fs.FS, dir string) (*folder, error) {
	names, gaps, err := sourceFiles(fsys, dir)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errNoSource
	}
	f := newFolder(dir)
	for _, g := range gaps {
		f.gaps = append(f.gaps, gap{what: g})
	}
	for _, name := range names {
		src, err := readFile(fsys, name, maxFile)
		if err != nil {
			f.gaps = append(f.gaps, gap{what: fmt.Sprintf("%s was not read: %v", path.Base(name), reason(err)), at: lineOne(name)})
			continue
		}
		f.tofu = f.tofu || strings.Contains(path.Base(name), ".tofu")
		f.add(parse(name, src))
	}
	return f, nil
}

func newFolder(dir string) *folder {
	return &folder{
		dir: dir, files: map[string]*source{}, variables: map[string]*variable{},
		locals: map[string]hclsyntax.Expression{}, outputs: map[string]output{},
		resources: map[string]*block{}, calls: map[string]*block{}, providers: map[string]*block{},
		required: map[string]string{}, aliases: map[string]bool{}, prepared: map[hclsyntax.Expression]*prep{},
	}
}

// reason is an error without the path, which the message names already.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func lineOne(name string) *hcl.Range {
	return &hcl.Range{Filename: name, Start: firstPos, End: firstPos}
}

// add lays a file over what was read before.
func (f *folder) add(s *source) {
	f.files[s.name] = s
	if s.odd != "" {
		at := lineOne(s.name)
		if s.line > 0 {
			at.Start.Line, at.End.Line = s.line, s.line
		}
		f.gaps = append(f.gaps, gap{what: fmt.Sprintf("%s was read in part only: %s", path.Base(s.name), s.odd), at: at})
	}
	over := isOverride(s.name)
	for _, b := range s.body.Blocks {
		f.block(b, over)
	}
}

func (f *folder) block(b *hclsyntax.Block, over bool) {
	switch {
	case b.Type == "resource" && len(b.Labels) == 2:
		lay(f.resources, b.Labels[0]+"."+b.Labels[1], b, over)
	case b.Type == "data" && len(b.Labels) == 2:
		lay(f.resources, "data."+b.Labels[0]+"."+b.Labels[1], b, over)
	case b.Type == "module" && len(b.Labels) == 1:
		lay(f.calls, b.Labels[0], b, over)
	case b.Type == "provider" && len(b.Labels) == 1:
		lay(f.providers, providerName(b), b, over)
	case b.Type == "variable" && len(b.Labels) == 1:
		f.variables[b.Labels[0]] = readVariable(b, f.variables[b.Labels[0]])
	case b.Type == "output" && len(b.Labels) == 1:
		f.output(b)
	case b.Type == "locals":
		for name, a := range b.Body.Attributes {
			f.locals[name] = a.Expr
		}
	case b.Type == "terraform":
		f.settings(b)
	}
}

func (f *folder) output(b *hclsyntax.Block) {
	o := f.outputs[b.Labels[0]]
	if a := b.Body.Attributes["value"]; a != nil {
		o.value = a.Expr
	}
	for _, name := range []string{"sensitive", "ephemeral"} {
		if a := b.Body.Attributes[name]; a != nil {
			o.sensitive = o.sensitive || !isFalse(a.Expr)
		}
	}
	f.outputs[b.Labels[0]] = o
}

func providerName(b *hclsyntax.Block) string {
	if a := b.Body.Attributes["alias"]; a != nil {
		if alias, ok := literal(a.Expr); ok {
			return b.Labels[0] + "." + alias
		}
	}
	return b.Labels[0]
}

// lay puts a block among those of its kind. An override's arguments win; its
// nested blocks replace all of their type.
func lay(all map[string]*block, name string, b *hclsyntax.Block, over bool) {
	old := all[name]
	if old == nil || !over {
		all[name] = &block{Block: b}
		return
	}
	merged := *old.Block
	body := *old.Body
	body.Attributes = maps.Clone(old.Body.Attributes)
	maps.Copy(body.Attributes, b.Body.Attributes)
	replaced := map[string]bool{}
	for _, n := range b.Body.Blocks {
		replaced[nestedType(n)] = true
	}
	body.Blocks = slices.DeleteFunc(slices.Clone(old.Body.Blocks), func(n *hclsyntax.Block) bool { return replaced[nestedType(n)] })
	body.Blocks = append(body.Blocks, b.Body.Blocks...)
	merged.Body = &body
	all[name] = &block{Block: &merged}
}

// nestedType is the type of the blocks that a nested block stands for.
func nestedType(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}

// settings reads a terraform block.
func (f *folder) settings(b *hclsyntax.Block) {
	for _, n := range b.Body.Blocks {
		switch n.Type {
		case "required_providers":
			for name, a := range n.Body.Attributes {
				f.require(name, a.Expr)
			}
		case "backend", "cloud", "state_store":
			f.backend = &block{Block: n}
		}
	}
}

// require reads an entry of required_providers: an object, or before
// Terraform 0.13 only a version.
func (f *folder) require(name string, e hclsyntax.Expression) {
	obj, ok := unwrap(e).(*hclsyntax.ObjectConsExpr)
	if !ok {
		return
	}
	for _, item := range obj.Items {
		switch keyOf(item.KeyExpr) {
		case "source":
			if src, ok := literal(item.ValueExpr); ok {
				f.required[name] = src
			}
		case "configuration_aliases":
			list, _ := unwrap(item.ValueExpr).(*hclsyntax.TupleConsExpr)
			if list == nil {
				continue
			}
			for _, a := range list.Exprs {
				if ref, ok := providerRef(a); ok {
					f.aliases[ref.name()] = true
				}
			}
		}
	}
}

// keyOf is the name of an object's key; "" for a computed one.
func keyOf(e hclsyntax.Expression) string {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		if name := hcl.ExprAsKeyword(k.Wrapped); name != "" {
			return name
		}
		e = k.Wrapped
	}
	s, _ := literal(e)
	return s
}

// unwrap takes parentheses and lone interpolations off an expression.
func unwrap(e hclsyntax.Expression) hclsyntax.Expression {
	for {
		switch x := e.(type) {
		case *hclsyntax.ParenthesesExpr:
			e = x.Expression
		case metered:
			e = x.Expression
		case *hclsyntax.TemplateWrapExpr:
			e = x.Wrapped
		default:
			return e
		}
	}
}

// literal is the text of a quoted text without interpolation.
func literal(e hclsyntax.Expression) (string, bool) {
	t, ok := unwrap(e).(*hclsyntax.TemplateExpr)
	if !ok {
		return "", false
	}
	var b strings.Builder
	for _, p := range t.Parts {
		lit, ok := p.(*hclsyntax.LiteralValueExpr)
		if !ok || lit.Val.Type().FriendlyName() != "string" || !lit.Val.IsKnown() || lit.Val.IsNull() {
			return "", false
		}
		b.WriteString(lit.Val.AsString())
	}
	return b.String(), true
}

// rangeIn turns a range of the parser into one for people. Its columns count
// code points; those of the parser count what a reader sees as one character.
func (s *source) rangeIn(prefix string, r hcl.Range) *tf.Range {
	return &tf.Range{
		File: prefix + r.Filename, Line: r.Start.Line, Column: column(s.src, r.Start.Byte),
		EndLine: r.End.Line, EndColumn: column(s.src, r.End.Byte),
	}
}

func column(src []byte, at int) int {
	at = max(0, min(at, len(src)))
	line := src[bytes.LastIndexByte(src[:at], '\n')+1 : at]
	return utf8.RuneCount(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))) + 1
}
