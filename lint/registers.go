package lint

import (
	"strings"

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

// then gives the row of a register that counts on the day judged for: where one
// begins later, the row of history that came before it, if there is one.
func (p *Pass) then(o *catalog.Offer) *catalog.Offer {
	if o == nil || p.Register == nil || o.From <= p.AsOf {
		return o
	}
	for _, h := range p.Register.Offers {
		if h.Precedes == o.ID {
			return h
		}
	}
	return o
}

// history is the verdict of a row of history: it was in force in the month that
// somebody speaks of, and of other days nothing is established.
func (p *Pass) history(s *Subject, o *catalog.Offer) string {
	if strings.HasPrefix(p.AsOf, o.Seen) {
		return Approved
	}
	s.ask(p.Lang.Say("%s is known from %s only, and whether it was in force on %s is not", o.Name, o.Seen, p.AsOf), p.Lang.Word("look it up in the register of that day"))
	return Undetermined
}
