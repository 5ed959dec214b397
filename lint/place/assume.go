package place

import (
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
}

// Assumptions tells what came of every assumption so far, by key.
func (p *Placer) Assumptions() []Assumption {
	var out []Assumption
	for _, key := range slices.Sorted(maps.Keys(p.o.Assume)) {
		a := Assumption{Key: key, Value: p.o.Assume[key]}
		if seen := p.assumptions[key]; seen != nil {
			a.Used, a.Written = seen.Used, seen.Written
		}
		out = append(out, a)
	}
	return out
}

// assumed is what the caller says that the environment supplies for an argument
// of the provider block. What is written, or what the plan says of the variable
// it is written with, wins.
func (t *task) assumed(path string) (string, bool) {
	if len(t.o.Assume) == 0 {
		return "", false
	}
	for _, name := range []string{localName(t.r), tail(t.r.Provider.Source)} {
		key := name + "." + clean(path)
		text, ok := t.o.Assume[key]
		if !ok {
			continue
		}
		seen := t.assumptions[key]
		if seen == nil {
			seen = &Assumption{}
			t.assumptions[key] = seen
		}
		for _, v := range t.r.Provider.Written.At(path) {
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
