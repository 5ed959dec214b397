package catalog

import (
	"path"
	"regexp"
	"strings"

	"github.com/sovlint/sovlint/lint/evidence"
)

// A Layer says how resource types name the machines they run on, where those
// belong to somebody else than the operator of the service.
type Layer struct {
	Types    string   // glob over resource types
	Operator string   // who runs the service; "" for the vendor the provider speaks to
	Unlisted string   // the operator's name where the catalog has no such vendor
	Host     string   // whose the machines are; "@vendor" for the vendor the provider speaks to; "" as the code says
	Cloud    []string // paths of the value that names the host, the first that says anything; "provider:host" is of the provider block
	Region   []string // paths of the value that names the region, beside Cloud
	Form     *regexp.Regexp
	Note     string
	Fact     evidence.Source
}

// An Under is what a code of an operator means below it.
type Under struct {
	Host   string // vendor of the machines; "" where it is the operator itself
	Region string // canonical region code of that vendor; "" when the code does not tell
	// Country is set where the code tells no more than that: ISO 3166-1 alpha-2, or "EU".
	Country string
	Open    bool // the code names the host, and behind it a region the catalog does not know
	Note    string
	Fact    evidence.Source
}

// under are the tables of the second layer, read when first asked for.
type under struct {
	layers   map[string][]Layer
	exact    map[string]Under // by operator and code
	patterns map[string][]pattern
}

type pattern struct {
	before, after string // around the star
	to            Under
}

func (c *Catalog) readUnder() *under {
	c.mu.Lock()
	defer c.mu.Unlock()
	u := &c.under
	if u.layers != nil {
		return u
	}
	*u = under{layers: map[string][]Layer{}, exact: map[string]Under{}, patterns: map[string][]pattern{}}
	for _, r := range c.rows("identify/saas.tsv", 2) {
		u.layers[r.cells[0]] = append(u.layers[r.cells[0]], layerOf(r))
	}
	for _, r := range c.rows("identify/saas-regions.tsv", 2) {
		to := Under{Host: r.cell(2), Region: r.cell(3), Note: r.cell(4), Fact: r.fact(5)}
		if country, only := strings.CutPrefix(to.Region, "="); only {
			to.Region, to.Country = "", country
		}
		before, after, star := strings.Cut(foldCode(r.cell(1)), "*")
		if !star {
			u.exact[r.cells[0]+" "+before] = to
			continue
		}
		u.patterns[r.cells[0]] = append(u.patterns[r.cells[0]], pattern{before, after, to})
	}
	return u
}

func layerOf(r row) Layer {
	l := Layer{Types: r.cell(1), Operator: r.cell(2), Host: r.cell(3), Cloud: r.list(4), Region: r.list(5), Note: r.cell(7), Fact: r.fact(8)}
	if name, ok := strings.CutPrefix(l.Operator, "?"); ok {
		l.Operator, l.Unlisted = "", name
	}
	if form := r.cell(6); form != "" {
		l.Form, _ = regexp.Compile(form) // a law reads every line
	}
	return l
}

// foldCode brings a code of an operator into the form it is compared in:
// EU_WEST_3 is eu-west-3.
func foldCode(s string) string { return strings.ReplaceAll(strings.ToLower(s), "_", "-") }

// Layers returns the lines of the second layer for a resource type, in the
// order they are tried; with typ "" all of the provider.
func (c *Catalog) Layers(source, typ string) []Layer {
	var out []Layer
	for _, l := range c.readUnder().layers[c.canonical(source)] {
		if ok, _ := path.Match(l.Types, typ); ok || typ == "" {
			out = append(out, l)
		}
	}
	return out
}

// Under returns what a code of an operator means below it: "aws-eu-west-3" of
// Aiven is eu-west-3 of AWS. The line of the code itself wins, then the pattern
// with the longest beginning; a pattern holds only where the rest of the code
// is a region of the host, or where its line names no region.
func (c *Catalog) Under(operator, code string) (Under, bool) {
	u := c.readUnder()
	code = foldCode(code)
	if to, ok := u.exact[operator+" "+code]; ok {
		return to, true
	}
	best, length, found := Under{}, -1, false
	for _, p := range u.patterns[operator] {
		rest, ok := p.rest(code)
		if !ok || len(p.before)+len(p.after) <= length {
			continue
		}
		to := p.to
		if to.Region == "*" {
			to.Region = c.regionCode(to.Host, rest)
			to.Open = to.Region == ""
			if to.Open && p.before+p.after == "" {
				continue // a star alone takes only what the host knows
			}
		}
		best, length, found = to, len(p.before)+len(p.after), true
	}
	return best, found
}

func (p pattern) rest(code string) (string, bool) {
	if len(code) < len(p.before)+len(p.after) || !strings.HasPrefix(code, p.before) || !strings.HasSuffix(code, p.after) {
		return "", false
	}
	return code[len(p.before) : len(code)-len(p.after)], true
}

// regionCode is the host's own code for the rest of an operator's code, which
// may write germany-westcentral for germanywestcentral; "" when it has none.
func (c *Catalog) regionCode(host, rest string) string {
	for _, code := range []string{rest, strings.ReplaceAll(rest, "-", "")} {
		if r := c.Region(host, code); r != nil {
			return r.ID
		}
	}
	return ""
}
