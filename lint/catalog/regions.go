package catalog

import (
	"strings"

	"github.com/sovlint/sovlint/lint/evidence"
)

// Region returns a vendor's region by its code, an alias or one of its zones,
// or nil. The same code means other places at other vendors.
func (c *Catalog) Region(vendor, code string) *Region {
	v := c.Vendor(vendor)
	if v == nil || code == "" {
		return nil
	}
	key := v.fold(code)
	if r := v.regions[key]; r != nil {
		return r
	}
	if zone := v.outer(key); zone != "" {
		return v.regions[zone]
	}
	return nil
}

// Regions returns a vendor's regions, by code.
func (c *Catalog) Regions(vendor string) []*Region {
	if v := c.Vendor(vendor); v != nil {
		return v.list
	}
	return nil
}

func (v *Vendor) folds(how string) bool { return strings.Contains(v.Match, how) }

// fold brings the spellings of one code together as the vendor does.
func (v *Vendor) fold(code string) string {
	code = strings.ToLower(strings.TrimSpace(code))
	if v.folds("spaces") {
		code = strings.ReplaceAll(code, " ", "")
	}
	return code
}

// outer takes the zone off a code, "" when the vendor's codes do not nest so.
func (v *Vendor) outer(code string) string {
	n := len(code)
	if n < 3 {
		return ""
	}
	last, before := code[n-1], code[n-2]
	letter, digit := last >= 'a' && last <= 'z', last >= '0' && last <= '9'
	switch {
	case letter && before >= '0' && before <= '9' && v.folds("zone-letter"):
		return code[:n-1]
	case before == '-' && (letter && v.folds("zone-dash-letter") || digit && v.folds("zone-dash-digit")):
		return code[:n-2]
	}
	return ""
}

const regionColumns = 15

func readRegions(v *Vendor) ([]*Region, map[string]*Region) {
	t := readTable("vendors/"+v.ID+".regions.tsv", regionColumns)
	byCode := make(map[string]*Region, 2*len(t.rows))
	var all []*Region
	for _, f := range t.rows {
		r := regionOf(t, f)
		all = append(all, r)
		byCode[v.fold(r.ID)] = r
	}
	for _, r := range all {
		for _, names := range [][]string{r.Aliases, r.Zones} {
			for _, n := range names {
				if key := v.fold(n); byCode[key] == nil {
					byCode[key] = r
				}
			}
		}
	}
	return all, byCode
}

func regionOf(t table, f []string) *Region {
	source := evidence.Source{Name: t.head["source"], AsOf: t.head["as_of"], Confidence: f[12]}
	if f[13] != "" {
		source.Name = f[13]
	}
	return &Region{ID: f[0], City: f[1], Country: f[2], Countries: list(f[3]), EU: triWord(f[4]), EEA: triWord(f[5]),
		Kind: f[6], Partition: f[7], Pair: f[8], Aliases: list(f[9]), Zones: list(f[10]), Members: list(f[11]), Source: source}
}

func triWord(s string) Tri {
	switch s {
	case "yes":
		return Yes
	case "no":
		return No
	}
	return NotEstablished
}
