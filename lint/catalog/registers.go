package catalog

import (
	_ "embed" // the registers are a file
	"encoding/json"
	"io/fs"
	"slices"
	"strings"
)

type registerBlock struct {
	ID     string       `hcl:"id,label"`
	Title  string       `hcl:"title"`
	AsOf   string       `hcl:"as_of"`
	Source sourceBlock  `hcl:"source,block"`
	Offers []offerBlock `hcl:"offer,block"`
}

type offerBlock struct {
	ID         string      `hcl:"id,label"`
	Name       string      `hcl:"name"`
	Vendor     string      `hcl:"vendor,optional"`
	Holder     string      `hcl:"holder"`
	Kinds      []string    `hcl:"kinds"`
	Regions    []string    `hcl:"regions,optional"`
	Hosts      []string    `hcl:"hosts,optional"`
	Services   []string    `hcl:"services,optional"`
	NotTypes   []string    `hcl:"not_types,optional"`
	Status     string      `hcl:"status"`
	From       string      `hcl:"from,optional"`
	Until      string      `hcl:"until,optional"`
	Decision   string      `hcl:"decision,optional"`
	Declared   bool        `hcl:"declared,optional"`
	Seen       string      `hcl:"seen,optional"`
	Precedes   string      `hcl:"precedes,optional"`
	Technology string      `hcl:"technology,optional"`
	Source     sourceBlock `hcl:"source,block"`
}

type registerFile struct {
	Register registerBlock `hcl:"register,block"`
}

// Registers returns the registers, each in its newest known edition.
func (c *Catalog) Registers() []*Register {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.read {
		c.read = true
		c.readRegisters()
	}
	return c.registers
}

// readRegisters keeps the newest edition of each register; of two of one day,
// that of the upper layer.
func (c *Catalog) readRegisters() {
	for _, layer := range c.layers {
		for _, r := range registersIn(layer) {
			i := slices.IndexFunc(c.registers, func(o *Register) bool { return o.ID == r.ID })
			switch {
			case i < 0:
				c.registers = append(c.registers, r)
			case r.AsOf > c.registers[i].AsOf:
				c.registers[i] = r
			}
		}
	}
	slices.SortFunc(c.registers, func(a, b *Register) int { return strings.Compare(a.ID, b.ID) })
}

// compiledRegisters are the embedded registers as JSON: their HCL takes three
// milliseconds of every run to parse. `go test ./lint/catalog -update` makes it,
// and a test holds it against the HCL.
//
//go:embed compiled/registers.json
var compiledRegisters []byte

// registersIn reads the registers of a layer. What a user lays over is never
// compiled.
func registersIn(layer fs.FS) []*Register {
	var out []*Register
	if _, ours := layer.(own); ours && json.Unmarshal(compiledRegisters, &out) == nil {
		return out
	}
	return parseRegisters(layer)
}

func parseRegisters(layer fs.FS) []*Register {
	var out []*Register
	names, _ := fs.Glob(layer, "registers/*.hcl")
	for _, n := range names {
		var file registerFile
		b, err := fs.ReadFile(layer, n)
		if err != nil || decode(n, b, &file) != nil {
			continue // a test reads the embedded files, New has refused others
		}
		out = append(out, file.Register.register(overlayOf(layer, n)))
	}
	return out
}

func (b registerBlock) register(overlay string) *Register {
	r := &Register{ID: b.ID, Title: b.Title, AsOf: b.AsOf, Source: b.Source.source(overlay)}
	for _, o := range b.Offers {
		r.Offers = append(r.Offers, &Offer{
			ID: b.ID + "/" + o.ID, Name: o.Name, Vendor: o.Vendor, Kinds: o.Kinds, Regions: o.Regions, Hosts: o.Hosts,
			Services: o.Services, NotTypes: o.NotTypes, Status: o.Status, From: o.From, Until: o.Until, Declared: o.Declared,
			Seen: o.Seen, Precedes: within(b.ID, o.Precedes), Technology: o.Technology, Source: o.Source.source(overlay),
		})
	}
	return r
}

// within is the id of a register's row; "" for none.
func within(register, row string) string {
	if row == "" {
		return ""
	}
	return register + "/" + row
}
