package lint

import (
	"slices"

	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// An Assessment is the harm part of the test that the texts since 2023 ask
// for: whether a breach of data of some classes could harm public order, public
// safety, health or life, or intellectual property. A person makes it; code
// cannot.
type Assessment struct {
	Name    string
	Classes []string // the classes it is about; never empty
	Match   []string // address patterns; empty for all
	Harm    bool
	By      string // who made it; never empty
	On      string // YYYY-MM-DD
	Ref     string // where it is filed; never empty
	At      *At
}

// assessed applies the first assessment that is about the subject and made by
// the day judged for.
func (p *Pass) assessed(s *Subject) {
	if s.Reserved != "assessed" {
		return
	}
	for _, a := range p.Assessments {
		if a.On > p.AsOf || !slices.Contains(a.Classes, s.Class.Name) || !covers(a.Match, s.Resource) {
			continue
		}
		found := p.Lang.Word("no harm of the kind the text names")
		s.Reserved = ""
		if a.Harm {
			found, s.Reserved = p.Lang.Word("harm of the kind the text names"), "always"
		}
		claim := p.Lang.Say("assessment %s of %s by %s (%s): %s", a.Name, a.On, a.By, a.Ref, found)
		s.Class.Why = append(slices.Clone(s.Class.Why), evidence.Step{Claim: claim, At: a.At})
		return
	}
}

func covers(patterns []string, r *tf.Resource) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(g string) bool { return classify.Covers(g, r.Addr) })
}
