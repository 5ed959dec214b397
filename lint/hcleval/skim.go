package hcleval

import (
	"bytes"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// skim finds the blocks at the top level of native source and their members:
// it knows comments, quoted templates, heredocs and brackets, and nothing else
// of the language. ok is false where it does not understand, and the parser
// has to tell.
func (s *source) skim() (blocks []*block, ok bool) {
	k := skimmer{src: s.src}
	k.i = len(s.src) - len(bytes.TrimPrefix(s.src, []byte("\xef\xbb\xbf")))
	for {
		k.space(true)
		if k.i >= len(s.src) {
			return blocks, !k.bad
		}
		b := &block{src: s}
		if !k.header(s.name, b) {
			return nil, false
		}
		k.members(b)
		if k.bad || !k.lineEnds() {
			return nil, false
		}
		blocks = append(blocks, b)
	}
}

type skimmer struct {
	src   []byte
	i     int
	lines int // newlines before i
	depth int
	bad   bool
	found []item          // the members of the block at hand
	names map[string]bool // of its arguments, where they are many
}

// manyNames is from how many members on a block's names are looked up in a map.
const manyNames = 32

// twice reports whether the block at hand has an argument of a name already.
func (k *skimmer) twice(name string) bool {
	if len(k.found) < manyNames {
		k.names = nil
		return slices.ContainsFunc(k.found, func(it item) bool { return !it.block && it.name == name })
	}
	if k.names == nil {
		k.names = map[string]bool{}
		for _, it := range k.found {
			k.names[it.name] = k.names[it.name] || !it.block
		}
	}
	was := k.names[name]
	k.names[name] = true
	return was
}

func (k *skimmer) pos() hcl.Pos { return hcl.Pos{Byte: k.i, Line: k.lines + 1, Column: 1} }

// header reads the type and the labels of a block and its opening brace; false
// for anything else, such as an argument, which has no place at the top level.
func (k *skimmer) header(file string, b *block) bool {
	b.header = hcl.Range{Filename: file, Start: k.pos()}
	b.typ = k.word()
	b.header.End = k.pos()
	if b.typ == "" {
		return false
	}
	for k.i < len(k.src) && !k.bad {
		k.space(false)
		switch c := k.at(0); {
		case c == '{':
			k.i++
			return true
		case c == '"':
			from := k.i + 1
			k.i++
			k.quoted()
			label := k.src[from:max(from, k.i-1)]
			if bytes.ContainsAny(label, "\\$%") {
				return false
			}
			b.labels = append(b.labels, string(label))
		case wordByte(c):
			label := k.word()
			if label == "" {
				return false
			}
			b.labels = append(b.labels, label)
		default:
			return false
		}
		b.header.End = k.pos()
	}
	return false
}

// members finds the arguments and nested blocks of a body, up to its brace.
func (k *skimmer) members(b *block) {
	k.found = k.found[:0]
	for !k.bad {
		k.space(true)
		if k.at(0) == '}' {
			k.i++
			b.items = slices.Clone(k.found)
			return
		}
		it := item{start: int32(k.i), line: int32(k.lines + 1)}
		it.name = k.word()
		if it.name == "" || k.i >= len(k.src) {
			break
		}
		k.space(false)
		if k.at(0) == '=' && k.at(1) != '=' {
			k.i++
			k.expression()
			if k.twice(it.name) {
				break // the parser says what it makes of it
			}
		} else {
			it.block = true
			k.nested(&it)
		}
		it.end = int32(k.i)
		k.found = append(k.found, it)
		if !k.lineEnds() {
			break
		}
	}
	k.bad = true
}

// nested passes a nested block. That of a dynamic block's type stands for it.
func (k *skimmer) nested(it *item) {
	var inner block
	k.i = int(it.start)
	if !k.header("", &inner) {
		k.bad = true
		return
	}
	if inner.typ == "dynamic" && len(inner.labels) == 1 {
		it.name = inner.labels[0]
	}
	k.code('}')
}

// lineEnds reports whether nothing but a comment stands between here and the
// end of the line, or the brace that closes a block of one line.
func (k *skimmer) lineEnds() bool {
	k.space(false)
	if k.at(0) == '\r' && k.at(1) == '\n' {
		k.i++
	}
	return k.i >= len(k.src) || k.at(0) == '\n' || k.at(0) == '}'
}

// expression passes an argument's value: outside of brackets it ends with the
// line.
func (k *skimmer) expression() {
	for k.i < len(k.src) && !k.bad {
		if k.comment() {
			continue
		}
		switch c := k.src[k.i]; c {
		case '\n', '}':
			return
		case '\r':
			if k.at(1) == '\n' {
				return
			}
			k.bad = true
		default:
			k.i++
			k.token(c)
		}
	}
}

func (k *skimmer) at(n int) byte {
	if k.i+n < len(k.src) {
		return k.src[k.i+n]
	}
	return 0
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// word passes an identifier; "" where none starts.
func (k *skimmer) word() string {
	from := k.i
	if c := k.at(0); c == '-' || c >= '0' && c <= '9' {
		return ""
	}
	for k.i < len(k.src) && wordByte(k.src[k.i]) {
		k.i++
	}
	return string(k.src[from:k.i])
}

// space passes blanks, comments and, where they mean nothing, newlines.
func (k *skimmer) space(newlines bool) {
	for k.i < len(k.src) {
		switch c := k.src[k.i]; {
		case c == ' ' || c == '\t':
			k.i++
		case c == '\r' && newlines && k.at(1) == '\n':
			k.i++
		case c == '\n' && newlines:
			k.lines++
			k.i++
		case k.comment():
		default:
			return
		}
	}
}

// comment passes a comment, without the newline that ends it.
func (k *skimmer) comment() bool {
	c, next := k.at(0), k.at(1)
	switch {
	case c == '#' || c == '/' && next == '/':
		if n := bytes.IndexByte(k.src[k.i:], '\n'); n >= 0 {
			k.i += n
		} else {
			k.i = len(k.src)
		}
		return true
	case c == '/' && next == '*':
		n := bytes.Index(k.src[k.i+2:], []byte("*/"))
		if n < 0 {
			k.bad = true
			k.i = len(k.src)
			return true
		}
		k.lines += bytes.Count(k.src[k.i:k.i+2+n], []byte("\n"))
		k.i += n + 4
		return true
	}
	return false
}

// code passes everything up to the bracket that closes what is open.
func (k *skimmer) code(end byte) {
	if k.depth++; k.depth > maxNesting/8 {
		k.bad = true
	}
	defer func() { k.depth-- }()
	for k.i < len(k.src) && !k.bad {
		if k.comment() {
			continue
		}
		c := k.src[k.i]
		k.i++
		if c == '}' || c == ']' || c == ')' {
			k.bad = k.bad || c != end
			return
		}
		k.token(c)
	}
	k.bad = true
}

// token passes what c begins; c was read.
func (k *skimmer) token(c byte) {
	switch c {
	case '\n':
		k.lines++
	case '"':
		k.quoted()
	case '{':
		k.code('}')
	case '[':
		k.code(']')
	case '(':
		k.code(')')
	case ']', ')':
		k.bad = true
	case '<':
		if k.at(0) == '<' {
			k.heredoc()
		}
	}
}

// quoted passes the rest of a quoted template.
func (k *skimmer) quoted() {
	for k.i < len(k.src) && !k.bad {
		c := k.src[k.i]
		k.i++
		switch c {
		case '\\':
			if k.at(0) == '\n' || k.at(0) == '\r' {
				k.bad = true
			}
			k.i++
		case '"':
			return
		case '\n', '\r':
			k.bad = true
		case '$', '%':
			k.interpolation(c)
		}
	}
	k.bad = true
}

// interpolation passes ${...} or %{...}; c was read.
func (k *skimmer) interpolation(c byte) {
	switch {
	case k.at(0) == c:
		if k.at(1) == '$' || k.at(1) == '%' {
			k.bad = true // rare, and not worth telling apart
		} else if k.at(1) == '{' {
			k.i += 2 // doubled, it stands for itself
		}
	case k.at(0) == '{':
		k.i++
		k.code('}')
	}
}

// heredoc passes a heredoc; the first < was read.
func (k *skimmer) heredoc() {
	rest := bytes.TrimPrefix(k.src[k.i+1:], []byte("-"))
	n := 0
	for n < len(rest) && wordByte(rest[n]) {
		n++
	}
	marker := rest[:n]
	after := bytes.TrimPrefix(rest[n:], []byte("\r"))
	if n == 0 || len(after) == 0 || after[0] != '\n' {
		k.bad = true
		return
	}
	k.i = len(k.src) - len(after) + 1
	k.lines++
	for k.i < len(k.src) && !k.bad {
		line := k.src[k.i:]
		end := bytes.IndexByte(line, '\n')
		if end < 0 {
			break // the marker ends with its line
		}
		if line = line[:end]; bytes.Equal(bytes.TrimSpace(line), marker) {
			k.i += bytes.Index(line, marker) + len(marker)
			return
		}
		k.heredocLine()
	}
	k.bad = true
}

// heredocLine passes one line of a heredoc, and the lines inside of its
// interpolations.
func (k *skimmer) heredocLine() {
	for k.i < len(k.src) && !k.bad {
		c := k.src[k.i]
		k.i++
		switch c {
		case '\n':
			k.lines++
			return
		case '$', '%':
			k.interpolation(c)
		}
	}
}
