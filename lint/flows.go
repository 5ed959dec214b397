package lint

import (
	"slices"

	"github.com/sovlint/sovlint/lint/flow"
)

// An End is the other end of a flow, judged for the data at its source.
type End struct {
	flow.Edge
	Site    *Judged // the worst of its sites; nil when none is known
	Verdict string  // Undetermined when nothing is known of it
}

// Ends judges the other ends of a subject's flows of one kind. What is with the
// same operator in the same place as the data itself is left out: the data's
// own verdict says all there is to say.
func (p *Pass) Ends(s *Subject, kind string) []End {
	var out []End
	for _, e := range s.Flows {
		if e.Kind != kind {
			continue
		}
		end := End{Edge: e, Verdict: Undetermined}
		for _, site := range e.Sites {
			v := p.verdict(&Subject{Resource: s.Resource, Placement: s.Placement}, site)
			if end.Site == nil || worse(end.Verdict, v) == v {
				end.Site, end.Verdict = &Judged{Site: site, Verdict: v}, v
			}
		}
		if end.Site == nil || e.Anywhere || !beside(s, *end.Site) {
			out = append(out, end)
		}
	}
	return out
}

// beside reports whether a site is where the subject's data is already, or is
// where it is unless the environment says otherwise.
func beside(s *Subject, site Judged) bool {
	return slices.ContainsFunc(s.Sites, func(j Judged) bool {
		operator := j.Operator
		if operator == nil {
			operator = s.Placement.Vendor
		}
		return operator == site.Operator && (j.Country() == site.Country() || site.Region == nil)
	})
}

// Conforms reports whether a verdict lets reserved data stay.
func Conforms(verdict string) bool {
	return slices.Contains([]string{Approved, ApprovedExpiring, InternalCloud}, verdict)
}

// SayEnd reports a finding about a flow, with its other end as related place.
func (p *Pass) SayEnd(s *Subject, e End, key string, args Args) {
	before := len(p.findings)
	p.SetNorm(e.Verdict)
	all := Args{"via": e.Path, "to": to(s, e), "rests": e.Ref}
	for k, v := range args {
		all[k] = v
	}
	p.Say(s, e.Site, key, all)
	if len(p.findings) > before && e.To != nil {
		f := &p.findings[before]
		f.Related = append(f.Related, Related{Message: "goes to " + e.To.String(), At: e.To.At})
	}
}

// SayCopy reports a finding about a copy, with the resource it goes to as
// related place.
func (p *Pass) SayCopy(s *Subject, site Judged, key string, args Args) {
	before := len(p.findings)
	p.Say(s, &site, key, args)
	if len(p.findings) > before && site.To != nil {
		f := &p.findings[before]
		f.Related = append(f.Related, Related{Message: "goes to " + site.To.String(), At: site.To.At})
	}
}

// to names the other end as the source's own module would.
func to(s *Subject, e End) string {
	switch {
	case e.To == nil:
		return e.Named
	case e.To.Module == s.Resource.Module:
		return e.To.Local
	}
	return e.To.String()
}
