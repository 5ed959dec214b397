package place

import (
	"iter"
	"maps"
	"slices"

	"github.com/sovlint/sovlint/lint/tf"
)

// An Assumption is what came of one thing that the caller says the environment
// will supply.
type Assumption struct {
	Key, Value string // "aws.region", "eu-west-3"
	Used       bool   // something rests on it
	// Written names the argument that the configuration writes otherwise, which
	// counts; "" for none.
	Written string
	// Against is a resource that names a zone of another region, which counts, with
	// what it writes; "" for none.
	Against string
}

// Assumptions tells what came of every assumption so far, by key.
func (p *Placer) Assumptions() []Assumption {
	var out []Assumption
	for _, key := range slices.Sorted(maps.Keys(p.o.Assume)) {
		a := Assumption{Key: key, Value: p.o.Assume[key]}
		if seen := p.assumptions[key]; seen != nil {
			a.Used, a.Written, a.Against = seen.Used, seen.Written, seen.Against
		}
		out = append(out, a)
	}
	return out
}

// assumed is what the caller says that the environment supplies for an argument
// of the provider block. What is written, or what the plan says of the variable
// it is written with, wins.
func (t *task) assumed(path string) (string, bool) {
	for key, text := range t.assumptionsOf(path) {
		seen := t.assumptions[key]
		if seen == nil {
			seen = &Assumption{}
			t.assumptions[key] = seen
		}
		for v := range t.r.Provider.Written.Each(path) {
			if written, known, _ := t.providerText(v); known && v.State != tf.Null && written != text {
				seen.Written = clean(path)
				return "", false
			}
		}
		seen.Used = true
		return text, true
	}
	return "", false
}

// assumptionsOf gives what the caller says of an argument: of the instance, then
// of the provider.
func (t *task) assumptionsOf(path string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if len(t.o.Assume) == 0 {
			return
		}
		for _, name := range []string{localName(t.r), tail(t.r.Provider.Source)} {
			key := name + "." + clean(path)
			if text, ok := t.o.Assume[key]; ok && !yield(key, text) {
				return
			}
		}
	}
}

// refuted reports whether a region is only assumed, and notes the argument of the
// resource that names a place in another one: what is written counts.
func (t *task) refuted(code, claim string) bool {
	for _, path := range t.regionArgs() {
		if text, ok := t.assumed(path); !ok || text != code {
			continue
		}
		for key := range t.assumptionsOf(path) {
			if seen := t.assumptions[key]; seen != nil && seen.Against == "" {
				seen.Against = t.r.String() + ": " + claim
			}
			break
		}
		return true
	}
	return false
}
