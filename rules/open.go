package rules

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

var unplacedData = lint.Rule{ID: "SOV103", Name: "unplaced-data", Level: lint.Warning, Open: true,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		switch {
		case s.Concerned() && s.Placement.Loopback:
			p.SetLevel(lint.Notice)
			p.Say(s, nil, "loopback", nil)
		case isUnknownProvider(s):
		case s.Verdict != lint.Undetermined && !openSite(s):
			sayStrays(p, s)
		case s.Placement.Internal != "":
			p.Say(s, nil, "", nil)
		case s.Placement.SelfHosted:
			p.Say(s, nil, "self-hosted", nil)
		case s.Resource.Mode == tf.Module && s.Placement.Vendor != nil:
			p.Say(s, nil, "module", nil)
		case s.Resource.Mode == tf.Module:
			p.Say(s, nil, "closed", nil)
		case s.Placement.Provider.Source != "" && s.Placement.Type.Name == "":
			p.Say(s, nil, "type", nil)
		case placed(s):
			p.Say(s, nil, "offer", nil)
		default:
			p.Say(s, nil, "", nil)
		}
	}}

// sayStrays says that a copy may be anywhere, where the verdict on the resource
// is clear without it.
func sayStrays(p *lint.Pass, s *lint.Subject) {
	strays := s.Placement.Strays
	if !s.Concerned() || len(strays) == 0 {
		return
	}
	var what, settle []string
	for _, q := range strays {
		what = append(what, q.What)
		if !slices.Contains(settle, q.Settle) {
			settle = append(settle, q.Settle)
		}
	}
	p.Say(s, nil, "copy", lint.Args{"questions": strings.Join(what, "; "), "settle": strings.Join(settle, "; ")})
}

// placed reports whether who holds the data and where are both known, and only
// whether it conforms is open.
func placed(s *lint.Subject) bool {
	elsewhere := func(j lint.Judged) bool { return j.Operator == nil || j.Nowhere() }
	return len(s.Placement.Open) == 0 && len(s.Sites) > 0 && !slices.ContainsFunc(s.Sites, elsewhere)
}

// openSite reports whether a site is undetermined beside a worse one.
func openSite(s *lint.Subject) bool { return len(s.Each(lint.Undetermined)) > 0 }

var unknownProvider = lint.Rule{ID: "SOV104", Name: "unknown-provider", Level: lint.Warning, Open: true,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isUnknownProvider(s) {
			p.Say(s, nil, "", nil)
		}
	}}

func isUnknownProvider(s *lint.Subject) bool {
	return s.Verdict == lint.Undetermined && s.Placement.Provider.Source == "" && s.Placement.Internal == "" && s.Resource.Mode != tf.Module
}
