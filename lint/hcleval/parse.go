package hcleval

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

var firstPos = hcl.Pos{Byte: 0, Line: 1, Column: 1}

// A source is one file.
type source struct {
	name   string // in the file system
	src    []byte
	body   *hclsyntax.Body // nil where the file was only skimmed
	odd    string          // why it could be read in part only; "" when it was read whole
	line   int             // where it is odd; 0 when not known
	detail string          // what the parser says of it, in its own words; "" for nothing
	reader reader          // of its members, one at a time
}

// read reads a file of configuration. Native source is skimmed, and parsed
// where that does not understand it.
func read(name string, src []byte) (*source, []*block) {
	s := &source{name: name, src: src}
	if tooDeep(src, strings.HasSuffix(name, ".json")) {
		s.odd = "it is nested too deeply"
		return s, nil
	}
	if !strings.HasSuffix(name, ".json") {
		if blocks, ok := s.skim(); ok {
			return s, blocks
		}
	}
	s.parse()
	if s.odd == "" && len(s.body.Attributes) > 0 {
		s.odd = "arguments stand outside of any block"
	}
	var blocks []*block
	for _, b := range s.body.Blocks {
		blocks = append(blocks, parsedBlock(s, b))
	}
	return s, blocks
}

// parse reads a whole file of either syntax into one kind of tree.
func parse(name string, src []byte) *source {
	s := &source{name: name, src: src, body: &hclsyntax.Body{}}
	if tooDeep(src, strings.HasSuffix(name, ".json")) {
		s.odd = "it is nested too deeply"
		return s
	}
	s.parse()
	return s
}

func (s *source) parse() {
	var diags hcl.Diagnostics
	if s.body = (&hclsyntax.Body{}); tooLong(s.src, 8) {
		s.odd = "its texts are too long"
		return
	}
	if strings.HasSuffix(s.name, ".json") {
		s.body, diags = parseJSON(s.name, s.src)
	} else {
		var f *hcl.File
		f, diags = hclsyntax.ParseConfig(s.src, s.name, firstPos)
		s.body = f.Body.(*hclsyntax.Body)
	}
	s.note(diags)
}

// parsed reads a member of a block, once.
func (s *source) parsed(it *item) *item {
	if it.read {
		return it
	}
	it.read = true
	if s.plain(it) {
		return it
	}
	body := s.piece(it)
	if it.block {
		it.nested = body.Blocks
	} else {
		it.attr = body.Attributes[it.name]
	}
	return it
}

// piece lets the parser read a member of a block.
func (s *source) piece(it *item) *hclsyntax.Body {
	start, line := int(it.start), int(it.line)
	end := int(it.end) // a heredoc ends with its line
	for end < len(s.src) && (s.src[end] == '\r' || s.src[end] == '\n') {
		if end++; s.src[end-1] == '\n' {
			break
		}
	}
	if tooLong(s.src[start:end], 1) {
		s.odd, s.line = "a text is too long", line
		at := hcl.Pos{Byte: start, Line: line}
		unknown := &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: hcl.Range{Filename: s.name, Start: at, End: at}}
		return &hclsyntax.Body{Attributes: hclsyntax.Attributes{it.name: {Name: it.name, Expr: unknown, SrcRange: unknown.SrcRange}}}
	}
	f, diags := hclsyntax.ParseConfig(s.src[start:end], s.name, hcl.Pos{Byte: start, Line: line, Column: 1})
	s.note(diags)
	return f.Body.(*hclsyntax.Body)
}

// lowered writes the first letter small.
func lowered(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// oddAt is the line that could not be read; the first where it is not known.
func (s *source) oddAt() *hcl.Range {
	at := lineOne(s.name)
	if s.line > 0 {
		at.Start.Line, at.End.Line = s.line, s.line
	}
	return at
}

// why says why the source is odd.
func (s *source) why(l speech.Lang) string {
	if s.detail != "" {
		return l.Word(s.odd) + " (" + s.detail + ")"
	}
	return l.Word(s.odd)
}

func (s *source) note(diags hcl.Diagnostics) {
	for _, d := range diags {
		if d.Severity != hcl.DiagError || s.odd != "" {
			continue
		}
		s.odd, s.detail = "it does not parse", lowered(d.Summary)
		if d.Subject != nil {
			s.line = d.Subject.Start.Line
		}
	}
}

// tooDeep reports whether parsing could exhaust the stack, which nothing could
// recover. Few brackets cannot nest deeply; only where there are many does the
// lexer tell how they do.
func tooDeep(src []byte, json bool) bool {
	if chained(src) {
		return true
	}
	signs := counts(src, operators) + bytes.Count(src, []byte("=="))
	if counts(src, "([{") <= maxNesting && signs <= maxNesting {
		return false
	}
	if json {
		return jsonTooDeep(src)
	}
	if signs > maxOperators {
		return true
	}
	tokens, _ := hclsyntax.LexConfig(src, "", firstPos)
	return tokensTooDeep(tokens)
}

// tooLong reports whether the templates in a source may be too long: parsing
// one takes time by the square of its lines.
func tooLong(src []byte, times int) bool {
	return textCost(src) > maxText*times
}

func textCost(src []byte) int {
	parts := counts(src, "$%")
	if bytes.Contains(src, []byte("<<")) {
		parts += counts(src, "\n")
	}
	return parts * len(src)
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
		case hclsyntax.TokenMinus, hclsyntax.TokenBang, hclsyntax.TokenQuestion, hclsyntax.TokenPlus, hclsyntax.TokenStar, hclsyntax.TokenSlash,
			hclsyntax.TokenPercent, hclsyntax.TokenAnd, hclsyntax.TokenOr, hclsyntax.TokenEqualOp, hclsyntax.TokenNotEqual,
			hclsyntax.TokenLessThan, hclsyntax.TokenLessThanEq, hclsyntax.TokenGreaterThan, hclsyntax.TokenGreaterThanEq:
			chain++ // the tree of a sum is as deep as it is long
		case hclsyntax.TokenEqual:
			chain = 0 // a new argument
		}
		if depth > maxNesting/8 || chain > maxNesting {
			return true
		}
	}
	return false
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
