package flow

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// A Step says how data comes from one resource of an input to the next.
type Step uint8

// The steps, the closest first.
const (
	CopyOf Step = iota // the second is made from the first
	Copied             // the first keeps a replica in the second
	Saved              // the first is backed up into the second
	PartOf             // the second is a part of the first
	Logged             // the first logs to the second
)

// Carries reports whether the second resource holds what the first one does.
func (s Step) Carries() bool { return s != Logged }

// An arc is a step between two resources, by their places in the input.
type arc struct {
	from, to int32
	step     Step
}

// A Graph holds where the data of each resource of one input comes from. It is
// as small as can be: twelve bytes a step.
type Graph struct {
	cfg  *tf.Config
	arcs []arc // by the second resource, then the closest step, then the first
}

// Graph gathers the steps between the resources of an input.
func (t *Tracer) Graph(cfg *tf.Config) *Graph {
	b := builder{Tracer: t, g: &Graph{cfg: cfg}}
	for i, r := range cfg.Resources {
		if r.Mode == tf.Managed && r.Action.Remains() && r.Deposed() == "" {
			b.resource(int32(i), r)
		}
	}
	slices.SortFunc(b.g.arcs, func(a, b arc) int {
		return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.step, b.step), cmp.Compare(a.from, b.from))
	})
	b.g.arcs = slices.Clip(slices.Compact(b.g.arcs))
	return b.g
}

// A Source is a resource that data comes from, and how it comes.
type Source struct {
	From *tf.Resource
	Step Step
}

// Sources gives where the data of a resource comes from, the closest first.
func (g *Graph) Sources(r *tf.Resource) []Source {
	at, ok := slices.BinarySearchFunc(g.cfg.Resources, r, order)
	for ok && at < len(g.cfg.Resources) && g.cfg.Resources[at] != r {
		at++ // a deposed object has the address of the one that replaced it
	}
	if !ok || at == len(g.cfg.Resources) {
		return nil
	}
	i, _ := slices.BinarySearchFunc(g.arcs, int32(at), func(a arc, to int32) int { return cmp.Compare(a.to, to) })
	var out []Source
	for ; i < len(g.arcs) && g.arcs[i].to == int32(at); i++ {
		out = append(out, Source{g.cfg.Resources[g.arcs[i].from], g.arcs[i].step})
	}
	return out
}

func order(a, b *tf.Resource) int { return a.Compare(b.Addr) }

// A builder makes a graph.
type builder struct {
	*Tracer
	g *Graph
}

func (b *builder) resource(at int32, r *tf.Resource) {
	typ := b.p.TypeOf(r)
	if typ == nil {
		return
	}
	var wholes []int32
	for parent := range strings.SplitSeq(typ.Parent, ",") {
		wholes = b.ends(wholes, r, parent)
	}
	for _, w := range wholes {
		b.g.arcs = append(b.g.arcs, arc{w, at, PartOf})
	}
	for _, l := range typ.Links {
		for _, end := range b.ends(nil, r, l.Path) {
			b.link(at, end, l, typ, wholes)
		}
	}
}

// link adds the steps that a link makes. What selects for others what is to be
// saved, and holds nothing itself, feeds what it is a part of.
func (b *builder) link(at, end int32, l catalog.Link, typ *catalog.Type, wholes []int32) {
	switch {
	case l.Kind == "at":
		b.g.arcs = append(b.g.arcs, arc{end, at, PartOf})
	case l.Kind == "from":
		b.g.arcs = append(b.g.arcs, arc{end, at, CopyOf})
		for _, w := range wholes {
			if typ.Holds == catalog.Nothing && w != end {
				b.g.arcs = append(b.g.arcs, arc{end, w, Saved})
			}
		}
	case l.Kind == Logs:
		b.g.arcs = append(b.g.arcs, arc{at, end, Logged})
	case place.Copies(l.Kind):
		step := Copied
		if strings.HasSuffix(l.Kind, "backs-up") {
			step = Saved
		}
		b.g.arcs = append(b.g.arcs, arc{at, end, step})
	}
}

// ends adds the resources of the input that an argument names, by reference or
// by name.
func (b *builder) ends(out []int32, r *tf.Resource, path string) []int32 {
	if path == "" {
		return out
	}
	found := false
	for v := range place.Written(r, path) {
		if len(v.Refs) == 0 {
			continue
		}
		for _, to := range b.g.cfg.Follow(r, v.Refs) {
			out, found = b.at(out, to), true
		}
	}
	if found {
		return out
	}
	for v := range place.Planned(r, path) {
		if text, ok := word(v); ok {
			if to := b.p.Called(b.g.cfg, r, path, text); to != nil {
				out = b.at(out, to)
			}
		}
	}
	return out
}

func (b *builder) at(out []int32, r *tf.Resource) []int32 {
	i, ok := slices.BinarySearchFunc(b.g.cfg.Resources, r, order)
	if !ok || slices.Contains(out, int32(i)) {
		return out
	}
	return append(out, int32(i))
}
