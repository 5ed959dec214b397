package report

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// DiffSchema is the value of the schema of a diff in JSON.
const DiffSchema = "sovlint/diff/v1"

// A Diff is what changes from one report to another.
type Diff struct {
	Old, New *lint.Report
	// Worse are the findings that only the new report has, Better those that
	// only the old one had. Waived are those that the new report waives by what
	// the change does to a waiver: they are neither.
	Worse, Better, Waived []lint.Finding
	Moves                 []Move

	territory lint.Territory
}

// A Move is a resource whose data changes its place, its operator or both, or
// that comes or goes. From or To is "" for one that was not or will not be there.
type Move struct {
	Address  *tf.Addr `json:"address"`
	From, To string   // "Amazon Web Services, eu-west-3 (FR)"
	Better   bool     // the verdict is a milder one
	Worse    bool     // the verdict is a graver one
}

// Compare compares two reports. Findings are told apart by their fingerprints; one
// that both have is worse where its resource stands worse, in a country outside of
// the territory for example.
func Compare(before, after *lint.Report, t lint.Territory, o Options) Diff {
	d := Diff{Old: before, New: after, territory: t}
	renamed := renames(before, after)
	olds := d.olds()
	d.Worse = d.worse(olds, renamed)
	d.Better = without(before.Findings, after.Findings, renamed, true)
	after.WaiversSince(before.Exceptions())
	d.Waived = after.Touched()
	for _, r := range after.Resources {
		if !holding(r) {
			continue
		}
		key := r.Address.String()
		d.move(olds[key], &r, o)
		delete(olds, key)
	}
	for _, r := range olds {
		d.move(r, nil, o)
	}
	slices.SortFunc(d.Moves, func(a, b Move) int { return a.Address.Compare(*b.Address) })
	return d
}

// worse are the findings that only the new report has, and those whose resource
// stands worse than it did.
func (d *Diff) worse(olds map[string]*lint.Resource, renamed map[lint.Fingerprint]lint.Fingerprint) []lint.Finding {
	fresh := without(d.New.Findings, d.Old.Findings, renamed, false)
	var out []lint.Finding
	for i, f := range d.New.Findings {
		switch {
		case len(fresh) > 0 && fresh[0].Address == f.Address && fresh[0].Fingerprint == f.Fingerprint:
			out, fresh = append(out, f), fresh[1:]
		case f.Waiver == nil && !f.Address.IsZero():
			old := olds[f.Address.String()]
			if old != nil && d.New.Standing(&d.New.Findings[i]).WorseThan(old.Standing(), d.territory) {
				out = append(out, f)
			}
		}
	}
	return out
}

// renames gives the fingerprints of findings on resources that move in one of two
// reports, each by the other.
func renames(reports ...*lint.Report) map[lint.Fingerprint]lint.Fingerprint {
	out := map[lint.Fingerprint]lint.Fingerprint{}
	for _, r := range reports {
		for _, m := range r.Moved {
			for now, before := range m.Fingerprints {
				out[now], out[before] = before, now
			}
		}
	}
	return out
}

func prints(list []lint.Finding) map[lint.Fingerprint]bool {
	out := map[lint.Fingerprint]bool{}
	for _, f := range list {
		out[f.Fingerprint] = true
	}
	return out
}

// without gives the findings that others do not have, be it under the name of
// before or after a move. waived tells whether others that are waived count.
func without(list, others []lint.Finding, renamed map[lint.Fingerprint]lint.Fingerprint, waived bool) []lint.Finding {
	own, theirs := prints(list), prints(others)
	seen := map[lint.Fingerprint]int{}
	for _, f := range others {
		if f.Waiver != nil && !waived {
			continue
		}
		print := f.Fingerprint
		if other, ok := renamed[print]; ok && own[other] && !theirs[other] {
			print = other
		}
		seen[print]++
	}
	var out []lint.Finding
	for _, f := range list {
		if f.Waiver != nil || f.Address.IsZero() {
			continue
		}
		if seen[f.Fingerprint] > 0 {
			seen[f.Fingerprint]--
			continue
		}
		out = append(out, f)
	}
	return out
}

// olds are the resources of the old report by the address that the new one knows
// them by.
func (d *Diff) olds() map[string]*lint.Resource {
	out, news := byAddress(d.Old), byAddress(d.New)
	rename := func(from, to *tf.Addr) {
		old := out[from.String()]
		if old != nil && out[to.String()] == nil && news[to.String()] != nil {
			out[to.String()] = old
			delete(out, from.String())
		}
	}
	for _, m := range d.New.Moved {
		rename(m.Previous, m.Address)
	}
	for _, m := range d.Old.Moved {
		rename(m.Address, m.Previous)
	}
	return out
}

func byAddress(r *lint.Report) map[string]*lint.Resource {
	out := map[string]*lint.Resource{}
	for i := range r.Resources {
		if x := &r.Resources[i]; holding(*x) {
			out[x.Address.String()] = x
		}
	}
	return out
}

func (d *Diff) move(from, to *lint.Resource, o Options) {
	m := Move{From: whereabouts(from, o), To: whereabouts(to, o)}
	if m.From == m.To {
		return
	}
	switch {
	case from == nil:
		m.Address = to.Address
	case to == nil:
		m.Address = from.Address
	default:
		m.Address = to.Address
		m.Better = gravity(to.Verdict) > gravity(from.Verdict)
		m.Worse = gravity(to.Verdict) < gravity(from.Verdict) || !m.Better && to.Standing().WorseThan(from.Standing(), d.territory)
	}
	d.Moves = append(d.Moves, m)
}

func gravity(verdict string) int { return slices.Index(lint.Verdicts(), verdict) }

// whereabouts writes the places of a resource; "" for none.
func whereabouts(r *lint.Resource, o Options) string {
	if r == nil {
		return ""
	}
	p := printer{o: o}
	var out []string
	for _, s := range r.Sites {
		text := p.vendor(cmp.Or(s.Operator, r.Vendor, p.word("unknown")))
		if s.Region != "" {
			text += ", " + s.Region
		}
		text += " (" + cmp.Or(s.Lands(), p.word("place not known")) + ")"
		if s.Role != "primary" {
			text += " " + o.word(s.Role)
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	if len(out) == 0 {
		return p.vendor(cmp.Or(r.Vendor, p.word("unknown"))) + " (" + p.word("place not known") + ")"
	}
	slices.Sort(out)
	return o.Lang.And(out)
}

// Text writes the diff for a person: what gets worse first, then what moves,
// then what gets better.
func (d Diff) Text(w io.Writer, o Options) error {
	p := &printer{o: o}
	p.part(p.word("worse"), d.New, d.Worse)
	p.moves(d.Moves)
	p.part(p.word("waived by this change"), d.New, d.Waived)
	p.part(p.word("better: gone"), d.Old, d.Better)
	if d.nothing() {
		p.line(unchanged(d.New, o))
	}
	p.line(d.counts(o))
	p.gaps(d.New)
	p.footer(d.New)
	p.next()
	_, err := io.WriteString(w, p.b.String())
	return err
}

func (d Diff) nothing() bool { return len(d.Worse)+len(d.Better)+len(d.Waived)+len(d.Moves) == 0 }

// counts says how much changes.
func (d Diff) counts(o Options) string {
	text := d.changes(o)
	if n := len(d.Waived); n > 0 {
		text += o.word("; ") + o.count(n, "%d finding waived by this change", "%d findings waived by this change")
	}
	return text
}

func (d Diff) changes(o Options) string {
	return o.count(len(d.Worse), "%d finding more", "%d findings more") + ", " + o.count(len(d.Better), "%d finding fewer", "%d findings fewer") +
		o.word("; ") + o.count(len(d.Moves), "%d place changed", "%d places changed")
}

func (p *printer) part(title string, of *lint.Report, findings []lint.Finding) {
	if len(findings) == 0 {
		return
	}
	p.line(p.bold(title))
	p.line("")
	part := *of
	part.Findings = findings
	for _, g := range groups(&part) {
		p.group(g)
	}
}

func (p *printer) moves(moves []Move) {
	groups := map[[2]string][]string{}
	var order [][2]string
	for _, m := range moves {
		k := [2]string{m.From, m.To}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], m.Address.String())
	}
	if len(order) == 0 {
		return
	}
	p.line(p.bold(p.word("moves")))
	p.line("")
	for _, k := range order {
		n := len(groups[k])
		switch {
		case k[0] == "":
			p.wrap("  ", "    ", p.say("%s to %s", p.o.count(n, "%d resource comes", "%d resources come"), k[1]))
		case k[1] == "":
			p.wrap("  ", "    ", p.say("%s %s", p.o.count(n, "%d resource leaves", "%d resources leave"), k[0]))
		default:
			p.wrap("  ", "    ", p.say("%s from %s to %s", p.o.count(n, "%d resource moves", "%d resources move"), k[0], k[1]))
		}
		p.members(groups[k])
	}
	p.line("")
}

// unchanged says that nothing changes, as far as the report shows.
func unchanged(r *lint.Report, o Options) string {
	if r.Held() > 0 {
		return o.word("Nothing changes in what is shown: the same places, the same findings.")
	}
	return o.word("Nothing changes: the same places, the same findings.")
}

// JSON writes the diff as sovlint/diff/v1.
func (d Diff) JSON(w io.Writer) error {
	type move struct {
		Address string `json:"address"`
		From    string `json:"from"`
		To      string `json:"to"`
		Better  bool   `json:"better"`
		Worse   bool   `json:"worse"`
	}
	out := struct {
		Schema string         `json:"schema"`
		Worse  []lint.Finding `json:"worse"`
		Better []lint.Finding `json:"better"`
		Waived []lint.Finding `json:"waived"`
		Moves  []move         `json:"moves"`
		Gaps   []lint.Gap     `json:"gaps"` // of the new report
	}{Schema: DiffSchema, Worse: wholes(d.Worse), Better: wholes(d.Better), Waived: wholes(d.Waived), Moves: []move{}, Gaps: list(d.New.Gaps)}
	for _, m := range d.Moves {
		out.Moves = append(out.Moves, move{m.Address.String(), m.From, m.To, m.Better, m.Worse})
	}
	b, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(visible(b), '\n'))
	return err
}

func wholes(fs []lint.Finding) []lint.Finding {
	out := []lint.Finding{}
	for _, f := range fs {
		out = append(out, whole(f))
	}
	return out
}
