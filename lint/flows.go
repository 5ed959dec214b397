package lint

import (
	"cmp"
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// An End is the other end of a flow, judged for the data at its source.
type End struct {
	flow.Edge
	Site    *Judged // the worst of its sites; nil when none is known
	Verdict string  // Undetermined when nothing is known of it
}

// Carries reports whether a resource that holds no data itself sends somebody's
// data elsewhere: the logging of a bucket, the key of an account.
func (s *Subject) Carries() bool {
	r := s.Resource
	return r.Mode == tf.Managed && r.Action.Remains() && s.Placement.Type.Holds == catalog.Nothing && s.Reserved != "" &&
		slices.ContainsFunc(s.Placement.Type.Links, func(l catalog.Link) bool { return place.Copies(l.Kind) || flow.Follows(l.Kind) })
}

// Weigh judges a site for the data of a subject, be it the subject's own or that
// of the resource it is a part of.
func (p *Pass) Weigh(s *Subject, site Judged) string {
	if s.Concerned() && site.Verdict != "" {
		return site.Verdict
	}
	return p.verdict(&Subject{Resource: s.Resource, Placement: s.Placement}, site.Site)
}

// Home is the verdict on where the data of a subject is, copies apart.
func (p *Pass) Home(s *Subject) string {
	if s.Concerned() {
		return s.Verdict
	}
	out := NotConcerned
	for site := range s.homes {
		out = worse(out, p.Weigh(s, *site))
	}
	return out
}

// homes goes through the places of the data itself; the vendor alone where no
// place is known.
func (s *Subject) homes(yield func(*Judged) bool) {
	none := true
	for i := range s.Sites {
		if !s.Sites[i].IsCopy() {
			if none = false; !yield(&s.Sites[i]) {
				return
			}
		}
	}
	if none && s.Placement.Vendor != nil {
		yield(&Judged{Site: place.Site{Role: "primary", Operator: s.Placement.Vendor}, Implied: true})
	}
}

// Ends judges the other ends of a subject's flows of one kind. What is no worse
// off than the data itself is left out: the data's own verdict says all there is
// to say.
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
		if end.Site != nil && !e.Anywhere && (p.Beside(s, *end.Site) || slices.ContainsFunc(out, end.sameKey)) {
			continue
		}
		out = append(out, end)
	}
	return out
}

// askEnds asks for the other ends that nobody can see, of data that is where it
// should not be: no rule speaks of them, since they cannot make it worse.
func (p *Pass) askEnds(s *Subject) {
	if !s.Holds() || Conforms(s.Verdict) || s.Verdict == Undetermined || s.Verdict == NotConcerned {
		return
	}
	for _, e := range s.Flows {
		if !e.Known() && !e.Hidden {
			s.ask(p.Lang.Say("where %s leads is not known: it rests on %s", e.Path, e.Ref), p.Lang.Word("give the input that makes it"))
		}
	}
}

// sameKey reports whether an end is a key and another the vault it is in: two
// arguments that name one key.
func (e End) sameKey(o End) bool {
	return e.Kind == flow.EncryptedBy && o.Site != nil && o.Site.Operator == e.Site.Operator && Place("", *o.Site) == Place("", *e.Site)
}

// Beside reports whether a site is no worse off than the subject's data: with
// the operator of the data, judged no worse, and in its country, or in the
// territory. A site whose place nobody knows is read as the data's own.
func (p *Pass) Beside(s *Subject, site Judged) bool {
	for j := range s.homes {
		operator := j.Operator
		if operator == nil {
			operator = s.Placement.Vendor
		}
		if operator == site.Operator && p.beside(s, j, &site) {
			return true
		}
	}
	return false
}

func (p *Pass) beside(s *Subject, home, site *Judged) bool {
	near := home.Country() != "" && home.Country() == site.Country()
	if site.Region == nil || near && home.Code == site.Code {
		return true
	}
	v := p.Weigh(s, *home)
	return worse(v, site.Verdict) == v && (near || p.within(site.Site))
}

// Worse reports whether a verdict is worse than another.
func Worse(a, b string) bool { return a != b && worse(a, b) == a }

// Conforms reports whether a verdict lets reserved data stay.
func Conforms(verdict string) bool {
	return slices.Contains([]string{Approved, ApprovedExpiring, InternalCloud}, verdict)
}

// SayEnd reports a finding about a flow, with its other end as related place.
func (p *Pass) SayEnd(s *Subject, e End, key string, args Args) {
	before := len(p.findings)
	if e.Kind != flow.Fronts {
		p.SetNorm(e.Verdict)
	}
	all := Args{"via": e.Path, "to": to(s, e), "rests": e.Ref}
	for k, v := range args {
		all[k] = v
	}
	p.Say(s, e.Site, key, all)
	if len(p.findings) > before {
		p.path(&p.findings[before], s, p.ending(e.To, e.Site, cmp.Or(e.Named, e.Ref)), e.To != nil)
	}
}

// SayCopy reports a finding about a copy, with the resource it goes to as
// related place.
func (p *Pass) SayCopy(s *Subject, site Judged, key string, args Args) {
	before := len(p.findings)
	p.Say(s, &site, key, args)
	if len(p.findings) > before {
		p.path(&p.findings[before], s, p.ending(site.To, &site, ""), site.To != nil)
	}
}

// ending is the last step of a path: a resource of the input, or what an argument
// names, and where it is.
func (p *Pass) ending(to *tf.Resource, site *Judged, named string) Related {
	var out Related
	words := named
	if to != nil {
		words, out.At = to.String(), to.At
	}
	if site == nil || words != "" && (site.Code == "" || words == site.Code) {
		out.Message = words
		return out
	}
	out.Message = Place(p.Lang, *site)
	if words != "" {
		out.Message = p.Lang.Say("%s in %s", words, out.Message)
	}
	return out
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
