package rules

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// An Own is a rule that a user writes without code: a condition over the facts.
type Own struct {
	Name      string
	Condition hcl.Expression // over `resource`; true is a finding
	Message   string
	Hint      string // "" for none
	Level     string
}

// ownPrefix begins the ids of users' rules, so that they are never taken for
// one of sovlint's.
const ownPrefix = "USER-"

// ownFacts are what a condition may ask of a resource, in the order of the
// help.
var ownFacts = []string{"address", "type", "mode", "action", "provider", "vendor", "operator", "operators", "control", "controls",
	"region", "regions", "country", "countries", "offer", "offers", "class", "holds", "service", "verdict", "tags"}

// Rule makes the rule. A condition that speaks of anything but the facts is an
// error with its place; one that cannot be decided for a resource is said as a
// warning, never passed over.
func (o Own) Rule() (lint.Rule, error) {
	for _, v := range o.Condition.Variables() {
		if err := knownFact(v); err != nil {
			return lint.Rule{}, err
		}
	}
	say := map[string]string{"": o.Message, "open": "rule {rule} cannot be decided: {problem}"}
	hint := map[string]string{"": o.Hint, "open": "settle what is not known, or write the condition so that it does not need it"}
	text := lint.Text{Summary: o.Message, Say: say, Hint: hint}
	return lint.Rule{
		ID: ownPrefix + o.Name, Name: o.Name, Level: o.Level,
		Texts:   map[string]lint.Text{"en": text},
		Subject: func(p *lint.Pass, s *lint.Subject) { o.hold(p, s) },
	}, nil
}

func knownFact(v hcl.Traversal) error {
	r := v.SourceRange()
	fail := func(what string) error {
		return speech.Errorf("%s:%d:%d: %s is not known in a condition; resource has %s", r.Filename, r.Start.Line, r.Start.Column, what, strings.Join(ownFacts, ", "))
	}
	if v.RootName() != "resource" || len(v) < 2 {
		return fail(v.RootName())
	}
	if step, ok := v[1].(hcl.TraverseAttr); !ok || !slices.Contains(ownFacts, step.Name) {
		return fail("resource." + attrName(v[1]))
	}
	return nil
}

func attrName(step hcl.Traverser) string {
	if a, ok := step.(hcl.TraverseAttr); ok {
		return a.Name
	}
	return "[...]"
}

func (o Own) hold(p *lint.Pass, s *lint.Subject) {
	if !s.Holds() {
		return
	}
	v, diags := o.Condition.Value(&hcl.EvalContext{Variables: map[string]cty.Value{"resource": facts(s)}})
	switch {
	case diags.HasErrors():
		p.SetLevel(lint.Warning)
		p.Say(s, nil, "open", lint.Args{"rule": o.Name, "problem": strings.ToLower(diags[0].Summary)})
	case !v.IsKnown() || v.IsNull() || v.Type() != cty.Bool:
		p.SetLevel(lint.Warning)
		p.Say(s, nil, "open", lint.Args{"rule": o.Name, "problem": p.Lang.Word("it rests on what is not known of the resource")})
	case v.True():
		p.Say(s, nil, "", nil)
	}
}

// facts gives a resource as conditions see it. What is not known is unknown.
func facts(s *lint.Subject) cty.Value {
	r, pl := s.Resource, s.Placement
	out := map[string]cty.Value{
		"address": cty.StringVal(r.String()), "type": cty.StringVal(r.Type), "mode": cty.StringVal(r.Mode.String()),
		"action": cty.StringVal(r.Action.String()), "provider": cty.StringVal(pl.Provider.Source), "class": cty.StringVal(s.Class.Name),
		"holds": known(string(pl.Type.Holds)), "service": known(pl.Type.Service), "verdict": cty.StringVal(s.Verdict),
		"vendor": cty.UnknownVal(cty.String), "tags": tags(r),
	}
	if pl.Vendor != nil {
		out["vendor"] = cty.StringVal(pl.Vendor.ID)
	}
	siteFacts(out, s)
	return cty.ObjectVal(out)
}

// siteFacts gives what is said of each site as a set, and of the main place
// alone.
func siteFacts(out map[string]cty.Value, s *lint.Subject) {
	all := map[string][]cty.Value{}
	main := map[string]cty.Value{}
	for _, j := range s.Sites {
		one := map[string]cty.Value{"region": known(j.Code), "country": known(j.Country()), "operator": cty.UnknownVal(cty.String), "control": cty.UnknownVal(cty.String), "offer": cty.StringVal("")}
		if j.Operator != nil {
			one["operator"], one["control"] = cty.StringVal(j.Operator.ID), known(j.Operator.Control)
		}
		if j.Offer != nil {
			one["offer"] = cty.StringVal(j.Offer.ID)
		}
		for k, v := range one {
			all[k] = append(all[k], v)
			if _, ok := main[k]; !ok && j.Role == "primary" {
				main[k] = v
			}
		}
	}
	plural := map[string]string{"region": "regions", "country": "countries", "operator": "operators", "control": "controls", "offer": "offers"}
	for k, many := range plural {
		out[k], out[many] = cty.UnknownVal(cty.String), cty.UnknownVal(cty.Set(cty.String))
		if v, ok := main[k]; ok {
			out[k] = v
		}
		if len(all[k]) > 0 {
			out[many] = cty.SetVal(all[k])
		}
	}
}

func known(text string) cty.Value {
	if text == "" || text == "unknown" {
		return cty.UnknownVal(cty.String)
	}
	return cty.StringVal(text)
}

func tags(r *tf.Resource) cty.Value {
	out := map[string]cty.Value{}
	for _, name := range []string{"tags", "labels"} {
		attrs, _ := r.Body.Planned[name].V.(tf.Attrs)
		for k, v := range attrs {
			if text, ok := v.Str(); ok {
				out[k] = cty.StringVal(text)
			}
		}
	}
	if len(out) == 0 {
		return cty.MapValEmpty(cty.String)
	}
	return cty.MapVal(out)
}
