package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
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
				cat, err := factsOf(several(c, "catalog"))
				if err != nil {
					return err
				}
				return s.listFacts(c, facts(cat))
			},
		}
	}
	return &cli.Command{
		Name:      "catalog",
		Usage:     "the facts, with source and date",
		ArgsUsage: "vendors|regions|offers|types|coverage",
		Subcommands: []*cli.Command{
			list("vendors", "who runs what, under whose control", vendorFacts),
			list("regions", "where the regions are", regionFacts),
			list("offers", "the offers of the registers", offerFacts),
			list("types", "what the resource types hold", typeFacts),
			{
				Name:      "coverage",
				Usage:     "which types of `terraform providers schema -json` the catalog does not know (exit 1 if any)",
				ArgsUsage: "SCHEMA.json",
				Flags:     normFlags(),
				Action:    s.coverage,
			},
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
			parts = append(parts, report.Clean(p))
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
		return "", speech.Errorf("--older-than %s: want days, like 180d", age)
	}
	now := time.Now().UTC()
	if asOf != "" {
		if now, err = time.Parse(time.DateOnly, asOf); err != nil {
			return "", speech.Errorf("--as-of %s: want a day as YYYY-MM-DD", asOf)
		}
	}
	return now.AddDate(0, 0, -n).Format(time.DateOnly), nil
}

// tabs joins cells, which may be from an overlay.
func tabs(cells ...string) string {
	for i, c := range cells {
		cells[i] = cmp.Or(report.Clean(c), "-")
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

// factsOf is the embedded catalog with a user's files and folders laid over it.
func factsOf(overlays []string) (*catalog.Catalog, error) {
	var layers []fs.FS
	for _, name := range overlays {
		info, err := os.Stat(name)
		if err != nil {
			return nil, speech.Errorf("--catalog %w", unreadable(name, err))
		}
		if info.IsDir() {
			layers = append(layers, catalog.OverlayFolder(display(name)))
			continue
		}
		raw, err := ownFile(name, maxOwn)
		if err != nil {
			return nil, speech.Errorf("--catalog %w", err)
		}
		layer, err := catalog.OverlayFile(name, raw)
		if err != nil {
			return nil, speech.Errorf("--catalog %w", err)
		}
		layers = append(layers, layer)
	}
	if len(layers) == 0 {
		return catalog.Embedded(), nil
	}
	cat, err := catalog.New(layers...)
	if err != nil {
		return nil, speech.Errorf("--catalog %w", err)
	}
	return cat, nil
}

// unpacked reads what may be packed with gzip, as schemas of some megabytes are
// kept.
func unpacked(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	if head, _ := b.Peek(2); string(head) != "\x1f\x8b" {
		return b, nil
	}
	return gzip.NewReader(b)
}

// coverage names the types of a schema that the catalog does not know.
func (s *session) coverage(c *cli.Context) error {
	if c.NArg() != 1 {
		return speech.Errorf("sovlint catalog coverage takes one file, made by `terraform providers schema -json`; got %d", c.NArg())
	}
	cat, err := factsOf(several(c, "catalog"))
	if err != nil {
		return err
	}
	r, err := s.open(c.Args().First())
	if err != nil {
		return err
	}
	defer r.Close()
	schema, err := unpacked(r)
	if err != nil {
		return speech.Errorf("%s: %w", c.Args().First(), err)
	}
	unknown, err := cat.Coverage(schema)
	if err != nil {
		return speech.Errorf("%s: %w", c.Args().First(), err)
	}
	if len(unknown) == 0 {
		return s.copyTo(speaking(c).Word("The catalog knows every resource type of this schema.") + "\n")
	}
	for _, name := range unknown {
		if err := s.copyTo(report.Clean(name) + "\n"); err != nil {
			return err
		}
	}
	fmt.Fprintln(s.stderr, "sovlint: "+speaking(c).Count(len(unknown), "%d type is not in the catalog", "%d types are not in the catalog"))
	return errFindings
}
