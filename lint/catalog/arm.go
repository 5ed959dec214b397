package catalog

import "strings"

// An ARMType is what is known of a type of Azure's resource manager, which the
// provider azapi writes as "Microsoft.Storage/storageAccounts@2023-01-01".
type ARMType struct {
	Type
	// Within is the ARM type that parent_id names and whose place it takes; "*"
	// for an extension of any resource; "" where parent_id is a resource group.
	Within string
	Twin   string // the nearest type of azurerm; "" for none
}

// ARMType returns what is known of an ARM type; a date behind an @ does not
// count, nor does case.
func (c *Catalog) ARMType(name string) (*ARMType, bool) {
	name, _, _ = strings.Cut(name, "@")
	t, ok := c.armTypes()[strings.ToLower(name)]
	return t, ok
}

// HasARMTypes reports whether the catalog knows any ARM type at all.
func (c *Catalog) HasARMTypes() bool { return len(c.armTypes()) > 0 }

func (c *Catalog) armTypes() map[string]*ARMType {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.arm == nil {
		c.arm = map[string]*ARMType{}
		for _, r := range c.rows("traits/azapi-types.tsv", 1) {
			c.arm[strings.ToLower(r.cells[0])] = armType(r)
		}
	}
	return c.arm
}

func armType(r row) *ARMType {
	t := &ARMType{Within: r.cell(4), Twin: r.cell(6)}
	t.Type = typeOf(r.cells)
	t.Parent = ""
	if t.Within != "" {
		t.Parent = "parent_id"
	}
	return t
}
