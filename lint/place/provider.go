package place

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// byProvider takes the region of the provider instance.
func (t *task) byProvider() bool {
	if whole := t.whole(); whole != "" {
		if !t.byHostCountry() && !t.byDeclaration() && !t.oneCountry() {
			t.ask(t.say("it is where %s is, and where that is, is not known", clean(whole)), t.word("name something of the same configuration there, or its place"))
		}
		return false
	}
	code, step, maybe := t.providerRegion()
	if code != "" {
		if t.add("primary", code, step.Claim, step.At, maybe) {
			return true
		}
		if _, dummy := t.c.Trait(t.out.Provider.Source, "dummy-region"); !t.redir || !dummy {
			t.unknownCode(code, step.Claim, step.At, maybe)
			return true
		}
		step.Claim = "" // it says nothing of the place
	}
	if d := t.out.Provider.Default; d != "" && t.r.Provider.Joined && code == "" {
		return t.add("primary", d, t.word("the provider's own default"), nil, false)
	}
	if !t.byHostCountry() && !t.byDeclaration() && !t.oneCountry() {
		t.askRegion(step.Claim)
	}
	return false
}

// whole is the argument that names what a resource is a part of, for one that is
// where that is, whatever region the provider block names; "" for any other, and
// where nothing names it.
func (t *task) whole() string {
	if _, ok := t.c.Trait(t.out.Provider.Source, "whole"); !ok || len(t.out.Type.Where) > 0 {
		return ""
	}
	for attr := range strings.SplitSeq(t.out.Type.Parent, ",") {
		if attr != "" && slices.ContainsFunc(slices.Concat(t.planned(attr), t.written(attr)), func(v tf.Value) bool { return v.State != tf.Null }) {
			return attr
		}
	}
	return ""
}

// providerRegion is the region that the provider instance names, or the words
// in which it leaves it open.
func (t *task) providerRegion() (code string, step evidence.Step, maybe bool) {
	for _, path := range t.regionArgs() {
		if code, ok := t.assumed(path); ok {
			return code, evidence.Step{Claim: fmt.Sprintf("--assume %s.%s=%s", localName(t.r), clean(path), evidence.Shown(code))}, false
		}
		for _, v := range t.block(path) {
			text, known, maybe := t.providerText(v)
			switch {
			case known && t.another(path, text):
				return text, evidence.Step{Claim: t.say("%s = %q in %s", clean(path), text, t.blockName()), At: v.At}, true
			case known && !maybe, known && t.out.Vendor != nil && t.knows("", text):
				return text, evidence.Step{Claim: t.say("%s = %q in %s", clean(path), text, t.blockName()), At: v.At}, maybe
			case v.State == tf.Unknown:
				step = evidence.Step{Claim: t.say("%s of %s rests on %s", clean(path), t.blockName(), first(v.Refs, t.word("a value not known yet"))), At: v.At}
			}
		}
	}
	return "", step, false
}

// another asks about a second place that the block writes for the same argument.
func (t *task) another(path, text string) bool {
	for _, v := range t.block(path) {
		if other, known, _ := t.providerText(v); known && other != "" && !strings.EqualFold(other, text) {
			t.ask(t.say("%s is written twice in %s, %q and %q", clean(path), t.blockName(), text, other), t.word("write the one that is called"))
			return true
		}
	}
	return false
}

// regionArgs are the arguments of the provider block that name a place: first
// those that the type has itself, as what has a zone takes that of the block.
// Where a backend has none, the caller can still say what it would be.
func (t *task) regionArgs() []string {
	if t.r.Mode == tf.Backing && len(t.out.Provider.Regions) == 0 {
		return []string{backendRegion}
	}
	out := slices.Clone(t.out.Provider.Regions)
	slices.SortStableFunc(out, func(a, b string) int { return t.own(b) - t.own(a) })
	return out
}

// own is 1 for an argument that the type has itself.
func (t *task) own(arg string) int {
	if slices.Contains(t.out.Type.Where, arg) {
		return 1
	}
	return 0
}

func (t *task) askRegion(claim string) {
	switch {
	case t.r.Mode == tf.Backing && claim == "":
		claim = t.say("where %s keeps the state is not written", t.blockName())
	case !t.r.Provider.Joined:
		claim = t.word("which provider block it uses is not in this input, nor is its region")
	case claim == "":
		claim = t.say("its place is not written, in the resource or in %s", t.blockName())
	}
	settle := t.settlePlace()
	if where := t.out.Type.Where; len(where) > 0 && len(t.out.Provider.Regions) == 0 {
		settle = t.say("write %s on the resource", clean(where[0]))
	}
	t.ask(claim, settle)
}

// backendRegion is what --assume calls the region of a backend that has no
// argument for it.
const backendRegion = "region"

// settlePlace says what would settle where a known vendor keeps it.
func (t *task) settlePlace() string {
	switch {
	case len(t.out.Provider.Regions) > 0:
		return t.settleBy(t.out.Provider.Regions)
	case t.r.Mode == tf.Backing:
		return t.say("pass --assume %s.%s=..., the region that its %s is in", localName(t.r), backendRegion, first(t.out.Provider.Stores, "store"))
	}
	return t.say("no argument says it: ask %s where it is", t.out.Vendor.Name)
}

// oneCountry is for a vendor whose every region is in one country.
func (t *task) oneCountry() bool {
	step, country := t.onlyCountry()
	if country == "" {
		return false
	}
	t.site(Site{Role: "primary", Region: &catalog.Region{Country: country}, Why: evidence.Trail{step}})
	for _, o := range t.c.Offers(t.out.Vendor.ID) {
		if o.Status == "qualified" {
			t.ask(t.say("code does not tell whether this is the offer %s (%s)", o.ID, o.Name), t.declareOffer(o))
		}
	}
	return true
}

// onlyCountry is the country of every region of the vendor; "" where there are
// several, or none is known.
func (t *task) onlyCountry() (step evidence.Step, country string) {
	regions := t.c.Regions(t.out.Vendor.ID)
	for _, r := range regions {
		if r.Country == "" || country != "" && r.Country != country {
			return step, ""
		}
		country = r.Country
	}
	if country == "" {
		return step, ""
	}
	claim := t.say("every region of %s known on %s is in %s", t.out.Vendor.Name, t.tableDate(), country)
	return evidence.Step{Claim: claim, Source: regions[0].Source}, country
}

// tableDate is the day of the vendor's table of regions.
func (t *task) tableDate() string {
	if regions := t.c.Regions(t.out.Vendor.ID); len(regions) > 0 {
		return regions[0].Source.AsOf
	}
	return t.out.Vendor.Source.AsOf
}

// presume takes back who operates the resource where only a default said so and
// the environment may have said otherwise: unless a region, its own or that of
// another resource of the same provider instance, belongs to that vendor alone.
// So it does where nobody can say yet whether the operator gets any data. It
// reports whether the operator itself is open.
func (t *task) presume() (open bool) {
	if t.out.Vendor == nil {
		return false
	}
	trait, ok := t.c.Trait(t.out.Provider.Source, "hidden")
	unseen := t.unseen()
	hidden := ok && unseen == "" && !t.byRule && t.out.Type.Holds != catalog.Nothing && !t.says(trait.Arg) && !t.witnessed()
	if t.fork == "" && !hidden && !t.doubt && unseen == "" {
		return false
	}
	for i := range t.out.Sites {
		if s := &t.out.Sites[i]; s.Operator == t.out.Vendor || s.Role == "host" {
			s.Operator = nil
			if unseen != "" {
				s.Region = nil // of another operator the same word is another place
			}
		}
	}
	if len(t.out.Sites) == 0 {
		t.out.Sites = []Site{{Role: "primary", Why: t.out.Why}}
	}
	if hidden {
		t.ask(t.say("%s does not write %s, and no region shows which cloud it speaks to: %s", t.blockName(), clean(trait.Arg), t.word(trait.Why)),
			t.settleBy([]string{trait.Arg}))
	}
	if unseen != "" {
		t.byForm()
		t.ask(t.say("the provider block is not in this input, and its %s may name another cloud than %s", clean(unseen), t.out.Vendor.Name),
			t.say("%s; or pass --assume %s.%s=...", t.word(settleForm), localName(t.r), clean(unseen)))
	}
	t.nameless = unseen != ""
	return hidden || unseen != "" || t.fork != ""
}

// byForm takes back the questions that are settled as the one about the provider
// block is, by a form that shows more.
func (t *task) byForm() {
	t.out.Open = slices.DeleteFunc(t.out.Open, func(q Question) bool { return q.Settle == t.word(settleForm) })
}

// says reports whether the block writes an argument, be it in words that only
// apply will know.
func (t *task) says(arg string) bool {
	return slices.ContainsFunc(t.block(arg), func(v tf.Value) bool { return !t.leftToInit(v) || v.State != tf.Unknown })
}

// witnessed reports whether a region shows that the vendor is the one the
// provider's default speaks to.
func (t *task) witnessed() bool {
	if t.spoke || slices.ContainsFunc(t.out.Sites, func(s Site) bool { return s.Region != nil && s.Region.ID != "" }) {
		return true
	}
	if code, _, _ := t.providerRegion(); code != "" && t.region(code) != nil {
		return true
	}
	if t.r.Mode == tf.Backing {
		t.alone = false
		return t.besideState()
	}
	if t.cfg.Bare && !t.r.Provider.Joined {
		return false // what its neighbours show is of their provider block
	}
	key := witness{t.cfg, t.r.Provider, t.out.Vendor}
	seen, ok := t.witnesses[key]
	if !ok {
		seen = t.neighbours()
		t.witnesses[key] = seen
	}
	return seen
}

// A witness is what the resources of a provider instance say of its vendor.
type witness struct {
	cfg      *tf.Config
	provider *tf.Provider
	vendor   *catalog.Vendor
}

// neighbours looks for a resource of the same provider instance that names a
// region of the vendor.
func (t *task) neighbours() bool {
	for _, r := range t.cfg.Resources {
		if r.Provider != t.r.Provider || !r.Action.Remains() {
			continue
		}
		for _, path := range t.typeOf(t.out.Provider.Source, r.Type).Where {
			if strings.HasPrefix(path, "!") {
				continue
			}
			for _, v := range append(through(r.Body.Planned, path), through(r.Body.Written, path)...) {
				if text, known := scalar(v); known && t.region(text) != nil {
					return true
				}
			}
		}
	}
	return false
}

// besideState looks for a resource of the vendor's own provider whose region
// shows the cloud that the environment names: what it would change for the
// backend, it changes for that provider too.
func (t *task) besideState() bool {
	for _, r := range t.cfg.Resources {
		prov, ok := t.providerOf(r.Provider.Source)
		trait, hidden := t.c.Trait(prov.Source, "hidden")
		if !ok || !hidden || prov.Vendor != t.out.Provider.Vendor || !r.Action.Remains() || len(r.Provider.Written.At(trait.Arg)) > 0 {
			continue
		}
		for _, s := range t.Place(t.cfg, r).Sites {
			if s.Operator == t.out.Vendor && s.Region != nil && s.Region.ID != "" {
				t.because(t.say("the environment is that of provider %s, and %s of %s shows that it speaks to %s",
					orElse(r.Provider.Key, prov.Source), s.Region.ID, t.near(r), t.out.Vendor.Name), s.Region.Source)
				return true
			}
		}
	}
	return false
}

func first(s []string, other string) string {
	if len(s) == 0 {
		return other
	}
	return s[0]
}
