package catalog

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// blockAt finds where an attribute of a block is written; the block itself when
// it is not written, the file's begin when there is no such block.
func blockAt(name string, data []byte, attr string, types ...string) hcl.Range {
	out := hcl.Range{Filename: name, Start: hcl.InitialPos}
	f, _ := hclsyntax.ParseConfig(data, name, hcl.InitialPos)
	body, ok := f.Body.(*hclsyntax.Body)
	for _, typ := range types {
		typ, label, _ := strings.Cut(typ, " ")
		if !ok {
			return out
		}
		i := slices.IndexFunc(body.Blocks, func(b *hclsyntax.Block) bool {
			return b.Type == typ && (label == "" || len(b.Labels) > 0 && b.Labels[0] == label)
		})
		if i < 0 {
			return out
		}
		out, body = body.Blocks[i].TypeRange, body.Blocks[i].Body
	}
	if ok {
		if a := body.Attributes[attr]; a != nil {
			return a.Expr.Range()
		}
	}
	return out
}

// A claim is what a cell of a record says and how it is checked.
type claim struct {
	attr, text string
	check      func(*Catalog, string) string
	blocks     []string
}

func (c *Catalog) hold(name string, data []byte, claims []claim) error {
	for _, k := range claims {
		if bad := k.check(c, k.text); bad != "" {
			return at(blockAt(name, data, k.attr, k.blocks...), "%s %q: %s", k.attr, k.text, bad)
		}
	}
	return nil
}

func optional(check func(*Catalog, string) string) func(*Catalog, string) string {
	return func(c *Catalog, text string) string {
		if text == "" {
			return ""
		}
		return check(c, text)
	}
}

// grades are how surely a foreign law reaches a vendor.
var grades = oneOf("applies", "controlled", "owner", "contested-establishment", "court-order", "technology-licence", "hosted-on", "none-known", "unknown")

func (c *Catalog) checkVendorFile(id, name string, data []byte) error {
	var file vendorFile
	if err := decode(name, data, &file); err != nil {
		return asDiagnosed(err)
	}
	v := file.Vendor
	if v.ID != id {
		return at(blockAt(name, data, "", "vendor"), "vendor %q: want the id of the file's name, %q", v.ID, id)
	}
	claims := []claim{
		{"name", v.Name, some, []string{"vendor"}},
		{"seat", v.Seat, optional(isoCode), []string{"vendor"}},
		{"parent_country", v.ParentCountry, optional(fits(`[A-Z]{2}\??(/[A-Z]{2}\??)*`, "countries of two capital letters, joined by a slash")), []string{"vendor"}},
		{"eu_controlled", v.EUControlled, oneOf("yes", "no", "unknown"), []string{"vendor"}},
		{"match", v.Match, oneOf("", "spaces"), []string{"vendor"}},
	}
	for _, h := range v.Hosts {
		claims = append(claims, claim{"hosts", strings.TrimPrefix(h, "*."), hostSuffix, []string{"vendor"}})
	}
	for _, r := range v.Regions {
		claims = append(claims, claim{"country", r.Country, isoCode, []string{"vendor", "region " + r.Code}})
	}
	for _, r := range v.Reach {
		claims = append(claims, claim{"grade", r.Grade, grades, []string{"vendor", "reach " + r.State}})
	}
	return c.hold(name, data, append(claims, sourceClaims(v.Source, "vendor", "source")...))
}

func sourceClaims(s sourceBlock, blocks ...string) []claim {
	return []claim{
		{"name", s.Name, some, blocks},
		{"as_of", s.AsOf, day, blocks},
		{"confidence", s.Confidence, confident, blocks},
		{"url", s.URL, optional(fits(`https://.+`, "an address that begins with https://")), blocks},
	}
}

func (c *Catalog) checkRegisterFile(name string, data []byte) (offers int, err error) {
	var file registerFile
	if err := decode(name, data, &file); err != nil {
		return 0, asDiagnosed(err)
	}
	r := file.Register
	claims := []claim{
		{"as_of", r.AsOf, fits(`20\d\d-\d\d-\d\d`, "a day as YYYY-MM-DD"), []string{"register"}},
	}
	claims = append(claims, sourceClaims(r.Source, "register", "source")...)
	for _, o := range r.Offers {
		claims = append(claims, offerClaims(o)...)
	}
	if err := c.hold(name, data, claims); err != nil {
		return 0, err
	}
	if got := c.Register(r.ID); got != nil && got.AsOf > r.AsOf {
		return 0, at(blockAt(name, data, "as_of", "register"),
			"as_of %q: the register of %s is already known; an older edition would hide it", r.AsOf, got.AsOf)
	}
	return len(r.Offers), nil
}

func offerClaims(o offerBlock) []claim {
	in := []string{"register", "offer " + o.ID}
	claims := []claim{
		{"status", o.Status, oneOf("qualified", "candidate", "withdrawn"), in},
		{"vendor", o.Vendor, optional(vendorID), in},
		{"from", o.From, optional(day), in},
		{"until", o.Until, optional(day), in},
		{"until", o.Until, func(_ *Catalog, until string) string {
			if until != "" && o.From > until {
				return "want a day that is not before from"
			}
			return ""
		}, in},
	}
	for _, code := range o.Regions {
		claims = append(claims, claim{"regions", code, func(c *Catalog, code string) string {
			if r := c.Region(o.Vendor, code); r == nil || r.ID != code {
				return "want a region code of " + o.Vendor
			}
			return ""
		}, in})
	}
	return append(claims, sourceClaims(o.Source, append(in, "source")...)...)
}

func asDiagnosed(err error) error {
	if diags, ok := err.(hcl.Diagnostics); ok {
		return diagnosed(diags)
	}
	return err
}
