package classify

import (
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// Covers reports whether a pattern covers a resource: its address, or the
// module instance it stands in.
func Covers(pattern string, a tf.Addr) bool {
	return Glob(pattern, a.String()) || Glob(pattern, a.Module)
}

// Path reports whether a folder pattern covers a folder: "*" stands for any
// part of one name, "**" for any number of folders.
func Path(pattern, dir string) bool {
	return steps(strings.Split(strings.Trim(pattern, "/"), "/"), strings.Split(dir, "/"))
}

// Glob reports whether an address pattern covers an address. "*" stands for
// any part of one step, "**" for any number of steps; instance keys may be
// left out of the pattern.
func Glob(pattern, address string) bool {
	if pattern == "" || address == "" {
		return false
	}
	return steps(split(pattern), split(address))
}

func steps(pat, addr []string) bool {
	switch {
	case len(pat) == 0:
		return len(addr) == 0
	case pat[0] == "**":
		for i := range len(addr) + 1 {
			if steps(pat[1:], addr[i:]) {
				return true
			}
		}
		return false
	case len(addr) == 0:
		return false
	}
	return step(pat[0], addr[0]) && steps(pat[1:], addr[1:])
}

// step compares one step. A pattern without an instance key covers every key.
func step(pat, s string) bool {
	if like(pat, s) {
		return true
	}
	name, _, keyed := strings.Cut(s, "[")
	return keyed && !strings.Contains(pat, "[") && like(pat, name)
}

// like compares with "*" for any run of characters.
func like(pat, s string) bool {
	head, rest, star := strings.Cut(pat, "*")
	if !star {
		return pat == s
	}
	if !strings.HasPrefix(s, head) {
		return false
	}
	for i := len(head); i <= len(s); i++ {
		if like(rest, s[i:]) {
			return true
		}
	}
	return false
}

// split cuts an address at its dots, leaving those within instance keys alone.
func split(s string) []string {
	var out []string
	quoted, start := false, 0
	for i := 0; i < len(s); i++ {
		switch {
		case quoted && s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == '.' && !quoted:
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}
