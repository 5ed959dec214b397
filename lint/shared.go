package lint

import (
	"bytes"
	"hash/maphash"
	"strconv"

	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// An interner keeps one copy of equal values: a thousand resources of one
// provider instance are where they are for the same reasons. key writes
// everything that tells values apart.
type interner[T any] struct {
	key        func(b []byte, v *T) []byte
	seed       maphash.Seed
	seen       map[uint64][]*T
	buf, other []byte
}

func newInterner[T any](key func([]byte, *T) []byte) *interner[T] {
	return &interner[T]{key: key, seed: maphash.MakeSeed(), seen: map[uint64][]*T{}}
}

// one gives the kept copy of v; a value not seen yet is copied by keep.
func (in *interner[T]) one(v *T, keep func(T) *T) *T {
	in.buf = in.key(in.buf[:0], v)
	h := maphash.Bytes(in.seed, in.buf)
	for _, old := range in.seen[h] {
		in.other = in.key(in.other[:0], old)
		if bytes.Equal(in.buf, in.other) {
			return old
		}
	}
	kept := keep(*v)
	in.seen[h] = append(in.seen[h], kept)
	return kept
}

// field writes a text so that two texts cannot run into each other.
func field(b []byte, s string) []byte {
	b = strconv.AppendInt(b, int64(len(s)), 36)
	return append(append(b, ':'), s...)
}

func fields(b []byte, all ...string) []byte {
	for _, s := range all {
		b = field(b, s)
	}
	return append(b, ';')
}

func whyKey(b []byte, all []Why) []byte {
	for _, w := range all {
		b = rangeKey(field(b, w.Claim), w.At)
		if s := w.Source; s != nil {
			b = fields(b, s.Name, s.URL, s.AsOf, s.Confidence, s.Overlay)
		}
	}
	return append(b, '.')
}

func rangeKey(b []byte, at *tf.Range) []byte {
	if at == nil {
		return append(b, '-')
	}
	b = field(b, at.File)
	for _, n := range [...]int{at.Line, at.Column, at.EndLine, at.EndColumn} {
		b = append(strconv.AppendInt(b, int64(n), 36), ',')
	}
	return b
}

func beliefKey(b []byte, r *Belief) []byte {
	b = fields(b, r.Type, r.Mode, r.Action, r.Provider.Source, r.Provider.Alias, r.Vendor, r.Holds, r.Service, r.Class.Name, r.Verdict, r.Input)
	b = strconv.AppendBool(b, r.Class.Assumed)
	for _, s := range r.Sites {
		b = fields(b, s.Role, s.Region, s.Lands(), s.Operator, s.Offer, s.Certainty, s.Verdict)
	}
	for _, q := range r.Questions {
		b = fields(append(b, '?'), q.What, q.Settle)
	}
	return whyKey(b, r.Why)
}

func causeKey(b []byte, c *Cause) []byte {
	b = fields(b, c.Rule, c.Level, c.Message, c.Hint, c.Vendor, c.Region, c.Input)
	b = strconv.AppendBool(b, c.Assumed)
	return whyKey(fields(fields(b, c.Cites...), c.Instead...), c.Why)
}

// whys writes a trail as the report has it; equal steps share their sources.
func (p *Pass) reasons(out []Why, trail evidence.Trail) []Why {
	for i := range trail {
		step := &trail[i]
		w := Why{Claim: step.Claim, At: step.At}
		if o := step.Source.Overlay; o != "" {
			w.Claim += " (laid over the catalog by " + o + ")"
		}
		w.Claim = p.once(w.Claim)
		if step.Source.Name != "" {
			w.Source = p.factOf(step.Source)
		}
		out = append(out, w)
	}
	return out
}

// factOf gives one copy of equal sources: one that pointed into a trail would
// hold all of it.
func (p *Pass) factOf(s Source) *Source {
	one := p.facts[s]
	if one == nil {
		kept := s // the parameter itself would be moved to the heap at every call
		one = &kept
		if p.facts == nil {
			p.facts = map[Source]*Source{}
		}
		p.facts[s] = one
	}
	return one
}

// once gives one copy of equal texts, of as many as are remembered.
func (p *Pass) once(text string) string {
	one, ok := p.texts[text]
	if ok {
		return one
	}
	if len(p.texts) >= maxTexts || p.texts == nil {
		p.texts = map[string]string{}
	}
	p.texts[text] = text
	return text
}
