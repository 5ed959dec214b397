package lint

import "github.com/sovlint/sovlint/lint/catalog"

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
