package rules

import (
	"github.com/sovlint/sovlint/lint"
)

var replicaLeaves = leaving("SOV107", "replica-leaves", "replica")
var backupLeaves = leaving("SOV108", "backup-leaves", "backup")

// leaving is a rule on where copies of one role go: away from a place and an
// operator that may have the data, or out of the territory. What is where the
// data is already says nothing new.
func leaving(id, name, role string) lint.Rule {
	return lint.Rule{ID: id, Name: name, Level: lint.Error,
		Subject: func(p *lint.Pass, s *lint.Subject) {
			for i, site := range s.Sites {
				if site.Role != role || site.Unwritten || !isOwnCopy(s, i) {
					continue
				}
				if verdict := leaves(p, s, site); verdict != "" {
					sayCopy(p, s, site, verdict)
				}
			}
		}}
}

// implicitCopy is about copies that nobody wrote: a default keeps them. One that
// stays where the data may be is worth knowing, and no more.
var implicitCopy = lint.Rule{ID: "SOV109", Name: "implicit-copy", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if !s.Concerned() && !s.Carries() {
			return
		}
		for i, site := range s.Sites {
			if !site.Unwritten || !isOwnCopy(s, i) {
				continue
			}
			if verdict := leaves(p, s, site); verdict != "" {
				p.SetLevel(lint.Error)
				sayCopy(p, s, site, verdict)
			} else {
				p.SetLevel(lint.Notice)
				p.Say(s, &site, "", lint.Args{"via": site.Via})
			}
		}
		for _, via := range s.Placement.Silent {
			p.SetLevel(lint.Notice)
			p.Say(s, nil, "open", lint.Args{"via": via})
		}
	}}

// sayCopy says what is wrong with where a copy is, in the words for its verdict.
func sayCopy(p *lint.Pass, s *lint.Subject, site lint.Judged, verdict string) {
	p.SetNorm(verdict)
	p.SayCopy(s, site, verdict, lint.Args{"via": site.Via})
}

// isOwnCopy reports whether a site is that of a copy, and the first of its
// operator and place.
func isOwnCopy(s *lint.Subject, at int) bool {
	site := &s.Sites[at]
	if !site.IsCopy() {
		return false
	}
	for i := range s.Sites[:at] {
		if o := &s.Sites[i]; o.IsCopy() && o.Role == site.Role && o.Operator == site.Operator && lint.Place("", *o) == lint.Place("", *site) {
			return false
		}
	}
	return true
}

// leaves gives the verdict that says why a copy may not be where it is; "" where
// it may, and where the data itself is no better off.
func leaves(p *lint.Pass, s *lint.Subject, site lint.Judged) string {
	if !s.Concerned() && !s.Carries() || site.Role == "host" {
		return ""
	}
	site.Verdict = p.Weigh(s, site)
	switch {
	case p.Beside(s, site):
		return ""
	case !p.Within(site):
		return lint.Outside
	case lint.Conforms(site.Verdict), site.Verdict == lint.Undetermined:
		return ""
	}
	return site.Verdict
}
