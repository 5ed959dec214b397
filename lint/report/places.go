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
	return []string{p.vendor(cmp.Or(r.operator, "unknown")), cmp.Or(r.country, "?"), Clean(cmp.Or(r.region, "?")),
		Clean(cmp.Or(r.offer, "-")), Clean(cmp.Or(r.class, "-")), cmp.Or(r.verdict, "-"), fmt.Sprint(len(r.addresses))}
}

// places writes the table of `sovlint map`.
func (p *printer) places(r *lint.Report) {
	list := rows(r)
	if len(list) > 0 {
		table := [][]string{{"OPERATOR", "COUNTRY", "REGION", "OFFER", "CLASS", "VERDICT", "RESOURCES"}}
		for _, x := range list {
			table = append(table, x.cells(p))
		}
		p.table(table, list)
		p.line("")
	} else {
		p.line("Nothing to place: " + nothing(r))
	}
	s := r.Summary
	p.line(fmt.Sprintf("%d of %s that %s data %s placed; %d undetermined, %s in all", s.Placed, plural(s.Holding, "resource"),
		choose(s.Holding, "holds", "hold"), choose(s.Placed, "is", "are"), s.Undetermined, plural(s.Resources, "resource")))
	p.counts("countries", count(r, country))
}

// nothing says why no resource holds data.
func nothing(r *lint.Report) string {
	left := 0
	for _, x := range r.Resources {
		if x.Action == "delete" || x.Action == "forget" {
			left++
		}
	}
	switch {
	case len(r.Resources) == 0:
		return "no resource of the input was judged."
	case left > 0:
		return fmt.Sprintf("of %s, %d are deleted or let go, and none of the others holds data.", plural(len(r.Resources), "resource"), left)
	case len(r.Resources) == 1:
		return "the only resource holds no data."
	}
	return fmt.Sprintf("none of the %s holds data.", plural(len(r.Resources), "resource"))
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
			p.line(fmt.Sprintf("    and %d more", len(addresses)-i))
			return
		}
		p.line(p.dim("    " + Clean(a)))
	}
}

// rows gathers the sites of every resource that holds data, by place.
func rows(r *lint.Report) []row {
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
			add(row{operator: x.Vendor, class: class(x), verdict: x.Verdict}, x.Address.String()+within(x.Input))
		}
		for _, s := range x.Sites {
			add(row{cmp.Or(s.Operator, x.Vendor), s.Lands(), s.Region, s.Offer, class(x), cmp.Or(s.Verdict, x.Verdict), nil}, label(x, s))
		}
	}
	slices.SortStableFunc(out, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.operator, b.operator), cmp.Compare(a.country, b.country), cmp.Compare(a.region, b.region),
			cmp.Compare(a.offer, b.offer), cmp.Compare(a.class, b.class), cmp.Compare(a.verdict, b.verdict))
	})
	return out
}

func class(x lint.Resource) string {
	if x.Class.Assumed {
		return x.Class.Name + " (assumed)"
	}
	return x.Class.Name
}

func label(x lint.Resource, s lint.Site) string {
	if s.Role == "primary" || s.Role == "" {
		return x.Address.String() + within(x.Input) + within(x.Input)
	}
	return x.Address.String() + " (" + s.Role + ")"
}
