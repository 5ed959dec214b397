package hcleval

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

var firstPos = hcl.Pos{Byte: 0, Line: 1, Column: 1}

// A source is one parsed file.
type source struct {
	name string // in the file system
	src  []byte // kept for columns
	body *hclsyntax.Body
	odd  string // why it could be read in part only; "" when it was read whole
	line int    // where it is odd
}

// parse reads a file of either syntax into the same tree.
func parse(name string, src []byte) *source {
	s := &source{name: name, src: src, body: &hclsyntax.Body{}}
	if tooDeep(src, strings.HasSuffix(name, ".json")) {
		s.odd = "it is nested too deeply"
		return s
	}
	var diags hcl.Diagnostics
	if strings.HasSuffix(name, ".json") {
		s.body, diags = parseJSON(name, src)
	} else {
		var f *hcl.File
		f, diags = hclsyntax.ParseConfig(src, name, firstPos)
		s.body = f.Body.(*hclsyntax.Body)
	}
	s.note(diags)
	return s
}

func (s *source) note(diags hcl.Diagnostics) {
	for _, d := range diags {
		if d.Severity != hcl.DiagError {
			continue
		}
		s.odd = fmt.Sprintf("it does not parse (%s)", strings.ToLower(d.Summary))
		if d.Subject != nil {
			s.line = d.Subject.Start.Line
		}
		return
	}
}

// tooDeep reports whether parsing could exhaust the stack, which nothing could
// recover. Few brackets cannot nest deeply; only where there are many does the
// lexer tell how they do.
func tooDeep(src []byte, json bool) bool {
	if counts(src, "([{") <= maxNesting && counts(src, "?!-") <= maxNesting {
		return false
	}
	if json {
		return jsonTooDeep(src)
	}
	tokens, _ := hclsyntax.LexConfig(src, "", firstPos)
	return tokensTooDeep(tokens)
}

func counts(src []byte, chars string) (n int) {
	for i := range chars {
		n += bytes.Count(src, []byte(chars[i:i+1]))
	}
	return n
}

func tokensTooDeep(tokens hclsyntax.Tokens) bool {
	depth, chain := 0, 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp,
			hclsyntax.TokenTemplateControl, hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd,
			hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
			depth--
		case hclsyntax.TokenMinus, hclsyntax.TokenBang, hclsyntax.TokenQuestion:
			chain++
		case hclsyntax.TokenEqual:
			chain = 0 // a new argument
		}
		if depth > maxNesting/8 || chain > maxNesting {
			return true
		}
	}
	return false
}
