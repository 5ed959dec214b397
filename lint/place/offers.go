package place

import (
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
)

// offers finds the register's row for each site.
func (t *task) offers() {
	for i, s := range t.out.Sites {
		typ, service := t.r.Type, t.out.Service()
		if s.Role == "host" {
			typ, service = "", "" // the service is its operator's: of the host there are machines
		}
		s = t.Covered(s, typ, service)
		if o := t.offered(s); o != nil {
			s.Offer, s.Uncovered = o, t.c.Outside(o, typ, service)
		}
		t.out.Sites[i] = s
	}
}

// offered is the offer that a main place of the vendor is declared for by address.
func (t *task) offered(s Site) *catalog.Offer {
	if s.Operator == nil || s.Operator != t.out.Vendor || s.Role != "primary" {
		return nil
	}
	for _, d := range t.o.Offers {
		if !t.covered(d.Match) {
			continue
		}
		for _, o := range t.c.Offers(s.Operator.ID) {
			if o.Declared && o.ID == d.ID {
				return o
			}
		}
	}
	return nil
}

// Covered gives a site the register's row that covers it: by region or by host,
// and where code cannot tell, only by what the user declares. An offer of neither,
// a zone still to be built, covers nothing that is there. typ is the resource type
// that is there and service its category; "" for none.
func (p *Placer) Covered(s Site, typ, service string) Site {
	if s.Operator == nil {
		return s
	}
	var best *catalog.Offer
	for _, o := range p.c.Offers(s.Operator.ID) {
		if p.covers(o, s) && better(o, best, p.o.AsOf) {
			best = o
		}
	}
	if best != nil {
		s.Offer = best
		s.Uncovered = p.c.Outside(best, typ, service)
	}
	return s
}

func (p *Placer) covers(o *catalog.Offer, s Site) bool {
	for _, d := range p.o.Offers {
		if o.Declared && d.ID == o.ID && s.Host != "" && slices.ContainsFunc(d.Hosts, func(h string) bool { return hostUnder(s.Host, h) }) {
			return true
		}
	}
	switch {
	case o.Declared:
		return false
	case len(o.Regions) > 0 && s.Region != nil && s.Region.ID != "":
		return slices.Contains(o.Regions, s.Region.ID)
	}
	return s.Host != "" && slices.ContainsFunc(o.Hosts, func(h string) bool { return hostUnder(s.Host, h) })
}

// better prefers a row in force, then a qualified one, then the later end.
func better(a, b *catalog.Offer, asOf string) bool {
	if b == nil {
		return true
	}
	if ra, rb := rank(a, asOf), rank(b, asOf); ra != rb {
		return ra > rb
	}
	return a.Until > b.Until
}

func rank(o *catalog.Offer, asOf string) int {
	switch {
	case o.Status == "qualified" && (asOf == "" || o.From <= asOf && asOf <= o.Until):
		return 3
	case o.Status == "candidate":
		return 2
	case o.Status == "qualified" && o.From <= asOf:
		return 1
	}
	return 0
}
