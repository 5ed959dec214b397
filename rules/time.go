package rules

import (
	"strconv"

	"github.com/sovlint/sovlint/lint"
)

// staleDays is the age from which a register may have been overtaken: its
// publisher renews it every month.
const staleDays = 60

var lapsedOffer = lint.Rule{ID: "SOV401", Name: "lapsed-offer", Level: lint.Warning,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		for _, site := range s.Each(lint.ApprovedExpiring) {
			if p.DaysTo(site.Offer.Until) < 0 {
				p.Say(s, &site, "", nil)
			}
		}
	}}

var expiringOffer = lint.Rule{ID: "SOV402", Name: "expiring-offer", Level: lint.Warning,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		for _, site := range s.Each(lint.ApprovedExpiring) {
			left := p.DaysTo(site.Offer.Until)
			if left < 0 {
				continue
			}
			if left > p.Expiring {
				p.SetLevel(lint.Notice)
			}
			p.Say(s, &site, "", lint.Args{"days": strconv.Itoa(left)})
		}
	}}

var undeclaredClass = lint.Rule{ID: "SOV901", Name: "undeclared-class", Level: lint.Notice,
	Run: func(p *lint.Pass) {
		holding, assumed := p.Summary.Holding, p.Undeclared
		args := lint.Args{"count": strconv.Itoa(assumed), "body": p.Body}
		switch {
		case holding == 0:
		case assumed > 0 && p.BodyAssumed:
			p.Note("", args)
		case assumed > 0:
			p.Note("class", args)
		case p.BodyAssumed:
			p.Note("body", args)
		}
	}}

var incompleteInput = lint.Rule{ID: "SOV903", Name: "incomplete-input", Level: lint.Error,
	Run: func(p *lint.Pass) {
		for _, g := range p.Unread {
			file := ""
			if g.At != nil {
				file = g.At.File
			}
			p.NoteOn(file, g.At, "", lint.Args{"what": g.What})
		}
	}}

var staleRegister = lint.Rule{ID: "SOV902", Name: "stale-register", Level: lint.Notice,
	Run: func(p *lint.Pass) {
		if p.Register == nil {
			return
		}
		if age := -p.DaysTo(p.Register.AsOf); age > staleDays {
			p.Note("", lint.Args{"days": strconv.Itoa(age)})
		} else if age < 0 {
			p.Note("later", lint.Args{"days": strconv.Itoa(-age)})
		}
	}}
