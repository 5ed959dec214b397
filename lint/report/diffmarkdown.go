package report

import (
	"io"

	"github.com/sovlint/sovlint/lint"
)

// Markdown writes the diff as a comment for a pull request: what gets worse
// first, then what moves, and what gets better folded; cut as a report is.
func (d Diff) Markdown(w io.Writer, o Options) error {
	p := &printer{o: Options{Lang: o.Lang, Vendors: o.Vendors, Clauses: o.Clauses}}
	p.line("## " + o.label("sovlint") + d.counts(o))
	tail := p.tail(d.New)
	if d.nothing() {
		p.line("")
		p.line(unchanged(d.New, o))
	}
	p.caller(d.New)
	p.mdPart(d.New, d.Worse)
	p.mdMoves(d.Moves)
	p.mdWaived(d.Waived)
	if len(d.Better) > 0 {
		p.folded(o.count(len(d.Better), "%d finding fewer", "%d findings fewer"), func() { p.mdPart(d.Old, d.Better) })
	}
	p.open(&lint.Report{Gaps: d.New.Gaps})
	_, err := io.WriteString(w, p.b.String()+tail)
	return err
}

func (p *printer) mdPart(of *lint.Report, findings []lint.Finding) {
	part := *of
	part.Findings = findings
	all := groups(&part)
	for i := range all {
		all[i].key.waived = false // what is waived is no part of a diff
	}
	p.mdTable(all, shareFindings/2)
}

// mdWaived writes in plain sight what the change waives: nobody else may look.
func (p *printer) mdWaived(findings []lint.Finding) {
	if len(findings) == 0 {
		return
	}
	p.line("")
	p.section(shareWaived, p.head("resource", "rule", "waiver", "until", "reason"), len(findings), func(i int) string {
		f := findings[i]
		return mdRow(cut(f.Address.String(), maxName), f.Rule+" "+f.Name, cut(p.o.waiver(f.Waiver), maxName), f.Waiver.Until, cut(f.Waiver.Reason, maxName))
	})
}

func (p *printer) mdMoves(moves []Move) {
	if len(moves) == 0 {
		return
	}
	p.line("")
	p.section(shareFindings, p.head("resource", "from", "to", "change"), len(moves), func(i int) string {
		m := moves[i]
		return mdRow(cut(m.Address.String(), maxName), cut(m.From, maxName), cut(m.To, maxName), p.word(m.becomes()))
	})
}

// becomes says in a word what becomes of the resource.
func (m Move) becomes() string {
	switch {
	case m.From == "":
		return "new"
	case m.To == "":
		return "gone"
	case m.Better:
		return "better"
	case m.Worse:
		return "worse"
	}
	return "moves"
}
