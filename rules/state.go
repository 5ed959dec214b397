package rules

import (
	"slices"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// isState reports whether a subject is where the state is kept; state-backend
// and remote-run speak of it, and of nothing else.
func isState(s *lint.Subject) bool { return s.Resource.Mode == tf.Backing }

// runs reports whether plans are made where the state is kept too.
func runs(s *lint.Subject) bool {
	return slices.Contains([]string{"cloud", "remote"}, s.Resource.Type)
}

var stateBackend = lint.Rule{ID: "SOV111", Name: "state-backend", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isState(s) && !runs(s) {
			sayState(p, s)
		}
	}}

var remoteRun = lint.Rule{ID: "SOV305", Name: "remote-run", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isState(s) && runs(s) {
			sayState(p, s)
		}
	}}

// sayState says once what is wrong with where a state is kept.
func sayState(p *lint.Pass, s *lint.Subject) {
	keys := map[string]string{lint.ForeignControl: "", lint.Outside: "outside", lint.Unqualified: "unqualified", lint.Candidate: "candidate"}
	for _, site := range s.Sites {
		if key, ok := keys[site.Verdict]; ok && site.Verdict == s.Verdict {
			p.Say(s, &site, key, nil)
			return
		}
	}
}
