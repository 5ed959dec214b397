// Package speech gives every sentence that a user sees its French twin. English
// stands in the code, where it is read; the twins are data, in fr.tsv.
package speech

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// A Lang is a language that reports are written in: "fr", or English for any
// other value.
type Lang string

// French is the other language beside English.
const French Lang = "fr"

//go:embed fr.tsv
var frTable string

// twins are the French sentences by their English ones.
var twins = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(frTable) {
		if en, fr, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && en[0] != '#' {
			out[en] = fr
		}
	}
	return out
})

// Word gives a text in the language: as it is where it has no twin, which a
// name, a value or a text of the user's own has not.
func (l Lang) Word(text string) string {
	if l != French {
		return text
	}
	if twin, ok := twins()[text]; ok {
		return twin
	}
	return text
}

// Say writes a sentence with verbs in the language, as fmt.Sprintf does. A twin
// may take its arguments in another order, by %[n]s.
func (l Lang) Say(sentence string, args ...any) string {
	return fmt.Sprintf(l.Word(sentence), args...)
}

// Count writes the sentence for one thing or the one for many, whose first
// argument is the number: "1 error", "2 errors". French counts zero as one.
func (l Lang) Count(n int, one, many string, more ...any) string {
	if n == 1 || l == French && n == 0 {
		many = one
	}
	return l.Say(many, append([]any{n}, more...)...)
}

// Or joins the last of several words to the ones before it: "a, b or c".
func (l Lang) Or(list []string) string { return l.join(list, " or ", " ou ") }

// And is Or with "and".
func (l Lang) And(list []string) string { return l.join(list, " and ", " et ") }

func (l Lang) join(list []string, en, fr string) string {
	if l == French {
		en = fr
	}
	if last := len(list) - 1; last > 0 {
		return strings.Join(list[:last], ", ") + en + list[last]
	}
	return strings.Join(list, "")
}

// Twins gives the French sentences by their English ones, for tests.
func Twins() map[string]string { return twins() }
