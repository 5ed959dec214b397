package lint

import (
	"cmp"
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// finish makes the report.
func (p *Pass) finish() *Report {
	r := &Report{Schema: Schema, Tool: p.Tool, AsOf: p.AsOf,
		Doctrine:  DoctrineRef{ID: p.Doctrine.ID, Edition: p.Edition.From, Title: p.Lang.Word(p.Doctrine.Title)},
		Registers: []RegisterRef{}, Inputs: []Input{}, Resources: []Resource{}, Findings: []Finding{}, Gaps: []Gap{}}
	if p.Register != nil {
		r.Registers = append(r.Registers, RegisterRef{ID: p.Register.ID, AsOf: p.Register.AsOf})
	}
	r.Gaps = slices.Concat(r.Gaps, p.heard(), p.leftOut(), p.given(), p.unheard())
	for _, g := range p.Unread {
		if !p.said(g) {
			r.Gaps = append(r.Gaps, Gap{What: p.Lang.Word(g.What), At: g.At})
		}
	}
	r.Inputs, r.Gaps = append(r.Inputs, p.inputs...), append(r.Gaps, p.unseen()...)
	if p.let > 0 {
		r.Gaps = append(r.Gaps, Gap{What: p.Lang.Count(p.let, "%d resource leaves Terraform and keeps its data where it is; it was not judged", "%d resources leave Terraform and keep their data where it is; they were not judged")})
	}
	p.placer, p.tracer = nil, nil
	r.Summary = p.Summary
	if p.entries != nil {
		r.Resources = p.entries
	}
	if p.findings != nil {
		r.Findings = p.findings
	}
	r.Moved, r.Links = p.moves, p.links
	slices.SortStableFunc(r.Resources, func(a, b Resource) int { return a.Address.Compare(*b.Address) })
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(a.Address.Compare(*b.Address), cmp.Compare(a.Rule, b.Rule))
	})
	r.Count()
	return r
}

// said reports whether a finding speaks of what could not be read.
func (p *Pass) said(g tf.Gap) bool {
	return slices.ContainsFunc(p.findings, func(f Finding) bool { return f.Address.IsZero() && f.At == g.At })
}

// leftOut says which resources were not judged because the caller said so.
func (p *Pass) leftOut() []Gap {
	var out []Gap
	if n := p.excluded; n > 0 {
		out = append(out, Gap{Kind: GapExcluded, Held: n, What: p.Lang.Count(n, "%d resource was left out by %s", "%d resources were left out by %s", p.flag("exclude"))})
	}
	for _, g := range p.Exclude {
		if !p.excludes[g] {
			out = append(out, Gap{Kind: GapUnused, What: p.Lang.Say("%s %s matches no resource", p.flag("exclude"), g)})
		}
	}
	if n := p.unchanged; n > 0 {
		out = append(out, Gap{Kind: GapExcluded, Held: n, What: p.Lang.Count(n, "%d resource was left out by %s: this plan does not change it", "%d resources were left out by %s: this plan does not change them", p.flag("changed-only"))})
	}
	return out
}

// Count fills the numbers of findings in the summary; a waived finding counts
// as waived and as nothing else.
func (r *Report) Count() {
	s := &r.Summary
	s.Errors, s.Warnings, s.Notices, s.Waived = 0, 0, 0, 0
	for _, f := range r.Findings {
		switch {
		case f.Waiver != nil:
			s.Waived++
		case f.Level == Error:
			s.Errors++
		case f.Level == Warning:
			s.Warnings++
		case f.Level == Notice:
			s.Notices++
		}
	}
}

// enter writes a subject's entry; nothing of the subject itself is kept.
func (p *Pass) enter(s *Subject) {
	p.belief = p.believed(s)
	p.entries = append(p.entries, Resource{Address: s.addr, Belief: p.beliefs.one(&p.belief, keepBelief), At: s.Resource.At})
	p.Summary.Resources++
	p.moved(s)
	p.draw(s)
	p.declared(s)
	p.frees(s)
	if s.Resource.Action == tf.Forget && s.Resource.Mode == tf.Managed && s.Placement.Type.Holds != catalog.Nothing {
		p.let++
	}
	if !s.Holds() {
		return
	}
	p.Summary.Holding++
	if s.Class.Assumed {
		p.Undeclared++
	}
	if s.Verdict == Undetermined || !s.known() {
		p.Summary.Undetermined++
	}
	if s.placed() {
		p.Summary.Placed++
	}
}

// unwritten reports whether nothing is written of where the state is kept.
func unwritten(b *tf.Backend) bool { return b != nil && b.Type == "local" && b.At == nil }

// believed is what the report says of a subject. Its lists are the pass's own,
// until keepBelief copies them.
func (p *Pass) believed(s *Subject) Belief {
	r, pl := s.Resource, s.Placement
	out := Belief{Type: r.Type, Mode: r.Mode.String(), Action: r.Action.String(),
		Provider: ProviderRef{Source: r.Provider.Source, Alias: r.Provider.Alias},
		Holds:    string(pl.Type.Holds), Service: pl.Type.Service,
		Class: Class{Name: s.Class.Name, Assumed: s.Class.Assumed}, Verdict: s.Verdict, Sites: p.sites[:0], Input: p.inputOf(s)}
	if r.Mode == tf.Data {
		out.Holds = "nothing"
	}
	if pl.Vendor != nil {
		out.Vendor = pl.Vendor.ID
	}
	for _, j := range s.Sites {
		if !j.Implied {
			out.Sites = append(out.Sites, j.report())
		}
	}
	if s.Holds() && len(s.Open) > 0 {
		p.questions = p.questions[:0]
		for _, q := range s.Open {
			p.questions = append(p.questions, Question{What: q.What, Settle: q.Settle})
		}
		out.Questions = p.questions
	}
	p.sites = out.Sites
	p.why = p.reasons(p.why[:0], pl.Why)
	for i := range s.Sites {
		p.why = p.reasons(p.why, s.Sites[i].Why)
	}
	p.why = p.reasons(p.why, s.Class.Why)
	out.Why = p.why
	return out
}

// inputOf names a subject's input where there are several.
func (p *Pass) inputOf(s *Subject) string {
	if !p.several {
		return ""
	}
	return s.Config.Source
}

func keepBelief(b Belief) *Belief {
	b.Sites, b.Questions, b.Why = slices.Clone(b.Sites), slices.Clone(b.Questions), slices.Clone(b.Why)
	return &b
}

func (j Judged) report() Site {
	out := Site{Role: j.Role, Region: j.Code, Country: j.Country(), Certainty: "proven", Verdict: j.Verdict}
	if out.Country == "" && j.Site.Region != nil {
		out.Countries = j.Site.Region.Countries
	}
	if j.Operator != nil {
		out.Operator = j.Operator.ID
	}
	if j.Offer != nil {
		out.Offer = j.Offer.ID
	}
	if j.Probable {
		out.Certainty = "probable"
	}
	return out
}

// placed reports whether it is known who has the resource's data in which
// countries, copies aside, whatever its verdict.
func (s *Subject) placed() bool {
	if s.Placement.Internal != "" || s.Placement.Loopback {
		return true
	}
	found := false
	for _, site := range s.Sites {
		switch {
		case copied(site.Role):
			continue
		case site.Operator == nil || site.Region == nil || site.Region.Country == "" && len(site.Region.Countries) == 0:
			return false
		}
		found = true
	}
	return found
}

// known reports whether it is known who holds the resource's data, whatever
// its verdict.
func (s *Subject) known() bool {
	pl := s.Placement
	return pl.Vendor != nil || pl.Internal != "" || pl.Loopback
}
