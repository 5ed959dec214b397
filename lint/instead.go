package lint

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
)

// instead names the offers in force that serve what a subject does, with the
// resource types that address them; nil where the doctrine asks for no register or
// none is known.
func (p *Pass) instead(s *Subject) []string {
	service := s.Placement.Type.Service
	if out, ok := p.alternatives[service]; ok || p.Register == nil {
		return out
	}
	var out []string
	for _, a := range p.Catalog.Alternatives(service) {
		i := slices.IndexFunc(p.Register.Offers, func(o *catalog.Offer) bool { return o.ID == a.Offer })
		if i < 0 || !p.inForce(p.Register.Offers[i]) {
			continue
		}
		out = append(out, p.alternative(a, p.Register.Offers[i]))
	}
	if p.alternatives == nil {
		p.alternatives = map[string][]string{}
	}
	p.alternatives[service] = out
	return out
}

func (p *Pass) alternative(a catalog.Alternative, o *catalog.Offer) string {
	what, types := Category(p.Lang, a.Service), strings.Join(a.Types, ", ")
	out := p.Lang.Say("%s: %s, by %s", what, o.ID, types)
	if a.How != "" {
		out = p.Lang.Say("%s: %s, by %s with %s", what, o.ID, types, a.How)
	}
	if a.Fact.Confidence == "unverified" {
		out += p.Lang.Word(" (not verified)")
	}
	return out
}

// inForce reports whether an offer is qualified on the day judged for.
func (p *Pass) inForce(o *catalog.Offer) bool {
	return o.Status == "qualified" && o.From <= p.AsOf && (o.Until == "" || p.AsOf <= o.Until)
}

// answered are the rules to whose findings another offer is an answer.
var answered = []string{"foreign-control", "unqualified-offer", "candidate-offer", "outside-territory", "uncovered-service"}

func answers(r Rule) bool {
	return slices.Contains(answered, r.Name) || slices.Contains(answered, r.Norm)
}
