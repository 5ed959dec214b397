package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// byLayer places what runs on machines of somebody else: the operator of the
// service is the primary site, the owner of the machines the host.
func (t *task) byLayer() bool {
	for _, l := range t.c.Layers(t.out.Provider.Source, t.r.Type) {
		if !slices.ContainsFunc(l.Region, t.isCopy) && t.layered(l, "primary") {
			return true
		}
	}
	return false
}

// isCopy reports whether a path is that of a copy and not of the resource.
func (t *task) isCopy(path string) bool {
	return slices.ContainsFunc(t.out.Type.Links, func(l catalog.Link) bool { return l.Path == path && roles[l.Kind] != "" })
}

// layerOf is the line that says how the code at a copy's path is written; nil
// where it stands by itself.
func (t *task) layerOf(path string) *catalog.Layer {
	for _, l := range t.c.Layers(t.out.Provider.Source, t.r.Type) {
		if slices.Contains(l.Region, path) {
			return &l
		}
	}
	return nil
}

func (t *task) layered(l catalog.Layer, role string) bool {
	codes, open := t.codes(l)
	if len(codes) == 0 && open == nil {
		return false
	}
	host := t.operate(l)
	for _, c := range codes {
		if host == nil {
			t.translate(role, c)
			continue
		}
		reg := t.c.Region(host.ID, c.text)
		t.above(role, c, reg)
		t.addMachines(host, reg, c.text, c.step, l.Fact, c.maybe)
		if reg == nil {
			t.ask(t.say("%q is not among the regions of %s known in the catalog", c.text, host.Name), t.word("check the spelling; if it is a newer region, update sovlint"))
		}
	}
	if open != nil {
		t.ask(t.say("on whose machines and where it runs rests on %s", first(open.Refs, t.word("a value not known yet"))),
			t.say("write %s as literals", t.o.Lang.And(argumentsOf(l))))
		if host != nil && len(codes) == 0 {
			step := evidence.Step{Claim: t.word(l.Note), At: open.At}
			t.above(role, code{step: step}, nil)
			t.addMachines(host, nil, "", step, l.Fact, false)
		}
	}
	return true
}

// argumentsOf shows the arguments of a line as a user writes them.
func argumentsOf(l catalog.Layer) []string {
	var out []string
	for _, paths := range [][]string{l.Cloud, l.Region} {
		if len(paths) > 0 {
			out = append(out, strings.TrimPrefix(clean(paths[len(paths)-1]), "provider:"))
		}
	}
	return out
}

// operate puts the operator that a line names over the vendor that the provider
// speaks to, and gives the owner of the machines where the line names him.
func (t *task) operate(l catalog.Layer) *catalog.Vendor {
	below := t.out.Vendor
	switch {
	case l.Unlisted != "":
		t.nobody = true
		t.ask(t.say("%s runs the service, and who controls it is not in the catalog", l.Unlisted), t.word("update sovlint, or lay a file of that vendor over it with --catalog"))
	case l.Operator != "":
		t.setVendor(l.Operator, l.Note, l.Fact)
	}
	switch l.Host {
	case "":
		return nil
	case "@vendor":
		return below
	}
	return t.c.Vendor(l.Host)
}

func idOf(r *catalog.Region) string {
	if r == nil {
		return ""
	}
	return r.ID
}

// translate adds the sites that a code of the operator stands for.
func (t *task) translate(role string, c code) {
	if t.add(role, c.text, c.step.Claim, c.step.At, c.maybe) {
		return
	}
	t.site(Site{Role: role, Code: c.shown, Probable: c.maybe || t.maybe, Why: evidence.Trail{c.step}})
	t.ask(t.say("what %s means by %q is not in the catalog", t.out.Vendor.Name, c.text), t.word("check the spelling; if it is a newer region, update sovlint"))
}

// above adds the operator's own site at a place of the host's.
func (t *task) above(role string, c code, reg *catalog.Region) {
	why := evidence.Trail{c.step}
	if reg != nil {
		why = append(why, evidence.Step{Claim: t.say("%s is in %s", reg.ID, placeName(t.o.Lang, reg)), Source: reg.Source})
	}
	s := Site{Role: role, Code: c.shown, Region: reg, Probable: c.maybe || t.maybe, Why: why}
	if t.nobody {
		t.out.Sites = append(t.out.Sites, s)
		return
	}
	t.site(s)
}

// addUnder adds the operator's site and that of the machines below it.
func (t *task) addUnder(role, text string, u catalog.Under, claim string, at *tf.Range, maybe bool) bool {
	reg := t.c.Region(u.Host, u.Region)
	if u.Country != "" {
		reg = &catalog.Region{Country: u.Country, Source: u.Fact}
	}
	c := code{text: text, shown: tail(text), step: evidence.Step{Claim: claim, At: at}, maybe: maybe}
	if u.Host != "" && reg == nil && !u.Open {
		c.shown = "" // the code names whose machines they are, and no place
	}
	t.above(role, c, reg)
	switch {
	case u.Host == "" && reg == nil:
		t.ask(orElse(t.word(u.Note), t.say("what %s means by %q is not known", t.out.Vendor.Name, text)), t.word("declare where it is in .sovlint.hcl"))
	case u.Host == "":
	case u.Open:
		t.addMachines(t.c.Vendor(u.Host), nil, text, c.step, u.Fact, maybe)
		t.ask(t.say("%q is not among the regions of %s known in the catalog", c.shown, t.c.Vendor(u.Host).Name),
			t.word("check the spelling; if it is a newer region, update sovlint"))
	default:
		t.addHost(u, text, c.step, maybe)
	}
	return true
}

// addHost adds the site of the machines that a code of the operator stands for.
func (t *task) addHost(u catalog.Under, text string, step evidence.Step, maybe bool) {
	v := t.c.Vendor(u.Host)
	if v == nil {
		return // the machines are the operator's own
	}
	reg := t.c.Region(u.Host, u.Region)
	if reg == nil && u.Country != "" {
		reg = &catalog.Region{Country: u.Country, Source: u.Fact}
	}
	if reg == nil {
		t.ask(t.say("it runs on machines of %s, and in which region is not written", v.Name), t.word("name the region where the type allows it"))
	}
	t.addMachines(v, reg, text, step, u.Fact, maybe)
}

// addMachines adds the site of the owner of the machines.
func (t *task) addMachines(v *catalog.Vendor, reg *catalog.Region, text string, step evidence.Step, fact evidence.Source, maybe bool) {
	s := Site{Role: "host", Code: idOf(reg), Region: reg, Operator: v, Probable: maybe || t.maybe}
	claim := t.say("it runs on machines of %s", v.Name)
	if text != "" && text != s.Code {
		claim = t.say("%q stands for %s of %s", text, orElse(s.Code, t.word("machines")), v.Name)
	}
	s.Why = evidence.Trail{step, {Claim: claim, Source: fact}, {Claim: controlClaim(t.o.Lang, v), Source: v.Source}}
	if !slices.ContainsFunc(t.out.Sites, s.same) {
		t.out.Sites = append(t.out.Sites, s)
	}
}
