package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// site adds a site of the resource's vendor, once.
func (t *task) site(s Site) {
	s.Operator, s.Host = t.out.Vendor, t.named
	if !slices.ContainsFunc(t.out.Sites, s.same) {
		t.out.Sites = append(t.out.Sites, s)
	}
}

// same reports whether two sites are one place in one role.
func (s Site) same(o Site) bool {
	return s.Role == o.Role && s.Code == o.Code && s.Operator == o.Operator && s.Country() == o.Country() &&
		slices.Equal(s.countries(), o.countries())
}

func (s Site) countries() []string {
	if s.Region == nil {
		return nil
	}
	return s.Region.Countries
}

// place adds a primary site if the code is one of the vendor's. A code that
// belongs to nobody known is no place where a host has redirected the provider,
// nor where it only narrows a region; elsewhere it is a question of its own.
func (t *task) place(path, code string, at *tf.Range, maybe bool) bool {
	claim := wrote(path, code)
	for _, p := range t.lines() {
		if p.Path == path && p.Says(code) {
			t.spread(p, tail(code), claim, at)
			return true
		}
	}
	if t.add("primary", code, claim, at, maybe) {
		return true
	}
	_, dummy := t.c.Trait(t.out.Provider.Source, "dummy-region")
	if t.redir && dummy || code == "" || t.c.Narrows(t.out.Provider.Source, path) {
		return false
	}
	t.unknownCode(code, claim, at, maybe)
	return true
}

// knows reports whether a text can be a place at a path.
func (t *task) knows(path, text string) bool {
	if t.region(text) != nil || slices.ContainsFunc(t.lines(), func(p catalog.Place) bool { return p.Path == path && p.Says(text) }) {
		return true
	}
	_, ok := t.c.Under(t.out.Vendor.ID, text)
	return ok
}

func (t *task) unknownCode(code, claim string, at *tf.Range, maybe bool) {
	if strings.EqualFold(code, global[1:]) {
		t.global(claim)
		return
	}
	s := Site{Role: "primary", Code: evidence.Shown(code), Probable: maybe || t.maybe, Why: evidence.Trail{{Claim: claim, At: at}}}
	if reg := t.nearly(code); reg != nil {
		s.Region, s.Probable = &catalog.Region{Country: reg.Country, Countries: reg.Countries, EU: reg.EU, EEA: reg.EEA}, true
		s.Why = append(s.Why, evidence.Step{Claim: t.say("it reads like a zone of %s, which is in %s", reg.ID, placeName(t.o.Lang, reg)), Source: reg.Source})
	}
	t.site(s)
	what := t.say("%q is not among the regions of %s known on %s", code, t.out.Vendor.Name, t.tableDate())
	if len(t.c.Regions(t.out.Vendor.ID)) == 0 {
		what = t.say("%q is not among the regions of %s known in the catalog", code, t.out.Vendor.Name)
	}
	t.ask(what, t.word("check the spelling; if it is a newer region, update sovlint"))
}

// nearly is the region whose name a code continues by the letter of a zone, be
// it spelled as no zone is: us-central1c; nil for none.
func (t *task) nearly(code string) *catalog.Region {
	for _, reg := range t.c.Regions(t.out.Vendor.ID) {
		rest, ok := strings.CutPrefix(squash(code), squash(reg.ID))
		rest = strings.TrimLeft(rest, "-_")
		if ok && len(rest) == 1 && rest[0] >= 'a' && rest[0] <= 'z' {
			return reg
		}
	}
	return nil
}

// add adds a site whose code the vendor's table knows, or which the tables of
// the second layer translate.
func (t *task) add(role, code, claim string, at *tf.Range, maybe bool) bool {
	reg := t.region(code)
	under, below := t.c.Under(t.out.Vendor.ID, code)
	if reg == nil && !below || code == "" {
		return false
	}
	if reg == nil {
		return t.addUnder(role, code, under, claim, at, maybe)
	}
	if t.hasRole(role, reg.ID, t.out.Vendor) {
		return true
	}
	t.site(Site{Role: role, Code: reg.ID, Region: reg, Probable: maybe || t.maybe || reg.Kind == hinted, Why: evidence.Trail{
		{Claim: claim, At: at},
		{Claim: t.say("%s of %s is in %s", reg.ID, t.out.Vendor.Name, placeName(t.o.Lang, reg)), Source: reg.Source},
	}})
	t.hint(reg)
	if below {
		t.addHost(under, reg.ID, evidence.Step{Claim: claim, At: at}, maybe)
	}
	return true
}

// hinted is the kind of a region that is only wished for.
const hinted = "location-hint"

// hint says of a code what it does not promise: one that is only a wish need not
// be kept, and one that spans countries nobody lists is no place.
func (t *task) hint(reg *catalog.Region) {
	switch {
	case reg.Kind == hinted:
		t.ask(t.say("%q of %s is a wish and no promise: the data may be elsewhere", reg.ID, t.out.Vendor.Name),
			t.word("use a jurisdiction where the vendor promises one"))
	case reg.Country == "" && len(reg.Countries) == 0:
		t.ask(t.say("%q of %s is no single place, and its countries are not in the catalog", reg.ID, t.out.Vendor.Name),
			t.word("name a region for data that must stay in one place"))
	}
}

func (t *task) hasRole(role, code string, operator *catalog.Vendor) bool {
	return slices.ContainsFunc(t.out.Sites, func(s Site) bool { return s.Role == role && s.Code == code && s.Operator == operator })
}

func (t *task) region(code string) *catalog.Region {
	for _, c := range []string{code, tail(code), strings.TrimPrefix(tail(code), "regional-")} {
		if reg := t.c.Region(t.out.Vendor.ID, c); reg != nil {
			return reg
		}
	}
	return nil
}

func placeName(l speech.Lang, r *catalog.Region) string {
	switch {
	case r.City != "" && r.Country != "":
		return r.City + ", " + r.Country
	case r.Country != "":
		return r.Country
	case len(r.Countries) > 0:
		return strings.Join(r.Countries, ", ")
	}
	return l.Word("no single country")
}

// lines are the catalog's words on values of the resource's own attributes.
func (t *task) lines() []catalog.Place {
	if !t.looked {
		t.looked = true
		t.spoken = t.c.Places(t.out.Provider.Source, t.r.Type)
		if t.arm != "" {
			t.spoken = append(t.spoken, t.c.Places(t.out.Provider.Source, t.arm)...)
		}
	}
	return t.spoken
}

// spread adds the place that a line of the catalog gives to a value.
func (t *task) spread(p catalog.Place, code, claim string, at *tf.Range) {
	t.spoke = true
	reg := Spread(t.out.Sites, p)
	if reg == nil {
		t.anywhere(claim+": "+t.word(p.Why), at)
		return
	}
	if p.Kind == catalog.Zone {
		code = ""
	}
	t.site(Site{Role: "primary", Code: code, Region: reg, Why: evidence.Trail{{Claim: claim, At: at}, {Claim: t.word(p.Why), Source: p.Fact}}})
}

// Spread is the place that a line of the catalog means for what is at some
// sites; nil where that may be anywhere.
func Spread(sites []Site, p catalog.Place) *catalog.Region {
	switch p.Kind {
	case catalog.Anywhere:
		return nil
	case catalog.Zone:
		country := zoneOf(sites)
		if country == "" {
			return nil
		}
		p.Countries = []string{country}
	}
	return p.Region()
}

// zoneOf is the vendor's data zone around some places: "EU" or "US"; "" where
// they are in none, or in both.
func zoneOf(sites []Site) string {
	out := ""
	for _, s := range sites {
		zone := ""
		switch {
		case s.Region == nil:
			continue
		case s.Region.EU == catalog.Yes || s.Region.Country == "EU":
			zone = "EU"
		case s.Region.Country == "US":
			zone = "US"
		}
		if zone == "" || out != "" && out != zone {
			return ""
		}
		out = zone
	}
	return out
}

// reach adds the places that a flag or a model opens beside those the resource
// has: an inference served elsewhere, data that may move.
func (t *task) reach() {
	if t.out.Vendor == nil {
		return
	}
	for _, p := range t.lines() {
		if slices.Contains(t.out.Type.Where, p.Path) {
			continue
		}
		for _, path := range t.pathsOf(p.Path) {
			for _, v := range slices.Concat(t.planned(path), t.written(path)) {
				if text, known, _ := t.ownText(v); known && p.Says(text) {
					t.spread(p, "", wrote(path, text), v.At)
				}
			}
		}
	}
}

// pathsOf spells out "@infers": every link of that kind.
func (t *task) pathsOf(path string) []string {
	if path != "@infers" {
		return []string{path}
	}
	var out []string
	for _, l := range t.out.Type.Links {
		if l.Kind == "infers" {
			out = append(out, l.Path)
		}
	}
	return out
}
