package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
)

// A fact is one line of a listing.
type fact struct {
	text   string
	source evidence.Source
}

func (s *session) catalogCommand() *cli.Command {
	list := func(name, usage string, facts func(*catalog.Catalog) []fact) *cli.Command {
		return &cli.Command{
			Name:  name,
			Usage: usage,
			Flags: append([]cli.Flag{text("older-than", "only facts older than `DAYS`, like 180d", "")}, normFlags()...),
			Action: func(c *cli.Context) error {
				if err := noArguments(c); err != nil {
					return err
				}
				return s.listFacts(c, facts(catalog.Embedded()))
			},
		}
	}
	return &cli.Command{
		Name:      "catalog",
		Usage:     "the facts, with source and date",
		ArgsUsage: "vendors|regions|offers|types",
		Subcommands: []*cli.Command{
			list("vendors", "who runs what, under whose control", vendorFacts),
			list("regions", "where the regions are", regionFacts),
			list("offers", "the offers of the registers", offerFacts),
			list("types", "what the resource types hold", typeFacts),
		},
	}
}

func (s *session) listFacts(c *cli.Context, facts []fact) error {
	if _, _, err := chosenDoctrine(c); err != nil { // the flags make sense
		return err
	}
	before, err := border(c.String("older-than"), c.String("as-of"))
	if err != nil {
		return err
	}
	slices.SortFunc(facts, func(a, b fact) int { return strings.Compare(a.text, b.text) })
	var b strings.Builder
	for _, f := range facts {
		if before == "" || f.source.AsOf < before {
			b.WriteString(f.text + cited(f.source) + "\n")
		}
	}
	return s.copyTo(b.String())
}

func cited(src evidence.Source) string {
	var parts []string
	for _, p := range []string{src.Name, src.URL, src.AsOf, src.Confidence} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "\t[" + strings.Join(parts, ", ") + "]"
}

// border gives the day before which a fact is older than so many days.
func border(age, asOf string) (string, error) {
	if age == "" {
		return "", nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(age, "d"))
	if err != nil || n < 0 {
		return "", fmt.Errorf("--older-than %s: want days, like 180d", age)
	}
	now := time.Now().UTC()
	if asOf != "" {
		if now, err = time.Parse(time.DateOnly, asOf); err != nil {
			return "", fmt.Errorf("--as-of %s: want a day as YYYY-MM-DD", asOf)
		}
	}
	return now.AddDate(0, 0, -n).Format(time.DateOnly), nil
}

func tabs(cells ...string) string {
	for i, c := range cells {
		if c == "" {
			cells[i] = "-"
		}
	}
	return strings.Join(cells, "\t")
}

func vendorFacts(c *catalog.Catalog) []fact {
	var out []fact
	for _, v := range c.Vendors() {
		out = append(out, fact{tabs(v.ID, v.Name, v.Role, v.Seat, "control "+v.Control, v.Uncertainty), v.Source})
	}
	return out
}

func regionFacts(c *catalog.Catalog) []fact {
	var out []fact
	for _, v := range c.Vendors() {
		for _, r := range c.Regions(v.ID) {
			out = append(out, fact{tabs(v.ID, r.ID, r.Country, r.City, r.Kind), r.Source})
		}
	}
	return out
}

func offerFacts(c *catalog.Catalog) []fact {
	var out []fact
	for _, reg := range c.Registers() {
		for _, o := range reg.Offers {
			src := o.Source
			if src.Name == "" {
				src = reg.Source
			}
			out = append(out, fact{tabs(o.ID, o.Name, o.Vendor, o.Status, "until "+o.Until, strings.Join(o.Regions, ",")), src})
		}
	}
	return out
}

func typeFacts(c *catalog.Catalog) []fact {
	var out []fact
	for _, source := range c.Sources() {
		for _, t := range c.Types(source) {
			out = append(out, fact{text: tabs(source, t.Name, holdings(t), t.Service)})
		}
	}
	return out
}

func holdings(t catalog.Type) string {
	out := string(t.Holds)
	for _, h := range t.Also {
		out += "," + string(h)
	}
	return out
}

func vendorName(c *catalog.Catalog, id string) string {
	if v := c.Vendor(id); v != nil {
		return v.Name
	}
	return id
}
