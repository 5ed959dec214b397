package speech

import (
	"fmt"
	"io/fs"
	"strings"
)

// A fault is an error that can be said in either language.
type fault struct {
	plain    error // in English, with what it wraps
	sentence string
	args     []any
}

// Errorf makes an error as fmt.Errorf does, %w included, that Lang.Error can say
// in French.
func Errorf(sentence string, args ...any) error {
	return &fault{fmt.Errorf(sentence, args...), sentence, args}
}

// Error gives the English sentence.
func (f *fault) Error() string { return f.plain.Error() }

// Unwrap gives the error of fmt.Errorf, which leads to what it wraps.
func (f *fault) Unwrap() error { return f.plain }

// A Term is an argument of a sentence that has a twin of its own.
type Term string

// In gives the sentence in a language.
func (f *fault) In(l Lang) string {
	args := make([]any, len(f.args))
	for i, a := range f.args {
		switch x := a.(type) {
		case error:
			a = l.Error(x)
		case Term:
			a = l.Word(string(x))
		}
		args[i] = a
	}
	return fmt.Sprintf(strings.ReplaceAll(l.Word(f.sentence), "%w", "%s"), args...)
}

// Error says an error in the language: whole where it is one of ours, and of what
// the system says the reasons that are met.
func (l Lang) Error(err error) string {
	if l != French {
		return err.Error()
	}
	switch x := err.(type) {
	case interface{ In(Lang) string }:
		return x.In(l)
	case *fs.PathError:
		return l.Say("%s: %s", x.Path, l.Error(x.Err))
	}
	return l.Word(err.Error())
}

// Reasons are what systems say of files, as Go words it.
var Reasons = []string{"no such file or directory", "permission denied", "is a directory", "not a directory", "file exists", "file does not exist",
	"no space left on device", "read-only file system", "too many levels of symbolic links", "file name too long", "input/output error", "broken pipe",
	"invalid argument", "file already closed"}
