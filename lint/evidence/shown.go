package evidence

import (
	"strings"
)

// Hidden stands for a text that is not shown.
const Hidden = "…"

const (
	maxCode = 64  // no code of a place and no name that a cloud allows is longer
	maxPath = 300 // nor is an identifier with segments
)

var (
	// What codes, names, identifiers and lists of them are written with.
	plain = lazily(`^[\pL\pN ._:/*,()+-]*$`)
	host  = lazily(`^(?i:[a-z0-9_*](?:[a-z0-9._*-]*[a-z0-9_])?|\[[0-9a-f:.]+\])\.?$`)
)

// Shown is what may be told of a text that somebody wrote as the value of an
// argument: of an address only its host, since what else is in it may open
// something; a code, a name or an identifier as it is; of text that is too long
// or too odd for one, nothing but Hidden.
func Shown(text string) string {
	switch {
	case text == Hidden:
		return text
	case addressed(text):
		return hostIn(text)
	case len(text) > maxPath, len(text) > maxCode && !strings.ContainsAny(text, "/:., "), !plain().MatchString(text):
		return Hidden
	}
	return text
}

// addressed reports whether a text is an address: it has a scheme, somebody's
// name, or a path behind a host.
func addressed(text string) bool {
	if strings.HasPrefix(text, "arn:") && !strings.Contains(text, "://") {
		return false
	}
	first, _, path := strings.Cut(text, "/")
	return strings.ContainsAny(text, "@?#") || strings.Contains(text, "://") || path && strings.Contains(first, ".")
}

// hostIn is the one host of an address, without its port; Hidden where that is not certain.
func hostIn(text string) string {
	if _, rest, ok := strings.Cut(text, "://"); ok {
		text = rest
	}
	name, rest, _ := cutAny(text, "/?#")
	if strings.Contains(rest, "@") { // a password may hold any of these
		return Hidden
	}
	name = name[strings.LastIndexByte(name, '@')+1:]
	if at := strings.LastIndexByte(name, ':'); at >= 0 && !strings.HasSuffix(name, "]") {
		name = name[:at]
	}
	if len(name) > 253 || !host().MatchString(name) {
		return Hidden
	}
	return strings.TrimSuffix(strings.ToLower(strings.Trim(name, "[]")), ".")
}

func cutAny(s, chars string) (before, after string, found bool) {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}
