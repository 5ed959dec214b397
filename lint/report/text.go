package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sovlint/sovlint/lint"
)

// Text writes the report for a person.
func Text(w io.Writer, r *lint.Report, o Options) error {
	p := &printer{o: o}
	if o.Map {
		p.places(r)
	} else {
		for _, g := range groups(r) {
			p.group(g)
		}
		p.summary(r)
	}
	p.gaps(r)
	p.footer(r)
	_, err := io.WriteString(w, p.b.String())
	return err
}

// A printer gathers the text. Everything that comes from an input passes Clean.
type printer struct {
	o Options
	b strings.Builder
}

const shownAddresses = 5

func (p *printer) group(g group) {
	f := g.findings[0]
	level := f.Level
	if g.key.waived {
		level = "waived " + level
	}
	head := p.paint(f.Level, level) + "  " + p.bold(f.Rule+" "+Clean(f.Name))
	if where := p.where(g.key); where != "" {
		head += "  " + where
	}
	p.line(head)
	p.wrap("  ", "  ", f.Message)
	p.addresses(g)
	for i, h := range hints(g) {
		if i == 3 {
			break
		}
		p.wrap("  fix: ", "       ", h)
	}
	p.cites(f)
	if w := f.Waiver; w != nil {
		p.wrap("  waived by ", "    ", fmt.Sprintf("%s until %s: %s", w.ID, w.Until, w.Reason))
	}
	p.line("")
}

func (p *printer) where(k groupKey) string {
	var parts []string
	if k.vendor != "" {
		parts = append(parts, p.vendor(k.vendor))
	}
	if k.region != "" {
		parts = append(parts, Clean(k.region))
	}
	return strings.Join(parts, ", ")
}

func (p *printer) vendor(id string) string {
	if name := p.o.Vendors[id]; name != "" {
		return Clean(name)
	}
	return Clean(id)
}

func hints(g group) []string {
	var out []string
	for _, f := range g.findings {
		if f.Hint != "" && !slices.Contains(out, f.Hint) {
			out = append(out, f.Hint)
		}
	}
	return out
}

func (p *printer) addresses(g group) {
	shown := 0
	differing := heads(g.findings[:min(len(g.findings), shownAddresses)])
	for i, f := range g.findings {
		if f.Address.IsZero() {
			if f.At != nil {
				p.line("    " + strings.TrimSpace(place(f.At)))
			}
			continue
		}
		if shown == shownAddresses {
			p.line(fmt.Sprintf("    and %d more", len(g.findings)-shown))
			return
		}
		text := Clean(f.Address.String()) + p.dim(within(f.Input)+place(f.At))
		if i < len(differing) && differing[i] != "" && len(g.findings) > 1 {
			text += "  " + p.dim(Clean(differing[i]))
		}
		p.line("    " + text)
		shown++
	}
}

// within names the input of a resource, where there are several.
func within(input string) string {
	if input == "" {
		return ""
	}
	return "  in " + Clean(input)
}

func place(at *lint.At) string {
	if at == nil || at.Line == 0 {
		return ""
	}
	return fmt.Sprintf("  %s:%d", Clean(at.File), at.Line)
}

func (p *printer) cites(f *lint.Finding) {
	for _, c := range f.Cites {
		text := c
		if words := p.o.Clauses[c]; words != "" {
			text += ": " + words
		}
		p.wrap("  rule: ", "        ", text)
	}
}

func (p *printer) summary(r *lint.Report) {
	s := r.Summary
	if !slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return !f.Address.IsZero() }) {
		p.wrap("", "", clean(r))
	}
	p.line(fmt.Sprintf("%d of %s that %s data %s placed; %s, %s, %s", s.Placed, plural(s.Holding, "resource"),
		choose(s.Holding, "holds", "hold"), choose(s.Placed, "is", "are"),
		plural(s.Errors, "error"), plural(s.Warnings, "warning"), plural(s.Notices, "notice")) + waived(s.Waived))
	p.counts("countries", count(r, country))
	p.questions(r)
	p.counts("operators", count(r, func(x lint.Resource, s lint.Site) string { return p.vendor(cmp.Or(s.Operator, x.Vendor)) }))
}

// clean says why there is nothing to say.
func clean(r *lint.Report) string {
	s := r.Summary
	switch {
	case r.Held() > 0:
		return fmt.Sprintf("No finding is shown, which is not to say that no resource departs from the doctrine: %d %s held back.", r.Held(), choose(r.Held(), "was", "were"))
	case len(r.Resources) == 0 && s.Resources == 0:
		return "Nothing was judged: the input shows no resource."
	case s.Holding == 0:
		return "No resource departs from the doctrine: " + nothing(r)
	}
	by := map[string]int{}
	for _, x := range r.Resources {
		if x.Verdict != "not-concerned" && x.Verdict != "" {
			by[x.Verdict]++
		}
	}
	if len(by) == 0 {
		return "No resource departs from the doctrine: no resource holds data that the doctrine reserves."
	}
	return "No resource departs from the doctrine: of the resources that hold data, " + tally(by) + "."
}

func waived(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d waived", n)
}

func choose(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func country(_ lint.Resource, s lint.Site) string { return cmp.Or(s.Lands(), "unknown") }

// count counts each holding resource once under every name its sites give.
func count(r *lint.Report, name func(lint.Resource, lint.Site) string) map[string]int {
	out := map[string]int{}
	for _, x := range r.Resources {
		if !holding(x) {
			continue
		}
		seen := map[string]bool{}
		sites := x.Sites
		if len(sites) == 0 {
			sites = []lint.Site{{}} // counted under its vendor, in a place left open
		}
		for _, s := range sites {
			if n := name(x, s); n != "" && !seen[n] {
				seen[n] = true
				out[n]++
			}
		}
	}
	return out
}

func holding(x lint.Resource) bool {
	return x.Holds != "nothing" && x.Mode != "data" && x.Action != "delete" && x.Action != "forget"
}

func (p *printer) counts(title string, by map[string]int) {
	if len(by) > 0 {
		p.wrap(title+": ", "  ", tally(by))
	}
}

// tally gives "3 FR, 1 DE", most first.
func tally(by map[string]int) string {
	names := make([]string, 0, len(by))
	for n := range by {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(by[b], by[a]), cmp.Compare(a, b)) })
	for i, n := range names {
		names[i] = fmt.Sprintf("%d %s", by[n], n)
	}
	return strings.Join(names, ", ")
}

func (p *printer) gaps(r *lint.Report) {
	shown := 2*shownAddresses + len(byCaller(r))
	for i, g := range gapsInOrder(r) {
		if i == shown {
			p.line(fmt.Sprintf("not seen: and %d more, all in -o json", len(r.Gaps)-i))
			return
		}
		p.wrap(told(g)+": ", "  ", g.What+place(g.At))
	}
}

func (p *printer) footer(r *lint.Report) {
	if r.Doctrine.ID == "" {
		return
	}
	text := fmt.Sprintf("doctrine %s, edition %s", r.Doctrine.ID, r.Doctrine.Edition)
	for _, reg := range r.Registers {
		text += fmt.Sprintf("; register %s of %s", reg.ID, reg.AsOf)
	}
	p.wrap("", "  ", text+"; judged for "+r.AsOf)
}

func (p *printer) line(s string) {
	p.b.WriteString(s)
	p.b.WriteByte('\n')
}

// wrap writes cleaned text, broken at spaces to the width of the terminal.
func (p *printer) wrap(first, next, text string) {
	line, used := first, false
	for _, word := range strings.Split(Clean(text), " ") {
		if used && p.o.Width > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > p.o.Width {
			p.line(line)
			line, used = next, false
		}
		if used {
			line += " "
		}
		line += word
		used = true
	}
	p.line(line)
}

var colors = map[string]string{"error": "31;1", "warning": "33;1", "notice": "36", "bold": "1", "dim": "2"}

func (p *printer) paint(style, s string) string {
	code := colors[style]
	if !p.o.Color || code == "" || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p *printer) bold(s string) string { return p.paint("bold", s) }
func (p *printer) dim(s string) string  { return p.paint("dim", s) }
