package hcleval

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/tf"
)

// directive begins a comment that speaks to sovlint.
const directive = "sovlint:"

// comments gathers what comments of the source say to sovlint. Source that was
// downloaded has no say: it is somebody else's.
func (e *evaluator) comments() {
	for _, dir := range slices.Sorted(maps.Keys(e.folders)) {
		if downloaded(dir) {
			continue
		}
		f := e.folders[dir]
		for _, name := range slices.Sorted(maps.Keys(f.files)) {
			if e.generated[name] == nil {
				e.cfg.Comments = append(e.cfg.Comments, f.files[name].comments(e.o.Prefix)...)
			}
		}
	}
	if n := len(e.cfg.Comments); n > maxComments {
		e.gap(e.o.Lang.Say("more than %d comments for sovlint: the rest was not heeded", maxComments), e.cfg.Comments[maxComments].At)
		e.cfg.Comments = e.cfg.Comments[:maxComments:maxComments]
	}
}

// comments are the lines of a file's comments that speak to sovlint, each with
// the block of the top level that it stands on: in it, behind it on its last
// line, or above it without a blank line between. JSON has no comments.
func (s *source) comments(prefix string) []tf.Comment {
	if strings.HasSuffix(s.name, ".json") || !bytes.Contains(s.src, []byte(directive)) || tooDeep(s.src, false) {
		return nil
	}
	tokens, _ := hclsyntax.LexConfig(s.src, s.name, firstPos)
	r := remarks{s: s, prefix: prefix}
	for _, t := range tokens {
		r.token(t)
	}
	return r.comments()
}

// A remark is a line of a comment and the number of its block; -1 for none.
type remark struct {
	text  string
	at    hcl.Range
	block int
}

// remarks follows the tokens of a file.
type remarks struct {
	s      *source
	prefix string
	found  []remark
	above  int   // the first of found that stands above whatever comes next
	ends   int   // the line on which the comments above end
	blocks []top // in order; the last one is open while depth > 0
	depth  int
	header hclsyntax.Tokens
}

// A top is a block of the top level.
type top struct {
	name       string
	start, end int // lines
}

func (r *remarks) token(t hclsyntax.Token) {
	switch t.Type {
	case hclsyntax.TokenComment:
		r.comment(t)
	case hclsyntax.TokenOBrace:
		if r.depth++; r.depth == 1 {
			r.open(t.Range.Start.Line)
		}
	case hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
		if r.depth > 0 { // outside of any block it opens none
			r.depth++
		}
	case hclsyntax.TokenCBrace, hclsyntax.TokenTemplateSeqEnd:
		if r.depth == 0 {
			return
		}
		if r.depth--; r.depth == 0 {
			r.blocks[len(r.blocks)-1].end = t.Range.Start.Line
		}
	case hclsyntax.TokenNewline:
		if r.depth == 0 {
			r.header = nil
		}
	default:
		if r.depth == 0 {
			r.header = append(r.header, t)
		}
	}
}

// open begins a block: the comments right above its header are its own.
func (r *remarks) open(line int) {
	b := top{start: line, end: line}
	if len(r.header) > 0 {
		b.start = r.header[0].Range.Start.Line
	}
	b.name = headerName(r.header)
	r.header = nil
	r.blocks = append(r.blocks, b)
	if r.ends+1 >= b.start {
		for i := r.above; i < len(r.found); i++ {
			r.found[i].block = len(r.blocks) - 1
		}
	}
	r.above = len(r.found)
}

// headerName names a block as addresses do.
func headerName(header hclsyntax.Tokens) string {
	var words []string
	for _, t := range header {
		if t.Type == hclsyntax.TokenIdent || t.Type == hclsyntax.TokenQuotedLit {
			words = append(words, string(t.Bytes))
		}
	}
	if len(words) > 1 && words[0] == "resource" {
		words = words[1:]
	}
	return strings.Join(words, ".")
}

func (r *remarks) comment(t hclsyntax.Token) {
	line := t.Range.Start.Line
	last := line + bytes.Count(bytes.TrimRight(t.Bytes, "\r\n"), []byte("\n"))
	block := -1
	switch n := len(r.blocks) - 1; {
	case r.depth > 0, n >= 0 && r.blocks[n].end == line && len(r.header) == 0:
		block = n
	case line > r.ends+1 && len(r.header) == 0:
		r.above = len(r.found) // a blank line parts it from those before
	}
	offset := t.Range.Start.Byte
	for text := range bytes.Lines(t.Bytes) {
		if said, ok := spoken(string(text)); ok {
			at := hcl.Range{Filename: r.s.name, Start: hcl.Pos{Line: line, Byte: offset}, End: hcl.Pos{Line: line, Byte: offset + len(bytes.TrimRight(text, "\r\n"))}}
			r.found = append(r.found, remark{text: said, at: at, block: block})
		}
		offset += len(text)
		line++
	}
	if block >= 0 {
		r.above = len(r.found)
		return
	}
	r.ends = last
}

// spoken takes the marks of a comment off one of its lines; ok is true where
// the rest speaks to sovlint.
func spoken(line string) (string, bool) {
	line = strings.TrimSpace(line)
	line = strings.TrimSpace(strings.TrimSuffix(line, "*/"))
	line = strings.TrimSpace(strings.TrimLeft(line, "#/*"))
	return strings.CutPrefix(line, directive)
}

func (r *remarks) comments() []tf.Comment {
	var out []tf.Comment
	for _, x := range r.found {
		c := tf.Comment{Text: x.text, At: r.s.rangeIn(r.prefix, x.at)}
		if x.block >= 0 {
			b := r.blocks[x.block]
			c.Block = b.name
			c.On = &tf.Range{File: r.prefix + r.s.name, Line: b.start, Column: 1, EndLine: b.end, EndColumn: 1}
		}
		out = append(out, c)
	}
	return out
}
