package main

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

var waiverShape = shape{"waiver", []string{"rules", "match", "kind", "reason", "owner", "granted", "offer_since", "until", "refs"}, nil}

// waiverKinds are the kinds that any edition knows.
var waiverKinds = []string{"mail", "drive", "project"}

// waiver reads a waiver block. Reason, end and rules are always needed; what it
// covers is said by match, by comments that name it, or by both; what else an
// edition asks for is the edition's to say.
func (c *config) waiver(b *hclsyntax.Block) error {
	if err := waiverShape.check(b.Body); err != nil {
		return err
	}
	w := &lint.Waiver{ID: b.Labels[0], At: rangeOf(b)}
	for _, name := range []string{"rules", "reason", "until"} {
		if _, err := needed(b, name); err != nil {
			return err
		}
	}
	for _, a := range sorted(b.Body.Attributes) {
		if err := waiverArgument(w, a); err != nil {
			return err
		}
	}
	if w.Granted != "" && w.Granted > w.Until {
		return at(b.Body.Attributes["until"].Expr.Range(), "until %s is before granted %s", w.Until, w.Granted)
	}
	c.Waivers = append(c.Waivers, w)
	return nil
}

func waiverArgument(w *lint.Waiver, a *hclsyntax.Attribute) (err error) {
	switch a.Name {
	case "rules":
		w.Rules, err = waiverRules(a)
	case "match":
		w.Match, err = stringsOf(a)
	case "refs":
		w.Refs, err = textMap(a)
	case "kind":
		if w.Kind, err = str(a); err == nil {
			err = oneOf(a, w.Kind, waiverKinds)
		}
	case "reason":
		w.Reason, err = nonEmpty(a)
	case "owner":
		w.Owner, err = nonEmpty(a)
	default:
		into := map[string]*string{"granted": &w.Granted, "offer_since": &w.OfferSince, "until": &w.Until}[a.Name]
		if *into, err = str(a); err == nil {
			err = day(a, *into)
		}
	}
	return err
}

// waiverRules reads names or ids of rules. What is about the run itself or
// about waivers cannot be waived.
func waiverRules(a *hclsyntax.Attribute) ([]string, error) {
	list, err := stringsOf(a)
	if err != nil {
		return nil, err
	}
	for i, text := range list {
		name, ok := ruleName(text)
		if !ok {
			return nil, at(a.Expr.Range(), "rules: no rule %q; `sovlint rules` lists them", text)
		}
		if !waivable(name) {
			return nil, at(a.Expr.Range(), "rules: %s cannot be waived", name)
		}
		list[i] = name
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}

func nonEmpty(a *hclsyntax.Attribute) (string, error) {
	v, err := str(a)
	if err == nil && strings.TrimSpace(v) == "" {
		err = at(a.Expr.Range(), "%s is empty", a.Name)
	}
	return v, err
}

// stringsOf reads a list of at least one string.
func stringsOf(a *hclsyntax.Attribute) ([]string, error) {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() {
		return nil, diagnosed(diags)
	}
	if v.IsNull() || !v.CanIterateElements() || v.Type().IsObjectType() || v.Type().IsMapType() || v.LengthInt() == 0 {
		return nil, at(a.Expr.Range(), "%s: want a list of strings", a.Name)
	}
	var out []string
	for _, e := range v.AsValueSlice() {
		text, ok := plainText(e)
		if !ok || text == "" {
			return nil, at(a.Expr.Range(), "%s: want a list of strings", a.Name)
		}
		out = append(out, text)
	}
	return out, nil
}

func textMap(a *hclsyntax.Attribute) (map[string]string, error) {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() {
		return nil, diagnosed(diags)
	}
	if v.IsNull() || !v.Type().IsObjectType() && !v.Type().IsMapType() {
		return nil, at(a.Expr.Range(), "%s: want a map of strings", a.Name)
	}
	out := map[string]string{}
	for k, e := range v.AsValueMap() {
		text, ok := plainText(e)
		if !ok {
			return nil, at(a.Expr.Range(), "%s: %q: want a string", a.Name, k)
		}
		out[k] = text
	}
	return out, nil
}

func rangeOf(b *hclsyntax.Block) *tf.Range {
	r := b.DefRange()
	return &tf.Range{File: r.Filename, Line: r.Start.Line, Column: r.Start.Column, EndLine: r.End.Line, EndColumn: r.End.Column}
}
