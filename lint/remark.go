package lint

import (
	"iter"
	"maps"

	"github.com/sovlint/sovlint/lint/tf"
)

// A Remark is a comment of the source that speaks to sovlint, with the judged
// resources of its block: the resource itself, what a module call makes, or what
// uses a provider block.
type Remark struct {
	tf.Comment
	covers map[*tf.Addr]bool
}

// Resources gives the addresses of the judged resources of the remark's block,
// those that their entries and findings share, in no order.
func (r *Remark) Resources() iter.Seq[*tf.Addr] { return maps.Keys(r.covers) }

// A spot is where a comment stands.
type spot struct {
	file         string
	line, column int
}

// hear takes the comments of an input. A file that belongs to several inputs
// has its comments heard once.
func (p *Pass) hear(cfg *tf.Config) (here []*Remark) {
	for _, c := range cfg.Comments {
		at := spot{c.At.File, c.At.Line, c.At.Column}
		if p.remarkAt == nil {
			p.remarkAt = map[spot]*Remark{}
		}
		r := p.remarkAt[at]
		if r == nil {
			r = &Remark{Comment: c, covers: map[*tf.Addr]bool{}}
			p.remarkAt[at], p.Remarks = r, append(p.Remarks, r)
		}
		here = append(here, r)
	}
	return here
}

// remark notes which of an input's remarks a resource belongs to; a is the
// address that its entry keeps.
func remark(here []*Remark, cfg *tf.Config, r *tf.Resource, a *tf.Addr) {
	for _, c := range here {
		if c.On != nil && touches(c.On, cfg, r) {
			c.covers[a] = true
		}
	}
}

// touches reports whether a block is the resource's own, that of its provider,
// or that of a module call which it comes from.
func touches(on *tf.Range, cfg *tf.Config, r *tf.Resource) bool {
	if inside(on, r.At) || r.Provider != nil && inside(on, r.Provider.At) {
		return true
	}
	for m := r.Module; m != ""; m = tf.Up(m) {
		call, ok := cfg.Calls[m]
		if !ok {
			call = cfg.Calls[tf.Unkeyed(m)]
		}
		if call != nil && inside(on, call.At) {
			return true
		}
	}
	return false
}

func inside(on, at *tf.Range) bool {
	return at != nil && on.File == at.File && on.Line <= at.Line && at.Line <= on.EndLine
}

// unheard says how many comments had no say because the caller wanted it so.
func (p *Pass) unheard() []Gap {
	if !p.NoRemarks || len(p.Remarks) == 0 {
		return nil
	}
	return []Gap{{What: p.Lang.Count(len(p.Remarks), "%d comment for sovlint was not heeded: %s", "%d comments for sovlint were not heeded: %s", p.flag("no-inline-waivers"))}}
}
