package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
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
	p.next()
	_, err := io.WriteString(w, p.b.String())
	return err
}

// A printer gathers the text. Everything that comes from an input passes Clean.
type printer struct {
	o   Options
	b   strings.Builder
	cut bool // something was left out for want of room
}

const shownAddresses = 5

func (p *printer) group(g group) {
	f := g.findings[0]
	head := p.paint(f.Level, p.o.level(f.Level, g.key.waived)) + "  " + p.bold(f.Rule+" "+Clean(f.Name))
	if where := p.where(g.key); where != "" {
		head += "  " + where
	}
	p.line(head)
	p.wrap("  ", "  ", f.Message)
	p.addresses(g)
	fixes := hints(g)
	for i, h := range fixes {
		if i == 3 {
			p.labelled("  ", "fix", p.more(len(fixes)-i))
			p.cut = true
			break
		}
		p.labelled("  ", "fix", h)
	}
	p.instead(g)
	p.cites(f)
	if w := f.Waiver; w != nil {
		p.wrap("  ", "    ", waivedBy(w, p.o))
	}
	p.line("")
}

// shownInstead is how many other offers a group of findings names.
const shownInstead = 3

// instead names offers that serve what the group does.
func (p *printer) instead(g group) {
	var all []string
	for _, f := range g.findings {
		for _, offer := range f.Instead {
			if !slices.Contains(all, offer) {
				all = append(all, offer)
			}
		}
	}
	for _, offer := range all[:min(len(all), shownInstead)] {
		p.labelled("  ", "instead", offer)
	}
	if left := len(all) - shownInstead; left > 0 {
		p.line("           " + p.o.more(left))
	}
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
			p.line("    " + p.more(len(g.findings)-shown))
			p.cut = true
			return
		}
		text := Clean(f.Address.String()) + p.dim(p.o.within(f.Input)+place(f.At))
		if i < len(differing) && differing[i] != "" && len(g.findings) > 1 {
			text += "  " + p.dim(Clean(differing[i]))
		}
		p.line("    " + text)
		if path := pathOf(f); path != "" {
			p.labelled("      ", "path", path)
		}
		shown++
	}
}

// within names the input of a resource, where there are several.
func (o Options) within(input string) string {
	if input == "" {
		return ""
	}
	return o.say("  in %s", Clean(input))
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
		p.labelled("  ", "rule", text)
	}
}

func (p *printer) summary(r *lint.Report) {
	s := r.Summary
	if !slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return !f.Address.IsZero() }) {
		p.wrap("", "", clean(r, p.o))
	}
	p.wrap("", "  ", p.say("%s; %s", p.o.placed(s), p.o.counts(s)))
	p.several(r)
	p.counts("countries", count(r, p.o.country))
	p.counts("operators", count(r, func(x lint.Resource, s lint.Site) string { return p.vendor(cmp.Or(s.Operator, x.Vendor)) }))
	p.questions(r)
}

// clean says why there is nothing to say.
func clean(r *lint.Report, o Options) string {
	s := r.Summary
	switch {
	case r.Held() > 0:
		return o.count(r.Held(), "No finding is shown, which is not to say that no resource departs from the doctrine: %d was held back.", "No finding is shown, which is not to say that no resource departs from the doctrine: %d were held back.")
	case len(r.Resources) == 0 && s.Resources == 0:
		return o.word("Nothing was judged: the input shows no resource.")
	case s.Holding == 0:
		return o.say("No resource departs from the doctrine: %s", nothing(r, o))
	}
	by := map[string]int{}
	for _, x := range r.Resources {
		if x.Verdict != "not-concerned" && x.Verdict != "" {
			by[o.verdict(x.Verdict)]++
		}
	}
	if len(by) == 0 {
		return o.word("No resource departs from the doctrine: no resource holds data that the doctrine reserves.")
	}
	return o.say("No resource departs from the doctrine: of the resources that hold data, %s.", tally(by))
}

// several says why one resource may stand under several rules, where one does.
func (p *printer) several(r *lint.Report) {
	on := make([]*tf.Addr, 0, len(r.Findings))
	for i := range r.Findings {
		if a := r.Findings[i].Address; !a.IsZero() {
			on = append(on, a)
		}
	}
	findings := len(on)
	slices.SortFunc(on, func(a, b *tf.Addr) int { return a.Compare(*b) })
	on = slices.CompactFunc(on, func(a, b *tf.Addr) bool { return *a == *b })
	if len(on) > 0 && findings > len(on) {
		p.wrap("", "  ", p.say("%d findings on %s: where data is and who controls the operator are judged apart, so one resource may stand under several rules",
			findings, p.o.resources(len(on))))
	}
}

func (o Options) country(_ lint.Resource, s lint.Site) string {
	return cmp.Or(s.Lands(), o.word("unknown"))
}

// count counts each holding resource once under every name its sites give.
func count(r *lint.Report, name func(lint.Resource, lint.Site) string) map[string]int {
	out := map[string]int{}
	for _, x := range r.Resources {
		if !holding(x) {
			continue
		}
		sites := x.Sites
		if len(sites) == 0 {
			sites = nowhere // counted under its vendor, in a place left open
		}
		for i, s := range sites {
			n := name(x, s)
			if n != "" && !slices.ContainsFunc(sites[:i], func(o lint.Site) bool { return name(x, o) == n }) {
				out[n]++
			}
		}
	}
	return out
}

var nowhere = []lint.Site{{}}

func holding(x lint.Resource) bool {
	return x.Holds != "nothing" && x.Mode != "data" && x.Action != "delete" && x.Action != "forget"
}

func (p *printer) counts(title string, by map[string]int) {
	if len(by) > 0 {
		p.labelled("", title, tally(by))
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
			p.labelled("", "not seen", p.more(len(r.Gaps)-i))
			p.cut = true
			return
		}
		p.labelled("", told(g), g.What+place(g.At))
	}
}

func (p *printer) footer(r *lint.Report) {
	if r.Doctrine.ID == "" {
		return
	}
	text := p.say("doctrine %s, edition %s", r.Doctrine.ID, r.Doctrine.Edition)
	for _, reg := range r.Registers {
		text = p.say("%s; %s", text, p.say("register %s of %s", reg.ID, reg.AsOf))
	}
	p.wrap("", "  ", p.say("%s; %s", text, p.say("judged for %s", r.AsOf)))
}

// next says how to see what was cut.
func (p *printer) next() {
	if p.cut {
		p.wrap("", "  ", p.word("lists are cut here: -o json has everything, -o csv a line for each finding; sovlint explain ADDRESS INPUT gives every reason"))
	}
}

// labelled writes a text behind its label, "fix: ...", and indents what follows
// below the text.
func (p *printer) labelled(indent, label, text string) {
	head := indent + p.o.label(label)
	p.wrap(head, strings.Repeat(" ", min(utf8.RuneCountInString(head), 9)), text)
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

func (p *printer) say(sentence string, args ...any) string { return p.o.say(sentence, args...) }
func (p *printer) word(text string) string                 { return p.o.word(text) }
func (p *printer) more(n int) string                       { return p.o.more(n) }

func (p *printer) bold(s string) string { return p.paint("bold", s) }
func (p *printer) dim(s string) string  { return p.paint("dim", s) }
