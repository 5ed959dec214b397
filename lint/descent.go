package lint

import (
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/tf"
)

const (
	maxDescent = 8      // steps that a class or a path is followed through
	maxPaths   = 300    // paths that a report shows
	maxEnds    = 1_000  // other ends that it shows beside what a message says
	maxRead    = 20_000 // resources of an input of which somebody reads paths
)

// A descent knows where the data of one input's resources comes from. The zero
// value has not looked yet.
type descent struct {
	cfg    *tf.Config
	graph  *flow.Graph // nil until it is asked for
	labels bool        // somebody declared the class of a resource
}

// descend turns to an input.
func (p *Pass) descend(cfg *tf.Config) {
	p.descent = descent{cfg: cfg}
	p.descent.labels = slices.ContainsFunc(cfg.Resources, func(r *tf.Resource) bool { return !p.ownClass(r, p.serviceOf(r)).Default })
}

func (p *Pass) sources(r *tf.Resource) []flow.Source {
	if p.descent.graph == nil {
		p.descent.graph = p.tracer.Graph(p.descent.cfg)
	}
	return p.descent.graph.Sources(r)
}

// class is the class of a resource's data. What comes from data of a stricter
// class is as strict; what nobody classified takes the class of what it is a part
// or a copy of, if it does nothing else. An address that is declared has the last
// word.
func (p *Pass) class(r *tf.Resource, service string) classify.Class {
	if !p.descent.labels || r.Mode != tf.Managed {
		return p.ownClass(r, service)
	}
	return p.classFrom(r, nil)
}

// classFrom is the class of what is on the way to the resources of a path, which
// no circle leads back to.
func (p *Pass) classFrom(r *tf.Resource, path []*tf.Resource) classify.Class {
	out := p.ownClass(r, p.serviceOf(r))
	if out.Matched || len(path) == maxDescent || slices.Contains(path, r) {
		return out
	}
	for _, s := range p.sources(r) {
		if !s.Step.Carries() || !p.holdsData(s.From) {
			continue
		}
		c := p.classFrom(s.From, append(path, r))
		if !c.Default && (classify.Stricter(c.Name, out.Name) || out.Default && p.nothingElse(r, s.From)) {
			out = p.inherited(c, r, s)
		}
	}
	return out
}

// serviceOf is the service category of a resource's type; "" when not known.
func (p *Pass) serviceOf(r *tf.Resource) string {
	if t := p.placer.TypeOf(r); t != nil {
		return t.Service
	}
	return ""
}

func (p *Pass) holdsData(r *tf.Resource) bool {
	t := p.placer.TypeOf(r)
	return t != nil && t.Holds != catalog.Transits && (t.Holds != catalog.Nothing || len(t.Links) > 0)
}

// nothingElse reports whether a resource holds no other data than that of its
// source: it runs nothing, and is of the source's service or a backup.
func (p *Pass) nothingElse(r, source *tf.Resource) bool {
	t, from := p.placer.TypeOf(r), p.placer.TypeOf(source)
	return t != nil && from != nil && !t.Does(catalog.Processes) && (t.Service == from.Service || t.Service == "backup")
}

// inherited is the class of what comes from a source that has the class. The
// source is named as the resource's own module would, so that a thousand
// instances of a module share their reasons.
func (p *Pass) inherited(c classify.Class, r *tf.Resource, s flow.Source) classify.Class {
	name := s.From.String()
	if s.From.Module == r.Module {
		name = s.From.Local
	}
	step := evidence.Step{Claim: p.Lang.Say("class %s: it is a copy of %s", c.Name, name), At: s.From.At}
	if s.Step == flow.PartOf {
		step.Claim = p.Lang.Say("class %s: it is a part of %s", c.Name, name)
	}
	return classify.Class{Name: c.Name, By: c.By, Why: append(evidence.Trail{step}, c.Why...)}
}

// path adds to a finding on a flow what leads to it, source first: what the data
// is a part or a copy of, and where it goes. A report shows so many paths and no
// more; of what goes to no resource and comes from none, the message says all.
func (p *Pass) path(f *Finding, s *Subject, end Related, named bool) {
	var steps []Related
	at, seen := s.Resource, map[*tf.Resource]bool{s.Resource: true}
	for len(steps) < maxDescent && p.paths < maxPaths && len(p.descent.cfg.Resources) <= maxRead {
		src := p.sourceOf(at, seen)
		if src == nil {
			break
		}
		steps, at, seen[src] = append(steps, Related{Message: src.String(), At: src.At}), src, true
	}
	if len(steps) == 0 {
		if named && p.ends < maxEnds {
			p.ends++
			end.Message = p.Lang.Say("goes to %s", end.Message)
			f.Related = append(f.Related, end)
		}
		return
	}
	p.paths++
	first := &steps[len(steps)-1]
	first.Message = p.Lang.Say("%s data of %s", p.Lang.Word(p.class(at, p.serviceOf(at)).Name), at)
	slices.Reverse(steps)
	f.Related = append(append(append(f.Related, steps...), Related{Message: s.Resource.String(), At: s.Resource.At}), end)
}

// sourceOf is the closest resource that the data of another comes from; nil for
// none that holds data and is not on the path already.
func (p *Pass) sourceOf(r *tf.Resource, seen map[*tf.Resource]bool) *tf.Resource {
	for _, s := range p.sources(r) {
		if !seen[s.From] && p.holdsData(s.From) {
			return s.From
		}
	}
	return nil
}
