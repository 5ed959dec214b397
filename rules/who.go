package rules

import (
	"cmp"
	"slices"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
)

// foreignTechnology is about licensed technology inside what conforms: allowed,
// and asked about by some buyers.
var foreignTechnology = lint.Rule{ID: "SOV205", Name: "foreign-technology", Level: lint.Off, Asked: lint.Notice,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		for _, verdict := range []string{lint.Approved, lint.ApprovedExpiring, lint.Candidate} {
			for _, site := range s.Each(verdict) {
				tech := site.Operator.Technology
				if site.Offer != nil {
					tech = cmp.Or(site.Offer.Technology, tech)
				}
				if tech != "" {
					p.Say(s, &site, "", lint.Args{"technology": p.Lang.Word(tech)})
				}
			}
		}
	}}

// contestedEstablishment is about an operator of the Union with an
// establishment elsewhere, whose reach is contested: never more than a notice,
// said once, at the first resource, and not of an offer whose qualification has answered it.
var contestedEstablishment = lint.Rule{ID: "SOV206", Name: "contested-establishment", Level: lint.Notice,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if !s.Concerned() {
			return
		}
		for _, site := range s.Sites {
			o := site.Operator
			if o == nil || p.Foreign(o) || lint.Conforms(site.Verdict) {
				continue
			}
			i := slices.IndexFunc(o.Reach, func(r catalog.Reach) bool { return r.Grade == "contested-establishment" || r.Grade == "court-order" })
			if i >= 0 {
				p.SayOnce(o.ID, s, &site, "", lint.Args{"operator": o.Name, "why": p.Lang.Word(o.Reach[i].Why)})
			}
		}
	}}
