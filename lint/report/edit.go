package report

import (
	"slices"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// An editor writes every text of a report that may come from an input anew. What
// many share is written once, and a report that shares it stays as it is.
type editor struct {
	text    func(string) string
	places  map[*lint.At]*lint.At
	beliefs map[*lint.Belief]*lint.Belief
	causes  map[*lint.Cause]*lint.Cause
	waivers map[*lint.Waiver]*lint.Waiver
}

func newEditor(text func(string) string) *editor {
	return &editor{text: text, places: map[*lint.At]*lint.At{}, beliefs: map[*lint.Belief]*lint.Belief{},
		causes: map[*lint.Cause]*lint.Cause{}, waivers: map[*lint.Waiver]*lint.Waiver{}}
}

func (e *editor) report(r *lint.Report) {
	for i := range r.Inputs {
		r.Inputs[i].Name = e.text(r.Inputs[i].Name)
	}
	for i := range r.Resources {
		x := &r.Resources[i]
		x.Address, x.At = e.address(x.Address), e.at(x.At)
		x.Belief = once(e.beliefs, x.Belief, e.belief)
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Address, f.At = e.address(f.Address), e.at(f.At)
		f.Cause, f.Waiver = once(e.causes, f.Cause, e.cause), once(e.waivers, f.Waiver, e.waiver)
		f.Related = slices.Clone(f.Related)
		for j := range f.Related {
			f.Related[j] = lint.Related{Message: e.text(f.Related[j].Message), At: e.at(f.Related[j].At)}
		}
	}
	for i := range r.Links {
		l := &r.Links[i]
		l.From.Region, l.To.Region = e.text(l.From.Region), e.text(l.To.Region)
	}
	for i, m := range r.Moved {
		r.Moved[i].Address, r.Moved[i].Previous = e.address(m.Address), e.address(m.Previous)
	}
	for i := range r.Gaps {
		r.Gaps[i].What, r.Gaps[i].At = e.text(r.Gaps[i].What), e.at(r.Gaps[i].At)
	}
}

// once writes what is shared one time; nil stays nil.
func once[T any](made map[*T]*T, old *T, write func(T) T) *T {
	if old == nil {
		return nil
	}
	if out, ok := made[old]; ok {
		return out
	}
	out := write(*old)
	made[old] = &out
	return &out
}

func (e *editor) address(a *tf.Addr) *tf.Addr {
	return &tf.Addr{Module: e.text(a.Module), Local: e.text(a.Local)}
}

func (e *editor) at(a *lint.At) *lint.At {
	return once(e.places, a, func(at lint.At) lint.At { at.File = e.text(at.File); return at })
}

func (e *editor) belief(b lint.Belief) lint.Belief {
	b.Provider = lint.ProviderRef{Source: e.text(b.Provider.Source), Alias: e.text(b.Provider.Alias)}
	b.Input, b.Why = e.text(b.Input), e.why(b.Why)
	b.Sites, b.Questions = slices.Clone(b.Sites), slices.Clone(b.Questions)
	for i := range b.Sites {
		b.Sites[i].Region = e.text(b.Sites[i].Region)
	}
	for i, q := range b.Questions {
		b.Questions[i] = lint.Question{What: e.text(q.What), Settle: e.text(q.Settle)}
	}
	return b
}

func (e *editor) cause(c lint.Cause) lint.Cause {
	c.Message, c.Hint, c.Input, c.Region = e.text(c.Message), e.text(c.Hint), e.text(c.Input), e.text(c.Region)
	c.Why = e.why(c.Why)
	return c
}

func (e *editor) why(all []lint.Why) []lint.Why {
	out := slices.Clone(all)
	for i := range out {
		out[i].Claim, out[i].At = e.text(out[i].Claim), e.at(out[i].At)
	}
	return out
}

func (e *editor) waiver(w lint.Waiver) lint.Waiver {
	w.ID, w.Reason, w.Owner, w.At = e.text(w.ID), e.text(w.Reason), e.text(w.Owner), e.at(w.At)
	return w
}
