package hcleval

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A block is a block at the top level of a source file. Most of what people
// write there nobody asks for, and parsing is what evaluation spends its time
// on: members of a block are parsed when they are asked for.
type block struct {
	typ    string
	labels []string
	header hcl.Range

	whole *hclsyntax.Body // a block that was parsed; nil for one that was skimmed
	items []item          // the members of one that was skimmed
	src   *source
	over  *block // of an override file, laid over this one; nil for none
}

// An item is a member of a block, found without parsing.
type item struct {
	name       string // of an argument, or the type of a nested block
	block      bool
	start, end int32 // bytes
	line       int32 // of start, from 1

	read   bool                 // it was asked for
	attr   *hclsyntax.Attribute // what it came to; nil for none
	nested []*hclsyntax.Block
}

// DefRange is the block's header.
func (b *block) DefRange() hcl.Range { return b.header }

// attr is an argument of the block; nil when it is not written. JSON writes nested
// blocks as arguments: blocks of an override replace one, too.
func (b *block) attr(name string) *hclsyntax.Attribute {
	if b.over != nil {
		if a := b.over.attr(name); a != nil || b.over.has(name) {
			return a
		}
	}
	if b.whole != nil {
		return b.whole.Attributes[name]
	}
	for i := range b.items {
		if it := &b.items[i]; it.name == name && !it.block {
			return b.src.parsed(it).attr
		}
	}
	return nil
}

// names are the names of the block's arguments, sorted.
func (b *block) names() []string {
	var out []string
	if b.over != nil {
		out = b.over.names()
	}
	if b.whole != nil {
		out = append(out, slices.Collect(maps.Keys(b.whole.Attributes))...)
	}
	for _, it := range b.items {
		if !it.block {
			out = append(out, it.name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// An excerpt is what is wanted of a body.
type excerpt struct {
	args   []*hclsyntax.Attribute // sorted by name
	blocks []*hclsyntax.Block
}

func byName(a, b *hclsyntax.Attribute) int { return strings.Compare(a.Name, b.Name) }

// excerptOf is the whole of a body.
func excerptOf(b *hclsyntax.Body) excerpt {
	out := excerpt{args: make([]*hclsyntax.Attribute, 0, len(b.Attributes)), blocks: b.Blocks}
	for _, a := range b.Attributes {
		out.args = append(out.args, a)
	}
	slices.SortFunc(out.args, byName)
	return out
}

// only is what is wanted of an excerpt.
func (p excerpt) only(want func(string) bool) excerpt {
	p.args = slices.DeleteFunc(p.args, func(a *hclsyntax.Attribute) bool { return !want(a.Name) })
	p.blocks = slices.DeleteFunc(slices.Clone(p.blocks), func(n *hclsyntax.Block) bool { return !want(nestedType(n)) })
	return p
}

// part is what is wanted of the block's body. Nested blocks of an override
// replace all of their type, and so does an argument, as JSON writes them.
func (b *block) part(want func(string) bool) (out excerpt) {
	if b.whole == nil && b.over == nil {
		for i := range b.items {
			if it := &b.items[i]; !it.block && want(it.name) {
				if a := b.src.parsed(it).attr; a != nil {
					out.args = append(out.args, a)
				}
			}
		}
		slices.SortFunc(out.args, byName)
	} else {
		for _, name := range b.names() {
			if want(name) {
				if a := b.attr(name); a != nil {
					out.args = append(out.args, a)
				}
			}
		}
	}
	out.blocks = b.blocks(want)
	return out
}

func (b *block) blocks(want func(string) bool) (out []*hclsyntax.Block) {
	if b.over != nil {
		out = b.over.blocks(want)
	}
	above := len(out)
	keep := func(n *hclsyntax.Block) {
		typ := nestedType(n)
		if want(typ) && (b.over == nil || b.over.attr(typ) == nil) && !slices.ContainsFunc(out[:above], func(o *hclsyntax.Block) bool { return nestedType(o) == typ }) {
			out = append(out, n)
		}
	}
	if b.whole != nil {
		for _, n := range b.whole.Blocks {
			keep(n)
		}
	}
	for i := range b.items {
		if it := &b.items[i]; it.block && want(it.name) {
			for _, n := range b.src.parsed(it).nested {
				keep(n)
			}
		}
	}
	return out
}

// mentions reports whether a word stands anywhere in the block's members.
func (b *block) mentions(word string) bool {
	return b.whole != nil || slices.ContainsFunc(b.items, func(it item) bool {
		return bytes.Contains(b.src.src[it.start:it.end], []byte(word))
	}) || b.over != nil && b.over.mentions(word)
}

// has reports whether the block has a nested block of a type.
func (b *block) has(typ string) bool {
	if b.whole != nil && slices.ContainsFunc(b.whole.Blocks, func(n *hclsyntax.Block) bool { return nestedType(n) == typ }) {
		return true
	}
	return slices.ContainsFunc(b.items, func(it item) bool { return it.block && it.name == typ }) || b.over != nil && b.over.has(typ)
}

// nestedType is the type of the blocks that a nested block stands for.
func nestedType(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}

// parsedBlock is a block of a file that was parsed as a whole, or a nested one.
func parsedBlock(s *source, b *hclsyntax.Block) *block {
	return &block{typ: b.Type, labels: b.Labels, header: b.DefRange(), whole: b.Body, src: s}
}

// count is how many nested blocks of a type are written, as blocks or as JSON
// writes them: an object, or a list of such, with a member for each.
func (b *block) count(typ string) (n int) {
	if !b.has(typ) && b.attr(typ) == nil {
		return 0
	}
	n = len(b.blocks(func(name string) bool { return name == typ }))
	if a := b.attr(typ); a != nil {
		n += members(a.Expr)
	}
	return n
}

func members(x hclsyntax.Expression) (n int) {
	switch x := unwrap(x).(type) {
	case *hclsyntax.ObjectConsExpr:
		return len(x.Items)
	case *hclsyntax.TupleConsExpr:
		for _, e := range x.Exprs {
			n += members(e)
		}
	}
	return n
}
