package rules

import (
	"strconv"

	"github.com/sovlint/sovlint/lint"
)

var lapsedWaiver = lint.Rule{ID: "SOV403", Name: "lapsed-waiver", Level: lint.Error,
	Run: func(p *lint.Pass) {
		for _, o := range p.Outcomes {
			if o.Lapsed && !(o.Waiver.Short && refused(o)) { // of a comment that counts for nothing its end does not matter
				p.NoteOn(o.Waiver.ID, o.Waiver.At, "", words(o))
			}
		}
	}}

// soonDays is how long before its end a waiver is spoken of.
const soonDays = 90

var expiringWaiver = lint.Rule{ID: "SOV404", Name: "expiring-waiver", Level: lint.Warning,
	Run: func(p *lint.Pass) {
		for _, o := range p.Outcomes {
			left := p.DaysTo(o.Waiver.Until)
			if o.Lapsed || refused(o) || o.Waiver.Until == "" || left > max(soonDays, p.Expiring) {
				continue
			}
			p.SetLevel(lint.Warning)
			if left > p.Expiring {
				p.SetLevel(lint.Notice)
			}
			args := words(o)
			args["days"] = strconv.Itoa(left)
			p.NoteOn(o.Waiver.ID, o.Waiver.At, "", args)
		}
	}}

var invalidWaiver = lint.Rule{ID: "SOV405", Name: "invalid-waiver", Level: lint.Error,
	Run: func(p *lint.Pass) {
		for _, o := range p.Outcomes {
			for _, f := range o.Faults {
				p.SetLevel(lint.Error)
				if f.Doubt {
					p.SetLevel(lint.Warning)
				}
				args := words(o)
				for k, v := range f.Args {
					args[k] = v
				}
				p.NoteOn(o.Waiver.ID, o.Waiver.At, f.Key, args)
			}
		}
	}}

func refused(o lint.Outcome) bool {
	for _, f := range o.Faults {
		if !f.Doubt {
			return true
		}
	}
	return false
}

var unusedWaiver = lint.Rule{ID: "SOV406", Name: "unused-waiver", Level: lint.Warning,
	Run: func(p *lint.Pass) {
		for _, o := range p.Outcomes {
			if o.Covers > 0 || o.Lapsed || len(o.Faults) > 0 || !p.Idle(o.Waiver) {
				continue
			}
			key := ""
			if o.Waiver.Names != "" {
				key = "comment"
			}
			p.NoteOn(o.Waiver.ID, o.Waiver.At, key, words(o))
		}
	}}

var newUnderWaiver = lint.Rule{ID: "SOV407", Name: "new-under-waiver", Level: lint.Warning,
	Run: func(p *lint.Pass) {
		for _, o := range p.Outcomes {
			for i, a := range o.Created {
				if i > 0 && *o.Created[i-1] == *a {
					continue // one resource, several findings
				}
				p.NoteOf(a, o.Waiver.ID, o.Waiver.At, "", words(o))
			}
		}
	}}

func words(o lint.Outcome) lint.Args {
	return lint.Args{"waiver": o.Waiver.ID, "until": o.Waiver.Until, "covers": strconv.Itoa(o.Covers)}
}
