package hcleval

import (
	"bytes"
	"strings"
)

// A span is a block at the top level of a file, found without parsing.
type span struct {
	typ        string
	start, end int // bytes, the braces included
	line       int // of start, from 1
}

// skim finds the blocks at the top level of native source: it knows comments,
// quoted templates, heredocs and brackets, and nothing else of the language.
// ok is false where it does not understand, and the parser has to tell.
func skim(src []byte) (blocks []span, ok bool) {
	k := skimmer{src: src}
	k.i = len(src) - len(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")))
	for {
		k.space(true)
		if k.i >= len(src) {
			return blocks, !k.bad
		}
		b := span{start: k.i, line: k.lines + 1}
		b.typ = k.word()
		if b.typ == "" || !k.header() {
			return nil, false
		}
		if k.code('}'); k.bad {
			return nil, false
		}
		b.end = k.i
		blocks = append(blocks, b)
	}
}

type skimmer struct {
	src   []byte
	i     int
	lines int // newlines before i
	depth int
	bad   bool
}

// header passes the labels of a block and its opening brace; false for an
// argument, which has no place at the top level.
func (k *skimmer) header() bool {
	for k.i < len(k.src) && !k.bad {
		k.space(false)
		switch c := k.at(0); {
		case c == '{':
			k.i++
			return true
		case c == '"':
			k.i++
			k.quoted()
		case wordByte(c):
			k.word()
		default:
			return false
		}
	}
	return false
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

func (k *skimmer) word() string {
	from := k.i
	for k.i < len(k.src) && wordByte(k.src[k.i]) {
		k.i++
	}
	return string(k.src[from:k.i])
}

// space passes blanks, comments and, where they mean nothing, newlines.
func (k *skimmer) space(newlines bool) {
	for k.i < len(k.src) {
		switch c := k.src[k.i]; {
		case c == ' ' || c == '\t' || c == '\r' && newlines:
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
		case '}', ']', ')':
			k.bad = k.bad || c != end
			return
		case '<':
			if k.at(0) == '<' {
				k.heredoc()
			}
		}
	}
	k.bad = true
}

// quoted passes the rest of a quoted template.
func (k *skimmer) quoted() {
	for k.i < len(k.src) && !k.bad {
		c := k.src[k.i]
		k.i++
		switch c {
		case '\\':
			k.i++
		case '"':
			return
		case '\n':
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
		if k.at(1) == c || k.at(1) == '$' || k.at(1) == '%' {
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
	rest := k.src[k.i+1:]
	rest = bytes.TrimPrefix(rest, []byte("-"))
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
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end]
		}
		if bytes.Equal(bytes.TrimSpace(line), marker) {
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

// outline is the part of a file that says how modules hang together.
func outline(name string, src []byte) *source {
	if strings.HasSuffix(name, ".json") {
		return parse(name, src)
	}
	if !bytes.Contains(src, []byte("module")) && !bytes.Contains(src, []byte("backend")) && !bytes.Contains(src, []byte("cloud")) {
		return nil
	}
	blocks, ok := skim(src)
	if !ok {
		return parse(name, src)
	}
	var kept []byte
	for _, b := range blocks {
		if b.typ == "module" || b.typ == "terraform" {
			kept = append(append(kept, src[b.start:b.end]...), '\n')
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return parse(name, kept)
}
