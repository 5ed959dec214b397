package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sovlint/sovlint/lint"
)

// A row of the map: one place, and the resources in it.
type row struct {
	operator, country, region, offer, class, verdict string
	addresses                                        []string
}

func (r row) cells(p *printer) []string {
	return []string{p.vendor(cmp.Or(r.operator, p.word("unknown"))), cmp.Or(r.country, "?"), Clean(cmp.Or(r.region, "?")),
		Clean(cmp.Or(r.offer, "-")), Clean(cmp.Or(r.class, "-")), cmp.Or(p.o.verdict(r.verdict), "-"), fmt.Sprint(len(r.addresses))}
}

// places writes the table of `sovlint map`.
func (p *printer) places(r *lint.Report) {
	list := rows(r, p.o)
	if len(list) > 0 {
		var head []string
		for _, c := range placeHead {
			head = append(head, strings.ToUpper(p.word(c)))
		}
		table := [][]string{head}
		for _, x := range list {
			table = append(table, x.cells(p))
		}
		p.table(table, list)
		p.line("")
	} else {
		p.line(p.say("Nothing to place: %s", nothing(r, p.o)))
	}
	s := r.Summary
	placed := p.o.placed(s)
	if open := s.Holding - s.Placed; open > 0 && s.Placed > 0 {
		placed += ", " + p.o.count(open, "%d in a place left open", "%d in a place left open")
	}
	p.line(p.say("%s; %s, %s in all", placed, p.o.count(s.Undetermined, "verdict open for %d", "verdict open for %d"), p.o.resources(s.Resources)))
	p.counts("countries", count(r, p.o.country))
	p.questions(r)
}

// nothing says why no resource holds data.
func nothing(r *lint.Report, o Options) string {
	left := 0
	for _, x := range r.Resources {
		if x.Action == "delete" || x.Action == "forget" {
			left++
		}
	}
	switch {
	case len(r.Resources) == 0:
		return o.word("no resource of the input was judged.")
	case left > 0:
		return o.say("of %s, %s, and none of the others holds data.", o.resources(len(r.Resources)), o.count(left, "%d is deleted or let go", "%d are deleted or let go"))
	case len(r.Resources) == 1:
		return o.word("the only resource holds no data.")
	}
	return o.say("none of the %d resources holds data.", len(r.Resources))
}

func (p *printer) table(table [][]string, list []row) {
	widths := make([]int, len(table[0]))
	for _, cells := range table {
		for i, c := range cells {
			widths[i] = max(widths[i], utf8.RuneCountInString(c))
		}
	}
	for n, cells := range table {
		var b strings.Builder
		for i, c := range cells {
			b.WriteString(c + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(c)+2))
		}
		text := strings.TrimRight(b.String(), " ")
		if n == 0 {
			p.line(p.bold(text))
			continue
		}
		p.line(text)
		p.members(list[n-1].addresses)
	}
}

func (p *printer) members(addresses []string) {
	for i, a := range addresses {
		if i == shownAddresses {
			p.line("    " + p.more(len(addresses)-i))
			p.cut = true
			return
		}
		p.line(p.dim("    " + Clean(a)))
	}
}

// rows gathers the sites of every resource that holds data, by place.
func rows(r *lint.Report, o Options) []row {
	at := map[string]int{}
	var out []row
	add := func(x row, address string) {
		key := strings.Join([]string{x.operator, x.country, x.region, x.offer, x.class, x.verdict}, "\x00")
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, x)
		}
		out[i].addresses = append(out[i].addresses, address)
	}
	for _, x := range r.Resources {
		if !holding(x) {
			continue
		}
		if len(x.Sites) == 0 {
			add(row{operator: x.Vendor, class: o.class(x), verdict: x.Verdict}, x.Address.String()+o.within(x.Input))
		}
		for _, s := range x.Sites {
			add(row{cmp.Or(s.Operator, x.Vendor), s.Lands(), s.Region, s.Offer, o.class(x), cmp.Or(s.Verdict, x.Verdict), nil}, siteLabel(x, s, o))
		}
	}
	slices.SortStableFunc(out, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.operator, b.operator), cmp.Compare(a.country, b.country), cmp.Compare(a.region, b.region),
			cmp.Compare(a.offer, b.offer), cmp.Compare(a.class, b.class), cmp.Compare(a.verdict, b.verdict))
	})
	return out
}

func siteLabel(x lint.Resource, s lint.Site, o Options) string {
	if s.Role == "primary" || s.Role == "" {
		return x.Address.String() + o.within(x.Input)
	}
	return x.Address.String() + o.within(x.Input) + " (" + o.word(s.Role) + ")"
}
