package hcleval

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/tf"
)

// A demand is a variable or a module's output that some reference leads to.
// Only those of a call's arguments and outputs are kept that one can lead to.
type demand struct {
	s      *scope
	module string // the module whose output it is; "" for a variable
	name   string
}

// demand notes where a reference leads.
func (e *evaluator) demand(d demand) {
	if !e.demanded[d] {
		e.demanded[d] = true
		e.demands = append(e.demands, d)
	}
}

// addCall notes the call behind a module instance.
func (e *evaluator) addCall(s, in *scope) {
	c := &tf.Call{At: s.blockAt(in.call), Args: tf.Attrs{}, Outputs: tf.Attrs{}}
	e.cfg.Calls[in.addr] = c
}

// settle fills the calls with what references lead to, which may mention more.
func (e *evaluator) settle() {
	for len(e.demands) > 0 {
		d := e.demands[0]
		e.demands = e.demands[1:]
		if d.module == "" {
			d.s.demandedVariable(d.name)
			continue
		}
		if d.s.f.calls[d.module] == nil {
			continue
		}
		for _, in := range d.s.child(d.module).scopes {
			if x, _ := in.f.output(d.name); x != nil && e.cfg.Calls[in.addr] != nil {
				e.cfg.Calls[in.addr].Outputs[d.name] = in.mention(x, nil)
			}
		}
	}
}

func (s *scope) demandedVariable(name string) {
	c := s.e.cfg.Calls[s.addr]
	if c == nil || s.parent == nil {
		return
	}
	if v := s.f.variable(name); v != nil && v.sensitive {
		if c.Secret == nil {
			c.Secret = map[string]bool{}
		}
		c.Secret[name] = true
	}
	if a := s.call.attr(name); a != nil {
		c.Args[name] = s.parent.mention(a.Expr, s.in)
	}
}

// mention is an expression with its references, evaluated only if it is plain:
// what it comes to was used where it is needed.
func (s *scope) mention(x hclsyntax.Expression, in *frame) tf.Value {
	if isLiteral(x) {
		v := s.e.ground(s.eval(x, in), s.e.where(s.f, x.Range()), "")
		if text, ok := v.V.(string); ok && len(text) > maxLiteral {
			v.V = nil
		}
		return v
	}
	return tf.Value{State: tf.Unknown, Refs: s.refs(x, in), At: s.e.where(s.f, x.Range())}
}

// defaults gives the plain defaults of a module's variables, and which of them
// are sensitive.
func (f *folder) defaults() (map[string]any, map[string]bool) {
	plain, secret := map[string]any{}, map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(f.inputs)) {
		v := f.variable(name)
		if v.sensitive {
			secret[name] = true
			continue
		}
		if v.fallback == nil {
			continue
		}
		if text, ok := literal(v.fallback); ok && len(text) <= maxLiteral {
			plain[name] = strings.Clone(text)
		}
	}
	return plain, secret
}
