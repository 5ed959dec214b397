package report

import (
	"strings"

	"github.com/sovlint/sovlint/lint"
)

const shownQuestions = 10

// questions lists what is not known, with what would settle it: once each,
// with the first address that asks it.
func (p *printer) questions(r *lint.Report) {
	type question struct {
		lint.Question
		address, input string
		more           int
	}
	var list []*question
	seen := map[lint.Question]*question{}
	for _, x := range r.Resources {
		for _, q := range x.Questions {
			if seen[q] != nil {
				seen[q].more++
				continue
			}
			seen[q] = &question{Question: q, address: x.Address.String(), input: x.Input}
			list = append(list, seen[q])
		}
	}
	for i, q := range list {
		if i == shownQuestions {
			p.labelled("", "not known", p.o.count(len(list)-i, "and %d more question", "and %d more questions"))
			p.cut = true
			return
		}
		text := Clean(q.address) + strings.Replace(p.o.within(q.input), "  ", " ", 1)
		if q.more > 0 {
			text += " " + p.more(q.more)
		}
		p.labelled("", "not known", p.say("%s: %s; to settle it: %s", text, Clean(q.What), Clean(q.Settle)))
	}
}
