package hcleval

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// plain reads an argument that is a quoted text without anything special in it
// or a reference such as var.region, as most are; nil for any other.
func (s *source) plain(it item) *hclsyntax.Attribute {
	if it.block {
		return nil
	}
	text := s.src[it.start:it.end]
	eq := len(it.name) + blanks(text[len(it.name):])
	if eq >= len(text) || text[eq] != '=' {
		return nil
	}
	from := eq + 1 + blanks(text[eq+1:])
	p := piece{source: s, item: it}
	x := p.quoted(text, from)
	if x == nil {
		x = p.reference(text, from)
	}
	if x == nil {
		return nil
	}
	return &hclsyntax.Attribute{
		Name: it.name, NameRange: p.at(0, len(it.name)), EqualsRange: p.at(eq, eq+1), SrcRange: p.at(0, len(text)), Expr: x,
	}
}

func blanks(b []byte) int { return len(b) - len(bytes.TrimLeft(b, " \t")) }

// A piece is an argument of one line.
type piece struct {
	*source
	item
}

func (p piece) at(from, to int) hcl.Range {
	return hcl.Range{
		Filename: p.source.name, Start: hcl.Pos{Byte: p.start + from, Line: p.item.line, Column: from + 1},
		End: hcl.Pos{Byte: p.start + to, Line: p.item.line, Column: to + 1},
	}
}

func (p piece) quoted(text []byte, from int) hclsyntax.Expression {
	end := len(text) - 1
	if end < from+2 || text[from] != '"' || text[end] != '"' {
		return nil
	}
	inner := text[from+1 : end]
	if bytes.ContainsAny(inner, "\"\\$%\n\r") || !utf8.Valid(inner) {
		return nil
	}
	lit := &hclsyntax.LiteralValueExpr{Val: cty.StringVal(string(inner)), SrcRange: p.at(from+1, end)}
	return &hclsyntax.TemplateExpr{Parts: []hclsyntax.Expression{lit}, SrcRange: p.at(from, end+1)}
}

func (p piece) reference(text []byte, from int) hclsyntax.Expression {
	names := strings.Split(string(text[from:]), ".")
	if len(names) < 2 || names[0] == "null" || names[0] == "true" || names[0] == "false" {
		return nil
	}
	t := make(hcl.Traversal, 0, len(names))
	at := from
	for i, name := range names {
		if name == "" || name[0] == '-' || name[0] >= '0' && name[0] <= '9' {
			return nil
		}
		for k := range len(name) {
			if !wordByte(name[k]) {
				return nil
			}
		}
		if i == 0 {
			t = append(t, hcl.TraverseRoot{Name: name, SrcRange: p.at(at, at+len(name))})
		} else {
			t = append(t, hcl.TraverseAttr{Name: name, SrcRange: p.at(at-1, at+len(name))})
		}
		at += len(name) + 1
	}
	return &hclsyntax.ScopeTraversalExpr{Traversal: t, SrcRange: p.at(from, len(text))}
}
