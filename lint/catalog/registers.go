package catalog

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsimple"
)

type registerFile struct {
	Register struct {
		ID     string       `hcl:"id,label"`
		Title  string       `hcl:"title"`
		AsOf   string       `hcl:"as_of"`
		Source sourceBlock  `hcl:"source,block"`
		Offers []offerBlock `hcl:"offer,block"`
	} `hcl:"register,block"`
}

type offerBlock struct {
	ID         string      `hcl:"id,label"`
	Name       string      `hcl:"name"`
	Vendor     string      `hcl:"vendor"`
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
	Technology string      `hcl:"technology,optional"`
	Source     sourceBlock `hcl:"source,block"`
}

// Registers returns every register, by id.
func (c *Catalog) Registers() []*Register { return c.registers() }

// Register returns the register of that id, or nil.
func (c *Catalog) Register(id string) *Register {
	for _, r := range c.registers() {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Offers returns a vendor's offers in every register.
func (c *Catalog) Offers(vendor string) []*Offer {
	var out []*Offer
	for _, r := range c.registers() {
		for _, o := range r.Offers {
			if o.Vendor == vendor {
				out = append(out, o)
			}
		}
	}
	return out
}

func readRegisters() []*Register {
	var out []*Register
	entries, _ := files.ReadDir("data/registers")
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".hcl") {
			if r, err := readRegister("registers/" + e.Name()); err == nil {
				out = append(out, r)
			}
		}
	}
	return out
}

func readRegister(name string) (*Register, error) {
	b, _ := read(name)
	var f registerFile
	if err := hclsimple.Decode(name, b, nil, &f); err != nil {
		return nil, malformed(name, err)
	}
	r := &Register{ID: f.Register.ID, Title: f.Register.Title, AsOf: f.Register.AsOf, Source: f.Register.Source.source()}
	for _, o := range f.Register.Offers {
		r.Offers = append(r.Offers, &Offer{ID: r.ID + "/" + o.ID, Name: o.Name, Vendor: o.Vendor, Kinds: o.Kinds,
			Regions: o.Regions, Hosts: o.Hosts, Services: o.Services, NotTypes: o.NotTypes, Status: o.Status,
			From: o.From, Until: o.Until, Decision: o.Decision, Declared: o.Declared, Technology: o.Technology,
			Source: o.Source.source()})
	}
	return r, nil
}
