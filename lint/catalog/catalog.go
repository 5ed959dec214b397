package catalog

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint/evidence"
)

//go:embed data/vendors data/registers data/identify data/providers
var files embed.FS

// A Catalog answers what is known. It reads a file when it is first asked for
// something in it. It is safe for concurrent use.
type Catalog struct {
	fsys      fs.FS
	mu        sync.Mutex
	vendors   map[string]*Vendor
	tables    map[string]string // provider tables, by file name
	hosts     map[string]Host
	providers map[string]Provider
	rules     map[string][]Identification
	registers []*Register
	read      bool // registers were read
}

// Embedded returns the catalog that comes with the program.
func Embedded() *Catalog {
	sub, err := fs.Sub(files, "data")
	if err != nil {
		sub = files // cannot happen: "data" is a valid path
	}
	return &Catalog{fsys: sub, vendors: map[string]*Vendor{}, tables: map[string]string{}}
}

// rows splits a tab-separated file into its lines and its header's facts.
func (c *Catalog) rows(name string) (rows [][]string, src evidence.Source) {
	b, err := fs.ReadFile(c.fsys, name)
	if err != nil {
		return nil, src
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		if text, ok := strings.CutPrefix(line, "# source: "); ok {
			src.Name = text
		} else if text, ok := strings.CutPrefix(line, "# as_of: "); ok {
			src.AsOf = text
		} else if line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows, src
}

// cell is a column's text; "-" means none.
func cell(row []string, i int) string {
	if i >= len(row) || row[i] == "-" {
		return ""
	}
	return row[i]
}

func list(row []string, i int) []string {
	if s := cell(row, i); s != "" {
		return strings.Split(s, ",")
	}
	return nil
}

func tri(s string) Tri {
	switch s {
	case "yes":
		return Yes
	case "no":
		return No
	}
	return NotEstablished
}

// Vendors returns every vendor, by id.
func (c *Catalog) Vendors() []*Vendor {
	names, _ := fs.Glob(c.fsys, "vendors/*.hcl")
	var out []*Vendor
	for _, n := range names {
		if v := c.Vendor(strings.TrimSuffix(path.Base(n), ".hcl")); v != nil {
			out = append(out, v)
		}
	}
	return out
}

// Register returns the register of that id, nil for none.
func (c *Catalog) Register(id string) *Register {
	for _, r := range c.Registers() {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Offers returns a vendor's rows in all registers.
func (c *Catalog) Offers(vendor string) []*Offer {
	var out []*Offer
	for _, r := range c.Registers() {
		for _, o := range r.Offers {
			if o.Vendor == vendor {
				out = append(out, o)
			}
		}
	}
	return out
}

// Regions returns a vendor's regions, by code.
func (c *Catalog) Regions(vendor string) []*Region {
	v := c.Vendor(vendor)
	if v == nil {
		return nil
	}
	return slices.Clone(v.list)
}
