package report

import (
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// say writes a sentence in the language of the report.
func (o Options) say(sentence string, args ...any) string { return o.Lang.Say(sentence, args...) }

// word gives a text without holes, the name of a level, a role or a class.
func (o Options) word(text string) string { return o.Lang.Word(text) }

// count writes how many there are of a thing.
func (o Options) count(n int, one, many string) string { return o.Lang.Count(n, one, many) }

func (o Options) resources(n int) string { return o.count(n, "%d resource", "%d resources") }

func (o Options) more(n int) string { return o.count(n, "and %d more", "and %d more") }

// label is a word with what parts it from the text behind it: "fix: ".
func (o Options) label(word string) string { return o.say("%s: ", o.word(word)) }

// verdict writes a verdict; verdictWords does without its hyphens.
func (o Options) verdict(v string) string      { return lint.VerdictWord(o.Lang, v) }
func (o Options) verdictWords(v string) string { return o.word(strings.ReplaceAll(v, "-", " ")) }

// class writes the class of a resource's data, and whether it is assumed.
func (o Options) class(x lint.Resource) string {
	if x.Class.Assumed {
		return o.say("%s (assumed)", o.word(x.Class.Name))
	}
	return o.word(x.Class.Name)
}

// level writes a level, and whether the finding is waived.
func (o Options) level(level string, waived bool) string {
	if waived {
		return o.say("waived %s", o.word(Clean(level)))
	}
	return o.word(Clean(level))
}

// waiver names a waiver, and what the change under review does to it.
func (o Options) waiver(w *lint.Waiver) string {
	switch w.Change {
	case lint.WaiverAdded:
		return o.say("%s (added by this change)", w.ID)
	case lint.WaiverProlonged:
		return o.say("%s (prolonged by this change)", w.ID)
	case lint.WaiverWidened:
		return o.say("%s (it did not cover this before)", w.ID)
	}
	return w.ID
}

// placed says how many of the resources that hold data have a place.
func (o Options) placed(s lint.Summary) string {
	switch {
	case s.Holding == 0:
		return o.word("no resource holds data")
	case s.Holding == 1 && s.Placed == 1:
		return o.word("the only resource that holds data is placed")
	case s.Holding == 1:
		return o.word("the only resource that holds data is not placed")
	case s.Placed == 0:
		return o.say("none of the %d resources that hold data is placed", s.Holding)
	case s.Placed == 1:
		return o.say("1 of %d resources that hold data is placed", s.Holding)
	}
	return o.say("%d of %d resources that hold data are placed", s.Placed, s.Holding)
}

// counts says how many findings of each level there are.
func (o Options) counts(s lint.Summary) string {
	all := []string{o.count(s.Errors, "%d error", "%d errors"), o.count(s.Warnings, "%d warning", "%d warnings"), o.count(s.Notices, "%d notice", "%d notices")}
	if s.Waived > 0 {
		all = append(all, o.count(s.Waived, "%d waived", "%d waived"))
	}
	return strings.Join(all, ", ")
}
