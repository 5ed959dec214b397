package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// maxSpots is how many places a drawing shows; a reader sees nothing in more.
const maxSpots = 150

// A chart is what a drawing shows: the places of data, and what leads from one to
// another.
type chart struct {
	sites []site
	flows []flow
	left  int      // places that are not drawn
	said  []string // what the caller left out or said
}

// A site is one region of one operator, with the resources in it.
type site struct {
	operator, country, region string
	verdict                   string // the worst of what is there
	names                     []string
}

// A flow goes from the main place of resources to their copies, keys or logs.
type flow struct {
	from, to int // indexes of sites
	relation string
	n        int
}

// relations are what roles of sites say of the way there, in a report that was
// read back and has no links; "" for a place of the data itself.
var relations = map[string]string{"replica": "copies to", "backup": "backs up to", "host": "runs on", "key": "encrypted by", "log": "logs to"}

// A drawer gathers a chart.
type drawer struct {
	chart
	at    map[lint.Spot]int
	edges map[[2]int]map[string]int // by places and relation
}

// draw gathers the places of every resource that holds data, and the links
// between them; the places of the worst verdicts are kept where there are many.
func draw(r *lint.Report, o Options) chart {
	d := drawer{at: map[lint.Spot]int{}, edges: map[[2]int]map[string]int{}}
	for i := range r.Resources {
		if x := &r.Resources[i]; holding(*x) {
			d.resource(x, o, len(r.Links) == 0)
		}
	}
	for _, l := range r.Links {
		d.flow(d.place(l.From, lint.NotConcerned), d.place(l.To, l.Verdict), l.Relation, l.Count)
	}
	for _, g := range byCaller(r) {
		d.said = append(d.said, Clean(o.gapText(g)))
	}
	return d.chart
}

// resource draws where a resource is, and its copies; the ways to them only where
// nothing better tells them.
func (d *drawer) resource(x *lint.Resource, o Options, ways bool) {
	name := x.Address.String() + o.within(x.Input)
	main := mainSite(x)
	home := d.site(x, main)
	d.sites[home].names = append(d.sites[home].names, name)
	for _, s := range x.Sites {
		to := d.site(x, s)
		if relations[s.Role] == "" || to == home {
			continue
		}
		d.sites[to].names = append(d.sites[to].names, name+" ("+o.word(s.Role)+")")
		if ways {
			d.flow(home, to, relations[s.Role], 1)
		}
	}
}

func (d *drawer) site(x *lint.Resource, s lint.Site) int {
	return d.place(lint.Spot{Operator: cmp.Or(s.Operator, x.Vendor), Country: s.Lands(), Region: s.Region}, cmp.Or(s.Verdict, x.Verdict))
}

// place gives the index of a place, which takes the worst verdict on what is there.
func (d *drawer) place(at lint.Spot, verdict string) int {
	i, ok := d.at[at]
	if !ok {
		i = len(d.sites)
		d.at[at] = i
		d.sites = append(d.sites, site{operator: at.Operator, country: at.Country, region: at.Region, verdict: lint.NotConcerned})
	}
	if gravity(verdict) < gravity(d.sites[i].verdict) {
		d.sites[i].verdict = verdict
	}
	return i
}

func (d *drawer) flow(from, to int, relation string, n int) {
	ends := [2]int{from, to}
	i, ok := d.edges[ends][relation]
	if !ok {
		if d.edges[ends] == nil {
			d.edges[ends] = map[string]int{}
		}
		i = len(d.flows)
		d.edges[ends][relation] = i
		d.flows = append(d.flows, flow{from: from, to: to, relation: relation})
	}
	d.flows[i].n += n
}

// mainSite is where a resource's data is first of all; the zero site where that
// is not known.
func mainSite(x *lint.Resource) lint.Site {
	for _, s := range x.Sites {
		if relations[s.Role] == "" {
			return s
		}
	}
	return lint.Site{Verdict: x.Verdict}
}

// atMost orders places by operator, country and region, and leaves out what is
// too much, the mildest first.
func (c chart) atMost(limit int) chart {
	order := make([]int, len(c.sites))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(gravity(c.sites[a].verdict), gravity(c.sites[b].verdict)) })
	if len(order) > limit {
		c.left = len(order) - limit
		order = order[:limit]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := c.sites[a], c.sites[b]
		return cmp.Or(cmp.Compare(x.operator, y.operator), cmp.Compare(x.country, y.country), cmp.Compare(x.region, y.region))
	})
	moved := map[int]int{}
	out := chart{left: c.left, said: c.said}
	for to, from := range order {
		moved[from] = to
		out.sites = append(out.sites, c.sites[from])
	}
	for _, f := range c.flows {
		from, ok := moved[f.from]
		to, also := moved[f.to]
		if ok && also {
			out.flows = append(out.flows, flow{from, to, f.relation, f.n})
		}
	}
	slices.SortStableFunc(out.flows, func(a, b flow) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.relation, b.relation))
	})
	return out
}

// Fills and edges of the verdicts, pale enough for black text. The words of the
// verdict always stand beside them.
var verdictColors = map[string][2]string{
	"foreign-control":   {"#f4c7c3", "#8c1d18"},
	"outside":           {"#f6d0e4", "#8a1a5b"},
	"unqualified":       {"#fbdcb8", "#8a4b00"},
	"candidate":         {"#fbeab0", "#705400"},
	"undetermined":      {"#e1e1e1", "#4a4a4a"},
	"approved-expiring": {"#d9ecc4", "#3f5f12"},
	"approved":          {"#c6e7cf", "#14532d"},
	"internal":          {"#c9def7", "#123f73"},
	"not-concerned":     {"#f4f4f4", "#555555"},
}

func colorsOf(verdict string) [2]string {
	if c, ok := verdictColors[verdict]; ok {
		return c
	}
	return verdictColors["undetermined"]
}

// lines are what a drawing writes of a place, with so many names.
func (s site) lines(names int, o Options) []string {
	held := o.resources(len(s.names))
	if len(s.names) == 0 {
		held = o.word("no resource of the input")
	}
	out := []string{cut(Clean(cmp.Or(s.region, o.word("region not known"))), 80), held + ", " + Clean(o.verdict(s.verdict))}
	for i, n := range s.names {
		if i == names {
			if names > 0 {
				out = append(out, o.more(len(s.names)-i))
			}
			return out
		}
		out = append(out, cut(Clean(n), 80))
	}
	return out
}

// DOT writes the places and the flows between them as a graph of Graphviz,
// grouped by operator and country.
func DOT(w io.Writer, r *lint.Report, o Options) error {
	p := &printer{o: Options{Lang: o.Lang, Vendors: o.Vendors}}
	c := draw(r, o).atMost(maxSpots)
	p.line("digraph sovlint {")
	p.line("  rankdir=LR; compound=true; fontname=\"Helvetica\";")
	p.line("  node [shape=box, style=filled, fontname=\"Helvetica\", fontsize=10];")
	p.line("  edge [fontname=\"Helvetica\", fontsize=9];")
	p.clusters(c,
		func(id, title string) {
			p.line(fmt.Sprintf("  subgraph cluster_%s {\n    label=%s;", id, dotText(title)))
		},
		func(i int) {
			colors := colorsOf(c.sites[i].verdict)
			p.line(fmt.Sprintf("      s%d [label=%s, fillcolor=%q, color=%q];", i, dotText(c.sites[i].lines(shownAddresses, o)...), colors[0], colors[1]))
		},
		func() { p.line("  }") })
	for _, f := range c.flows {
		p.line(fmt.Sprintf("  s%d -> s%d [label=%s];", f.from, f.to, dotText(f.label(o))))
	}
	if c.left > 0 {
		p.line(fmt.Sprintf("  left [shape=plaintext, style=\"\", label=%s];", dotText(c.cutWords(o))))
	}
	if len(c.said) > 0 {
		p.line(fmt.Sprintf("  said [shape=plaintext, style=\"\", label=%s];", dotText(c.said...)))
	}
	p.line("}")
	_, err := io.WriteString(w, p.b.String())
	return err
}

// maxMermaid is the longest text that Mermaid draws, in bytes.
const maxMermaid = 50_000

// Mermaid writes the same graph for Mermaid, which GitHub and GitLab draw: with
// fewer names, and then with fewer places, where it would be too long.
func Mermaid(w io.Writer, r *lint.Report, o Options) error {
	c := draw(r, o)
	text := ""
	for _, d := range []struct{ places, names int }{{maxSpots, shownAddresses}, {maxSpots, 0}, {40, 0}} {
		if text = c.atMost(d.places).mermaid(o, d.names); len(text) < maxMermaid {
			break
		}
	}
	_, err := io.WriteString(w, text)
	return err
}

func (c chart) mermaid(o Options, names int) string {
	p := &printer{o: Options{Lang: o.Lang, Vendors: o.Vendors}}
	p.line("flowchart LR")
	used := map[string]bool{}
	p.clusters(c,
		func(id, title string) { p.line(fmt.Sprintf("  subgraph c%s[%s]", id, mermaidText(title))) },
		func(i int) {
			v := className(c.sites[i].verdict)
			used[v] = true
			p.line(fmt.Sprintf("    s%d[%s]:::%s", i, mermaidText(c.sites[i].lines(names, o)...), v))
		},
		func() { p.line("  end") })
	for _, f := range c.flows {
		p.line(fmt.Sprintf("  s%d -->|%s| s%d", f.from, mermaidText(f.label(o)), f.to))
	}
	if c.left > 0 {
		p.line("  left[" + mermaidText(c.cutWords(o)) + "]")
	}
	if len(c.said) > 0 {
		p.line("  said[" + mermaidText(c.said...) + "]")
	}
	for _, v := range lint.Verdicts() {
		if used[className(v)] {
			colors := colorsOf(v)
			p.line(fmt.Sprintf("  classDef %s fill:%s,stroke:%s,color:#000000", className(v), colors[0], colors[1]))
		}
	}
	return p.b.String()
}

// className turns a verdict into a name that Mermaid takes; one that is not
// ours, out of a report that was read back, is undetermined.
func className(verdict string) string {
	if !slices.Contains(lint.Verdicts(), verdict) {
		verdict = "undetermined"
	}
	return strings.ReplaceAll(verdict, "-", "")
}

// clusters goes through the places, opening a group for each operator in each
// country.
func (p *printer) clusters(c chart, open func(id, title string), node func(int), end func()) {
	for i, s := range c.sites {
		if i == 0 || s.operator != c.sites[i-1].operator || s.country != c.sites[i-1].country {
			if i > 0 {
				end()
			}
			open(fmt.Sprint(i), p.vendor(cmp.Or(s.operator, p.word("operator not known")))+", "+cmp.Or(Clean(s.country), p.word("country not known")))
		}
		node(i)
	}
	if len(c.sites) > 0 {
		end()
	}
}

func (f flow) label(o Options) string {
	if f.n == 1 {
		return Clean(o.word(f.relation))
	}
	return fmt.Sprintf("%s ×%d", Clean(o.word(f.relation)), f.n)
}

func (c chart) cutWords(o Options) string {
	return o.count(c.left, "not drawn: %d more place", "not drawn: %d more places")
}

// dotText writes lines as one quoted string of DOT.
func dotText(lines ...string) string {
	escaped := make([]string, len(lines))
	for i, l := range lines {
		escaped[i] = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(cut(l, maxName))
	}
	return `"` + strings.Join(escaped, `\n`) + `"`
}

var mermaidEscapes = strings.NewReplacer("#", "#35;", "&", "#38;", "<", "#60;", ">", "#62;", `"`, "#34;", "`", "#96;", "\\", "#92;", "%", "#37;",
	"[", "#91;", "]", "#93;", "{", "#123;", "}", "#125;", "|", "#124;")

// mermaidText writes lines as one quoted label of Mermaid.
func mermaidText(lines ...string) string {
	escaped := make([]string, len(lines))
	for i, l := range lines {
		escaped[i] = mermaidEscapes.Replace(cut(l, maxName))
	}
	return `"` + strings.Join(escaped, "<br/>") + `"`
}
