package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes text from an input safe to show: control characters, line and
// paragraph separators, marks that turn the direction of writing and other
// invisible format characters are written out as escapes, and so is the
// beginning of a word that a build server would take for a command.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case hidden(r):
			b.WriteString(escaped(r))
		case startsCommand(s, i):
			b.WriteString(escaped(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == '#' || c == ':' {
			return false
		}
	}
	return true
}

// hidden reports whether a character moves the cursor, starts a line or cannot
// be seen.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

func startsCommand(s string, i int) bool {
	if bracketed(s[i:]) {
		return true
	}
	return strings.HasPrefix(s[i:], "::") && (i == 0 || s[i-1] == ' ')
}

// bracketed reports whether a text begins like ##[command], ##vso[ or
// ##teamcity[, which build servers obey anywhere in a line.
func bracketed(s string) bool {
	rest, ok := strings.CutPrefix(s, "##")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), "[")
}

func escaped(r rune) string {
	switch r {
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	if r > 0xFFFF {
		return fmt.Sprintf(`\U%08x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
