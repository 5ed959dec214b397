package catalog

import (
	"io/fs"
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
	Technology string      `hcl:"technology,optional"`
	Source     sourceBlock `hcl:"source,block"`
}

// Registers returns the registers, each in its newest known edition.
func (c *Catalog) Registers() []*Register {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.read {
		c.read = true
		names, _ := fs.Glob(c.fsys, "registers/*.hcl")
		for _, n := range names {
			if r := c.readRegister(n); r != nil {
				c.registers = append(c.registers, r)
			}
		}
	}
	return c.registers
}

func (c *Catalog) readRegister(name string) *Register {
	var file struct {
		Register registerBlock `hcl:"register,block"`
	}
	if err := c.decode(name, &file); err != nil {
		return nil // the file is embedded; a test reads it
	}
	b := file.Register
	r := &Register{ID: b.ID, Title: b.Title, AsOf: b.AsOf, Source: b.Source.source()}
	for _, o := range b.Offers {
		r.Offers = append(r.Offers, &Offer{
			ID: b.ID + "/" + o.ID, Name: o.Name, Vendor: o.Vendor, Kinds: o.Kinds, Regions: o.Regions, Hosts: o.Hosts,
			Services: o.Services, NotTypes: o.NotTypes, Status: o.Status, From: o.From, Until: o.Until, Declared: o.Declared,
			Technology: o.Technology, Source: o.Source.source(),
		})
	}
	return r
}
