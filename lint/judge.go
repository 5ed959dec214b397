package lint

import (
	"cmp"
	"slices"
	"time"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// The verdicts, spelled as in the report.
const (
	ForeignControl   = "foreign-control"
	Outside          = "outside"
	Unqualified      = "unqualified"
	Candidate        = "candidate"
	Undetermined     = "undetermined"
	ApprovedExpiring = "approved-expiring"
	Approved         = "approved"
	InternalCloud    = "internal"
	NotConcerned     = "not-concerned"
)

// Verdicts lists the verdicts, worst first.
func Verdicts() []string {
	return []string{ForeignControl, Outside, Unqualified, Candidate, Undetermined, ApprovedExpiring, Approved, InternalCloud, NotConcerned}
}

// expiringDays is how long before its end an offer is spoken of.
const expiringDays = 90

// judge gives a subject its verdict, and one to each of its sites.
func (p *Pass) judge(s *Subject) {
	s.Open = append(s.Open, s.Placement.Open...)
	if s.Placement.Vendor != nil {
		s.Service = p.Doctrine.Service(s.Placement.Vendor.ID, s.Placement.Type.Service, p.Body, p.AsOf)
	}
	s.Reserved = p.Edition.Reserves[s.Class.Name]
	p.assessed(s)
	if s.Service != nil {
		s.Reserved = "always"
	}
	for _, site := range s.Placement.Sites {
		s.Sites = append(s.Sites, Judged{Site: site})
	}
	if !s.Holds() || s.Reserved == "" {
		s.settle(NotConcerned)
		return
	}
	if v := p.whole(s); v != "" {
		s.settle(v)
		p.judgeCopies(s)
		return
	}
	p.judgeSites(s)
}

// whole is the verdict of what can be judged without looking at its sites.
func (p *Pass) whole(s *Subject) string {
	pl := s.Placement
	switch {
	case pl.Internal != "":
		if len(pl.Sites) > 0 && !p.within(pl.Sites[0]) {
			return Outside
		}
		return InternalCloud
	case pl.Loopback:
		return InternalCloud
	case s.Resource.Mode == tf.Module, pl.SelfHosted, pl.Provider.Source == "":
		return Undetermined
	case pl.Type.Name == "":
		s.ask(p.Lang.Say("what %s holds is not in the catalog", s.Resource.Type), p.Lang.Word("update sovlint, or look the type up and leave its address out with --exclude"))
		return Undetermined
	case pl.Vendor == nil && len(pl.Sites) == 0:
		return Undetermined
	}
	return ""
}

// judgeCopies judges the copies of what is one's own: they may be anybody's.
func (p *Pass) judgeCopies(s *Subject) {
	for i, site := range s.Sites {
		if site.IsCopy() {
			s.Sites[i].Verdict = p.verdict(s, site.Site)
			s.Verdict = worse(s.Verdict, s.Sites[i].Verdict)
		}
	}
	if s.Verdict == InternalCloud && s.Placement.Internal != "" && len(s.Open) > 0 {
		s.Verdict = Undetermined // what it names of others may take the data
	}
}

func (p *Pass) judgeSites(s *Subject) {
	if !slices.ContainsFunc(s.Sites, func(j Judged) bool { return !copied(j.Role) }) {
		implied := place.Site{Role: "primary", Operator: s.Placement.Vendor}
		s.Sites = slices.Insert(s.Sites, 0, Judged{Site: implied, Implied: true})
	}
	worst := NotConcerned
	for i := range s.Sites {
		s.Sites[i].Offer = p.then(s.Sites[i].Offer)
		s.Sites[i].Verdict = p.verdict(s, s.Sites[i].Site)
		worst = worse(worst, s.Sites[i].Verdict)
	}
	if (worst == Approved || worst == ApprovedExpiring) && len(s.Open) > 0 {
		worst = Undetermined // a copy whose place is open may be anywhere
	}
	s.Verdict = worst
	if worst == Undetermined && len(s.Open) == 0 {
		s.ask(p.Lang.Word("whether a qualified offer covers this place is not known"), p.Lang.Word("declare the offer in .sovlint.hcl, with hosts or match for what is in it"))
	}
}

func (s *Subject) settle(verdict string) {
	s.Verdict = verdict
	for i := range s.Sites {
		s.Sites[i].Verdict = verdict
	}
}

func (s *Subject) ask(what, settle string) {
	s.Open = append(s.Open, place.Question{What: what, Settle: settle})
}

// worse returns the worse of two verdicts.
func worse(a, b string) string {
	if slices.Index(Verdicts(), b) < slices.Index(Verdicts(), a) {
		return b
	}
	return a
}

// verdict judges one site. Where every possible answer is a violation, it is
// that violation with the place left open.
func (p *Pass) verdict(s *Subject, site place.Site) string {
	switch {
	case site.Operator == nil:
		return Undetermined
	case p.Foreign(site.Operator):
		return ForeignControl
	case !p.within(site):
		return Outside
	case p.Doctrine.Attestation != "":
		s.ask(p.Lang.Say("whether %s holds for this service of %s is in no table here", p.Lang.Word(p.Doctrine.Attestation), site.Operator.Name), p.Lang.Word("ask the operator for it"))
		return Undetermined
	case p.Doctrine.Register == "":
		return p.byPlace(site)
	case site.Offer != nil:
		return p.offer(s, site)
	case p.possible(site, s):
		return Undetermined
	}
	return Unqualified
}

// Foreign reports whether an operator is under control from outside the Union
// in the grades that the edition does not accept.
func (p *Pass) Foreign(v *catalog.Vendor) bool {
	if v == nil || len(p.Edition.Grades) == 0 || p.athome(v) {
		return false
	}
	if v.EUControlled == catalog.No {
		return true
	}
	return v.EUControlled != catalog.Yes && slices.ContainsFunc(v.Reach, func(r catalog.Reach) bool {
		return slices.Contains(p.Edition.Grades, r.Grade)
	})
}

// athome reports whether an operator is under a control that the doctrine
// accepts beside the Union's.
func (p *Pass) athome(v *catalog.Vendor) bool {
	return slices.Contains(p.Doctrine.Home, cmp.Or(v.ParentCountry, v.Seat))
}

// byPlace is the verdict where only the place counts: one that is left open may
// be anywhere the operator has a region.
func (p *Pass) byPlace(site place.Site) string {
	if len(p.Doctrine.Territory.Countries) == 0 || site.Region != nil && (site.Region.Country != "" || len(site.Region.Countries) > 0) {
		return Approved
	}
	in, out := 0, 0
	for _, r := range p.Catalog.Regions(site.Operator.ID) {
		if p.within(place.Site{Region: r}) {
			in++
		} else {
			out++
		}
	}
	switch {
	case in > 0 && out == 0:
		return Approved
	case out > 0 && in == 0:
		return Outside
	}
	return Undetermined
}

// within reports whether a site is in the permitted territory, or may be.
func (p *Pass) within(site place.Site) bool {
	if site.Region == nil || len(p.Doctrine.Territory.Countries) == 0 {
		return true
	}
	if c := site.Region.Country; c != "" {
		return p.Doctrine.Territory.has(c)
	}
	if len(site.Region.Countries) > 0 {
		return !slices.ContainsFunc(site.Region.Countries, func(c string) bool { return !p.Doctrine.Territory.has(c) })
	}
	return true
}

// Within reports whether a site is in the permitted territory, or may be.
func (p *Pass) Within(site Judged) bool { return p.within(site.Site) }

func (p *Pass) offer(s *Subject, site place.Site) string {
	o := site.Offer
	switch {
	case o.Status == "candidate":
		return Candidate
	case o.Status != "qualified", site.Uncovered, o.From > p.AsOf:
		return Unqualified
	case o.Seen != "":
		return p.history(s, o)
	case o.Until == "":
		return Approved
	}
	left := p.DaysTo(o.Until)
	switch {
	case left > expiringDays:
		return Approved
	case left >= 0:
		return ApprovedExpiring
	case p.Register != nil && p.Register.AsOf > o.Until:
		return Unqualified
	}
	return ApprovedExpiring
}

// DaysTo counts the days from the day judged for to another; negative when it
// is past.
func (p *Pass) DaysTo(day string) int {
	to, err := time.Parse(time.DateOnly, day)
	from, err2 := time.Parse(time.DateOnly, p.AsOf)
	if err != nil || err2 != nil {
		return 0
	}
	return int(to.Sub(from).Hours() / 24)
}

// possible reports whether a qualified offer of the operator may cover a site
// whose region is open.
func (p *Pass) possible(site place.Site, s *Subject) bool {
	if site.Region != nil && site.Region.ID != "" {
		return false
	}
	for _, o := range p.offers(site.Operator) {
		if o.Seen != "" {
			continue // it is met through the row that it precedes
		}
		if o = p.then(o); o.Status == "qualified" && o.From <= p.AsOf && !p.lapsed(o) && !p.Catalog.Outside(o, s.Resource.Type, s.Placement.Service()) {
			return true
		}
	}
	return false
}

func (p *Pass) lapsed(o *catalog.Offer) bool {
	return o.Until != "" && o.Until < p.AsOf && p.Register != nil && p.Register.AsOf > o.Until
}
