package classify

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint/tf"
)

//go:embed labels.tsv
var labelFile string

// A vocabulary is the label keys and values that classify unless the user
// says otherwise.
type vocabulary struct {
	keys    []string
	known   map[string]bool   // the keys, squashed
	raising map[string]bool   // those that say one thing of many: "no" there does not make the rest public
	values  map[string]string // by squashed value
}

var builtin = sync.OnceValue(func() vocabulary {
	out := vocabulary{known: map[string]bool{}, raising: map[string]bool{}, values: map[string]string{}}
	for line := range strings.Lines(labelFile) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch {
		case f[0] == "key" && len(f) == 2:
			out.keys = append(out.keys, f[1])
			out.known[squash(f[1])] = true
		case f[0] == "raise" && len(f) == 2:
			out.keys = append(out.keys, f[1])
			out.known[squash(f[1])], out.raising[squash(f[1])] = true, true
		case f[0] == "value" && len(f) == 3:
			out.values[squash(f[1])] = f[2]
		}
	}
	return out
})

// A label is one label of a resource.
type label struct {
	key, value string
	at         *tf.Range
}

//go:embed untagged.txt
var untaggedFile string

// untagged are the types known to take no labels.
var untagged = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(untaggedFile) {
		out[strings.TrimSpace(line)] = true
	}
	return out
})

// labels gives a resource's known labels, in order of attribute and key, and then
// those that its provider gives to all it makes and the resource does not have,
// unless its type takes none.
// Lists of words such as "class:personal" are read as pairs.
func labels(res *tf.Resource) []label {
	var out []label
	for _, name := range Attributes() {
		v, ok := res.Body.Planned[name]
		if !ok {
			v = res.Body.Written[name]
		}
		if v.State == tf.Known && !v.Sensitive {
			out = append(out, pairs(v)...)
		}
	}
	own := len(out)
	given := defaults(res.Provider)
	if len(given) == 0 || untagged()[res.Type] {
		return out
	}
	for _, l := range given {
		if !slices.ContainsFunc(out[:own], func(o label) bool { return o.key == l.key }) {
			out = append(out, l)
		}
	}
	return out
}

// Labels reports whether a provider block labels what it makes.
func Labels(p *tf.Provider) bool {
	return p != nil && slices.ContainsFunc(Defaults(), func(name string) bool { _, ok := p.Written[name]; return ok })
}

// defaults are the labels of a provider block.
func defaults(p *tf.Provider) []label {
	if p == nil || len(p.Written) == 0 {
		return nil
	}
	var out []label
	for _, path := range []string{"default_tags[].tags", "default_labels"} {
		for v := range p.Written.Each(path) {
			if v.State == tf.Known && !v.Sensitive {
				out = append(out, pairs(v)...)
			}
		}
	}
	return out
}

// Keys lists the label keys that classify by themselves, in the order in which
// they are tried.
func Keys() []string { return slices.Clone(builtin().keys) }

// A Tagged is one label of a resource that classifies by itself.
type Tagged struct {
	Key   string // as the vocabulary has it, whatever owner or case it was written with
	Value string
	Class string // "" for a value that is not known
	Mild  bool   // the key can only make a class stricter, and this value does not
}

// Found are the labels of a resource that classify before a user declares any,
// in order.
func Found(res *tf.Resource) []Tagged {
	var out []Tagged
	for _, l := range labels(res) {
		if !names(l.key, builtin().known) {
			continue
		}
		i := slices.IndexFunc(builtin().keys, func(k string) bool { return sameKey(k, l.key) })
		key, class := builtin().keys[i], builtin().values[squash(l.value)]
		mild := class != "" && builtin().raising[squash(key)] && Stricter(Personal, class)
		out = append(out, Tagged{Key: key, Value: l.value, Class: class, Mild: mild})
	}
	return out
}

func pairs(v tf.Value) []label {
	var out []label
	switch x := v.V.(type) {
	case tf.Attrs:
		for k, e := range x {
			if s, ok := e.Str(); ok && !e.Sensitive {
				out = append(out, label{key: k, value: s, at: v.At})
			}
		}
		slices.SortFunc(out, func(a, b label) int { return strings.Compare(a.key, b.key) })
	case []tf.Value:
		for _, e := range x {
			if s, ok := e.Str(); ok && !e.Sensitive {
				out = append(out, word(s, v.At)...)
			}
		}
	}
	return out
}

// word reads "key=value" and "key:value"; the last separator counts, so that
// "owner:class=x" has the key "owner:class".
func word(s string, at *tf.Range) []label {
	key, value, ok := cutWord(s)
	if !ok {
		return nil
	}
	return []label{{key: key, value: value, at: at}}
}

func cutWord(s string) (key, value string, ok bool) {
	i := strings.LastIndexAny(s, "=:")
	if i <= 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}
