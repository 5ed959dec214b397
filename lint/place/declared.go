package place

import (
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

func byAddress(o Options) bool {
	return slices.ContainsFunc(o.Internal, func(in Internal) bool { return len(in.Match) > 0 }) ||
		slices.ContainsFunc(o.Offers, func(d DeclaredOffer) bool { return len(d.Match) > 0 })
}

// owned settles a resource whose operator is open by an internal cloud that
// names it, by its provider or its address. One that names hosts is held against
// the host.
func (t *task) owned() bool {
	for _, in := range t.o.Internal {
		if len(in.Hosts) == 0 && t.claims(in) {
			t.internal(in, "")
			return true
		}
	}
	return false
}

// claims reports whether an internal cloud names the resource, its host apart.
func (t *task) claims(in Internal) bool {
	return (in.Provider == "" || sameSource(in.Provider, t.r.Provider.Source)) && (len(in.Match) == 0 || t.covered(in.Match))
}

// covered reports whether an address pattern covers the resource.
func (t *task) covered(patterns []string) bool {
	return t.o.Covers != nil && slices.ContainsFunc(patterns, func(g string) bool { return t.o.Covers(g, t.r.Addr) })
}

// disowned says of an internal cloud that it names what a vendor is known to hold.
func (t *task) disowned() {
	if t.out.Vendor == nil {
		return
	}
	for _, in := range t.o.Internal {
		if len(in.Hosts) == 0 && t.claims(in) {
			t.disputed[in.Name] = t.out.Vendor.Name
			t.because(t.say("declared as the internal cloud %q, but %s is known to hold it", in.Name, t.out.Vendor.Name), t.out.Vendor.Source)
		}
	}
}

// Disputed is the vendor that is known to hold what an internal cloud names; ""
// for none.
func (p *Placer) Disputed(name string) string { return p.disputed[name] }

func (t *task) internal(in Internal, host string) {
	t.out.Internal, t.out.Vendor, t.out.SelfHosted, t.out.Open = in.Name, nil, false, nil
	claim := t.say("declared as the internal cloud %q", in.Name)
	site := Site{Role: "primary", Host: host, Why: evidence.Trail{{Claim: claim, At: in.At}}}
	if in.Country != "" {
		site.Region = &catalog.Region{Country: in.Country}
	}
	t.out.Sites = []Site{site}
	t.out.Why = append(t.out.Why, evidence.Step{Claim: claim, At: in.At})
}

// declareIt says how the resource's cloud is declared as one's own.
func (t *task) declareIt() string {
	switch {
	case t.r.Mode == tf.Backing:
		return t.say("declare it as internal in .sovlint.hcl, with match = [%q] and its country", t.r.Local)
	case t.r.Provider.Source == "":
		return t.word("declare it as internal in .sovlint.hcl, with match for its address and its country")
	}
	return t.say("declare it as internal in .sovlint.hcl, with provider = %q and its country", lastTwo(t.r.Provider.Source))
}

// byDeclaration is for what its owner declared to belong to an offer: the offer
// says where it is, or its operator's only country does.
func (t *task) byDeclaration() bool {
	o := t.declaredOffer()
	if o == nil {
		return false
	}
	claim := t.say("%s is declared to belong to the offer %s", orElse(t.named, t.word("it")), o.ID)
	site := Site{Role: "primary", Why: evidence.Trail{{Claim: claim, Source: o.Source}}}
	if step, country := t.onlyCountry(); country != "" {
		site.Region, site.Why = &catalog.Region{Country: country}, append(site.Why, step)
	}
	t.site(site)
	return true
}

// declaredOffer is the offer of the vendor that the resource's address or the
// deciding host is declared for; nil for none.
func (t *task) declaredOffer() *catalog.Offer {
	for _, o := range t.c.Offers(t.out.Vendor.ID) {
		for _, d := range t.o.Offers {
			if !o.Declared || d.ID != o.ID {
				continue
			}
			if t.covered(d.Match) || t.named != "" && slices.ContainsFunc(d.Hosts, func(h string) bool { return hostUnder(t.named, h) }) {
				return o
			}
		}
	}
	return nil
}

// declareOffer says how what code cannot tell is declared to be of an offer.
func (t *task) declareOffer(o *catalog.Offer) string {
	if !o.Declared {
		return t.word("write the region")
	}
	by := "match"
	if len(t.out.Provider.Hosts) > 0 {
		by = t.word("hosts or match")
	}
	return t.say("declare offer %q in .sovlint.hcl, with %s for what is in it", o.ID, by)
}
