package catalog

import "github.com/sovlint/sovlint/lint/evidence"

// An Alternative is an offer of a register that serves what another does, and the
// resource types that address it.
type Alternative struct {
	Service string   // category
	Offer   string   // "secnumcloud/outscale-iaas"
	Types   []string // resource types, never empty
	How     string   // what must be written so that they reach the offer; "" for nothing
	Fact    evidence.Source
}

// Alternatives lists the offers that serve a category, in the order of the table.
func (c *Catalog) Alternatives(service string) []Alternative {
	var out []Alternative
	for _, row := range c.rows("registers/alternatives.tsv", 2) {
		if row.cell(0) == service {
			out = append(out, Alternative{Service: service, Offer: row.cell(1), Types: row.list(2), How: row.cell(3), Fact: row.fact(4)})
		}
	}
	return out
}
