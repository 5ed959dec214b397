package report

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// JUnit writes test results as Jenkins reads them: a test for every finding,
// and a passed one for every other resource that holds data. A finding fails
// its test at or above FailOn; below it the text stands in system-out. What is
// waived is skipped.
func JUnit(w io.Writer, r *lint.Report, o Options) error {
	x := newXMLWriter(w)
	type name struct {
		address tf.Addr
		input   string
	}
	found := map[name]bool{}
	tests, failures, skipped := 0, 0, 0
	for i := range r.Findings {
		f := &r.Findings[i]
		found[name{*f.Address, f.Input}] = true
		tests++
		switch {
		case f.Waiver != nil:
			skipped++
		case fails(f, o.FailOn):
			failures++
		}
	}
	passed := func(each func(*lint.Resource)) {
		for i := range r.Resources {
			if x := &r.Resources[i]; holding(*x) && !found[name{*x.Address, x.Input}] {
				each(x)
			}
		}
	}
	passed(func(*lint.Resource) { tests++ })
	counts := []string{"name", "sovlint", "tests", strconv.Itoa(tests), "failures", strconv.Itoa(failures), "errors", "0"}
	x.start("testsuites", counts...)
	x.raw("\n")
	x.start("testsuite", append(counts, "skipped", strconv.Itoa(skipped), "time", "0")...)
	x.raw("\n")
	names := numbered{}
	for i := range r.Findings {
		x.testcase(&r.Findings[i], o, names)
	}
	passed(func(v *lint.Resource) {
		x.empty("testcase", "classname", kindOf(v.Address), "name", names.name(Clean(v.Address.String()+o.within(v.Input))), "time", "0")
		x.raw("\n")
	})
	if said := byCaller(r); len(said) > 0 {
		x.start("system-out")
		for _, g := range said {
			x.text(o.gapText(g))
			x.raw("\n")
		}
		x.end("system-out")
		x.raw("\n")
	}
	x.raw("</testsuite>\n</testsuites>\n")
	return x.flush()
}

// fails reports whether a finding is at or above a level.
func fails(f *lint.Finding, level string) bool {
	return f.Waiver == nil && level != "never" && rank(f.Level) <= rank(cmp.Or(level, lint.Error)) && rank(f.Level) < len(levels)
}

// kindOf is the type of a resource by its address; "sovlint" for the run itself.
func kindOf(a *tf.Addr) string {
	if a.IsZero() {
		return "sovlint"
	}
	kind, _, _ := strings.Cut(strings.TrimPrefix(cmp.Or(a.Local, "module."), "data."), ".")
	return cmp.Or(Clean(kind), "sovlint")
}

func (x *xmlWriter) testcase(f *lint.Finding, o Options, names numbered) {
	name := f.Rule + " " + f.Name
	if !f.Address.IsZero() {
		name += " " + f.Address.String() + o.within(f.Input)
	}
	x.start("testcase", "classname", kindOf(f.Address), "name", names.name(Clean(name)), "time", "0")
	switch {
	case f.Waiver != nil:
		x.empty("skipped", "message", waivedBy(f.Waiver, o))
	case fails(f, o.FailOn):
		x.start("failure", "type", f.Level, "message", f.Message)
		x.details(f, o)
		x.end("failure")
	default:
		x.start("system-out")
		x.text(o.label(f.Level) + f.Message)
		x.details(f, o)
		x.end("system-out")
	}
	x.end("testcase")
	x.raw("\n")
}

// details writes what to do, by which rule, and where, each on its line.
func (x *xmlWriter) details(f *lint.Finding, o Options) {
	if f.At != nil && f.At.Line > 0 {
		x.raw("\n")
		x.text(o.say("at %s", fmt.Sprintf("%s:%d", f.At.File, f.At.Line)))
	}
	if f.Hint != "" {
		x.raw("\n")
		x.text(o.label("fix") + f.Hint)
	}
	for _, c := range f.Cites {
		x.raw("\n")
		text := o.label("rule") + c
		if words := o.Clauses[c]; words != "" {
			text += ": " + words
		}
		x.text(text)
	}
}
