package load

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// flat decodes the wanted attributes of a flat map, as states before Terraform
// 0.12 have them: "tags.%" counts a map, "disk.#" a list, "disk.0.size" is in it.
func (d *document) flat(r *tf.Resource, raw []byte) tf.Attrs {
	own := ""
	defer func() { r.Called = tf.CalledBy(own, d.namesIn(r, raw, nil)) }()
	names, all := d.wanted(r.Provider.Source, r.Type)
	if len(names) == 0 && !all {
		return nil
	}
	var out tf.Attrs
	roots := map[string]leaves{}
	key := []byte("flat\x00")
	self := d.self(r.Provider.Source)
	members(raw, func(k, v []byte) {
		root, rest, _ := strings.Cut(string(k), ".")
		if self != "" && root == self {
			own = text(v)
			return
		}
		if !all && !has(names, []byte(root)) {
			return
		}
		key = append(strconv.AppendQuote(key, string(k)), v...)
		roots[root] = append(roots[root], leaf{rest, v})
	})
	if a, ok := d.copyOf(key); ok {
		return a
	}
	for root, ls := range roots {
		set(&out, root, ls.value(0))
	}
	out = d.equal(out)
	d.share(key, out)
	return out
}

// A leaf is one entry of a flat map, its path without what stands above.
type leaf struct {
	path string
	raw  []byte
}

type leaves []leaf

// value builds what a flat map spells out.
func (ls leaves) value(depth int) tf.Value {
	if depth > maxDepth {
		return tf.Value{State: tf.Unknown}
	}
	parts := map[string]leaves{}
	var order []string
	kind, keyed := byte(0), isMap(ls)
	for _, l := range ls {
		head, rest, _ := strings.Cut(l.path, ".")
		switch head {
		case "":
			return scalarOf(l.raw)
		case "#", "%":
			kind = head[0]
			continue
		}
		if keyed { // keys of maps may hold dots
			head, rest = l.path, ""
		}
		if _, ok := parts[head]; !ok {
			order = append(order, head)
		}
		parts[head] = append(parts[head], leaf{rest, l.raw})
	}
	if kind == '#' {
		list := []tf.Value{}
		slices.SortFunc(order, byNumber)
		for _, k := range order {
			list = append(list, parts[k].value(depth+1))
		}
		return tf.Value{State: tf.Known, V: list}
	}
	object := tf.Attrs{}
	for _, k := range order {
		object[k] = parts[k].value(depth + 1)
	}
	return tf.Value{State: tf.Known, V: object}
}

func isMap(ls leaves) bool {
	return slices.ContainsFunc(ls, func(l leaf) bool { return l.path == "%" })
}

func scalarOf(raw []byte) tf.Value {
	v := value(raw, nil, nil)
	if s, ok := v.Str(); ok && s == unknownFlat {
		return tf.Value{State: tf.Unknown}
	}
	return v
}

// unknownFlat stands for an unknown value in a flat map, by the SDK of that time.
const unknownFlat = "74D93920-ED26-11E3-AC10-0800200C9A66"

// byNumber orders the indexes of a list, and the hashes of a set, as numbers.
func byNumber(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}
