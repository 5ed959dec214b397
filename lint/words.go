package lint

import (
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
)

// fill adds the words that every message may use to a rule's own.
func (p *Pass) fill(s *Subject, site *Judged, own Args) Args {
	out := Args{"as_of": p.AsOf, "edition": p.Edition.From, "doctrine": p.Doctrine.ID, "territory": p.Doctrine.Territory.Name,
		"register": p.Doctrine.Register, "register_day": p.AsOf, "clause": "", "routes": p.routes()}
	if p.Register != nil {
		out["register"], out["register_day"] = p.Register.Title, p.Register.AsOf
	}
	if c := p.Doctrine.Clause(p.Edition.Cites[p.rule.Name]); c != nil {
		out["clause"] = c.Title
	}
	if s != nil {
		p.fillSubject(out, s)
	}
	if site != nil {
		p.fillSite(out, site)
	}
	for k, v := range own {
		out[k] = v
	}
	return out
}

func (p *Pass) fillSubject(out Args, s *Subject) {
	out["address"], out["type"], out["class"] = s.Resource.Address, s.Resource.Type, s.Class.Name
	out["provider"] = s.Resource.Provider.Source
	out["what"] = strings.ReplaceAll(s.Placement.Type.Service, "-", " ")
	if out["what"] == "" {
		out["what"] = s.Resource.Type
	}
	out["operator"] = s.Resource.Provider.Source
	if v := s.Placement.Vendor; v != nil {
		out["operator"], out["control"] = v.Name, control(v)
	}
	var what, settle []string
	for _, q := range s.Open {
		what, settle = append(what, q.What), append(settle, q.Settle)
	}
	out["questions"], out["settle"] = strings.Join(what, "; "), strings.Join(settle, "; ")
}

func (p *Pass) fillSite(out Args, site *Judged) {
	if site.Operator != nil {
		out["operator"], out["control"] = site.Operator.Name, control(site.Operator)
	}
	out["role"] = site.Role
	out["place"] = Place(*site)
	if o := site.Offer; o != nil {
		out["offer"], out["offer_id"], out["from"], out["until"] = o.Name, o.ID, o.From, o.Until
	}
}

// Place writes a site's place: "eu-west-3 (FR)"; "a place left open" when it
// is not known.
func Place(site Judged) string {
	code, country := site.Code, site.Country()
	if country == "" && site.Region != nil {
		country = strings.Join(site.Region.Countries, ", ")
	}
	switch {
	case code != "" && country != "":
		return code + " (" + country + ")"
	case code != "":
		return code
	case country != "":
		return country
	}
	return "a place left open"
}

// control writes who controls a vendor: "US", or the parent's country.
func control(v *catalog.Vendor) string {
	for _, c := range []string{v.Control, v.ParentCountry, v.Seat} {
		if c != "" && c != "unknown" {
			return strings.ToUpper(c)
		}
	}
	return "a country not established"
}

// routes names the ways that are open, for hints: "a, b or c".
func (p *Pass) routes() string {
	var out []string
	for _, r := range p.Doctrine.Routes {
		if r.Status == "open" {
			out = append(out, r.Text)
		}
	}
	if last := len(out) - 1; last > 0 {
		return strings.Join(out[:last], ", ") + " or " + out[last]
	}
	return strings.Join(out, "")
}
