package load

import (
	"bytes"
	"slices"
)

// A keyring is room to look through a value for objects that have a name twice, and
// for how deep it nests. The zero value is ready.
type keyring struct {
	at   []span // of the names in the objects that are open
	open []int  // where the names of each begin; -1 for an array
}

// A span is a name with its quotes, by where it starts and ends.
type span struct{ from, to uint32 }

// smallObject is up to how many names are compared each with each.
const smallObject = 64

// sound refuses a value, whose grammar was checked, that nests too deep or has
// a name twice in one object: readers differ on which of two they believe. where
// tells for people what the value is.
func (k *keyring) sound(b []byte, where func() string) error {
	k.at, k.open = k.at[:0], k.open[:0]
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			end := skipString(b, i)
			if isName(b, end) {
				k.at = append(k.at, span{uint32(i), uint32(end)})
			}
			i = end - 1
		case '{', '[':
			if len(k.open) == maxDepth {
				return tooMuch("values nest deeper than %d", maxDepth)
			}
			from := -1
			if b[i] == '{' {
				from = len(k.at)
			}
			k.open = append(k.open, from)
		case '}', ']':
			from := k.open[len(k.open)-1]
			k.open = k.open[:len(k.open)-1]
			if from < 0 {
				continue
			}
			if name := twice(b, k.at[from:]); name != nil {
				return doubled(name, where())
			}
			k.at = k.at[:from]
		}
	}
	return nil
}

func doubled(name []byte, where string) *Error {
	return fail(ErrDuplicate, "%.60q in %.200s", name, where)
}

// isName reports whether a string that ends there is the name of a member.
func isName(b []byte, end int) bool {
	i := space(b, end)
	return i < len(b) && b[i] == ':'
}

// twice gives a name that stands twice in an object; nil for none. It puts the
// names into another order.
func twice(b []byte, at []span) []byte {
	if slices.ContainsFunc(at, func(s span) bool { return bytes.IndexByte(b[s.from:s.to], '\\') >= 0 }) {
		return twiceEscaped(b, at)
	}
	if len(at) > smallObject {
		slices.SortFunc(at, func(x, y span) int { return bytes.Compare(b[x.from:x.to], b[y.from:y.to]) })
		for i := 1; i < len(at); i++ {
			if x, y := at[i-1], at[i]; bytes.Equal(b[x.from:x.to], b[y.from:y.to]) {
				return unquote(b[y.from:y.to])
			}
		}
		return nil
	}
	for i, x := range at {
		for _, y := range at[:i] {
			if x.to-x.from == y.to-y.from && bytes.Equal(b[x.from:x.to], b[y.from:y.to]) {
				return unquote(b[x.from:x.to])
			}
		}
	}
	return nil
}

// twiceEscaped is for names of which some are spelled with escapes: "\u0061" is
// "a".
func twiceEscaped(b []byte, at []span) []byte {
	have := make([][]byte, 0, len(at))
	for _, s := range at {
		have = append(have, unquote(b[s.from:s.to]))
	}
	slices.SortFunc(have, bytes.Compare)
	for i := 1; i < len(have); i++ {
		if bytes.Equal(have[i-1], have[i]) {
			return have[i]
		}
	}
	return nil
}
