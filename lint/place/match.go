package place

import (
	"regexp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// An answer is what a condition comes to.
type answer uint8

const (
	no answer = iota
	yes
	perhaps // rests on a value nobody knows yet
)

// A match is how a rule came out and on which words.
type match struct {
	answer answer
	arg    string
	text   string // the value that decided
	part   string // of text: what the rule's expression takes out of it; "" for nothing
	maybe  bool
	at     *tf.Range
	to     *tf.Resource // the resource that the value refers to
}

func (t *task) match(rule catalog.Identification) match {
	out := match{answer: yes}
	for _, cond := range rule.When {
		m := t.cond(cond)
		if m.answer == no {
			return m
		}
		if m.answer == perhaps || out.text == "" {
			m.maybe = m.maybe || out.maybe
			if out.answer == perhaps {
				m.answer = perhaps
			}
			out = m
		}
	}
	if out.answer == perhaps && rule.Stands && t.presumes() {
		out.answer = no
	}
	return out
}

// presumes reports whether a default of the provider is held against regions
// anyway: a mark that only one cloud has, where its value is unknown, then says
// no more than one that is not written.
func (t *task) presumes() bool {
	_, ok := t.c.Trait(t.out.Provider.Source, "hidden")
	return ok
}

func (t *task) cond(cond catalog.Cond) match {
	out := match{answer: no}
	for _, arg := range t.args(cond.Arg) {
		vals, read := t.values(arg)
		switch cond.Op {
		case "absent":
			if len(vals) == 0 {
				return match{answer: yes}
			}
			continue
		case "reference":
			if to := t.referred(vals); to != nil {
				return match{answer: yes, arg: arg, text: to.String(), to: to, at: vals[0].At}
			}
			continue
		}
		for _, v := range vals {
			text, known, maybe := read(v)
			if maybe && isHost(cond) && !t.knownHost(text) {
				known = false
			}
			switch {
			case known && t.holds(cond, text):
				return match{answer: yes, arg: arg, text: text, part: t.groupOf(cond, text), maybe: maybe, at: v.At}
			case !known && v.State == tf.Unknown && out.answer == no && t.opens(cond, arg) && !t.leftToInit(v):
				out = match{answer: perhaps, arg: arg, at: v.At}
			}
		}
	}
	return out
}

// opens reports whether a condition on an unknown value leaves the vendor
// open. A region only tells apart the parts of one vendor.
func (t *task) opens(cond catalog.Cond, arg string) bool {
	return cond.Op != "host_known" && !strings.HasPrefix(arg, "resource:") && cond.Arg != "@region" && cond.Arg != placeArg && !slices.Contains(t.out.Provider.Regions, arg)
}

// leftToInit reports whether a value is one that terraform init may be given for
// a backend that is written in part. Where a default of the backend is held
// against regions anyway, that opens no more than an argument left out.
func (t *task) leftToInit(v tf.Value) bool {
	return t.r.Mode == tf.Backing && len(v.Refs) == 0 && t.presumes()
}

// isHost reports whether a condition reads its argument as a host. What a lone
// variable holds may be a part of it only, "gra" of s3.gra.example.net.
func isHost(cond catalog.Cond) bool {
	return strings.HasPrefix(cond.Op, "host_") || cond.Op == "set"
}

// knownHost reports whether a text is a whole host that somebody knows.
func (t *task) knownHost(text string) bool {
	_, ok := t.c.Host(text)
	return ok || t.c.Loopback(text) || strings.Contains(hostOf(text), ".")
}

// placeArg stands in rules for every attribute of the type that names its place.
const placeArg = "@place"

// args spells out an argument that stands for several.
func (t *task) args(arg string) []string {
	switch {
	case arg == placeArg:
		var out []string
		for _, path := range t.out.Type.Where {
			if path != global {
				out = append(out, "resource:"+path)
			}
		}
		return out
	case arg == "@region":
		return append([]string{"resource:region"}, t.out.Provider.Regions...)
	case strings.Contains(arg, "@service"):
		var out []string
		for _, name := range t.c.EndpointNames(t.out.Provider.Source, t.r.Type) {
			out = append(out, strings.Replace(arg, "@service", name, 1))
		}
		return out
	case strings.HasPrefix(arg, "*"):
		return t.suffixed(arg[1:])
	}
	return []string{arg}
}

// suffixed gives the provider arguments that end so, in order.
func (t *task) suffixed(suffix string) []string {
	var out []string
	for name := range t.r.Provider.Written {
		if strings.HasSuffix(name, suffix) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// values gives the values of an argument, and how they are read.
func (t *task) values(arg string) ([]tf.Value, func(tf.Value) (string, bool, bool)) {
	path, own := strings.CutPrefix(arg, "resource:")
	switch {
	case arg == "@type":
		return []tf.Value{{State: tf.Known, V: t.r.Type}}, t.ownText
	case !own:
		return t.block(arg), t.providerText
	}
	if vs := t.planned(path); len(vs) > 0 && vs[0].State == tf.Known {
		return vs, t.ownText
	}
	return t.written(path), t.ownText
}

// block gives what the provider block says at a path, or what the user says
// that the environment will; null is nothing. A backend that names no host has
// the one it falls back on.
func (t *task) block(path string) []tf.Value {
	if text, ok := t.assumed(path); ok {
		return []tf.Value{{State: tf.Known, V: text}}
	}
	vs := t.writtenInBlock(path)
	if p := t.out.Provider; len(vs) == 0 && p.DefaultHost != "" && slices.Contains(p.Hosts, path) {
		return []tf.Value{{State: tf.Known, V: p.DefaultHost}}
	}
	return vs
}

func (t *task) writtenInBlock(path string) []tf.Value {
	return slices.DeleteFunc(t.r.Provider.Written.At(path), func(v tf.Value) bool { return v.State == tf.Null })
}

// fallsBack reports whether a backend leaves out the argument that names its host,
// and nobody says what it would be.
func (t *task) fallsBack(arg string) bool {
	p := t.out.Provider
	if p.DefaultHost == "" || !slices.Contains(p.Hosts, arg) || len(t.writtenInBlock(arg)) > 0 {
		return false
	}
	_, said := t.assumed(arg)
	return !said
}

func (t *task) holds(cond catalog.Cond, text string) bool {
	switch cond.Op {
	case "host_suffix":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return hostUnder(text, s) })
	case "host_table", "set":
		return text != ""
	case "host_known":
		_, known := t.c.Host(text)
		return known || text != "" && (t.c.Loopback(text) || t.c.Private(text))
	case "in":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return strings.EqualFold(s, text) })
	case "in_norm":
		return slices.Contains(cond.Values, squash(text))
	case "prefix":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return strings.HasPrefix(text, s) })
	case "prefix_norm":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return strings.HasPrefix(squash(text), s) })
	case "regex", "not_regex":
		found := slices.ContainsFunc(cond.Values, func(s string) bool { return t.pattern(s).MatchString(text) })
		return found == (cond.Op == "regex")
	case "set_and_not":
		return text != "" && !slices.ContainsFunc(cond.Values, func(s string) bool { return strings.EqualFold(s, text) })
	case "region", "not_region":
		in := slices.ContainsFunc(cond.Values, func(v string) bool { return t.c.Region(v, text) != nil })
		return in == (cond.Op == "region")
	}
	return false
}

// groupOf is what the group of a condition's expression takes out of a text.
func (t *task) groupOf(cond catalog.Cond, text string) string {
	if cond.Op != "regex" {
		return ""
	}
	if m := t.pattern(cond.Values[0]).FindStringSubmatch(text); len(m) > 1 {
		return m[1]
	}
	return ""
}

// referred is the placed resource that an argument of the provider block names.
func (t *task) referred(vals []tf.Value) *tf.Resource {
	for _, v := range vals {
		if v.State != tf.Unknown || len(v.Refs) == 0 {
			continue
		}
		t.alone = false
		from := &tf.Resource{Addr: tf.Addr{Module: t.r.Provider.Module}, Kind: &tf.Kind{}}
		for _, to := range append(t.cfg.Follow(from, v.Refs), t.dataOf(v.Refs)...) {
			if pl := t.Place(t.cfg, to); to != t.r && pl.Vendor != nil {
				return to
			}
		}
	}
	return nil
}

// dataOf stands in for the data sources that references name: a plan does not
// list those it has read. Which provider they use, their type tells; which
// instance of it, nothing does.
func (t *task) dataOf(refs []string) []*tf.Resource {
	var out []*tf.Resource
	for _, ref := range refs {
		parts := tf.Split(ref)
		if len(parts) < 3 || parts[0] != "data" {
			continue
		}
		word, _, _ := strings.Cut(parts[1], "_")
		for _, r := range t.cfg.Resources {
			if strings.HasPrefix(r.Type, word+"_") {
				out = append(out, &tf.Resource{Addr: tf.Addr{Module: t.r.Provider.Module, Local: strings.Join(parts[:3], ".")},
					Kind: &tf.Kind{Mode: tf.Data, Type: parts[1], Provider: &tf.Provider{Source: r.Provider.Source}}})
				break
			}
		}
	}
	return out
}

// nothing matches no text.
var nothing = regexp.MustCompile(`[^\x00-\x{10FFFF}]`)

// pattern compiles a rule's expression once; a law reads them all.
func (p *Placer) pattern(text string) *regexp.Regexp {
	re, ok := p.patterns[text]
	if !ok {
		var err error
		if re, err = regexp.Compile(text); err != nil {
			re = nothing
		}
		p.patterns[text] = re
	}
	return re
}
