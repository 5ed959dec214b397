package hcleval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Where a value comes from, as marks: what source says itself has none. What is
// read may be a password that another tool has put into the folder, and a report
// is read by many.
const (
	raw     = mark("raw")     // the text of a file
	ambient = mark("ambient") // of the environment
	field   = mark("field")   // a member of a file that was decoded as a whole
	given   = mark("given")   // of the command line, a variables file
)

// isSecret reports whether a value must not be looked into.
func isSecret(marks cty.ValueMarks) bool {
	_, ok := marks[sensitive]
	return ok
}

// origin is the least trusted of the marks; "" for the source itself.
func origin(marks cty.ValueMarks) mark {
	for _, m := range []mark{raw, ambient, field, given} {
		if _, ok := marks[m]; ok {
			return m
		}
	}
	return ""
}

// worse is the less trusted of two origins.
func worse(a, b mark) mark {
	m := cty.ValueMarks{}
	m[a], m[b] = struct{}{}, struct{}{}
	return origin(m)
}

// showable reports whether a text of some origin may be shown: the source's own
// may, a file's whole text only where it is the name of a known place, what the
// environment gives, and a member of a file where a place is named, also where it
// is a host or a number; all else where it looks like a name.
func (e *evaluator) showable(text string, from mark) bool {
	switch {
	case from == "":
		return true
	case e.o.Known == nil || from == given || from == field && !e.placing:
		return nameLike(text)
	}
	// A text that was put together may hold anything between its dots.
	return e.o.Known(text) || from != raw && e.texts[text] && nameLike(text) && plainly().MatchString(text)
}

// plainly are the numbers of accounts, truths, addresses and hosts.
var plainly = lazily(`^([0-9]*|true|false|([a-z]+://)?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+(:[0-9]+)?(/[a-zA-Z0-9/._-]*)?|` + guidForm + `)$`)

// maxName is how long a name may be: an ARN or a URL, with room to spare.
const maxName = 200

var guid = lazily(guidForm)

const guidForm = `[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`

// nameLike reports whether a text looks like the name of a place, a host, an
// account or a resource, and not like a key or a token.
func nameLike(text string) bool {
	if text == "" || len(text) > maxName || !utf8.ValidString(text) {
		return text == ""
	}
	words := strings.FieldsFunc(guid().ReplaceAllString(text, "-"), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, w := range words {
		if tokenLike(w) {
			return false
		}
	}
	if strings.Contains(text, "://") && strings.Contains(text, "@") {
		return false // a password stands before the host
	}
	return !strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" -_./:(),'*@+", r)
	})
}

// tokenLike reports whether a word mixes letters and digits as no name does.
func tokenLike(w string) bool {
	letters, digits, turns, n := false, false, 0, 0
	var last rune
	for _, r := range w {
		if n++; n > 1 && unicode.IsDigit(r) != unicode.IsDigit(last) {
			turns++
		}
		letters, digits, last = letters || unicode.IsLetter(r), digits || unicode.IsDigit(r), r
	}
	return n > 40 || letters && digits && (n >= 16 || n >= 12 && turns >= 4)
}

// decoding gives the members of a decoded text their origin. Only a file that is
// decoded as a whole has members; of a text that was put together nobody knows
// what it holds.
func (e *evaluator) decoding(f function.Function) function.Function {
	p := f.Params()[0]
	p.AllowMarked, p.AllowUnknown, p.AllowDynamicType, p.AllowNull = true, true, true, true
	return function.New(&function.Spec{
		Params: []function.Parameter{p},
		Type: func(args []cty.Value) (cty.Type, error) {
			v, _ := args[0].Unmark()
			return f.ReturnTypeForValues([]cty.Value{v})
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			text, marks := args[0].Unmark()
			v, err := f.Call([]cty.Value{text})
			if err != nil || origin(marks) == "" {
				return v.WithMarks(marks), err
			}
			if origin(marks) == raw && e.texts[text.AsString()] && v.CanIterateElements() {
				delete(marks, raw)
				marks[field] = struct{}{}
			}
			return e.throughout(v, marks), nil
		},
	})
}

// throughout marks a value and all that is in it, and notes its texts.
func (e *evaluator) throughout(v cty.Value, marks cty.ValueMarks) cty.Value {
	out, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		if !v.IsKnown() || v.IsNull() || v.CanIterateElements() {
			return v, nil
		}
		if text, ok := known(v); ok && origin(marks) != raw {
			e.text(text)
		}
		return v.WithMarks(marks), nil
	})
	if err != nil {
		return cty.DynamicVal
	}
	return out.WithMarks(marks)
}

// takesApart are the functions that give a piece of a text, or tell something of
// it. A password that is not shown must not be shown letter by letter.
var takesApart = map[string]func(args []cty.Value) bool{
	"substr": always, "strrev": always, "regex": always, "regexall": always, "parseint": always,
	"startswith": always, "endswith": always, "strcontains": always,
	"split":   func(args []cty.Value) bool { return textOf(args, 0) == "" },
	"replace": func(args []cty.Value) bool { return strings.HasPrefix(textOf(args, 1), "/") },
	"format":  cutsOff, "formatlist": cutsOff,
}

var precision = lazily(`%[^a-zA-Z%]*\.`)

func cutsOff(args []cty.Value) bool { return precision().MatchString(textOf(args, 0)) }

func always([]cty.Value) bool { return true }

func textOf(args []cty.Value, i int) string {
	if i >= len(args) {
		return ""
	}
	s, _ := known(args[i])
	return s
}

// apart reports whether a function would take the text of a file apart.
func apart(name string, args []cty.Value) bool {
	takes := takesApart[name]
	if takes == nil {
		return false
	}
	for _, a := range args {
		_, marks := a.UnmarkDeep()
		if m := origin(marks); m != "" && m != given {
			return takes(args)
		}
	}
	return false
}
