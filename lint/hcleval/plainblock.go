package hcleval

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// member reads an argument or a nested block.
func (p *reader) member() (*hclsyntax.Attribute, *hclsyntax.Block) {
	start := p.pos()
	name := p.word()
	at := p.since(start)
	p.space()
	switch {
	case p.bad || name == "":
		p.bad = true
	case p.at(0) == '=':
		return p.argument(name, at), nil
	default:
		return nil, p.block(name, at)
	}
	return nil, nil
}

// argument reads an argument; its equals sign is next.
func (p *reader) argument(name string, at hcl.Range) *hclsyntax.Attribute {
	start := p.pos()
	p.i++
	eq := p.since(start)
	if c := p.at(0); c == '=' || c == '>' {
		p.bad = true
		return nil
	}
	x := p.expression()
	if p.bad {
		return nil
	}
	return &hclsyntax.Attribute{Name: name, Expr: x, SrcRange: hcl.RangeBetween(at, x.Range()), NameRange: at, EqualsRange: eq}
}

// into reads an argument or a nested block into a body.
func (p *reader) into(body *hclsyntax.Body) {
	switch a, b := p.member(); {
	case p.bad:
	case a == nil:
		body.Blocks = append(body.Blocks, b)
	case body.Attributes[a.Name] != nil:
		p.bad = true
	default:
		body.Attributes[a.Name] = a
	}
}

// block reads the labels and the body of a nested block; nil where it is bad.
func (p *reader) block(typ string, at hcl.Range) *hclsyntax.Block {
	b := &hclsyntax.Block{Type: typ, TypeRange: at, Body: &hclsyntax.Body{Attributes: hclsyntax.Attributes{}}}
	if p.depth++; p.depth > maxPlainDepth {
		p.bad = true
	}
	for !p.bad && p.at(0) != '{' {
		start := p.pos()
		label := p.label()
		b.Labels, b.LabelRanges = append(b.Labels, label), append(b.LabelRanges, p.since(start))
		p.space()
	}
	start := p.pos()
	p.takes('{')
	b.OpenBraceRange = p.since(start)
	p.body(b)
	if p.depth--; p.bad {
		return nil
	}
	return b
}

// label reads a block's label, quoted or bare.
func (p *reader) label() string {
	if p.at(0) != '"' {
		name := p.word()
		p.bad = p.bad || name == ""
		return name
	}
	from := p.i + 1
	n := bytes.IndexByte(p.src[from:], '"')
	if n < 0 || bytes.ContainsAny(p.src[from:from+n], "\\$%\r\n") {
		p.bad = true
		return ""
	}
	p.i = from + n + 1
	return string(p.src[from : from+n])
}

// body reads the members of a nested block, up to its brace: on one line one
// argument at most.
func (p *reader) body(b *hclsyntax.Block) {
	p.space()
	if c := p.at(0); c != '\n' && c != '\r' && c != '}' {
		if p.into(b.Body); len(b.Body.Attributes) != 1 {
			p.bad = true
			return
		}
		p.space()
	} else {
		p.members(b.Body)
	}
	start := p.pos()
	if p.takes('}') {
		b.CloseBraceRange = p.since(start)
	}
}

// members reads the members of a body that stands on several lines.
func (p *reader) members(body *hclsyntax.Body) {
	for !p.bad {
		if p.space(); p.newline() {
			continue
		}
		if p.at(0) == '}' {
			return
		}
		p.into(body)
		if p.space(); !p.newline() {
			p.bad = true
		}
	}
}
