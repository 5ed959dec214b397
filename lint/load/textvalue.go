package load

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// A parser reads the lines of one attribute or block of a plan in words. What
// it does not understand makes it bad, and the value unknown.
type parser struct {
	lines  []string
	i      int  // the line at hand
	before bool // the values that were are wanted, not those that will be
	bad    bool
	depth  int
}

// An entry is a name with its value.
type entry struct {
	name  string
	v     tf.Value
	block bool // one block of perhaps several
	gone  bool // it is not there on the side that is wanted
}

// cutSign splits a line at its column: the sign before it, and the rest.
func cutSign(line string, column int) (sign, rest string, ok bool) {
	if len(line) <= column {
		return "", "", false
	}
	if sign = strings.TrimSpace(line[:column]); !isSign(sign) {
		return "", "", false
	}
	return sign, line[column:], line[column] != ' '
}

// gone reports whether a sign takes an entry off the side that is wanted.
func (p *parser) gone(sign string) bool {
	return sign == "-" && !p.before || sign == "+" && p.before
}

// entry reads an attribute or a block whose name stands in a column. What is
// hidden inside of something new was never there.
func (p *parser) entry(column int, fresh bool) entry {
	sign, rest, ok := cutSign(p.lines[p.i], column)
	name := nameOf(rest)
	e := entry{name: unquoted(name), gone: p.gone(sign)}
	if !ok || name == "" || len(rest) < len(name) {
		p.bad = true
		p.i++
		return e
	}
	fresh = fresh || sign == "+" || sign == "-"
	tail := strings.TrimLeft(rest[len(name):], " ")
	switch {
	case strings.HasPrefix(tail, "= "):
		e.v = p.sides(tail[2:], column, fresh)
		e.gone = e.gone && e.v.State != tf.Null
	case strings.HasPrefix(tail, "{"), strings.HasPrefix(tail, `"`):
		e.block = true
		e.v = p.labelled(tail, column, fresh)
	case strings.HasPrefix(tail, "(known after apply"): // a block that the provider computes: one that is written is shown
		e.v = tf.Value{State: tf.Unknown}
		p.i++
	case strings.HasPrefix(tail, "(sensitive"):
		e.v = tf.Value{State: tf.Known, Sensitive: true}
		p.i++
	default:
		p.bad = true
		p.i++
	}
	return e
}

// labelled reads a block, which in maps of blocks has a key before the braces.
func (p *parser) labelled(tail string, column int, fresh bool) tf.Value {
	label := ""
	if tail[0] == '"' {
		label = nameOf(tail)
		tail = strings.TrimLeft(strings.TrimPrefix(tail, label), " ")
	}
	if !strings.HasPrefix(tail, "{") {
		p.bad = true
		p.i++
		return tf.Value{}
	}
	v, _ := p.composite(tail, column, fresh)
	if label != "" {
		v = tf.Value{State: tf.Known, V: tf.Attrs{unquoted(label): v}}
	}
	return v
}

var remark = lazily(`^,?( # .*)?,?$`)

// sides reads "old -> new" or one value, and gives the side that is wanted.
func (p *parser) sides(s string, column int, fresh bool) tf.Value {
	old, rest := p.value(s, column, fresh)
	next, ok := strings.CutPrefix(rest, " -> ")
	if !ok {
		p.bad = p.bad || !remark().MatchString(rest)
		return old
	}
	p.i-- // the arrow stands on the line that ended the old value
	now, rest := p.value(next, column, fresh)
	p.bad = p.bad || !remark().MatchString(rest)
	if p.before {
		return old
	}
	return now
}

var number = lazily(`^-?\d+(\.\d+)?([eE][-+]?\d+)?`)

// value reads one value from the line at hand and those after it, and gives
// what follows it on its last line. It leaves the line behind it at hand.
func (p *parser) value(s string, column int, fresh bool) (tf.Value, string) {
	switch {
	case strings.HasPrefix(s, `"`):
		p.i++
		q := nameOf(s)
		text, err := strconv.Unquote(q)
		if err != nil {
			return hiddenValue, s[len(q):]
		}
		return tf.Value{State: tf.Known, V: text}, s[len(q):]
	case strings.HasPrefix(s, "["), strings.HasPrefix(s, "{"):
		return p.composite(s, column, fresh)
	case strings.HasPrefix(s, "("):
		p.i++
		return bracketed(s)
	case strings.HasPrefix(s, "<<"), strings.HasPrefix(s, "jsonencode("), strings.HasPrefix(s, "yamlencode("):
		return p.text(s, column)
	}
	p.i++
	if rest, ok := strings.CutPrefix(s, "null"); ok {
		return tf.Value{State: tf.Null}, rest
	}
	if rest, ok := strings.CutPrefix(s, "true"); ok {
		return tf.Value{State: tf.Known, V: true}, rest
	}
	if rest, ok := strings.CutPrefix(s, "false"); ok {
		return tf.Value{State: tf.Known, V: false}, rest
	}
	if n := number().FindString(s); n != "" {
		return tf.Value{State: tf.Known, V: json.Number(n)}, s[len(n):]
	}
	p.bad = true
	return hiddenValue, ""
}

// bracketed reads "(known after apply)" and its like.
func bracketed(s string) (tf.Value, string) {
	words, rest, _ := strings.Cut(s[1:], ")")
	if strings.HasPrefix(words, "sensitive") || strings.HasPrefix(words, "write-only") {
		return tf.Value{State: tf.Known, Sensitive: true}, rest
	}
	return hiddenValue, rest
}

// text passes over a heredoc or an encoded document. Their words are laid out
// for people: the text itself is not to be had from them.
func (p *parser) text(s string, column int) (tf.Value, string) {
	v := hiddenValue
	end := heredocEnd
	if s[0] != '<' {
		if end = ")"; strings.Contains(s, "()") || strings.HasSuffix(s, ")") {
			p.i++
			return v, ""
		}
	}
	for p.i++; p.i < len(p.lines); p.i++ {
		line := p.lines[p.i]
		if len(line) >= column && isBlank([]byte(line[:column])) {
			if rest, ok := strings.CutPrefix(line[column:], end); ok {
				p.i++
				return v, rest
			}
		}
	}
	p.bad = true
	return v, ""
}

// composite reads a list, a map or the inside of a block.
func (p *parser) composite(s string, column int, fresh bool) (tf.Value, string) {
	open, end := s[:1], "]"
	if open == "{" {
		end = "}"
	}
	rest := s[1:]
	if after, ok := strings.CutPrefix(rest, end); ok {
		p.i++
		return empty(open), after
	}
	p.i++
	if p.depth++; p.depth > maxDepth || !remark().MatchString(rest) {
		p.bad = true
		return tf.Value{}, ""
	}
	defer func() { p.depth-- }()
	c := contents{list: open == "["}
	for p.i < len(p.lines) && !p.bad {
		line := p.lines[p.i]
		if len(line) > column && isBlank([]byte(line[:column])) && line[column] != ' ' {
			p.i++
			if after, ok := strings.CutPrefix(line[column:], end); ok {
				return c.value(fresh), after
			}
			break
		}
		p.inside(&c, column+4, fresh)
	}
	p.bad = true
	return tf.Value{}, ""
}

func empty(open string) tf.Value {
	if open == "[" {
		return tf.Value{State: tf.Known, V: []tf.Value{}}
	}
	return tf.Value{State: tf.Known, V: tf.Attrs{}}
}

// inside reads one line, or one entry, of a composite.
func (p *parser) inside(c *contents, column int, fresh bool) {
	line := p.lines[p.i]
	if strings.TrimSpace(line) == "" {
		p.i++
		return
	}
	sign, rest, ok := cutSign(line, column)
	if !ok {
		p.bad = true
		return
	}
	if strings.HasPrefix(rest, "#") {
		c.hidden = c.hidden || isHidden(rest)
		c.secret = c.secret || strings.Contains(rest, "sensitive")
		p.i++
		return
	}
	if c.list {
		v := p.sides(rest, column, fresh || sign == "+" || sign == "-")
		if !p.gone(sign) {
			c.elements = append(c.elements, v)
		}
		return
	}
	c.add(p.entry(column, fresh))
}

// contents are what a composite holds.
type contents struct {
	list     bool
	elements []tf.Value
	attrs    tf.Attrs
	hidden   bool // something unchanged is not shown
	secret   bool
}

func (c *contents) add(e entry) { put(&c.attrs, e) }

// put enters an entry; blocks of one name make a list.
func put(to *tf.Attrs, e entry) {
	if !e.block {
		if !e.gone {
			set(to, e.name, e.v)
		}
		return
	}
	old := (*to)[e.name]
	have, _ := old.V.([]tf.Value)
	if have == nil {
		have = []tf.Value{}
	}
	if old.State == tf.Unknown {
		have = append(have, old)
	}
	if !e.gone {
		have = append(have, e.v)
	}
	set(to, e.name, tf.Value{State: tf.Known, V: have})
}

// value closes a composite. One of which a part is hidden is a list of what is
// shown and of something unknown, so that no path into it finds it all known.
func (c *contents) value(fresh bool) tf.Value {
	v := tf.Value{State: tf.Known, V: c.elements}
	switch {
	case c.secret && len(c.elements) == 0 && len(c.attrs) == 0:
		return tf.Value{State: tf.Known, Sensitive: true}
	case c.list && c.elements == nil:
		v.V = []tf.Value{}
	case !c.list && c.attrs == nil:
		v.V = tf.Attrs{}
	case !c.list:
		v.V = c.attrs
	}
	if !c.hidden || fresh {
		return v
	}
	unknown := hiddenValue
	if c.list {
		return tf.Value{State: tf.Known, V: append(c.elements, unknown)}
	}
	return tf.Value{State: tf.Known, V: []tf.Value{v, unknown}}
}

// nameOf is the word or the quoted string at the start of a text.
func nameOf(s string) string {
	if s == "" || s[0] != '"' {
		word, _, _ := strings.Cut(s, " ")
		return word
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return s[:i+1]
		}
	}
	return s
}

func unquoted(s string) string {
	if text, err := strconv.Unquote(s); err == nil && s[0] == '"' {
		return text
	}
	return s
}
