package hcleval

import (
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// maxPlain is up to how long a member of a block is read without the parser, in
// bytes, and maxPlainDepth how deep its expressions may nest.
const (
	maxPlain      = 1 << 15
	maxPlainDepth = 64
)

// plain reads a member of a block as most people write them, into what the
// parser would make of it, at a fraction of its price; false for what it does
// not understand, which the parser has to tell.
func (s *source) plain(it *item) bool {
	if it.end-it.start > maxPlain || !utf8.Valid(s.src[it.start:it.end]) {
		return false
	}
	p := &s.reader
	*p = reader{s: s, src: s.src[:it.end], i: int(it.start), line: int(it.line), lines: true}
	a, n := p.member()
	if p.space(); p.bad || p.i < len(p.src) {
		return false
	}
	if it.attr = a; n != nil {
		it.nested = []*hclsyntax.Block{n}
	}
	return true
}

// A reader reads plain expressions. What it does not understand makes it bad.
type reader struct {
	s     *source
	src   []byte // of the file, up to where the member ends
	i     int
	line  int
	lines bool // a newline ends an expression
	depth int
	bad   bool
}

// pos is where the reader stands. Columns are counted later, and only of what is
// shown.
func (p *reader) pos() hcl.Pos { return hcl.Pos{Byte: p.i, Line: p.line, Column: 1} }

// since is the range from a position up to where the reader stands.
func (p *reader) since(start hcl.Pos) hcl.Range {
	return hcl.Range{Filename: p.s.name, Start: start, End: p.pos()}
}

// fail makes the reader bad.
func (p *reader) fail() hclsyntax.Expression {
	p.bad = true
	return nil
}

// at is the byte n behind the one that is next; 0 beyond the end.
func (p *reader) at(n int) byte {
	if p.i+n < len(p.src) {
		return p.src[p.i+n]
	}
	return 0
}

// space passes blanks, comments up to their newline and, where they mean
// nothing, newlines.
func (p *reader) space() {
	for p.i < len(p.src) {
		switch c := p.src[p.i]; {
		case c == ' ' || c == '\t':
			p.i++
		case c == '\n' && !p.lines:
			p.line++
			p.i++
		case c == '\r' && p.at(1) == '\n' && !p.lines:
			p.i++
		case c == '#' || c == '/' && p.at(1) == '/':
			for p.i < len(p.src) && p.src[p.i] != '\n' {
				p.i++
			}
			if p.src[p.i-1] == '\r' {
				p.bad = true // rare, and not worth telling apart
			}
		case c == '/' && p.at(1) == '*':
			p.bad = true
			return
		default:
			return
		}
	}
}

// newline passes a newline that ends something; false where there is none.
func (p *reader) newline() bool {
	if p.at(0) == '\r' && p.at(1) == '\n' {
		p.i++
	}
	if p.at(0) != '\n' {
		return false
	}
	p.line++
	p.i++
	return true
}

// takes passes a byte that must be next, behind blanks.
func (p *reader) takes(c byte) bool {
	p.space()
	if p.at(0) != c {
		p.bad = true
		return false
	}
	p.i++
	return true
}

// word passes an identifier; "" where none starts.
func (p *reader) word() string {
	from := p.i
	if c := p.at(0); c == '-' || c >= '0' && c <= '9' {
		return ""
	}
	for p.i < len(p.src) && wordByte(p.src[p.i]) {
		p.i++
	}
	if p.at(0) >= utf8.RuneSelf {
		p.bad = true
	}
	return string(p.src[from:p.i])
}

// loose reads what stands in brackets, where newlines mean nothing.
func (p *reader) loose(read func()) {
	lines := p.lines
	p.lines = false
	read()
	p.lines = lines
}

// number reads a whole number.
func (p *reader) number() hclsyntax.Expression {
	start := p.pos()
	for c := p.at(0); c >= '0' && c <= '9'; c = p.at(0) {
		p.i++
	}
	if c := p.at(0); c == '.' || wordByte(c) || c >= utf8.RuneSelf {
		return p.fail()
	}
	v, err := cty.ParseNumberVal(string(p.src[start.Byte:p.i]))
	if err != nil {
		return p.fail()
	}
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: p.since(start)}
}

// quoted reads a quoted template.
func (p *reader) quoted() hclsyntax.Expression {
	start := p.pos()
	p.i++
	var parts []hclsyntax.Expression
	wrap := false
	for from := p.pos(); ; {
		switch c := p.at(0); {
		case c == '"':
			if from.Byte < p.i {
				parts, wrap = append(parts, p.text(from)), false
			}
			if p.i++; len(parts) == 0 {
				parts = append(parts, p.text(p.pos())) // the parser has it here
			}
			if wrap {
				return &hclsyntax.TemplateWrapExpr{Wrapped: parts[0], SrcRange: p.since(start)}
			}
			return &hclsyntax.TemplateExpr{Parts: parts, SrcRange: p.since(start)}
		case c == '$' && p.at(1) == '{' && p.at(2) != '~':
			if from.Byte < p.i {
				parts = append(parts, p.text(from))
			}
			p.i += 2
			parts, wrap = append(parts, p.interpolated()), len(parts) == 0
			from = p.pos()
		case c < ' ' || c == '\\' || c == '$' || c == '%' || p.bad:
			return p.fail()
		default:
			p.i++
		}
	}
}

// text is a piece of plain text of a template.
func (p *reader) text(from hcl.Pos) hclsyntax.Expression {
	text := p.src[from.Byte:p.i]
	if !utf8.Valid(text) {
		return p.fail()
	}
	return &hclsyntax.LiteralValueExpr{Val: cty.StringVal(string(text)), SrcRange: p.since(from)}
}

// interpolated reads the rest of ${...}.
func (p *reader) interpolated() (x hclsyntax.Expression) {
	p.loose(func() {
		x = p.expression()
		p.takes('}')
	})
	return x
}

// list reads a list of expressions.
func (p *reader) list() hclsyntax.Expression {
	start := p.pos()
	p.i++
	x := &hclsyntax.TupleConsExpr{OpenRange: p.since(start)}
	p.loose(func() {
		if p.space(); p.generates() {
			p.bad = true
		}
		x.Exprs = p.elements(']')
	})
	x.SrcRange = p.since(start)
	return x
}

// generates reports whether a for-expression follows.
func (p *reader) generates() bool {
	ahead := *p
	return ahead.word() == "for"
}

// elements reads expressions with commas between them, up to a bracket.
func (p *reader) elements(end byte) (all []hclsyntax.Expression) {
	for !p.bad {
		if p.space(); p.at(0) == end {
			p.i++
			return all
		}
		all = append(all, p.expression())
		if p.space(); p.at(0) != end && !p.takes(',') {
			break
		}
	}
	return nil
}

// object reads an object of keys and values.
func (p *reader) object() hclsyntax.Expression {
	start := p.pos()
	p.i++
	x := &hclsyntax.ObjectConsExpr{OpenRange: p.since(start)}
	ahead := *p
	ahead.lines = false
	if ahead.space(); ahead.generates() {
		return p.fail()
	}
	lines := p.lines
	for p.lines = true; !p.bad; {
		if p.space(); p.newline() {
			continue
		}
		if p.at(0) == '}' {
			p.i++
			break
		}
		x.Items = append(x.Items, p.entry())
		if p.space(); p.at(0) != '}' && !p.newline() {
			p.takes(',')
		}
	}
	p.lines = lines
	x.SrcRange = p.since(start)
	return x
}

// entry reads a key and its value.
func (p *reader) entry() (out hclsyntax.ObjectConsItem) {
	forced := p.at(0) == '('
	out.KeyExpr = &hclsyntax.ObjectConsKeyExpr{Wrapped: p.expression(), ForceNonLiteral: forced}
	p.space()
	if c, next := p.at(0), p.at(1); c != '=' && c != ':' || next == '=' || next == '>' || next == ':' {
		p.bad = true
		return out
	}
	p.i++
	out.ValueExpr = p.expression()
	return out
}
