package load

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// eachOf gives the expressions of a block that is repeated over resources: what
// mentions each.value mentions what the block is repeated over. Blocks share their
// expressions, so what changes is copied.
func eachOf(written tf.Attrs, over []string) tf.Attrs {
	var out tf.Attrs
	for name, v := range written {
		r, changed := eachIn(v, over)
		if !changed {
			continue
		}
		if out == nil {
			out = tf.Attrs{}
			for k, old := range written {
				out[k] = old
			}
		}
		out[name] = r
	}
	if out == nil {
		return written
	}
	return out
}

func eachIn(v tf.Value, over []string) (tf.Value, bool) {
	changed := slices.ContainsFunc(v.Refs, isEach)
	if changed {
		rest := slices.DeleteFunc(slices.Clone(v.Refs), isEach)
		v.Refs = slices.Concat(rest, over)
	}
	switch x := v.V.(type) {
	case tf.Attrs:
		if inner := eachOf(x, over); !same(inner, x) {
			v.V, changed = inner, true
		}
	case []tf.Value:
		var list []tf.Value
		for i, e := range x {
			if r, ok := eachIn(e, over); ok {
				if list == nil {
					list = slices.Clone(x)
				}
				list[i] = r
			}
		}
		if list != nil {
			v.V, changed = list, true
		}
	}
	return v, changed
}

func same(a, b tf.Attrs) bool { return a.Identity() == b.Identity() }

func isEach(ref string) bool {
	rest, ok := strings.CutPrefix(ref, "each.value")
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
