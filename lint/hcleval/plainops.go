package hcleval

import (
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// expression reads an expression, behind blanks.
func (p *reader) expression() hclsyntax.Expression {
	if p.depth++; p.depth > maxPlainDepth {
		p.bad = true
	}
	defer func() { p.depth-- }()
	x := p.binary(1)
	if p.bad {
		return nil
	}
	if p.space(); p.at(0) != '?' {
		return x
	}
	p.i++
	c := &hclsyntax.ConditionalExpr{Condition: x, TrueResult: p.expression()}
	p.takes(':')
	if c.FalseResult = p.expression(); p.bad {
		return nil
	}
	c.SrcRange = hcl.RangeBetween(x.Range(), c.FalseResult.Range())
	return c
}

// binary reads operands with operators between them that bind at least as
// strongly as level says.
func (p *reader) binary(level int) hclsyntax.Expression {
	x := p.operand()
	for !p.bad {
		p.space()
		op, binds, length := p.operator()
		if binds < level {
			return x
		}
		p.i += length
		y := p.binary(binds + 1)
		if p.bad {
			break
		}
		x = &hclsyntax.BinaryOpExpr{LHS: x, Op: op, RHS: y, SrcRange: hcl.RangeBetween(x.Range(), y.Range())}
	}
	return nil
}

// operator tells which operator is next, how strongly it binds, and its length;
// 0 where there is none.
func (p *reader) operator() (op *hclsyntax.Operation, binds, length int) {
	c, next := p.at(0), p.at(1)
	switch {
	case c == '|' && next == '|':
		return hclsyntax.OpLogicalOr, 1, 2
	case c == '&' && next == '&':
		return hclsyntax.OpLogicalAnd, 2, 2
	case c == '=' && next == '=':
		return hclsyntax.OpEqual, 3, 2
	case c == '!' && next == '=':
		return hclsyntax.OpNotEqual, 3, 2
	case c == '>' && next == '=':
		return hclsyntax.OpGreaterThanOrEqual, 4, 2
	case c == '>':
		return hclsyntax.OpGreaterThan, 4, 1
	case c == '<' && next == '=':
		return hclsyntax.OpLessThanOrEqual, 4, 2
	case c == '<' && next != '<':
		return hclsyntax.OpLessThan, 4, 1
	case c == '+':
		return hclsyntax.OpAdd, 5, 1
	case c == '-':
		return hclsyntax.OpSubtract, 5, 1
	case c == '*':
		return hclsyntax.OpMultiply, 6, 1
	case c == '/':
		return hclsyntax.OpDivide, 6, 1
	case c == '%' && next != '{':
		return hclsyntax.OpModulo, 6, 1
	}
	return nil, 0, 0
}

// operand reads a term, with a sign before it and steps behind it.
func (p *reader) operand() hclsyntax.Expression {
	p.space()
	c := p.at(0)
	if c != '-' && c != '!' {
		return p.steps(p.term())
	}
	start := p.pos()
	p.i++
	x := &hclsyntax.UnaryOpExpr{Op: hclsyntax.OpNegate, SymbolRange: p.since(start)}
	if c == '!' {
		x.Op = hclsyntax.OpLogicalNot
	}
	if p.depth++; p.depth > maxPlainDepth || c == '!' && p.at(0) == '=' {
		p.bad = true
	}
	if !p.bad {
		x.Val = p.operand()
	}
	if p.depth--; p.bad {
		return nil
	}
	x.SrcRange = hcl.RangeBetween(x.SymbolRange, x.Val.Range())
	return p.steps(x)
}

// term reads what stands by itself.
func (p *reader) term() hclsyntax.Expression {
	switch c := p.at(0); {
	case p.bad:
		return nil
	case c == '"':
		return p.quoted()
	case c >= '0' && c <= '9':
		return p.number()
	case wordByte(c):
		return p.named()
	case c == '[':
		return p.list()
	case c == '{':
		return p.object()
	case c == '(':
		return p.grouped()
	}
	return p.fail()
}

// grouped reads an expression in parentheses.
func (p *reader) grouped() hclsyntax.Expression {
	start := p.pos()
	p.i++
	x := &hclsyntax.ParenthesesExpr{}
	p.loose(func() {
		x.Expression = p.expression()
		p.takes(')')
	})
	x.SrcRange = p.since(start)
	return x
}

// named reads what begins with a name: a reference, a call, a truth.
func (p *reader) named() hclsyntax.Expression {
	start := p.pos()
	name := p.word()
	at := p.since(start)
	p.space()
	switch c := p.at(0); {
	case p.bad || c == ':' && p.at(1) == ':':
		return p.fail()
	case c == '(':
		return p.call(name, at)
	}
	switch name {
	case "true":
		return &hclsyntax.LiteralValueExpr{Val: cty.True, SrcRange: at}
	case "false":
		return &hclsyntax.LiteralValueExpr{Val: cty.False, SrcRange: at}
	case "null":
		return &hclsyntax.LiteralValueExpr{Val: cty.NullVal(cty.DynamicPseudoType), SrcRange: at}
	}
	t := make(hcl.Traversal, 1, 3)
	t[0] = hcl.TraverseRoot{Name: name, SrcRange: at}
	return &hclsyntax.ScopeTraversalExpr{Traversal: t, SrcRange: at}
}

// call reads the arguments of a function.
func (p *reader) call(name string, at hcl.Range) hclsyntax.Expression {
	start := p.pos()
	p.i++
	x := &hclsyntax.FunctionCallExpr{Name: name, NameRange: at, OpenParenRange: p.since(start)}
	p.loose(func() {
		for !p.bad {
			if p.space(); p.at(0) == ')' {
				break
			}
			x.Args = append(x.Args, p.expression())
			if p.space(); p.at(0) == '.' && p.at(1) == '.' && p.at(2) == '.' {
				p.i += 3
				x.ExpandFinal = true
				p.space()
				p.bad = p.bad || p.at(0) != ')'
				break
			}
			if p.at(0) != ')' {
				p.takes(',')
			}
		}
	})
	start = p.pos()
	p.takes(')')
	x.CloseParenRange = p.since(start)
	return x
}

// steps reads the steps that lead on from an expression.
func (p *reader) steps(from hclsyntax.Expression) hclsyntax.Expression {
	x := from
	for !p.bad {
		p.space()
		start := p.pos()
		switch c := p.at(0); {
		case c == '.' && p.at(1) != '.':
			p.i++
			p.space()
			name := p.word()
			if name == "" || p.at(0) >= utf8.RuneSelf {
				return p.fail()
			}
			at := p.since(start)
			x = stepped(x, hcl.TraverseAttr{Name: name, SrcRange: at}, at)
		case c == '[':
			p.i++
			if p.space(); p.at(0) == '*' {
				return p.each(from, x, start)
			}
			x = p.indexed(from, x, start)
		default:
			return x
		}
	}
	return nil
}

// each reads the steps behind [*]; the star is next.
func (p *reader) each(from, x hclsyntax.Expression, start hcl.Pos) hclsyntax.Expression {
	p.i++
	p.takes(']')
	item := &hclsyntax.AnonSymbolExpr{SrcRange: p.since(start)}
	if p.depth++; p.depth > maxPlainDepth {
		p.bad = true
	}
	each := p.steps(item)
	if p.depth--; p.bad {
		return nil
	}
	return &hclsyntax.SplatExpr{
		Source: x, Each: each, Item: item, SrcRange: hcl.RangeBetween(from.Range(), each.Range()), MarkerRange: item.SrcRange,
	}
}

// indexed reads the key behind an opening bracket.
func (p *reader) indexed(from, x hclsyntax.Expression, start hcl.Pos) hclsyntax.Expression {
	open := p.since(start)
	open.End = hcl.Pos{Byte: start.Byte + 1, Line: start.Line, Column: 1}
	var key hclsyntax.Expression
	p.loose(func() {
		key = p.expression()
		p.takes(']')
	})
	if p.bad {
		return nil
	}
	at := p.since(start)
	switch k := key.(type) {
	case *hclsyntax.LiteralValueExpr:
		return stepped(x, hcl.TraverseIndex{Key: k.Val, SrcRange: at}, at)
	case *hclsyntax.TemplateExpr:
		if k.IsStringLiteral() {
			v, _ := k.Value(nil)
			return stepped(x, hcl.TraverseIndex{Key: v, SrcRange: at}, at)
		}
	}
	return &hclsyntax.IndexExpr{
		Collection: x, Key: key, SrcRange: hcl.RangeBetween(from.Range(), at), OpenRange: open, BracketRange: at,
	}
}

// stepped makes an expression lead one step on.
func stepped(x hclsyntax.Expression, step hcl.Traverser, at hcl.Range) hclsyntax.Expression {
	switch t := x.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		t.Traversal = append(t.Traversal, step)
		t.SrcRange.End = at.End
		return t
	case *hclsyntax.RelativeTraversalExpr:
		t.Traversal = append(t.Traversal, step)
		t.SrcRange.End = at.End
		return t
	}
	return &hclsyntax.RelativeTraversalExpr{Source: x, Traversal: hcl.Traversal{step}, SrcRange: hcl.RangeBetween(x.Range(), at)}
}
