package lint

import (
	"fmt"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/speech"
)

// declarations refuses what a user cannot declare.
func declarations(o Options) error {
	for _, d := range o.Offers {
		if err := declarable(o.Catalog, d.ID); err != nil {
			return written(d.At, err)
		}
	}
	for _, in := range o.Internal {
		if err := ownable(o.Catalog, in); err != nil {
			return written(in.At, err)
		}
	}
	return nil
}

// written says where a declaration stands that is refused.
func written(at *At, err error) error {
	if at == nil || at.Line < 1 {
		return err
	}
	return speech.Errorf("%s:%d:%d: %w", at.File, at.Line, at.Column, err)
}

// ownable refuses an internal cloud that takes in all that a public cloud's
// provider makes.
func ownable(c *catalog.Catalog, in Internal) error {
	prov, ok := c.Provider(in.Provider)
	if in.Provider == "" || !ok || prov.Vendor == "" || len(in.Hosts) > 0 || len(in.Match) > 0 {
		return nil
	}
	name := prov.Vendor
	if v := c.Vendor(prov.Vendor); v != nil {
		name = v.Name
	}
	return speech.Errorf("internal %q: provider %s speaks to %s; say with hosts or match which part of it is one's own", in.Name, prov.Source, name)
}

// declared counts what internal clouds and declared offers cover.
func (p *Pass) declared(s *Subject) {
	if name := s.Placement.Internal; name != "" {
		p.covered["internal "+name]++
	}
	for _, site := range s.Placement.Sites {
		if site.Offer != nil && site.Offer.Declared && site.Role == "primary" {
			p.covered["offer "+site.Offer.ID]++
			break
		}
	}
}

// declaredGaps says what each declaration covers, and which covers nothing.
func (p *Pass) declaredGaps() []Gap {
	var out []Gap
	for _, in := range p.Internal {
		g := p.declaredGap("internal", in.Name, in.At)
		if by := p.placer.Disputed(in.Name); by != "" && g.Kind == GapUnused {
			g.What += p.Lang.Say(": what it names is known to be held by %s", by)
		}
		out = append(out, g)
	}
	for _, d := range p.Offers {
		out = append(out, p.declaredGap("offer", d.ID, d.At))
	}
	return out
}

func (p *Pass) declaredGap(kind, name string, at *At) Gap {
	text := fmt.Sprintf("%s %q", kind, name)
	n := p.covered[kind+" "+name]
	if n == 0 {
		return Gap{Kind: GapUnused, At: at, What: p.Lang.Say("%s covers no resource", text)}
	}
	return Gap{Kind: GapGiven, At: at, What: p.Lang.Count(n, "%[2]s covers %[1]d resource", "%[2]s covers %[1]d resources", text)}
}

// declarable refuses an offer that no register lists, and one that code tells
// by itself: a declaration must not stretch it over other hosts.
func declarable(c *catalog.Catalog, id string) error {
	for _, r := range c.Registers() {
		for _, o := range r.Offers {
			if o.ID == id && !o.Declared {
				return speech.Errorf("offer %q: its regions and hosts are known; only an offer that code cannot tell can be declared", id)
			}
			if o.ID == id {
				return nil
			}
		}
	}
	return speech.Errorf("offer %q: no register lists it; sovlint catalog offers shows those that do exist", id)
}
