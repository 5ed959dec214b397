package catalog

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
)

type sourceBlock struct {
	Name       string `hcl:"name"`
	URL        string `hcl:"url,optional"`
	AsOf       string `hcl:"as_of"`
	Confidence string `hcl:"confidence"`
}

func (s sourceBlock) source(overlay string) evidence.Source {
	return evidence.Source{Name: s.Name, URL: s.URL, AsOf: s.AsOf, Confidence: s.Confidence, Overlay: overlay}
}

type vendorBlock struct {
	ID            string        `hcl:"id,label"`
	Name          string        `hcl:"name"`
	Role          string        `hcl:"role,optional"`
	LegalEntity   string        `hcl:"legal_entity,optional"`
	Seat          string        `hcl:"seat,optional"`
	Parent        string        `hcl:"parent,optional"`
	ParentCountry string        `hcl:"parent_country,optional"`
	Control       string        `hcl:"control,optional"`
	EUControlled  string        `hcl:"eu_controlled"`
	Technology    string        `hcl:"technology,optional"`
	Uncertainty   string        `hcl:"uncertainty,optional"`
	Match         string        `hcl:"match,optional"`
	Hosts         []string      `hcl:"hosts,optional"`
	Reach         []reachBlock  `hcl:"reach,block"`
	Regions       []regionBlock `hcl:"region,block"`
	Home          *homeBlock    `hcl:"home,block"`
	Source        sourceBlock   `hcl:"source,block"`
}

type homeBlock struct {
	Country string      `hcl:"country"`
	Source  sourceBlock `hcl:"source,block"`
}

type reachBlock struct {
	State string `hcl:"state,label"`
	Grade string `hcl:"grade"`
	Why   string `hcl:"why,optional"`
}

// A regionBlock is a region written in the vendor's own file, for a small cloud
// that needs no table.
type regionBlock struct {
	Code    string `hcl:"code,label"`
	City    string `hcl:"city,optional"`
	Country string `hcl:"country"`
}

// Vendor returns the vendor of that id, nil when the catalog has none.
func (c *Catalog) Vendor(id string) *Vendor {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.vendors[id]
	if !ok {
		v, _ = c.readVendor(id)
		c.vendors[id] = v
	}
	return v
}

func (c *Catalog) readVendor(id string) (*Vendor, error) {
	if id == "" || strings.ContainsAny(id, "/\\") {
		return nil, speech.Errorf("vendor %q: not an id", id)
	}
	var file vendorFile
	overlay, err := c.decode("vendors/"+id+".hcl", &file)
	if err != nil {
		return nil, err
	}
	v := file.Vendor.vendor(overlay)
	for _, row := range c.rows("vendors/"+id+".regions.tsv", 1) {
		if !slices.ContainsFunc(v.list, func(r *Region) bool { return r.ID == row.cells[0] }) {
			v.list = append(v.list, row.region())
		}
	}
	if len(c.layers) > 1 {
		slices.SortFunc(v.list, byCode)
	}
	v.index()
	return v, nil
}

type vendorFile struct {
	Vendor vendorBlock `hcl:"vendor,block"`
}

func (b vendorBlock) vendor(overlay string) *Vendor {
	v := &Vendor{
		ID: b.ID, Name: b.Name, Role: b.Role, LegalEntity: b.LegalEntity, Seat: b.Seat, Parent: b.Parent,
		ParentCountry: b.ParentCountry, Control: b.Control, EUControlled: tri(b.EUControlled), Technology: b.Technology,
		Uncertainty: b.Uncertainty, Match: b.Match, Source: b.Source.source(overlay),
	}
	if v.Control == "" {
		v.Control = "unknown"
	}
	if b.Home != nil {
		v.Home = Home{b.Home.Country, b.Home.Source.source(overlay)}
	}
	for _, r := range b.Reach {
		v.Reach = append(v.Reach, Reach(r))
	}
	for _, r := range b.Regions {
		v.list = append(v.list, &Region{ID: r.Code, City: r.City, Country: r.Country, Kind: "region", Source: v.Source})
	}
	return v
}

// decode reads an HCL file of the first layer that has it into a struct, and
// names the user's file where it is one.
func (c *Catalog) decode(name string, into any) (overlay string, err error) {
	for _, layer := range c.layers {
		if b, err := fs.ReadFile(layer, name); err == nil {
			return overlayOf(layer, name), decode(name, b, into)
		}
	}
	return "", speech.Errorf("%s: %w", name, fs.ErrNotExist)
}

func decode(name string, b []byte, into any) error {
	f, diags := hclsyntax.ParseConfig(b, name, hcl.InitialPos)
	if diags.HasErrors() {
		return diags
	}
	if diags := gohcl.DecodeBody(f.Body, nil, into); diags.HasErrors() {
		return diags
	}
	return nil
}

func (r row) region() *Region {
	return &Region{
		ID: r.cells[0], City: r.cell(1), Country: r.cell(2), EU: tri(r.cell(3)), EEA: tri(r.cell(4)), Kind: r.cell(5),
		Pair: r.cell(6), Aliases: r.list(7), Zones: r.list(8), Members: r.list(9), Countries: r.list(10), Source: r.fact(11),
	}
}

// index makes the table that codes are looked up in.
func (v *Vendor) index() {
	v.regions = make(map[string]*Region, 3*len(v.list))
	for _, r := range v.list {
		v.regions[v.fold(r.ID)] = r
	}
	for _, r := range v.list {
		for _, name := range append(append([]string{}, r.Aliases...), r.Zones...) {
			if k := v.fold(name); v.regions[k] == nil {
				v.regions[k] = r
			}
		}
	}
}

// fold brings a region's code into the form it is compared in.
func (v *Vendor) fold(code string) string {
	code = strings.ToLower(code)
	if v.Match == "spaces" {
		code = strings.ReplaceAll(code, " ", "")
	}
	return code
}

// Region returns the region that a vendor calls so, nil when its table has
// none. A zone gives its region, unless the table has the zone itself because
// it lies elsewhere.
func (c *Catalog) Region(vendor, code string) *Region {
	v := c.Vendor(vendor)
	if v == nil || code == "" {
		return nil
	}
	code = v.fold(code)
	if r := v.regions[code]; r != nil {
		return r
	}
	for _, shorter := range zoneless(code) {
		if r := v.regions[shorter]; r != nil {
			return r
		}
	}
	return nil
}

// zoneless gives the codes a zone may belong to: without the letter behind a
// number ("eu-west-3a"; a number that a word ends in takes "-a": "us-central1c"
// is no zone), without "-a" or "-1" ("europe-west9-a", "fr-par-1"), without
// trailing digits ("gra11").
func zoneless(code string) []string {
	var out []string
	n, dash := len(code), strings.LastIndexByte(code, '-')
	if n > 2 && isLetter(code[n-1]) && isDigit(code[n-2]) && (dash < 0 || isDigit(code[dash+1])) {
		out = append(out, code[:n-1])
	}
	if dash > 0 && n-dash == 2 {
		out = append(out, code[:dash])
	}
	if short := strings.TrimRight(code, "0123456789"); short != code && !strings.HasSuffix(short, "-") && !strings.Contains(short, "-") {
		out = append(out, short)
	}
	return out
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' }
func isDigit(b byte) bool  { return '0' <= b && b <= '9' }
