package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// maxComment keeps a comment below the 65,536 characters that GitHub takes;
// bytes are counted, which are never fewer.
const maxComment = 65_000

// How much of a comment each part may take, in bytes; the table of resources
// takes what is left.
const (
	shareFindings = 26_000
	shareFixes    = 8_000
	shareWaived   = 8_000
	shareOpen     = 8_000
	sharePaths    = 4_000
)

// Markdown writes a comment for a pull request: worst first, the details
// folded, cut on a row with a word about what is left out. For `sovlint map`
// it is the table of places.
func Markdown(w io.Writer, r *lint.Report, o Options) error {
	p := &printer{o: Options{Lang: o.Lang, Vendors: o.Vendors, Clauses: o.Clauses}}
	p.headline(r, o.Map)
	tail := p.tail(r)
	if o.Map {
		p.mdPlaces(r, maxComment-len(tail)-p.b.Len())
	} else {
		all := groups(r)
		p.mdFindings(all)
		p.paths(all)
		p.fixes(all)
		p.waivers(r)
	}
	p.open(r)
	if !o.Map {
		p.mdResources(r, maxComment-len(tail)-p.b.Len())
	}
	_, err := io.WriteString(w, p.b.String()+tail)
	return err
}

func (p *printer) headline(r *lint.Report, asMap bool) {
	s := r.Summary
	title := p.o.counts(s)
	if asMap {
		title = p.word("where the data will be")
	}
	p.line("## " + p.o.label("sovlint") + title)
	p.line("")
	text := p.o.placed(s)
	if by := count(r, p.o.country); len(by) > 0 {
		text = p.say("%s; %s", text, p.say("by country, copies counted: %s", cut(tally(by), 2*maxName)))
	}
	p.line(markdown(text) + ".")
	if !asMap && !slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return !f.Address.IsZero() }) {
		p.line("")
		p.line(markdown(clean(r, p.o)))
	}
	p.caller(r)
}

func (p *printer) mdFindings(all []group) {
	all = slices.DeleteFunc(slices.Clone(all), func(g group) bool { return g.key.waived })
	p.mdTable(all, shareFindings)
}

func (p *printer) mdTable(all []group, limit int) {
	if len(all) == 0 {
		return
	}
	p.line("")
	p.section(limit, p.head(findingHead...), len(all),
		func(i int) string { return p.findingRow(all[i]) })
}

// The heads of tables that are written in several places.
var (
	findingHead = []string{"level", "rule", "where", "resources", "message", "clause"}
	placeHead   = []string{"operator", "country", "region", "offer", "class", "verdict", "resources"}
)

// head is the head of a table with the line below it.
func (p *printer) head(columns ...string) string {
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = p.word(c)
	}
	return "| " + strings.Join(cells, " | ") + " |\n|" + strings.Repeat("---|", len(columns))
}

// section writes a table and cuts it on a row, saying so.
func (p *printer) section(limit int, head string, n int, row func(i int) string) {
	p.line(head)
	used := len(head)
	for i := range n {
		line := row(i)
		if used += len(line) + 1; used > limit {
			p.line("")
			p.line(p.o.count(n-i, "Cut here: %d more row does not fit; `-o json` has them all.", "Cut here: %d more rows do not fit; `-o json` has them all."))
			return
		}
		p.line(line)
	}
}

// folded writes a part that opens on a click. GitHub wants blank lines around
// Markdown inside of HTML.
func (p *printer) folded(title string, body func()) {
	p.line("")
	p.line("<details><summary>" + title + "</summary>")
	p.line("")
	body()
	p.line("")
	p.line("</details>")
}

func (p *printer) fixes(all []group) {
	seen := map[string]bool{}
	var lines []string
	for _, g := range all {
		f := g.findings[0]
		key := f.Rule + f.Hint
		if f.Hint == "" || g.key.waived || seen[key] {
			continue
		}
		seen[key] = true
		text := "- " + p.o.label(markdown(f.Rule+" "+f.Name)) + markdown(cut(f.Hint, 3*maxName))
		for _, c := range f.Cites {
			text += fmt.Sprintf(" (%s)", markdown(cut(c+cond(p.o.Clauses[c] != "", ": "+p.o.Clauses[c]), 2*maxName)))
		}
		lines = append(lines, text)
	}
	if len(lines) > 0 {
		p.folded(p.word("What to do, and which clause asks for it"), func() { p.bullets(shareFixes, lines) })
	}
}

func cond(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}

// bullets writes lines and cuts them, saying so.
func (p *printer) bullets(limit int, lines []string) {
	for i, line := range lines {
		if limit -= len(line) + 1; limit < 0 {
			p.line("- " + p.say("%s; `-o json` has them all", p.more(len(lines)-i)))
			return
		}
		p.line(line)
	}
}

func (p *printer) waivers(r *lint.Report) {
	type row struct {
		w     *lint.Waiver
		rules []string
		n     int
	}
	at := map[string]*row{}
	var list []*row
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Waiver == nil {
			continue
		}
		key := f.Waiver.Change + f.Waiver.ID
		x := at[key]
		if x == nil {
			x = &row{w: f.Waiver}
			at[key] = x
			list = append(list, x)
		}
		x.n++
		if !slices.Contains(x.rules, f.Name) {
			x.rules = append(x.rules, f.Name)
		}
	}
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b *row) int { return cmp.Compare(a.w.Until, b.w.Until) })
	p.folded(p.o.count(r.Summary.Waived, "%d finding waived", "%d findings waived"), func() {
		p.section(shareWaived, p.head("waiver", "until", "findings", "rules", "reason"), len(list), func(i int) string {
			x := list[i]
			return mdRow(cut(p.o.waiver(x.w), maxName), x.w.Until, fmt.Sprint(x.n), cut(strings.Join(x.rules, ", "), maxName), cut(x.w.Reason, maxName))
		})
	})
}

// mdRow writes cells of text from an input as a row of a table.
func mdRow(cells ...string) string {
	for i, c := range cells {
		cells[i] = markdown(c)
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

// caller lists what the caller left out or said, in plain sight.
func (p *printer) caller(r *lint.Report) {
	var lines []string
	for _, g := range byCaller(r) {
		lines = append(lines, "- "+markdown(cut(p.o.gapText(g), 2*maxName)))
	}
	if len(lines) > 0 {
		p.line("")
		p.bullets(shareOpen, lines)
	}
}

// open lists what is not known and what could not be seen.
func (p *printer) open(r *lint.Report) {
	var lines []string
	seen := map[lint.Question]bool{}
	for _, x := range r.Resources {
		for _, q := range x.Questions {
			if !seen[q] {
				seen[q] = true
				lines = append(lines, "- "+p.o.label("not known")+markdown(cut(p.say("%s: %s; to settle it: %s", cut(x.Address.String(), maxName), q.What, q.Settle), 3*maxName)))
			}
		}
	}
	for _, g := range r.Gaps {
		if g.Kind == "" {
			lines = append(lines, "- "+markdown(cut(p.o.gapText(g), 2*maxName)))
		}
	}
	if len(lines) > 0 {
		p.folded(p.word("What is not known"), func() { p.bullets(shareOpen, lines) })
	}
}

func (p *printer) mdPlaces(r *lint.Report, limit int) {
	list := rows(r, p.o)
	p.line("")
	if len(list) == 0 {
		p.line(markdown(p.say("Nothing to place: %s", nothing(r, p.o))))
		return
	}
	p.section(limit-shareOpen-500, p.head(placeHead...), len(list), func(i int) string {
		x := list[i]
		cells := x.cells(p)
		for i := range cells {
			cells[i] = cut(cells[i], maxName)
		}
		cells[len(cells)-1] += ": " + p.shortList(x.addresses)
		return mdRow(cells...)
	})
}

// shortList gives the first names and how many more there are.
func (p *printer) shortList(names []string) string {
	var out []string
	for i, n := range names {
		if i == shownAddresses {
			return strings.Join(out, ", ") + " " + p.more(len(names)-i)
		}
		out = append(out, cut(n, maxName))
	}
	return strings.Join(out, ", ")
}

// mdResources lists every resource that holds data, in what room is left.
func (p *printer) mdResources(r *lint.Report, limit int) {
	var list []*lint.Resource
	for i := range r.Resources {
		if x := &r.Resources[i]; holding(*x) {
			list = append(list, x)
		}
	}
	if len(list) == 0 || limit < 2000 {
		return
	}
	slices.SortStableFunc(list, func(a, b *lint.Resource) int { return cmp.Compare(gravity(a.Verdict), gravity(b.Verdict)) })
	p.folded(p.o.count(len(list), "The only resource that holds data", "All %d resources that hold data, worst first"), func() {
		p.section(limit-500, p.head("resource", "action", "where", "class", "verdict"), len(list), func(i int) string {
			x := list[i]
			return mdRow(cut(x.Address.String(), maxName)+p.o.within(cut(x.Input, maxName)), p.o.word(x.Action), cut(whereabouts(x, p.o), maxName), cut(p.o.class(*x), maxName), p.o.verdict(x.Verdict))
		})
	})
}

// tail says under which norms, and for which day.
func (p *printer) tail(r *lint.Report) string {
	q := &printer{o: Options{Lang: p.o.Lang}}
	q.footer(r)
	text := strings.TrimSpace(q.b.String())
	if text == "" {
		return ""
	}
	return "\n<sub>" + markdown(cut(text, 2*maxName)) + "</sub>\n"
}
