package catalog

import (
	"cmp"
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint/evidence"
)

//go:embed data/vendors data/registers data/identify data/providers data/traits
var files embed.FS

// A Catalog answers what is known. It reads a file when it is first asked for
// something in it. It is safe for concurrent use.
type Catalog struct {
	layers    []fs.FS // the first that knows a thing has the say; the embedded one is last
	mu        sync.Mutex
	vendors   map[string]*Vendor
	tables    map[string][]table // provider tables by source, in the order they are asked
	overlays  []Overlay
	hosts     map[string]Host
	providers map[string]Provider
	rules     map[string][]Identification
	registers []*Register
	read      bool // registers were read
	kindRows  []row
	kindsRead bool
	traits    traits
	words     words
	under     under
	arm       map[string]*ARMType
	canon     sync.Map // source -> the source whose tables hold for it
}

// Embedded returns the catalog that comes with the program.
func Embedded() *Catalog { return over(embedded()) }

func embedded() fs.FS {
	sub, err := fs.Sub(files, "data")
	if err != nil {
		return files // cannot happen: "data" is a valid path
	}
	return own{sub}
}

// own marks the files that come with the program.
type own struct{ fs.FS }

// ReadFile reads one of them.
func (o own) ReadFile(name string) ([]byte, error) { return fs.ReadFile(o.FS, name) }

func over(layers ...fs.FS) *Catalog {
	return &Catalog{layers: layers, vendors: map[string]*Vendor{}, tables: map[string][]table{}}
}

// A row is one line of a table, with the facts of its file's header.
type row struct {
	cells []string
	src   evidence.Source
}

// rows reads a tab-separated file in every layer. Of lines that agree in their
// first key cells only those of the first layer that has any count.
func (c *Catalog) rows(name string, key int) []row {
	var out []row
	taken := map[string]int{} // the layer that a key belongs to
	for i, layer := range c.layers {
		b, err := fs.ReadFile(layer, name)
		if err != nil {
			continue
		}
		text := string(b)
		src := header(text)
		src.Overlay = overlayOf(layer, name)
		for line := range strings.Lines(text) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			cells := strings.Split(line, "\t")
			if len(c.layers) > 1 {
				k := strings.Join(cells[:min(key, len(cells))], "\t")
				if at, ok := taken[k]; ok && at != i {
					continue
				}
				taken[k] = i
			}
			out = append(out, row{cells, src})
		}
	}
	return out
}

// header reads the facts that the first lines of a table give for all of it.
func header(text string) (src evidence.Source) {
	for line := range strings.Lines(text) {
		if line[0] != '#' {
			break
		}
		line = strings.TrimRight(line, "\r\n")
		if s, ok := strings.CutPrefix(line, "# source: "); ok {
			src.Name = s
		} else if s, ok := strings.CutPrefix(line, "# as_of: "); ok {
			src.AsOf = s
		}
	}
	return src
}

// cell is a column's text; "-" means none.
func (r row) cell(i int) string {
	if i >= len(r.cells) || r.cells[i] == "-" {
		return ""
	}
	return r.cells[i]
}

func (r row) list(i int) []string {
	if s := r.cell(i); s != "" {
		return strings.Split(s, ",")
	}
	return nil
}

// fact is the header's source with the confidence of column i.
func (r row) fact(i int) evidence.Source {
	src := r.src
	src.Confidence = r.cell(i)
	return src
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

// glob lists the files of all layers that match, each once, by name.
func (c *Catalog) glob(pattern string) []string {
	var out []string
	for _, layer := range c.layers {
		names, _ := fs.Glob(layer, pattern) // the patterns are ours and good
		out = append(out, names...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Vendors returns every vendor, by id.
func (c *Catalog) Vendors() []*Vendor {
	var out []*Vendor
	for _, n := range c.glob("vendors/*.hcl") {
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

func byCode(a, b *Region) int { return cmp.Compare(strings.ToLower(a.ID), strings.ToLower(b.ID)) }
