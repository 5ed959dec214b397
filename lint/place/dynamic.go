package place

import (
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// Dynamic names the block above a path that a plan shows and its configuration
// does not: a dynamic block made it, of which a plan carries no expression. It is
// "" where nothing at the path is unknown, and where the input has no
// configuration at all.
func Dynamic(r *tf.Resource, path string) string {
	if r.Body.Written == nil && !r.Provider.Joined {
		return ""
	}
	planned, written := []tf.Attrs{r.Body.Planned}, []tf.Attrs{r.Body.Written}
	for {
		head, rest, below := strings.Cut(path, ".")
		name, _, _ := strings.Cut(head, "[")
		if !below || strings.ContainsAny(head, "{(") {
			return ""
		}
		shown, _ := blocksOf(planned, name)
		said, some := blocksOf(written, name)
		switch {
		case len(shown) == 0 || some && len(said) == 0: // no block, or one expression makes all of it
			return ""
		case !some && unknownAt(shown, rest):
			return name
		case !some:
			return ""
		}
		planned, written, path = shown, said, rest
	}
}

// blocksOf gives the blocks of a name; some is true where anything has that name.
func blocksOf(in []tf.Attrs, name string) (out []tf.Attrs, some bool) {
	for _, a := range in {
		v := a[name]
		some = some || v.State != tf.Absent
		switch x := v.V.(type) {
		case tf.Attrs:
			out = append(out, x)
		case []tf.Value:
			for _, e := range x {
				if b, ok := e.V.(tf.Attrs); ok {
					out = append(out, b)
				}
			}
		}
	}
	return out, some
}

func unknownAt(blocks []tf.Attrs, path string) bool {
	for _, b := range blocks {
		for v := range b.Each(path) {
			if v.State == tf.Unknown && !v.Hidden {
				return true
			}
		}
	}
	return false
}
