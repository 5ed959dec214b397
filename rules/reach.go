package rules

import (
	"slices"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

var foreignControl = lint.Rule{ID: "SOV201", Name: "foreign-control", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if s.Service != nil || isState(s) {
			return // office-suite speaks, or state-backend
		}
		seen := map[string]bool{}
		for _, site := range s.Each(lint.ForeignControl) {
			if seen[site.Operator.ID] || site.IsCopy() || isHost(site) || spokenOf(s) {
				continue
			}
			seen[site.Operator.ID] = true
			p.Say(s, &site, controlKey(p, site.Nowhere()), nil)
		}
	}}

// controlKey chooses the words: only a doctrine with a register speaks of offers.
func controlKey(p *lint.Pass, nowhere bool) string {
	switch {
	case p.Register == nil && nowhere:
		return "control-open"
	case p.Register == nil:
		return "control"
	case nowhere:
		return "open"
	}
	return ""
}

var officeSuite = lint.Rule{ID: "SOV301", Name: "office-suite", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		switch {
		case s.Service == nil:
		case s.Concerned() && s.Verdict != lint.Undetermined:
			p.Say(s, nil, "", lint.Args{"service": s.Service.Name})
		case s.Resource.Mode == tf.Managed && s.Resource.Action.Remains() && !s.Holds() && slices.Contains(s.Service.Shown, s.Placement.Type.Service):
			p.Say(s, nil, "setting", lint.Args{"service": s.Service.Name})
		}
	}}
