package place

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// vendor finds out who the provider instance speaks to: the ordered rules of
// its family, first match wins. A rule that rests on an unknown value closes
// the way to all that follow, but for those that stand by themselves.
func (t *task) vendor() {
	rules := t.rules()
	asked := 0 // questions before the first that a rule opened
	for _, rule := range rules {
		if t.opened && !rule.Stands {
			continue
		}
		m := t.match(rule)
		switch m.answer {
		case perhaps:
			if !t.opened {
				asked = len(t.out.Open)
			}
			t.opened = true
			t.ask(t.say("%s of %s rests on what the input does not show", clean(m.arg), t.blockName()), t.literal(m.arg))
		case yes:
			if t.opened {
				t.out.Open, t.opened = t.out.Open[:asked], false
			}
			t.settle(rule, m)
			t.twice = t.out.Vendor != nil || t.out.Loopback || t.out.Internal != "" || t.out.SelfHosted
			t.twice = t.twice && slices.ContainsFunc(rule.When, func(c catalog.Cond) bool { return isHost(c) && t.clash(c, m) })
			return
		}
	}
	if !t.opened && t.out.Provider.Vendor != "" && len(t.c.Identifications(t.out.Provider.Family)) == 0 {
		t.setVendor(t.out.Provider.Vendor, t.say("provider %s speaks to it", t.out.Provider.Source), t.out.Provider.Fact)
	}
	if t.out.Vendor == nil && len(t.out.Open) == 0 {
		t.askWhose()
	}
}

// rules are those of the provider's family. A family that has none is read by
// the hosts its provider block may name: whose they are, or for a provider of
// one vendor whether they are known to be somebody else's.
func (t *task) rules() []catalog.Identification {
	prov := t.out.Provider
	if rules := t.c.Identifications(prov.Family); len(rules) > 0 {
		return rules
	}
	var out []catalog.Identification
	for _, arg := range prov.Hosts {
		if prov.Vendor == "" {
			out = append(out,
				catalog.Identification{When: []catalog.Cond{{Arg: arg, Op: "reference"}}, Vendor: "@reference", Fact: prov.Fact},
				catalog.Identification{When: []catalog.Cond{{Arg: arg, Op: "host_table"}}, Vendor: "@host", Fact: prov.Fact})
			continue
		}
		out = append(out, catalog.Identification{When: []catalog.Cond{{Arg: arg, Op: "host_known"}}, Vendor: "@host", Fact: prov.Fact})
	}
	return out
}

func (t *task) literal(arg string) string {
	assume := t.say("pass --assume %s.%s=...", localName(t.r), clean(arg))
	if t.r.Mode == tf.Backing {
		return t.say("write %s as a literal in the backend block, or %s", clean(arg), assume)
	}
	return t.say("write %s as a literal in the provider block, or %s", clean(arg), assume)
}

func (t *task) askWhose() {
	t.ask(t.say("whose cloud %s speaks to is not written", t.blockName()), t.settleBy(t.out.Provider.Hosts))
}

func (t *task) settle(rule catalog.Identification, m match) {
	t.maybe = t.maybe || m.maybe
	claim := t.say("%s, as its source %s says", t.blockName(), t.out.Provider.Source)
	if t.r.Mode == tf.Backing {
		claim = t.blockName()
	}
	if m.text != "" {
		shown := evidence.Shown(m.text)
		if isHostRule(rule) || rule.Vendor == "@host" || rule.Vendor == "self-hosted" {
			shown = hostOf(m.text) // the rest of an address may hold a password
		}
		claim = t.say("%s = %q in %s", clean(m.arg), shown, t.blockName())
		if _, ok := t.assumed(m.arg); ok {
			claim = fmt.Sprintf("--assume %s.%s=%s", localName(t.r), clean(m.arg), shown)
		}
		if p, ok := strings.CutPrefix(m.arg, "resource:"); ok {
			claim = wrote(p, m.text)
		}
		if t.fallsBack(m.arg) {
			claim = t.say("%s is not written in %s, and %s is the default", clean(m.arg), t.blockName(), shown)
			if env := t.out.Provider.Supplies(m.arg); len(env) > 0 {
				claim += t.say(" (the environment may supply it: %s)", strings.Join(env, ", "))
				t.maybe = true
			}
		}
	}
	if m.arg != "@type" && m.to == nil {
		t.out.Why = append(t.out.Why, evidence.Step{Claim: claim, At: m.at})
	}
	if isHostRule(rule) {
		t.named = hostOf(m.text)
		t.host, t.redir = t.c.Host(m.text)
	}
	t.part = m.part
	switch rule.Vendor {
	case "@host":
		t.settleHost(m)
	case "@reference":
		t.settleReference(m)
	case "loopback":
		t.out.Loopback = true
		t.because(t.word("the endpoint is the machine itself"), rule.Fact)
	case "self-hosted":
		if m.text == "" {
			t.askWhose()
			return
		}
		t.settleHost(m)
	case "unknown", "":
		if m.text == "" && rule.Note == "" {
			t.askWhose()
			return
		}
		t.ask(orElse(t.word(rule.Note), t.say("whose cloud %s is, is not known", claim)), t.settleBy(t.out.Provider.Hosts))
	default:
		t.setVendor(rule.Vendor, "", rule.Fact)
		if t.byRule = len(rule.When) > 0; t.byRule && rule.Note != "" {
			t.because(t.word(rule.Note), rule.Fact)
		}
	}
}

// settleHost finds whose host it is. A declaration cannot turn the host of a
// vendor that the catalog knows into one's own.
func (t *task) settleHost(m match) {
	host, ok := t.c.Host(m.text)
	for _, in := range t.o.Internal {
		if !slices.ContainsFunc(in.Hosts, func(h string) bool { return hostUnder(m.text, strings.TrimPrefix(h, "*.")) }) || !t.claims(in) {
			continue
		}
		if !ok {
			t.internal(in, m.text)
			return
		}
		t.disputed[in.Name] = host.Vendor
		t.because(t.say("declared as the internal cloud %q, but the host is one of %s", in.Name, host.Vendor), host.Fact)
	}
	switch {
	case ok:
		t.host, t.redir, t.byRule = host, true, true
		t.setVendor(host.Vendor, t.say("%s is one of its hosts", host.Suffix), host.Fact)
	case t.c.Loopback(m.text):
		t.out.Loopback = true
		t.because(t.word("the endpoint is the machine itself"), evidence.Source{})
	case m.text != "" && t.c.Private(m.text):
		t.out.SelfHosted, t.out.Stranger = true, hostOf(m.text)
		t.ask(t.say("nobody declared the private host %q", hostOf(m.text)),
			t.word("declare the host as internal in .sovlint.hcl, with hosts and its country"))
	default:
		t.out.Stranger = hostOf(m.text)
		t.ask(t.say("whose host %q is, is not known", t.out.Stranger),
			t.word("declare the host as internal in .sovlint.hcl, with hosts and its country, if it is yours"))
	}
}

// settleReference takes vendor and place of the resource that the provider
// block names: the cluster that a Kubernetes provider signs in to.
func (t *task) settleReference(m match) {
	pl := t.Place(t.cfg, m.to)
	t.out.Vendor, t.byRule = pl.Vendor, true
	claim := t.say("%s of %s names %s", clean(m.arg), t.blockName(), t.near(m.to))
	t.out.Why = append(t.out.Why, evidence.Step{Claim: claim, At: m.at})
	t.out.Why = append(t.out.Why, pl.Why...)
	t.settled = t.take(pl, claim, m.at)
	if !t.settled && m.to.Mode != tf.Data {
		t.settled = len(pl.Open) > 0
		t.out.Open = append(t.out.Open, pl.Open...)
	}
}

func (t *task) setVendor(id, claim string, fact evidence.Source) {
	v := t.c.Vendor(id)
	if v == nil {
		t.ask(t.say("vendor %q is not in the catalog", id), t.word("update sovlint"))
		return
	}
	t.out.Vendor = v
	if claim != "" {
		t.because(fmt.Sprintf("%s: %s", v.Name, claim), fact)
	}
	t.because(controlClaim(t.o.Lang, v), v.Source)
}

func controlClaim(l speech.Lang, v *catalog.Vendor) string {
	s := v.Name
	if v.LegalEntity != "" && v.LegalEntity != v.Name {
		s += " (" + v.LegalEntity + ")"
	}
	if v.Parent != "" {
		s += l.Say(" belongs to %s", v.Parent)
	}
	if v.ParentCountry != "" {
		s += ", " + v.ParentCountry
	}
	// A company under another law than its parent's: the law decides.
	for _, r := range v.Reach {
		if strings.EqualFold(r.State, v.Control) && !strings.EqualFold(v.Control, v.ParentCountry) && r.Why != "" {
			s += l.Say("; it is controlled from %s all the same: %s", strings.ToUpper(v.Control), l.Word(r.Why))
		}
	}
	return s
}

// blockName names the block that configures the resource's provider, or the
// backend itself.
func (t *task) blockName() string {
	if t.r.Mode == tf.Backing {
		return t.say("backend %s", t.r.Type)
	}
	name := t.r.Provider.Key
	if name == "" {
		name = t.out.Provider.Source
	}
	return t.say("provider %s", name)
}

// settleBy says what would settle an open question about provider arguments.
func (t *task) settleBy(args []string) string {
	name := localName(t.r)
	var arg string
	if len(args) > 0 {
		arg = clean(args[0])
	}
	if arg == "" || strings.Contains(arg, "@") {
		return t.declareIt()
	}
	s := t.say("pass --assume %s.%s=...", name, arg)
	switch prov := t.out.Provider; {
	case t.r.Mode != tf.Backing:
		s = t.say("write %s in the provider block, or %s", arg, s)
	case slices.Contains(slices.Concat(prov.Regions, prov.Hosts), args[0]):
		s = t.say("write %s in the backend block, or %s", arg, s)
	}
	if env := t.out.Provider.Supplies(args...); len(env) > 0 {
		s += t.say(" (the environment may supply it: %s)", strings.Join(env, ", "))
	}
	return s
}

func isHostRule(rule catalog.Identification) bool {
	return slices.ContainsFunc(rule.When, func(c catalog.Cond) bool { return strings.HasPrefix(c.Op, "host_") })
}
