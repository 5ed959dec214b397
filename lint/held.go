package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/speech"
)

// The kinds of gap beside the plain one, which is something that could not be
// read or seen.
const (
	GapOff      = "off"      // a rule that the caller switched off
	GapExcluded = "excluded" // resources that the caller left out
	GapKnown    = "known"    // findings that a baseline knows
	GapLowered  = "lowered"  // a rule that the caller made milder
	GapGiven    = "given"    // something taken on the caller's word
	GapUnused   = "unused"   // something that the caller said, and that changed nothing
)

// HeldBack reports whether a gap is something that the caller left out, rather
// than something that nobody could see.
func (g Gap) HeldBack() bool { return slices.Contains([]string{GapOff, GapExcluded, GapKnown}, g.Kind) }

// OfFindings reports whether a gap is about findings alone: a map has none.
func (g Gap) OfFindings() bool {
	return slices.Contains([]string{GapOff, GapKnown, GapLowered}, g.Kind)
}

// Held counts what a report does not show at the caller's word: findings on
// resources, and resources that were left out.
func (r *Report) Held() int {
	n := 0
	for _, g := range r.Gaps {
		n += g.Held
	}
	return n
}

// A Setting is the level that the caller gives to a rule.
type Setting struct {
	Level string
	At    *At // where it is written; nil for not known
}

// A saying is one word of the caller that makes a rule milder or silent.
type saying struct {
	rule, level string
	flag        string // "--disable"; "" for the configuration
	folders     string
	at          *At
}

// A weight is what came of a saying.
type weight struct {
	findings    int
	onResources int    // how many of them are on resources, not on the run itself
	was         string // the gravest level that was made milder; "" for none
}

// heed notes what a word of the caller did to one finding.
func (p *Pass) heed(by saying, own string, onResource bool) {
	if own == Off || own == by.level || milder(own, by.level) != by.level {
		return
	}
	w := p.sayings[by]
	w.findings++
	if onResource {
		w.onResources++
	}
	if w.was == "" || milder(own, w.was) == w.was {
		w.was = own
	}
	p.sayings[by] = w
}

// heard lists every rule that the caller switched off, and every one that was
// made milder where it spoke.
func (p *Pass) heard() []Gap {
	for name, set := range p.Levels {
		p.hears(saying{rule: name, level: set.Level, at: set.At})
	}
	for _, f := range p.Folders {
		p.hears(saying{rule: f.Rule, level: f.Level, at: f.At, folders: strings.Join(f.Folders, ", ")})
	}
	for _, r := range p.rules {
		if r.muted == "disable" {
			p.hears(saying{rule: r.Name, level: Off, flag: r.muted})
		}
	}
	var out []Gap
	if g := p.onlyGap(); g != nil {
		out = append(out, *g)
	}
	var all []saying
	for by := range p.sayings {
		all = append(all, by)
	}
	slices.SortFunc(all, func(a, b saying) int {
		return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(a.folders, b.folders), cmp.Compare(a.flag, b.flag), cmp.Compare(a.level, b.level))
	})
	for _, by := range all {
		if by.flag != "rule" {
			out = append(out, p.hearing(by, p.sayings[by]))
		}
	}
	return out
}

// hears lists a rule that is off even where it held nothing back.
func (p *Pass) hears(by saying) {
	if _, ok := p.sayings[by]; !ok && by.level == Off {
		p.sayings[by] = weight{}
	}
}

// hearing says what came of one word of the caller.
func (p *Pass) hearing(by saying, w weight) Gap {
	l, where := p.Lang, ""
	if by.folders != "" {
		where = l.Say(" in %s", by.folders)
	}
	if by.level != Off {
		return Gap{Kind: GapLowered, At: by.at,
			What: l.Say("rule %s is %s%s where it would be %s: %s", by.rule, l.Word(article(by.level)), where, l.Word(article(w.was)), findings(l, w.findings))}
	}
	if by.flag != "" {
		where += " (" + p.flag(by.flag) + ")"
	}
	return Gap{Kind: GapOff, At: by.at, Held: w.onResources, What: l.Say("rule %s is off%s: %s", by.rule, where, findings(l, w.findings))}
}

// onlyGap says what rules that were not asked for would have said; nil where
// all were asked for.
func (p *Pass) onlyGap() *Gap {
	if len(p.Only) == 0 {
		return nil
	}
	var asked, others []string
	n, held := 0, 0
	for _, r := range p.rules {
		if r.muted != "rule" {
			asked = append(asked, r.Name)
			continue
		}
		if w := p.sayings[saying{rule: r.Name, level: Off, flag: r.muted}]; w.findings > 0 {
			n, held = n+w.findings, held+w.onResources
			others = append(others, fmt.Sprintf("%s %d", r.Name, w.findings))
		}
	}
	slices.Sort(others)
	text := p.Lang.Word("of other rules: none")
	if n > 0 {
		text = p.Lang.Say("%s of other rules, %s", findings(p.Lang, n), strings.Join(others, ", "))
	}
	return &Gap{Kind: GapOff, Held: held, What: p.Lang.Say("only %s was looked for (%s): %s", strings.Join(asked, ", "), p.flag("rule"), text)}
}

// flag writes a flag as the caller gave it, "--disable" or "SOVLINT_DISABLE".
func (p *Pass) flag(name string) string {
	if p.Said != nil {
		return p.Said(name)
	}
	return "--" + name
}

func findings(l speech.Lang, n int) string {
	if n == 0 {
		return l.Word("no finding")
	}
	return l.Count(n, "%d finding", "%d findings")
}

func article(level string) string {
	switch level {
	case Error:
		return "an error"
	case Warning:
		return "a warning"
	}
	return "a notice"
}
