package load

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// members calls fn for each member of an object whose grammar was already
// checked. Anything but an object has no members. fn must not keep the slices.
func members(raw []byte, fn func(key, val []byte)) {
	i := space(raw, 0)
	if i >= len(raw) || raw[i] != '{' {
		return
	}
	for i = space(raw, i+1); i < len(raw) && raw[i] == '"'; {
		end := skip(raw, i)
		key := unquote(raw[i:end])
		i = space(raw, end)
		if i >= len(raw) || raw[i] != ':' {
			return
		}
		i = space(raw, i+1)
		end = skip(raw, i)
		fn(key, raw[i:end])
		i = comma(raw, end)
	}
}

// items calls fn for each element of an array.
func items(raw []byte, fn func(val []byte)) {
	i := space(raw, 0)
	if i >= len(raw) || raw[i] != '[' {
		return
	}
	for i = space(raw, i+1); i < len(raw) && raw[i] != ']'; {
		end := skip(raw, i)
		if end == i {
			return
		}
		fn(raw[i:end])
		i = comma(raw, end)
	}
}

func elementsOf(raw []byte) (out [][]byte) {
	items(raw, func(v []byte) { out = append(out, v) })
	return out
}

// field gives one member's value, nil when there is none.
func field(raw []byte, name string) (out []byte) {
	members(raw, func(k, v []byte) {
		if string(k) == name {
			out = v
		}
	})
	return out
}

func comma(b []byte, i int) int {
	i = space(b, i)
	if i < len(b) && b[i] == ',' {
		i = space(b, i+1)
	}
	return i
}

func space(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	return i
}

// skip gives the end of the value that starts at i.
func skip(b []byte, i int) int {
	if i >= len(b) {
		return i
	}
	switch b[i] {
	case '"':
		return skipString(b, i)
	case '{', '[':
		return skipNested(b, i)
	}
	for i < len(b) && !bytes.ContainsRune([]byte(",]} \n\t\r"), rune(b[i])) {
		i++
	}
	return i
}

// shortString is up to where a string is looked through byte by byte.
const shortString = 24

// skipString gives the end of the string that starts at i. Most are short; in a
// long one bytes.IndexByte looks at many bytes at once.
func skipString(b []byte, i int) int {
	i++
	for stop := min(i+shortString, len(b)); i < stop; i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return skipLong(b, i)
}

// skipLong is skipString from a place inside of the string that no backslash
// stands before.
func skipLong(b []byte, i int) int {
	for i < len(b) {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			break
		}
		end, escapes := i+n, 0
		for end-escapes > i && b[end-escapes-1] == '\\' {
			escapes++
		}
		if i = end + 1; escapes%2 == 0 {
			return i
		}
	}
	return len(b)
}

func skipNested(b []byte, i int) int {
	for depth := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i = skipString(b, i) - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}

func unquote(q []byte) []byte {
	if len(q) >= 2 && bytes.IndexByte(q, '\\') < 0 {
		return q[1 : len(q)-1]
	}
	out, err := jsontext.AppendUnquote(nil, q)
	if err != nil && len(out) == 0 {
		return nil
	}
	return out
}

// text gives a JSON string's content, "" for anything else.
func text(raw []byte) string {
	if len(raw) == 0 || raw[0] != '"' {
		return ""
	}
	return string(unquote(raw))
}

func isNull(raw []byte) bool { return len(raw) == 0 || raw[0] == 'n' }
func isTrue(raw []byte) bool { return len(raw) > 0 && raw[0] == 't' }
