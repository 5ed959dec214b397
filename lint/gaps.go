package lint

import (
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// An openGap is what could not be seen, and in which inputs.
type openGap struct {
	Gap
	in []string
}

// gapKey tells gaps apart: the same line of a module is read by every root that
// calls it.
type gapKey struct {
	what string
	at   tf.Range
}

// notSeen notes what could not be seen of an input.
func (p *Pass) notSeen(cfg *tf.Config) {
	for _, g := range cfg.Gaps {
		p.open(Gap{What: p.Lang.Word(g.What), At: g.At}, cfg.Source)
	}
	if unwritten(cfg.Backend) {
		p.open(Gap{What: p.Lang.Word("no backend is written: the state is kept where Terraform runs, and was not examined")}, cfg.Source)
	}
}

func (p *Pass) open(g Gap, in string) {
	key := gapKey{what: g.What}
	if g.At != nil {
		key.at = *g.At
	}
	i, ok := p.gapAt[key]
	if !ok {
		if p.gapAt == nil {
			p.gapAt = map[gapKey]int{}
		}
		i = len(p.gaps)
		p.gapAt[key] = i
		p.gaps = append(p.gaps, openGap{Gap: g})
	}
	if o := &p.gaps[i]; len(o.in) == 0 || o.in[len(o.in)-1] != in {
		o.in = append(o.in, in)
	}
}

// unseen gives the gaps, each once; where there are several inputs, one without a
// line names its own.
func (p *Pass) unseen() (out []Gap) {
	for _, o := range p.gaps {
		if p.several && (o.At == nil || len(o.in) > 1) {
			o.What += " (" + p.among(o.in) + ")"
		}
		out = append(out, o.Gap)
	}
	return out
}

const shownInputs = 3

// among names inputs: "in a, b, c and 4 more".
func (p *Pass) among(in []string) string {
	text := p.Lang.Say("in %s", strings.Join(in[:min(len(in), shownInputs)], ", "))
	if more := len(in) - shownInputs; more > 0 {
		text += " " + p.Lang.Say("and %d more", more)
	}
	return text
}
