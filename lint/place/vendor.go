package place

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// An answer is what a condition comes to.
type answer uint8

const (
	no answer = iota
	yes
	perhaps // rests on a value nobody knows yet
)

// vendor finds out who the provider instance speaks to: the ordered rules of
// its family, first match wins. A rule that rests on an unknown value closes
// the way to the family's default, never the other way round.
func (t *task) vendor() {
	rules := t.c.Identifications(t.out.Provider.Family)
	for _, rule := range rules {
		if len(rule.When) == 0 && t.opened {
			return
		}
		m := t.match(rule)
		switch m.answer {
		case perhaps:
			t.opened = true
			t.ask(fmt.Sprintf("%s of provider %s rests on what the plan does not show", clean(m.arg), t.providerName()),
				fmt.Sprintf("write %s as a literal in the provider block", clean(m.arg)))
		case yes:
			t.settle(rule, m)
			return
		}
	}
	if !t.opened && len(rules) == 0 && t.out.Provider.Vendor != "" {
		t.setVendor(t.out.Provider.Vendor, fmt.Sprintf("provider %s speaks to it", t.out.Provider.Source), t.out.Provider.Fact)
	}
	if t.out.Vendor == nil && len(t.out.Open) == 0 {
		t.ask(fmt.Sprintf("whose cloud provider %s speaks to is not written", t.providerName()),
			t.settleBy(t.out.Provider.Hosts))
	}
}

// A match is how a rule came out and on which words.
type match struct {
	answer answer
	arg    string
	text   string // the value that decided
	maybe  bool
	at     *tf.Range
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
	return out
}

func (t *task) cond(cond catalog.Cond) match {
	out := match{answer: no}
	for _, arg := range t.args(cond.Arg) {
		vals, read := t.values(arg)
		for _, v := range vals {
			text, known, maybe := read(v)
			if maybe && isHost(cond) && !t.knownHost(text) {
				known = false
			}
			switch {
			case known && t.holds(cond, text):
				return match{answer: yes, arg: arg, text: text, maybe: maybe, at: v.At}
			case !known && v.State == tf.Unknown && out.answer == no && opens(cond, arg):
				out = match{answer: perhaps, arg: arg, at: v.At}
			}
		}
	}
	return out
}

// opens reports whether a condition on an unknown value leaves the vendor
// open. A region only tells apart the parts of one vendor.
func opens(cond catalog.Cond, arg string) bool {
	return !strings.HasPrefix(arg, "resource:") && cond.Arg != "@region" && cond.Op != "region" && cond.Op != "not_region"
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

// args spells out an argument that stands for several.
func (t *task) args(arg string) []string {
	switch {
	case arg == "@region":
		return append([]string{"resource:region"}, t.out.Provider.Regions...)
	case strings.HasSuffix(arg, "@service"):
		var out []string
		for _, name := range t.c.EndpointNames(t.out.Provider.Source, t.r.Type) {
			out = append(out, strings.TrimSuffix(arg, "@service")+name)
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
	if !own {
		return t.r.Provider.Written.At(arg), t.providerText
	}
	if vs := t.r.Body.Planned.At(path); len(vs) > 0 && vs[0].State == tf.Known {
		return vs, t.ownText
	}
	return t.r.Body.Written.At(path), t.ownText
}

func (t *task) holds(cond catalog.Cond, text string) bool {
	switch cond.Op {
	case "host_suffix":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return hostUnder(text, s) })
	case "host_table":
		return text != ""
	case "in":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return strings.EqualFold(s, text) })
	case "in_norm":
		return slices.Contains(cond.Values, squash(text))
	case "prefix":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return strings.HasPrefix(text, s) })
	case "prefix_norm":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return strings.HasPrefix(squash(text), s) })
	case "regex":
		return slices.ContainsFunc(cond.Values, func(s string) bool { return matches(s, text) })
	case "set":
		return text != ""
	case "set_and_not":
		return text != "" && !slices.ContainsFunc(cond.Values, func(s string) bool { return strings.EqualFold(s, text) })
	case "region", "not_region":
		in := slices.ContainsFunc(cond.Values, func(v string) bool { return t.c.Region(v, text) != nil })
		return in == (cond.Op == "region")
	}
	return false
}

func (t *task) settle(rule catalog.Identification, m match) {
	t.maybe = m.maybe
	claim := fmt.Sprintf("provider %s, as its source %s says", t.providerName(), t.out.Provider.Source)
	if m.text != "" {
		shown := m.text
		if isHostRule(rule) || rule.Vendor == "@host" || rule.Vendor == "self-hosted" {
			shown = hostOf(m.text) // the rest of an address may hold a password
		}
		claim = fmt.Sprintf("%s = %q in provider %s", clean(m.arg), shown, t.providerName())
		if p, ok := strings.CutPrefix(m.arg, "resource:"); ok {
			claim = fmt.Sprintf("%s = %q", p, m.text)
		}
	}
	t.out.Why = append(t.out.Why, evidence.Step{Claim: claim, At: m.at})
	if isHostRule(rule) {
		t.named = hostOf(m.text)
		t.host, t.redir = t.c.Host(m.text)
	}
	switch rule.Vendor {
	case "@host":
		t.settleHost(m)
	case "loopback":
		t.out.Loopback = true
		t.because("the endpoint is the machine itself", rule.Fact)
	case "self-hosted":
		t.settleHost(m)
	case "unknown", "":
		t.ask(orElse(rule.Note, fmt.Sprintf("whose cloud %s is, is not known", claim)), t.settleBy(t.out.Provider.Hosts))
	default:
		t.setVendor(rule.Vendor, "", rule.Fact)
	}
}

// settleHost finds whose host it is. A declaration cannot turn the host of a
// vendor that the catalog knows into one's own.
func (t *task) settleHost(m match) {
	host, ok := t.c.Host(m.text)
	for _, in := range t.o.Internal {
		if !slices.ContainsFunc(in.Hosts, func(h string) bool { return hostUnder(m.text, strings.TrimPrefix(h, "*.")) }) {
			continue
		}
		if !ok {
			t.internal(in, m.text)
			return
		}
		t.because(fmt.Sprintf("declared as the internal cloud %q, but the host is one of %s", in.Name, host.Vendor), host.Fact)
	}
	switch {
	case ok:
		t.host, t.redir = host, true
		t.setVendor(host.Vendor, fmt.Sprintf("%s is one of its hosts", host.Suffix), host.Fact)
	case t.c.Loopback(m.text):
		t.out.Loopback = true
		t.because("the endpoint is the machine itself", evidence.Source{})
	case m.text != "" && t.c.Private(m.text):
		t.out.SelfHosted = true
		t.ask(fmt.Sprintf("%s is a private host that nobody declared", hostOf(m.text)),
			"declare it as internal, with its country, in .sovlint.hcl")
	default:
		t.ask(fmt.Sprintf("whose host %q is, is not known", hostOf(m.text)),
			"declare the host as internal in .sovlint.hcl if it is yours")
	}
}

func (t *task) setVendor(id, claim string, fact evidence.Source) {
	v := t.c.Vendor(id)
	if v == nil {
		t.ask(fmt.Sprintf("vendor %q is not in the catalog", id), "update sovlint")
		return
	}
	t.out.Vendor = v
	if claim != "" {
		t.because(fmt.Sprintf("%s: %s", v.Name, claim), fact)
	}
	t.because(controlClaim(v), v.Source)
}

func controlClaim(v *catalog.Vendor) string {
	s := v.Name
	if v.LegalEntity != "" && v.LegalEntity != v.Name {
		s += " (" + v.LegalEntity + ")"
	}
	if v.Parent != "" {
		s += " belongs to " + v.Parent
	}
	if v.ParentCountry != "" {
		s += ", " + v.ParentCountry
	}
	return s
}

func (t *task) providerName() string {
	name := t.r.Provider.Key
	if name == "" {
		name = t.out.Provider.Source
	}
	return name
}

// settleBy says what would settle an open question about provider arguments.
func (t *task) settleBy(args []string) string {
	name := localName(t.r)
	var arg string
	if len(args) > 0 {
		arg = clean(args[0])
	}
	if arg == "" || strings.Contains(arg, "@") {
		return "declare it as internal in .sovlint.hcl"
	}
	s := fmt.Sprintf("write %s in the provider block, or pass --assume %s.%s=...", arg, name, arg)
	if env := t.out.Provider.Environment; len(env) > 0 {
		s += fmt.Sprintf(" (the environment may supply it: %s)", strings.Join(env, ", "))
	}
	return s
}

func isHostRule(rule catalog.Identification) bool {
	return slices.ContainsFunc(rule.When, func(c catalog.Cond) bool { return strings.HasPrefix(c.Op, "host_") })
}

var patterns sync.Map // pattern -> *regexp.Regexp; every placer shares them

func matches(pattern, text string) bool {
	re, ok := patterns.Load(pattern)
	if !ok {
		compiled, _ := regexp.Compile(pattern) // a law reads every pattern
		re, _ = patterns.LoadOrStore(pattern, compiled)
	}
	return re.(*regexp.Regexp) != nil && re.(*regexp.Regexp).MatchString(text)
}
