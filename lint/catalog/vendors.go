package catalog

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/sovlint/sovlint/lint/evidence"
)

type sourceBlock struct {
	Name       string `hcl:"name"`
	URL        string `hcl:"url,optional"`
	AsOf       string `hcl:"as_of"`
	Confidence string `hcl:"confidence"`
}

func (s sourceBlock) source() evidence.Source { return evidence.Source(s) }

type vendorFile struct {
	Vendor struct {
		ID            string       `hcl:"id,label"`
		Name          string       `hcl:"name"`
		Role          string       `hcl:"role"`
		LegalEntity   string       `hcl:"legal_entity,optional"`
		Seat          string       `hcl:"seat,optional"`
		Parent        string       `hcl:"parent,optional"`
		ParentCountry string       `hcl:"parent_country,optional"`
		Control       string       `hcl:"control"`
		EU            *bool        `hcl:"eu_controlled"`
		Technology    string       `hcl:"technology,optional"`
		Uncertainty   string       `hcl:"uncertainty,optional"`
		Match         string       `hcl:"match"`
		Reach         []reachBlock `hcl:"reach,block"`
		Source        sourceBlock  `hcl:"source,block"`
	} `hcl:"vendor,block"`
}

type reachBlock struct {
	State string `hcl:"state,label"`
	Grade string `hcl:"grade"`
	Why   string `hcl:"why"`
}

// Vendor returns the vendor of that id, or nil.
func (c *Catalog) Vendor(id string) *Vendor {
	if v, ok := c.vendors.Load(id); ok {
		return v.(*Vendor)
	}
	v, _ := readVendor(id)
	got, _ := c.vendors.LoadOrStore(id, v)
	return got.(*Vendor)
}

// Vendors returns every vendor, by id.
func (c *Catalog) Vendors() []*Vendor {
	var out []*Vendor
	entries, _ := files.ReadDir("data/vendors")
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ".hcl"); ok {
			if v := c.Vendor(id); v != nil {
				out = append(out, v)
			}
		}
	}
	slices.SortFunc(out, func(a, b *Vendor) int { return strings.Compare(a.ID, b.ID) })
	return out
}

func readVendor(id string) (*Vendor, error) {
	name := "vendors/" + id + ".hcl"
	b, ok := read(name)
	if !ok {
		return nil, nil
	}
	var f vendorFile
	if err := hclsimple.Decode(name, b, nil, &f); err != nil {
		return nil, malformed(name, err)
	}
	d := f.Vendor
	v := &Vendor{ID: d.ID, Name: d.Name, Role: d.Role, LegalEntity: d.LegalEntity, Seat: d.Seat,
		Parent: d.Parent, ParentCountry: d.ParentCountry, Control: d.Control, EUControlled: triOf(d.EU),
		Technology: d.Technology, Uncertainty: d.Uncertainty, Match: d.Match, Source: d.Source.source()}
	for _, r := range d.Reach {
		v.Reach = append(v.Reach, Reach(r))
	}
	v.list, v.regions = readRegions(v)
	return v, nil
}

func triOf(b *bool) Tri {
	switch {
	case b == nil:
		return NotEstablished
	case *b:
		return Yes
	}
	return No
}
