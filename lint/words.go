package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/speech"
)

// hole gives the words that fill a hole of a message: a rule's own first, then
// those that every message may use; a hole nobody knows stays as written.
func (p *Pass) hole(s *Subject, site *Judged, own Args, name string) string {
	if text, ok := own[name]; ok {
		return text
	}
	for _, fill := range []func() (string, bool){
		func() (string, bool) { return p.fillSite(site, name) },
		func() (string, bool) { return p.fillSubject(s, name) },
		func() (string, bool) { return p.fillRun(name) },
	} {
		if text, ok := fill(); ok {
			return text
		}
	}
	return "{" + name + "}"
}

func (p *Pass) fillRun(name string) (string, bool) {
	switch name {
	case "as_of":
		return p.AsOf, true
	case "edition":
		return p.Edition.From, true
	case "doctrine":
		return p.Doctrine.ID, true
	case "territory":
		return p.Doctrine.Territory.In(p.Lang), true
	case "mark":
		return cmp.Or(p.Doctrine.Mark, p.registerWords("register")), true
	case "register", "register_day":
		return p.registerWords(name), true
	case "clause":
		if c := p.Doctrine.Clause(p.cited()); c != nil {
			return p.Lang.Word(c.Title), true
		}
		return "", true
	case "routes":
		return p.ways, true
	}
	return "", false
}

func (p *Pass) registerWords(name string) string {
	switch {
	case p.Register == nil && name == "register":
		return p.Doctrine.Register
	case p.Register == nil:
		return p.AsOf
	case name == "register":
		return p.Lang.Word(p.Register.Title)
	}
	return p.Register.AsOf
}

func (p *Pass) fillSubject(s *Subject, name string) (string, bool) {
	if s == nil {
		return "", false
	}
	switch name {
	case "address":
		return s.Resource.String(), true
	case "type":
		return s.Resource.Type, true
	case "class":
		return p.Lang.Word(s.Class.Name), true
	case "provider":
		return s.Resource.Provider.Source, true
	case "what":
		return cmp.Or(Category(p.Lang, s.Placement.Type.Service), s.Resource.Type, p.Lang.Word("what this module makes")), true
	case "operator":
		if v := s.Placement.Vendor; v != nil {
			return v.Name, true
		}
		return s.Resource.Provider.Source, true
	case "control":
		if v := s.Placement.Vendor; v != nil {
			return p.control(v), true
		}
	case "questions":
		return openWords(s, func(q place.Question) string { return q.What }), true
	case "settle":
		return openWords(s, func(q place.Question) string { return q.Settle }), true
	}
	return "", false
}

// openWords joins what is open, each thing once: a part and its whole may ask the
// same.
func openWords(s *Subject, word func(place.Question) string) string {
	var out []string
	for _, q := range s.Open {
		if w := word(q); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return strings.Join(out, "; ")
}

func (p *Pass) fillSite(site *Judged, name string) (string, bool) {
	if site == nil {
		return "", false
	}
	o, v := site.Offer, site.Operator
	switch {
	case name == "role":
		return p.Lang.Word(site.Role), true
	case name == "copy" && site.Sent:
		return p.Lang.Word("its destination"), true
	case name == "copy":
		return p.Lang.Word("its replica"), true
	case name == "place":
		return Place(p.Lang, *site), true
	case name == "operator" && v != nil:
		return v.Name, true
	case name == "control" && v != nil:
		return p.control(v), true
	case o == nil:
		return "", false
	case name == "offer":
		return o.Name, true
	case name == "offer_id":
		return o.ID, true
	case name == "from":
		return o.From, true
	case name == "until":
		return o.Until, true
	}
	return "", false
}

// Category writes a category of services of the catalog in words, "" for none.
func Category(l speech.Lang, category string) string {
	return l.Word(cmp.Or(spelled[category], strings.ReplaceAll(category, "-", " ")))
}

// spelled are the categories whose id is no word to begin a sentence with.
var spelled = map[string]string{
	"ai": "AI", "cdn": "CDN", "ci": "CI", "dns": "DNS", "iot": "IoT", "other": "other data", "secrets": "secret store", "vpn": "VPN", "waf": "WAF",
}

// VerdictWord writes a verdict in words; in English its id says enough.
func VerdictWord(l speech.Lang, verdict string) string {
	if l != speech.French {
		return verdict
	}
	return l.Word(strings.ReplaceAll(verdict, "-", " "))
}

// Place writes a site's place: "eu-west-3 (FR)"; "a place left open" when it
// is not known.
func Place(l speech.Lang, site Judged) string {
	code, country := site.Code, site.Country()
	if country == "" && site.Region != nil {
		country = strings.Join(site.Region.Countries, ", ")
	}
	switch {
	case code == "global" && country == "":
		return l.Word("no single place")
	case code == "anywhere" && country == "":
		return l.Word("any region the operator chooses")
	case code != "" && country != "":
		return code + " (" + country + ")"
	case code != "":
		return code
	case country != "":
		return country
	}
	return l.Word("a place left open")
}

// control writes who controls a vendor: "US", or the parent's country.
func (p *Pass) control(v *catalog.Vendor) string {
	for _, c := range []string{v.Control, v.ParentCountry, v.Seat} {
		if c != "" && c != "unknown" {
			return strings.ToUpper(c)
		}
	}
	return p.Lang.Word("a country not established")
}

// routes names the ways that are open on the day judged for, for hints: "a, b or
// c".
func (p *Pass) routes() string {
	var out []string
	for _, r := range p.Doctrine.Routes {
		if r.Standing(p.Register, p.AsOf) == "open" {
			out = append(out, r.In(p.Lang))
		}
	}
	return p.Lang.Or(out)
}
