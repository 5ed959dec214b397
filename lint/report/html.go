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
	"sync"
	"time"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
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

	lang speech.Lang
}

// Code is the language of the page, as HTML names it.
func (p *htmlPage) Code() string {
	if p.lang == speech.French {
		return "fr"
	}
	return "en"
}

// T gives a text of the template in the language of the page.
func (p *htmlPage) T(text string) string { return p.lang.Word(text) }

// Label is T with what parts it from the text behind it.
func (p *htmlPage) Label(text string) string { return Options{Lang: p.lang}.label(text) }

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
	Names, Paths, Hints, Clauses              []string
}

type htmlWaiver struct {
	ID, Until, Left, Class, Reason string
	N                              int
}

func page(r *lint.Report, o Options) *htmlPage {
	p := &printer{o: Options{Lang: o.Lang, Vendors: o.Vendors}}
	css, js := htmlFile("style.css"), htmlFile("script.js")
	c := draw(r, o)
	out := &htmlPage{
		lang: o.Lang,
		CSP:  fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'", hash(css), hash(js)),
		CSS:  template.CSS(css), JS: template.JS(js), Map: o.Map, AsOf: Clean(r.AsOf), Version: Clean(r.Tool.Version),
		Headline: headline(r, o), Lead: lead(r, o), Changes: changes(r, o), Cards: cards(r, o), Verdicts: verdicts(r, o),
		Unseen: unseen(r, o), Nothing: o.say("Nothing to place: %s", nothing(r, o)), Clean: clean(r, o),
	}
	out.Title = o.label("sovlint") + out.Headline
	if r.Doctrine.ID != "" {
		out.Doctrine = Clean(o.say("%s, edition %s", r.Doctrine.ID, r.Doctrine.Edition))
	}
	for _, reg := range r.Registers {
		out.Registers = append(out.Registers, Clean(o.say("%s of %s", reg.ID, reg.AsOf)))
	}
	out.Inputs = inputs(r, o)
	out.Maps = maps(c, o)
	out.places(p, c)
	for _, f := range c.flows {
		out.Flows = append(out.Flows, cut(o.say("%s: from %s to %s", f.label(o), p.spot(c.sites[f.from]), p.spot(c.sites[f.to])), 2*maxName))
		if len(out.Flows) == shownPlaces {
			out.Flows = append(out.Flows, o.more(len(c.flows)-shownPlaces))
			break
		}
	}
	if !o.Map {
		out.causes(p, r, o)
		out.Waivers = htmlWaivers(r, o)
	}
	out.Footer = o.word("Written by sovlint. It states what the code shows, with the clause and the date of the facts, and gives no legal opinion.")
	return out
}

// hash is how a policy names a script or a style that it allows.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func headline(r *lint.Report, o Options) string {
	s := r.Summary
	switch {
	case o.Map:
		return o.word("Where the data will be")
	case s.Errors > 0:
		return o.count(s.Errors, "%d error under the doctrine", "%d errors under the doctrine")
	case s.Warnings > 0:
		return o.count(s.Warnings, "No error; %d warning to look at", "No error; %d warnings to look at")
	case r.Held() > 0:
		return o.count(r.Held(), "No error is shown; %d was held back", "No error is shown; %d were held back")
	case s.Waived > 0:
		return o.count(s.Waived, "Nothing departs from the doctrine but what is waived: %d finding", "Nothing departs from the doctrine but what is waived: %d findings")
	}
	return o.word("Nothing departs from the doctrine")
}

func lead(r *lint.Report, o Options) string {
	text := o.placed(r.Summary)
	if by := count(r, o.country); len(by) > 0 {
		text = o.say("%s; %s", text, o.say("by country, copies counted: %s", tally(by)))
	}
	text += "."
	if slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return f.Assumed }) {
		text += " " + o.word("Findings that rest on a class or a body nobody declared take the strict reading.")
	}
	return cut(Clean(text), 4*maxName)
}

// changes says what the plan does with what holds data.
func changes(r *lint.Report, o Options) string {
	by := map[string]int{}
	for _, x := range r.Resources {
		if x.Holds != "nothing" && x.Mode != "data" && x.Action != "exists" && x.Action != "" {
			by[o.word(x.Action)]++
		}
	}
	if len(by) == 0 {
		return ""
	}
	return cut(Clean(tally(by)), maxName)
}

func inputs(r *lint.Report, o Options) []string {
	var out []string
	for i, in := range r.Inputs {
		if i == shownAddresses && len(r.Inputs) > shownAddresses+1 {
			return append(out, o.more(len(r.Inputs)-i))
		}
		text := in.Name + ", " + o.word(in.Format)
		if in.TerraformVersion != "" {
			text += ", Terraform " + in.TerraformVersion
		}
		out = append(out, cut(Clean(text), maxName))
	}
	return out
}

func cards(r *lint.Report, o Options) []htmlCard {
	s := r.Summary
	out := []htmlCard{
		{s.Resources, o.word("resources in all"), ""}, {s.Holding, o.word("hold data"), ""}, {s.Placed, o.word("of them are placed"), ""},
		{s.Undetermined, o.word("of them are not settled"), ""},
	}
	if !o.Map {
		out = append(out, htmlCard{s.Errors, o.word("errors"), "l-error"}, htmlCard{s.Warnings, o.word("warnings"), "l-warning"},
			htmlCard{s.Notices, o.word("notices"), "l-notice"}, htmlCard{s.Waived, o.word("findings waived"), ""})
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

func verdicts(r *lint.Report, o Options) []htmlVerdict {
	by := map[string]int{}
	for _, x := range r.Resources {
		if holding(x) {
			by[x.Verdict]++
		}
	}
	var out []htmlVerdict
	for _, v := range lint.Verdicts() {
		if by[v] > 0 {
			out = append(out, htmlVerdict{v, Clean(o.verdictWords(v)), o.word(meanings[v]), by[v]})
		}
	}
	return out
}

// verdictClass is the verdict as a class of the style sheet has it.
func verdictClass(v string) string {
	if slices.Contains(lint.Verdicts(), v) {
		return v
	}
	return lint.Undetermined
}

// unseen are the gaps and the open questions, each once.
func unseen(r *lint.Report, o Options) []string {
	var out []string
	for _, g := range gapsInOrder(r) {
		text := g.What + place(g.At)
		if g.Kind != "" {
			text = o.gapText(g)
		}
		out = append(out, cut(Clean(text), 2*maxName))
	}
	seen := map[lint.Question]bool{}
	for _, x := range r.Resources {
		for _, q := range x.Questions {
			if !seen[q] {
				seen[q] = true
				out = append(out, cut(Clean(o.say("%s: %s; to settle it: %s", cut(x.Address.String(), maxName), q.What, q.Settle)), 3*maxName))
			}
		}
	}
	if len(out) > shownPlaces {
		out = append(out[:shownPlaces], o.say("%s; `-o json` has them all", o.more(len(out)-shownPlaces)))
	}
	return out
}

// spot writes a place in words.
func (p *printer) spot(s site) string {
	return fmt.Sprintf("%s, %s (%s)", p.vendor(cmp.Or(s.operator, p.word("operator not known"))), Clean(cmp.Or(s.region, p.word("region not known"))), Clean(cmp.Or(s.country, p.word("country not known"))))
}

func (out *htmlPage) places(p *printer, c chart) {
	list := slices.Clone(c.sites)
	slices.SortStableFunc(list, func(a, b site) int {
		return cmp.Or(cmp.Compare(gravity(a.verdict), gravity(b.verdict)), cmp.Compare(len(b.names), len(a.names)), cmp.Compare(a.country, b.country), cmp.Compare(a.region, b.region))
	})
	for i, s := range list {
		if i == shownPlaces {
			out.PlacesLeft = p.o.count(len(list)-i, "%d more place is in the table of resources.", "%d more places are in the table of resources.")
			return
		}
		name := cut(Clean(cmp.Or(s.country, p.word("not known"))), maxName)
		if c, ok := countries()[s.country]; ok {
			name += ", " + p.word(c.name)
		}
		out.Places = append(out.Places, htmlPlace{name, cut(p.vendor(cmp.Or(s.operator, p.word("not known"))), maxName), cut(Clean(cmp.Or(s.region, p.word("not known"))), maxName),
			verdictClass(s.verdict), Clean(p.o.verdictWords(s.verdict)), len(s.names)})
	}
}

func (out *htmlPage) causes(p *printer, r *lint.Report, o Options) {
	all := groups(r)
	for i, g := range all {
		if i == shownCauses {
			out.CausesLeft = o.count(len(all)-i, "%d more cause is in the table of resources.", "%d more causes are in the table of resources.")
			return
		}
		f := g.findings[0]
		c := htmlCause{Class: cmp.Or(levelClass(f.Level), "notice"), Level: o.level(f.Level, g.key.waived), Rule: Clean(f.Rule + " " + f.Name), Where: cut(p.where(g.key), maxName),
			Message: cut(Clean(f.Message), 4*maxName)}
		for i, f := range g.findings {
			if f.Address.IsZero() {
				continue
			}
			if i == 4*shownAddresses {
				c.Names = append(c.Names, o.more(len(g.findings)-i))
				break
			}
			c.Names = append(c.Names, cut(Clean(f.Address.String()+o.within(f.Input)+place(f.At)), maxName))
		}
		if !f.Address.IsZero() {
			c.Count = o.resources(len(g.findings))
		}
		for _, path := range pathsOf(g.findings, shownAddresses) {
			c.Paths = append(c.Paths, cut(path, 4*maxName))
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

func htmlWaivers(r *lint.Report, o Options) []htmlWaiver {
	at := map[string]int{}
	var out []htmlWaiver
	for i := range r.Findings {
		w := r.Findings[i].Waiver
		if w == nil {
			continue
		}
		key := w.Change + w.ID
		n, ok := at[key]
		if !ok {
			n = len(out)
			at[key] = n
			left, class := o.remaining(r.AsOf, w.Until)
			out = append(out, htmlWaiver{ID: cut(Clean(o.waiver(w)), maxName), Until: Clean(w.Until), Left: left, Class: class, Reason: cut(Clean(w.Reason), 2*maxName)})
		}
		out[n].N++
	}
	slices.SortStableFunc(out, func(a, b htmlWaiver) int { return cmp.Compare(a.Until, b.Until) })
	return out
}

// remaining says how long a waiver runs on; its last day counts.
func (o Options) remaining(asOf, until string) (text, class string) {
	from, err := time.Parse(time.DateOnly, asOf)
	to, err2 := time.Parse(time.DateOnly, until)
	if err != nil || err2 != nil {
		return o.word("not known"), "l-warning"
	}
	switch days := int(to.Sub(from).Hours() / 24); {
	case days < 0:
		return o.word("ended"), "l-error"
	case days == 0:
		return o.word("its last day"), "l-warning"
	case days <= 30:
		return o.count(days, "%d day", "%d days"), "l-warning"
	default:
		return o.count(days, "%d day", "%d days"), "l-notice"
	}
}
