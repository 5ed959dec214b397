// Package classify says what class of data a resource holds. Code never tells
// it for certain: what the user declares decides, by label or by address, and
// what nobody declared takes the default, marked as assumed.
package classify

import (
	"slices"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// The classes a resource's data can have, mildest first.
const (
	Public     = "public"
	Internal   = "internal"
	Personal   = "personal"
	Business   = "business"
	Official   = "official"
	Health     = "health"
	Sensitive  = "sensitive"
	Restricted = "restricted"
)

// Classes lists the classes, mildest first.
func Classes() []string {
	return []string{Public, Internal, Personal, Business, Official, Health, Sensitive, Restricted}
}

// Known reports whether name is a class.
func Known(name string) bool { return slices.Contains(Classes(), name) }

// Rules are what a user declares about the classes of data. The zero Rules
// declare nothing: every class is then sensitive and assumed.
type Rules struct {
	Lang    speech.Lang // of the reasons; "" for English
	Default string      // class of what nothing else classifies; "" for not declared
	Labels  []Label
	Matches []Match // first match wins
	// Services holds classes by the catalog's service category, "database".
	Services map[string]string
}

// A Label is a label or tag key whose value classifies.
type Label struct {
	Key    string
	Values map[string]string // label value -> class; empty: the built-in values
}

// A Match classifies the resources whose address matches a pattern: "*" stands
// for part of one step, "**" for any number of steps.
type Match struct {
	Pattern string
	Class   string
}

// A Class is the class of a resource's data and how it is known.
type Class struct {
	Name    string
	Assumed bool   // nobody declared it
	Default bool   // nothing said of the resource itself classifies it
	Matched bool   // its address is declared
	By      string // what declares it: "the pattern module.a.**", "labels", "the declared default"; "" for nothing
	Why     evidence.Trail
}

// Attributes are the attributes that may hold labels; a reader that is to
// classify by label must be asked for them.
func Attributes() []string {
	return []string{"tags", "labels", "tags_all", "effective_labels"}
}

// Defaults are the arguments of a provider block that hold the labels of all it
// makes.
func Defaults() []string { return []string{"default_tags", "default_labels"} }

// Asks reports whether a label, given by its key or as a whole word such as
// "class:personal", can have a say in a class.
func (r Rules) Asks(word string) bool {
	if _, ok := r.values(word); ok {
		return true
	}
	key, _, ok := cutWord(word)
	if ok {
		_, ok = r.values(key)
	}
	return ok
}

// Class says what class of data res holds: by declared address first, then by
// label, then by its service category ("" when not known), then by default.
func (r Rules) Class(res *tf.Resource, service string) Class {
	for _, m := range r.Matches {
		if Covers(m.Pattern, res.Addr) {
			return Class{Name: m.Class, Matched: true, By: r.Lang.Say("the pattern %s", m.Pattern), Why: trail(r.Lang.Say("class %s: declared for %s", m.Class, m.Pattern), nil)}
		}
	}
	if c, ok := r.byLabel(res); ok {
		return c
	}
	if class := r.Services[service]; class != "" {
		return Class{Name: class, By: r.Lang.Say("the service %s", service), Why: trail(r.Lang.Say("class %s: declared for the service %s", class, service), nil)}
	}
	if r.Default != "" {
		return Class{Name: r.Default, Default: true, By: r.Lang.Word("the declared default"), Why: trail(r.Lang.Say("class %s: the declared default", r.Default), nil)}
	}
	return Class{Name: Sensitive, Assumed: true, Default: true, Why: assumed(r.Lang)}
}

// byLabel takes the strictest class that the labels name.
func (r Rules) byLabel(res *tf.Resource) (Class, bool) {
	var best Class
	for _, l := range labels(res) {
		values, ok := r.values(l.key)
		if !ok {
			continue
		}
		claim := ""
		class, ok := values[squash(l.value)]
		switch {
		case !ok:
			class, claim = Sensitive, r.Lang.Say("label %s has a value whose class is not declared, and counts as sensitive", l.key)
		case r.raises(l.key) && rank(class) < rank("personal"):
			continue
		default:
			claim = r.Lang.Say("class %s: label %s = %q", class, l.key, l.value)
		}
		if best.Name == "" || rank(class) > rank(best.Name) {
			best = Class{Name: class, By: r.Lang.Word("labels"), Why: trail(claim, l.at)}
		}
	}
	return best, best.Name != ""
}

// Stricter reports whether a class is stricter than another.
func Stricter(a, b string) bool { return rank(a) > rank(b) }

// rank orders the classes from the most open.
func rank(class string) int { return slices.Index(Classes(), class) }

// raises reports whether a key can only make a class stricter, unless the user
// gives it values of his own.
func (r Rules) raises(key string) bool {
	if slices.ContainsFunc(r.Labels, func(l Label) bool { return sameKey(l.Key, key) && len(l.Values) > 0 }) {
		return false
	}
	return names(key, builtin().raising)
}

// values gives the classes by squashed value for a label key, and whether the
// key classifies at all.
func (r Rules) values(key string) (map[string]string, bool) {
	for _, l := range r.Labels {
		if !sameKey(l.Key, key) {
			continue
		}
		if len(l.Values) == 0 {
			return builtin().values, true
		}
		out := map[string]string{}
		for v, c := range l.Values {
			out[squash(v)] = c
		}
		return out, true
	}
	if names(key, builtin().known) {
		return builtin().values, true
	}
	return nil, false
}

// assumed is the reason behind every class that nobody declared.
func assumed(l speech.Lang) evidence.Trail {
	if l == speech.French {
		return assumedTwin()
	}
	return assumedWhy
}

var (
	assumedWhy  = trail(nobody, nil)
	assumedTwin = sync.OnceValue(func() evidence.Trail { return trail(speech.French.Word(nobody), nil) })
)

const nobody = "class sensitive: nobody declared one, so the strict reading holds"

func trail(claim string, at *tf.Range) evidence.Trail {
	return evidence.Trail{{Claim: claim, At: at}}
}

// sameKey compares label keys without case, separators and an owner's prefix.
func sameKey(want, key string) bool { return names(key, map[string]bool{squash(want): true}) }

// names reports whether a label key, with or without an owner's prefix, is one
// of some squashed ones.
func names(key string, squashed map[string]bool) bool {
	if squashed[squash(key)] {
		return true
	}
	for i, c := range key {
		if strings.ContainsRune(separators, c) && squashed[squash(key[i:])] {
			return true
		}
	}
	return false
}

const separators = "-_ .:/"

func squash(s string) string {
	if !strings.ContainsFunc(s, func(c rune) bool { return c < 'a' || c > 'z' }) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune(separators, c) {
			return -1
		}
		return c
	}, strings.ToLower(s))
}
