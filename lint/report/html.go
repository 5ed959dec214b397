package report

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/sovlint/sovlint/lint"
)

//go:embed html
var htmlFiles embed.FS

const (
	shownPlaces = 100
	shownCauses = 300
)

// HTML writes one self-contained page: nothing is fetched, and its policy
// forbids it. What is shown at once is written as markup; the table of resources
// is data that the page's own script draws.
func HTML(w io.Writer, r *lint.Report, o Options) error {
	t := htmlTemplate()
	p := page(r, o)
	if err := t.ExecuteTemplate(w, "head", p); err != nil {
		return err
	}
	if err := htmlData(w, r, o); err != nil {
		return err
	}
	return t.ExecuteTemplate(w, "foot", p)
}

var htmlTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(htmlFiles, "html/page.html"))
})

// htmlFile is an embedded file; a test reads them all.
func htmlFile(name string) string {
	b, _ := htmlFiles.ReadFile("html/" + name)
	return string(b)
}

// A htmlPage is what the template writes. Every text in it is cleaned.
type htmlPage struct {
	CSP                              string
	CSS                              template.CSS
	JS                               template.JS
	Title, Headline, Lead, AsOf      string
	Version, Doctrine, Changes       string
	Registers, Inputs, Unseen, Flows []string
	Cards                            []htmlCard
	Verdicts                         []htmlVerdict
	Maps                             []htmlMap
	Places                           []htmlPlace
	PlacesLeft, Nothing              string
	Map                              bool
	Causes                           []htmlCause
	CausesLeft, Clean                string
	Waivers                          []htmlWaiver
	Footer                           string
}

type htmlCard struct {
	N           int
	What, Class string
}

type htmlVerdict struct {
	Class, Name, Means string
	N                  int
}

type htmlPlace struct {
	Country, Operator, Region, Class, Verdict string
	N                                         int
}

type htmlCause struct {
	Class, Level, Rule, Where, Count, Message string
	Names, Hints, Clauses                     []string
}

type htmlWaiver struct {
	ID, Until, Left, Class, Reason string
	N                              int
}

func page(r *lint.Report, o Options) *htmlPage {
	p := &printer{o: Options{Vendors: o.Vendors}}
	css, js := htmlFile("style.css"), htmlFile("script.js")
	c := draw(r)
	out := &htmlPage{
		CSP: fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'", hash(css), hash(js)),
		CSS: template.CSS(css), JS: template.JS(js), Map: o.Map, AsOf: Clean(r.AsOf), Version: Clean(r.Tool.Version),
		Headline: headline(r, o.Map), Lead: lead(r), Changes: changes(r), Cards: cards(r, o.Map), Verdicts: verdicts(r),
		Unseen: unseen(r), Nothing: "Nothing to place: " + nothing(r), Clean: clean(r),
	}
	out.Title = "sovlint: " + out.Headline
	if r.Doctrine.ID != "" {
		out.Doctrine = Clean(fmt.Sprintf("%s, edition %s", r.Doctrine.ID, r.Doctrine.Edition))
	}
	for _, reg := range r.Registers {
		out.Registers = append(out.Registers, Clean(reg.ID+" of "+reg.AsOf))
	}
	out.Inputs = inputs(r)
	out.Maps = maps(c)
	out.places(p, c)
	for _, f := range c.flows {
		out.Flows = append(out.Flows, cut(fmt.Sprintf("%s: %s to %s", plural(f.n, Clean(f.role)), p.spot(c.sites[f.from]), p.spot(c.sites[f.to])), 2*maxName))
		if len(out.Flows) == shownPlaces {
			out.Flows = append(out.Flows, fmt.Sprintf("and %d more", len(c.flows)-shownPlaces))
			break
		}
	}
	if !o.Map {
		out.causes(p, r, o)
		out.Waivers = htmlWaivers(r)
	}
	out.Footer = "Written by sovlint. It states what the code shows, with the clause and the date of the facts, and gives no legal opinion."
	return out
}

// hash is how a policy names a script or a style that it allows.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func headline(r *lint.Report, asMap bool) string {
	s := r.Summary
	switch {
	case asMap:
		return "Where the data will be"
	case s.Errors > 0:
		return fmt.Sprintf("%s under the doctrine", plural(s.Errors, "error"))
	case s.Warnings > 0:
		return fmt.Sprintf("No error; %s to look at", plural(s.Warnings, "warning"))
	case r.Held() > 0:
		return fmt.Sprintf("No error is shown; %d %s held back", r.Held(), choose(r.Held(), "was", "were"))
	case s.Waived > 0:
		return fmt.Sprintf("Nothing departs from the doctrine but what is waived: %s", plural(s.Waived, "finding"))
	}
	return "Nothing departs from the doctrine"
}

func lead(r *lint.Report) string {
	s := r.Summary
	text := fmt.Sprintf("%d of %s that %s data %s placed", s.Placed, plural(s.Holding, "resource"), choose(s.Holding, "holds", "hold"), choose(s.Placed, "is", "are"))
	if by := count(r, country); len(by) > 0 {
		text += "; by country, copies counted: " + tally(by)
	}
	text += "."
	if slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return f.Assumed }) {
		text += " Findings that rest on a class or a body nobody declared take the strict reading."
	}
	return cut(Clean(text), 4*maxName)
}

// changes says what the plan does with what holds data.
func changes(r *lint.Report) string {
	by := map[string]int{}
	for _, x := range r.Resources {
		if x.Holds != "nothing" && x.Mode != "data" && x.Action != "exists" && x.Action != "" {
			by[x.Action]++
		}
	}
	if len(by) == 0 {
		return ""
	}
	return cut(Clean(tally(by)), maxName)
}

func inputs(r *lint.Report) []string {
	var out []string
	for i, in := range r.Inputs {
		if i == shownAddresses && len(r.Inputs) > shownAddresses+1 {
			return append(out, fmt.Sprintf("and %d more", len(r.Inputs)-i))
		}
		text := in.Name + ", " + in.Format
		if in.TerraformVersion != "" {
			text += ", Terraform " + in.TerraformVersion
		}
		out = append(out, cut(Clean(text), maxName))
	}
	return out
}

func cards(r *lint.Report, asMap bool) []htmlCard {
	s := r.Summary
	out := []htmlCard{
		{s.Resources, "resources in all", ""}, {s.Holding, "hold data", ""}, {s.Placed, "of them are placed", ""}, {s.Undetermined, "of them are not settled", ""},
	}
	if !asMap {
		out = append(out, htmlCard{s.Errors, "errors", "l-error"}, htmlCard{s.Warnings, "warnings", "l-warning"},
			htmlCard{s.Notices, "notices", "l-notice"}, htmlCard{s.Waived, "findings waived", ""})
	}
	return out
}

// meanings are the verdicts in a few words.
var meanings = map[string]string{
	"foreign-control":   "an operator under control from outside the Union",
	"outside":           "a place outside the permitted territory",
	"unqualified":       "an operator of the Union, no qualified offer",
	"candidate":         "an offer that is not qualified yet",
	"undetermined":      "who holds it, or where, is not known",
	"approved-expiring": "a qualified offer that ends soon",
	"approved":          "a qualified offer",
	"internal":          "a cloud declared as internal",
	"not-concerned":     "the doctrine does not reserve it",
}

func verdicts(r *lint.Report) []htmlVerdict {
	by := map[string]int{}
	for _, x := range r.Resources {
		if holding(x) {
			by[x.Verdict]++
		}
	}
	var out []htmlVerdict
	for _, v := range lint.Verdicts() {
		if by[v] > 0 {
			out = append(out, htmlVerdict{v, verdictWords(v), meanings[v], by[v]})
		}
	}
	return out
}

func verdictWords(v string) string { return Clean(strings.ReplaceAll(v, "-", " ")) }

// verdictClass is the verdict as a class of the style sheet has it.
func verdictClass(v string) string {
	if slices.Contains(lint.Verdicts(), v) {
		return v
	}
	return lint.Undetermined
}

// unseen are the gaps and the open questions, each once.
func unseen(r *lint.Report) []string {
	var out []string
	for _, g := range gapsInOrder(r) {
		text := g.What + place(g.At)
		if g.Kind != "" {
			text = gapText(g)
		}
		out = append(out, cut(Clean(text), 2*maxName))
	}
	seen := map[lint.Question]bool{}
	for _, x := range r.Resources {
		for _, q := range x.Questions {
			if !seen[q] {
				seen[q] = true
				out = append(out, cut(Clean(fmt.Sprintf("%s: %s; to settle it: %s", cut(x.Address.String(), maxName), q.What, q.Settle)), 3*maxName))
			}
		}
	}
	if len(out) > shownPlaces {
		out = append(out[:shownPlaces], fmt.Sprintf("and %d more: -o json has them all", len(out)-shownPlaces))
	}
	return out
}

// spot writes a place in words.
func (p *printer) spot(s site) string {
	return fmt.Sprintf("%s, %s (%s)", p.vendor(cmp.Or(s.operator, "operator not known")), Clean(cmp.Or(s.region, "region not known")), Clean(cmp.Or(s.country, "country not known")))
}

func (out *htmlPage) places(p *printer, c chart) {
	list := slices.Clone(c.sites)
	slices.SortStableFunc(list, func(a, b site) int {
		return cmp.Or(cmp.Compare(gravity(a.verdict), gravity(b.verdict)), cmp.Compare(len(b.names), len(a.names)), cmp.Compare(a.country, b.country), cmp.Compare(a.region, b.region))
	})
	for i, s := range list {
		if i == shownPlaces {
			out.PlacesLeft = fmt.Sprintf("%d more places are in the table of resources.", len(list)-i)
			return
		}
		name := cut(Clean(cmp.Or(s.country, "not known")), maxName)
		if c, ok := countries()[s.country]; ok {
			name += ", " + c.name
		}
		out.Places = append(out.Places, htmlPlace{name, cut(p.vendor(cmp.Or(s.operator, "not known")), maxName), cut(Clean(cmp.Or(s.region, "not known")), maxName),
			verdictClass(s.verdict), verdictWords(s.verdict), len(s.names)})
	}
}

func (out *htmlPage) causes(p *printer, r *lint.Report, o Options) {
	all := groups(r)
	for i, g := range all {
		if i == shownCauses {
			out.CausesLeft = fmt.Sprintf("%d more causes are in the table of resources.", len(all)-i)
			return
		}
		f := g.findings[0]
		c := htmlCause{Class: cmp.Or(levelClass(f.Level), "notice"), Level: Clean(f.Level), Rule: Clean(f.Rule + " " + f.Name), Where: cut(p.where(g.key), maxName),
			Message: cut(Clean(f.Message), 4*maxName)}
		if g.key.waived {
			c.Level = "waived " + c.Level
		}
		for i, f := range g.findings {
			if f.Address.IsZero() {
				continue
			}
			if i == 4*shownAddresses {
				c.Names = append(c.Names, fmt.Sprintf("and %d more", len(g.findings)-i))
				break
			}
			c.Names = append(c.Names, cut(Clean(f.Address.String()+within(f.Input)+place(f.At)), maxName))
		}
		if !f.Address.IsZero() {
			c.Count = plural(len(g.findings), "resource")
		}
		for _, h := range hints(g)[:min(3, len(hints(g)))] {
			c.Hints = append(c.Hints, cut(Clean(h), 4*maxName))
		}
		for _, cite := range f.Cites {
			c.Clauses = append(c.Clauses, cut(Clean(cite+cond(o.Clauses[cite] != "", ": "+o.Clauses[cite])), 2*maxName))
		}
		out.Causes = append(out.Causes, c)
	}
}

func levelClass(level string) string {
	if rank(level) < len(levels) {
		return level
	}
	return ""
}

func htmlWaivers(r *lint.Report) []htmlWaiver {
	at := map[string]int{}
	var out []htmlWaiver
	for i := range r.Findings {
		w := r.Findings[i].Waiver
		if w == nil {
			continue
		}
		n, ok := at[w.ID]
		if !ok {
			n = len(out)
			at[w.ID] = n
			left, class := remaining(r.AsOf, w.Until)
			out = append(out, htmlWaiver{ID: cut(Clean(w.ID), maxName), Until: Clean(w.Until), Left: left, Class: class, Reason: cut(Clean(w.Reason), 2*maxName)})
		}
		out[n].N++
	}
	slices.SortStableFunc(out, func(a, b htmlWaiver) int { return cmp.Compare(a.Until, b.Until) })
	return out
}

// remaining says how long a waiver runs on; its last day counts.
func remaining(asOf, until string) (text, class string) {
	from, err := time.Parse(time.DateOnly, asOf)
	to, err2 := time.Parse(time.DateOnly, until)
	if err != nil || err2 != nil {
		return "not known", "l-warning"
	}
	switch days := int(to.Sub(from).Hours() / 24); {
	case days < 0:
		return "ended", "l-error"
	case days == 0:
		return "its last day", "l-warning"
	case days <= 30:
		return plural(days, "day"), "l-warning"
	default:
		return plural(days, "day"), "l-notice"
	}
}
