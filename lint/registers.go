package lint

import (
	"path"
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
)

// offers are the operator's rows in the doctrine's register.
func (p *Pass) offers(v *catalog.Vendor) []*catalog.Offer {
	if p.Register == nil || v == nil {
		return nil
	}
	var out []*catalog.Offer
	for _, o := range p.Register.Offers {
		if o.Vendor == v.ID {
			out = append(out, o)
		}
	}
	return out
}

// outsideRow reports whether a type is expressly outside an offer's row.
func outsideRow(o *catalog.Offer, typ string) bool {
	return slices.ContainsFunc(o.NotTypes, func(g string) bool {
		ok, _ := path.Match(g, typ)
		return ok
	})
}

// Qualified lists the register's offers in force on the day judged for.
func (p *Pass) Qualified() []*catalog.Offer {
	if p.Register == nil {
		return nil
	}
	var out []*catalog.Offer
	for _, o := range p.Register.Offers {
		if o.Status == "qualified" && o.From <= p.AsOf && (o.Until == "" || p.AsOf <= o.Until) {
			out = append(out, o)
		}
	}
	return out
}
