package hcleval

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/tf"
)

// idle is what the root's variables, or files that are not there, switch off:
// elsewhere it may be there.
type idle struct {
	blocks int // resource blocks
	names  map[string]bool
	at     *tf.Range // the first
}

// rests notes a block without an instance, if a variable of the root or a file
// decides that. It stands for so many resource blocks.
func (s *scope) rests(b *block, r *repetitions, blocks func() int) {
	if !r.known || len(r.frames) > 0 {
		return
	}
	names := map[string]bool{}
	for _, x := range repeaters(b) {
		s.deciders(x, names, 0)
	}
	if len(names) == 0 {
		return
	}
	off := &s.e.idle
	if off.blocks += blocks(); off.at == nil {
		off.at = s.blockAt(b)
	}
	if off.names == nil {
		off.names = names
	}
	maps.Copy(off.names, names)
}

// repeaters are the expressions that say how often a block stands.
func repeaters(b *block) (out []hclsyntax.Expression) {
	for _, name := range []string{"count", "for_each"} {
		if a := b.attr(name); a != nil {
			out = append(out, a.Expr)
		}
	}
	if b.has("lifecycle") && b.mentions("enabled") {
		for _, n := range b.blocks(func(typ string) bool { return typ == "lifecycle" }) {
			if a := n.Body.Attributes["enabled"]; a != nil {
				out = append(out, a.Expr)
			}
		}
	}
	return out
}

// deciders are the root's variables that an expression rests on.
func (s *scope) deciders(x hclsyntax.Expression, names map[string]bool, depth int) {
	if depth > maxDepth {
		return
	}
	p := s.f.prep(x)
	for _, f := range p.funcs {
		if _, reads := s.reading(f); reads {
			names[f+"()"] = true // another machine may have the file
		}
	}
	for _, t := range p.refs {
		name, _ := attrAt(t, 1)
		switch t.RootName() {
		case "local":
			if l := s.f.local(name); l != nil {
				s.deciders(l, names, depth+1)
			}
		case "var":
			if s.parent == nil {
				names[name] = true
			} else if a := s.call.attr(name); a != nil {
				s.parent.deciders(a.Expr, names, depth+1)
			}
		}
	}
}

// blocksBelow counts the resource blocks of a folder and of the local modules it
// calls.
func (e *evaluator) blocksBelow(f *folder, seen map[string]bool) (n int) {
	if seen[f.dir] {
		return 0
	}
	seen[f.dir] = true
	for addr := range f.resources {
		if !strings.HasPrefix(addr, "data.") {
			n++
		}
	}
	for _, name := range slices.Sorted(maps.Keys(f.calls)) {
		if dir, ok := localCall(f.dir, f.calls[name]); ok {
			if down, err := e.folder(dir); err == nil {
				n += e.blocksBelow(down, seen)
			}
		}
	}
	return n
}

// tellIdle says what the root's variables switch off.
func (e *evaluator) tellIdle() {
	if e.idle.blocks == 0 {
		return
	}
	names := slices.Sorted(maps.Keys(e.idle.names))
	list := strings.Join(names[:min(len(names), 5)], ", ")
	if len(names) > 5 {
		list += " " + e.o.Lang.Say("and %d more", len(names)-5)
	}
	e.gap(e.o.Lang.Count(e.idle.blocks, "%d resource block is switched off by variables or files as they stand (%s) and was not judged; --var shows what other values bring",
		"%d resource blocks are switched off by variables or files as they stand (%s) and were not judged; --var shows what other values bring", list), e.idle.at)
}
