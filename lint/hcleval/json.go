package hcleval

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// A node is a JSON value with its place.
type node struct {
	kind    jsontext.Kind
	at      hcl.Range
	text    string // of a string, unescaped; of a number, as written
	members []member
	items   []node
}

type member struct {
	name string
	at   hcl.Range
	node
}

// A jsonFile turns the JSON syntax into the tree of the native one, so that
// everything after it knows only one.
type jsonFile struct {
	name  string
	src   []byte
	dec   *jsontext.Decoder
	lines []int // where each line starts
	plain bool  // text is no template
	diags hcl.Diagnostics
}

// note notes what HCL refuses, the first time.
func (f *jsonFile) note(what string, at hcl.Range) {
	f.diags = append(f.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: what, Subject: &at})
}

func newJSON(name string, src []byte) *jsonFile {
	f := &jsonFile{name: name, src: src, lines: []int{0}}
	for i, c := range src {
		if c == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	body := bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	f.dec = jsontext.NewDecoder(bytes.NewReader(body), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	return f
}

func parseJSON(name string, src []byte) (*hclsyntax.Body, hcl.Diagnostics) {
	f := newJSON(name, src)
	top, err := f.value()
	if err == nil {
		if _, err = f.dec.ReadToken(); err == io.EOF {
			return f.root(top), f.diags
		}
	}
	at := f.span(f.dec.InputOffset(), f.dec.InputOffset())
	return &hclsyntax.Body{}, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "invalid JSON", Subject: &at}}
}

// jsonTooDeep counts the brackets of the values, and those within each text,
// which may be a template.
func jsonTooDeep(src []byte) bool {
	depth, inText, quoted, template := 0, 0, false, false
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c == '"':
			quoted, inText, template = !quoted, 0, false
		case c == '\\' && quoted:
			i++
		case quoted && c == '{' && (src[i-1] == '$' || src[i-1] == '%'):
			inText, template = inText+1, true
		case template && strings.IndexByte("([{"+operators, c) >= 0:
			inText++
		case quoted:
		case c == '[', c == '{':
			depth++
		case c == ']', c == '}':
			depth--
		}
		if depth > maxNesting/8 || inText > maxNesting {
			return true
		}
	}
	return false
}

func (f *jsonFile) span(from, to int64) hcl.Range {
	return hcl.Range{Filename: f.name, Start: f.pos(int(from)), End: f.pos(int(to))}
}

func (f *jsonFile) pos(i int) hcl.Pos {
	i = min(i+len(f.src)-len(bytes.TrimPrefix(f.src, []byte("\xef\xbb\xbf"))), len(f.src))
	line := sort.SearchInts(f.lines, i+1)
	return hcl.Pos{Byte: i, Line: line, Column: i - f.lines[line-1] + 1}
}

func (f *jsonFile) value() (node, error) {
	kind := f.dec.PeekKind()
	tok, err := f.dec.ReadToken()
	if err != nil {
		return node{}, err
	}
	end := f.dec.InputOffset()
	n := node{kind: kind, text: tok.String()}
	n.at = f.span(end-f.width(end, kind), end)
	switch kind {
	case '{':
		err = f.object(&n)
	case '[':
		for f.dec.PeekKind() != ']' {
			var e node
			if e, err = f.value(); err != nil {
				return n, err
			}
			n.items = append(n.items, e)
		}
		_, err = f.dec.ReadToken()
	}
	if kind == '{' || kind == '[' {
		n.at.End = f.pos(int(f.dec.InputOffset()))
	}
	return n, err
}

// width is how long the token is that ends at end.
func (f *jsonFile) width(end int64, kind jsontext.Kind) int64 {
	src := bytes.TrimPrefix(f.src, []byte("\xef\xbb\xbf"))
	i := int(end) - 1
	switch kind {
	case '"':
		for i--; i > 0; i-- {
			if src[i] != '"' {
				continue
			}
			slashes := 0
			for j := i - 1; j >= 0 && src[j] == '\\'; j-- {
				slashes++
			}
			if slashes%2 == 0 {
				break
			}
		}
	case '{', '[':
	default:
		for i > 0 && strings.IndexByte(" \t\r\n,:[{", src[i-1]) < 0 {
			i--
		}
	}
	return end - int64(i)
}

func (f *jsonFile) object(n *node) error {
	for f.dec.PeekKind() != '}' {
		tok, err := f.dec.ReadToken()
		if err != nil {
			return err
		}
		m := member{name: tok.String()}
		end := f.dec.InputOffset()
		m.at = f.span(end-f.width(end, '"'), end)
		if m.node, err = f.value(); err != nil {
			return err
		}
		if m.name != "//" {
			n.members = append(n.members, m)
		}
	}
	_, err := f.dec.ReadToken()
	return err
}

// root reads the value of a file: an object, or a list of objects that are one.
func (f *jsonFile) root(top node) *hclsyntax.Body {
	b := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: top.at}
	for _, n := range f.objects(top) {
		for _, m := range n.members {
			if n, ok := kinds[m.name]; ok {
				b.Blocks = append(b.Blocks, f.blocks(m, n, nil, nil)...)
			} else {
				b.Blocks = append(b.Blocks, &hclsyntax.Block{Type: m.name, TypeRange: m.at, OpenBraceRange: m.at, Body: &hclsyntax.Body{}})
			}
		}
	}
	return b
}

// objects are a value's objects: itself, or those in a list.
func (f *jsonFile) objects(n node) (out []node) {
	for _, o := range n.each() {
		switch o.kind {
		case '{':
			out = append(out, o)
		case 'n':
		default:
			f.note("a JSON object is wanted here", o.at)
		}
	}
	return out
}

// blocks spells out the members of a block type: labels are keys, and every
// level may be a list.
func (f *jsonFile) blocks(m member, labels int, names []string, at []hcl.Range) (out hclsyntax.Blocks) {
	for _, n := range f.objects(m.node) {
		if labels == 0 {
			b := &hclsyntax.Block{Type: m.name, Labels: names, TypeRange: m.at, Body: f.body(n, m.name), OpenBraceRange: n.at}
			if len(at) > 0 {
				b.TypeRange = at[len(at)-1] // the first key may stand for a hundred blocks
			}
			out = append(out, b)
			continue
		}
		for _, k := range n.members {
			down := member{name: m.name, at: m.at, node: k.node}
			out = append(out, f.blocks(down, labels-1, append(slices.Clip(names), k.name), append(slices.Clip(at), k.at))...)
		}
	}
	return out
}

// each is a list's elements, or the value alone.
func (n node) each() []node {
	if n.kind == '[' {
		return n.items
	}
	return []node{n}
}

// body turns an object into a body. Only blocks that must be told from
// arguments become blocks; without the provider's schema nobody knows of more.
func (f *jsonFile) body(n node, within string) *hclsyntax.Body {
	b := &hclsyntax.Body{Attributes: hclsyntax.Attributes{}, SrcRange: n.at}
	for _, m := range n.members {
		switch {
		case within == "terraform" && (m.name == "backend" || m.name == "provider_meta"),
			m.name == "dynamic" && within != "variable" && within != "locals":
			b.Blocks = append(b.Blocks, f.blocks(m, 1, nil, nil)...)
		case within == "terraform" && (m.name == "required_providers" || m.name == "cloud"),
			within == "dynamic" && m.name == "content", m.name == "lifecycle":
			b.Blocks = append(b.Blocks, f.blocks(m, 0, nil, nil)...)
		case within == "check" && m.name == "data":
			b.Blocks = append(b.Blocks, f.blocks(m, 2, nil, nil)...)
		default:
			a := &hclsyntax.Attribute{Name: m.name, Expr: f.expr(m.node), NameRange: m.at, SrcRange: hcl.RangeBetween(m.at, m.node.at)}
			if old := b.Attributes[m.name]; old != nil {
				a.Expr = f.also(old, m, a.Expr)
			}
			b.Attributes[m.name] = a
		}
	}
	return b
}

// twice notes a key that an object has already.
func (f *jsonFile) twice(m member, first hcl.Range) {
	f.note(fmt.Sprintf("%s is written twice, first in line %d", cut(m.name), first.Start.Line), m.at)
}

// also joins what stands under one key twice: nested blocks may, arguments not.
func (f *jsonFile) also(old *hclsyntax.Attribute, m member, x hclsyntax.Expression) hclsyntax.Expression {
	all := &hclsyntax.TupleConsExpr{SrcRange: m.node.at, OpenRange: m.node.at}
	for _, one := range []hclsyntax.Expression{old.Expr, x} {
		switch e := one.(type) {
		case *hclsyntax.TupleConsExpr:
			all.Exprs = append(all.Exprs, e.Exprs...)
		case *hclsyntax.ObjectConsExpr:
			all.Exprs = append(all.Exprs, e)
		default:
			f.twice(m, old.NameRange)
			return x
		}
	}
	return all
}

func (f *jsonFile) expr(n node) hclsyntax.Expression {
	switch n.kind {
	case '"':
		return f.template(n)
	case '[':
		t := &hclsyntax.TupleConsExpr{SrcRange: n.at, OpenRange: n.at}
		for _, e := range n.items {
			t.Exprs = append(t.Exprs, f.expr(e))
		}
		return t
	case '{':
		o := &hclsyntax.ObjectConsExpr{SrcRange: n.at, OpenRange: n.at}
		seen := make(map[string]hcl.Range, len(n.members))
		for _, m := range n.members {
			if old, ok := seen[m.name]; ok {
				f.twice(m, old)
			}
			seen[m.name] = m.at
			key := f.template(node{kind: '"', text: m.name, at: m.at})
			o.Items = append(o.Items, hclsyntax.ObjectConsItem{KeyExpr: key, ValueExpr: f.expr(m.node)})
		}
		return o
	}
	return &hclsyntax.LiteralValueExpr{Val: scalar(n), SrcRange: n.at}
}

func scalar(n node) cty.Value {
	switch n.kind {
	case 't', 'f':
		return cty.BoolVal(n.kind == 't')
	case '0':
		if v, err := cty.ParseNumberVal(n.text); err == nil {
			return v
		}
		return cty.UnknownVal(cty.Number)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// template reads a text as HCL does: what is in ${} is an expression.
func (f *jsonFile) template(n node) hclsyntax.Expression {
	if !f.plain && (strings.Contains(n.text, "${") || strings.Contains(n.text, "%{")) {
		if tooLong([]byte("<<"+n.text), 1) {
			return &hclsyntax.LiteralValueExpr{Val: cty.UnknownVal(cty.String), SrcRange: n.at}
		}
		start := n.at.Start
		start.Byte++
		start.Column++
		e, diags := hclsyntax.ParseTemplate([]byte(n.text), f.name, start)
		if diags.HasErrors() {
			return &hclsyntax.LiteralValueExpr{Val: cty.UnknownVal(cty.String), SrcRange: n.at}
		}
		return &hclsyntax.ParenthesesExpr{Expression: e, SrcRange: n.at} // escapes shift what is inside
	}
	lit := &hclsyntax.LiteralValueExpr{Val: cty.StringVal(n.text), SrcRange: n.at}
	return &hclsyntax.TemplateExpr{Parts: []hclsyntax.Expression{lit}, SrcRange: n.at}
}
