package place

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// The words that stand in data for what is no single place.
const (
	global   = "!global"   // of a type: the service has no single place
	premises = "!premises" // of a type: it runs on machines of its customer
	anywhere = "!anywhere" // of a default: any region that the vendor chooses
)

// sites finds the primary places: the deciding host's own, what overrides the
// resource's attributes, those attributes, its parent, its own identifiers, its
// provider instance, in that order.
func (t *task) sites() {
	if t.out.Vendor == nil || t.settled {
		return
	}
	for _, step := range []func() bool{
		t.byHost, t.byPremises, t.byOverride, t.byZone, t.byLayer, t.byAttributes, t.byParent, t.byDefault, t.byGlobal, t.byArn, t.byProvider,
	} {
		if step() {
			return
		}
	}
}

func (t *task) byHost() bool {
	if t.part != "" && t.add("primary", t.part, t.word("the name of the cluster tells the region"), nil, t.maybe) {
		return true
	}
	if !t.redir || t.host.Region == "" || t.host.Vendor != t.out.Vendor.ID {
		return false
	}
	return t.add("primary", t.host.Region, t.say("the host %s names the region", hostOf(t.named)), nil, t.maybe)
}

// byHostCountry is for a host that tells the country and no more. Of a vendor
// without regions it is what the place is called by: app.eu.terraform.io.
func (t *task) byHostCountry() bool {
	if !t.redir || t.host.Country == "" || t.host.Vendor != t.out.Vendor.ID {
		return false
	}
	code := ""
	if len(t.c.Regions(t.out.Vendor.ID)) == 0 {
		code = t.host.Suffix
	}
	t.site(Site{Role: "primary", Code: code, Region: &catalog.Region{Country: t.host.Country}, Probable: t.maybe,
		Why: evidence.Trail{{Claim: t.say("%s is in %s", t.host.Suffix, t.host.Country), Source: t.host.Fact}}})
	return true
}

// byPremises is for what stands in its customer's own building, by its nature or
// by an argument.
func (t *task) byPremises() bool {
	if slices.Contains(t.out.Type.Where, premises) {
		claim := t.say("%s runs on machines of its customer", t.r.Type)
		t.site(Site{Role: "primary", Code: premises[1:], Why: evidence.Trail{{Claim: claim, Source: t.out.Provider.Fact}}})
		t.ask(t.say("%s runs on machines of its customer, and in which country those are, is not written", t.r.Type),
			t.word("no argument says it: waive it, or place it in a region"))
		return true
	}
	for _, trait := range t.c.Traits(t.out.Provider.Source, "premises") {
		text, at, open := t.lone(trait.Arg)
		if open {
			return true
		}
		if text == "" {
			continue
		}
		src := trait.Fact(t.out.Provider.Source)
		t.site(Site{Role: "primary", Code: "premises", Why: evidence.Trail{
			{Claim: wrote(trait.Arg, text), At: at}, {Claim: t.word(trait.Why), Source: src}}})
		t.ask(t.say("%s puts it into a building of one's own, and in which country that is, is not written", trait.Arg),
			t.word("no argument says it: waive it, or place it in a region"))
		return true
	}
	return false
}

// byOverride is for an argument that moves the resource out of the place that
// its other arguments name.
func (t *task) byOverride() bool {
	for _, trait := range t.c.Traits(t.out.Provider.Source, "overrides") {
		text, at, open := t.lone(trait.Arg)
		if open || text != "" && t.place(trait.Arg, text, at, false) {
			return true
		}
	}
	return false
}

// zoned are the kinds of region that a part cannot leave.
var zoned = []string{"local-zone", "wavelength-zone", "edge-zone"}

// byZone is for a parent that stands in a zone outside its region's country, or
// in a building of one's own: its parts are there too, whatever region they name.
func (t *task) byZone() bool {
	for _, trait := range t.c.Traits(t.out.Provider.Source, "zones") {
		for _, v := range t.written(trait.Arg) {
			for _, up := range t.follow(v.Refs) {
				if t.within(up, trait.Arg, v.At) {
					return true
				}
			}
		}
		for _, v := range t.planned(trait.Arg) {
			if text, known := scalar(v); known {
				if up := t.called(trait.Arg, text); up != nil && t.within(up, trait.Arg, v.At) {
					return true
				}
			}
		}
	}
	return false
}

func (t *task) within(up *tf.Resource, attr string, at *tf.Range) bool {
	zone := slices.ContainsFunc(t.Place(t.cfg, up).Sites, func(s Site) bool {
		return s.Code == "premises" || s.Region != nil && slices.Contains(zoned, s.Region.Kind)
	})
	return zone && t.inherit(up, attr, at)
}

// lone reads an argument that most resources leave out. open is true, and the
// question asked, where somebody wrote it in words that only apply will know.
func (t *task) lone(path string) (text string, at *tf.Range, open bool) {
	for _, v := range t.planned(path) {
		if text, known := scalar(v); known && text != "" {
			return text, v.At, false
		}
	}
	for _, v := range t.written(path) {
		text, known, _ := t.ownText(v)
		if known {
			return text, v.At, false
		}
		if v.State == tf.Unknown && len(v.Refs) > 0 && !t.nullPlanned(path) {
			t.ask(t.say("%s rests on %s", clean(path), v.Refs[0]), t.say("write %s as a literal", clean(path)))
			return "", v.At, true
		}
	}
	return "", nil, false
}

// nullPlanned reports whether the plan knows that nothing stands there.
func (t *task) nullPlanned(path string) bool {
	vs := t.planned(path)
	return len(vs) > 0 && !slices.ContainsFunc(vs, func(v tf.Value) bool { return v.State != tf.Null })
}

// byAttributes takes the first path of the type that says anything.
func (t *task) byAttributes() bool {
	for i, path := range t.out.Type.Where {
		if path[0] != '!' && (t.unchanged(path) && t.byIdentifier() || t.byPath(path)) {
			t.around(t.out.Type.Where[i+1:])
			return true
		}
	}
	return t.veiled()
}

// around adds the wider places that further arguments name: a geography around
// the region that was found, in which the vendor may keep copies.
func (t *task) around(paths []string) {
	for _, p := range t.lines() {
		if !slices.Contains(paths, p.Path) || len(p.Countries) == 0 {
			continue
		}
		for _, v := range t.planned(p.Path) {
			if text, known := scalar(v); known && p.Says(text) {
				claim := t.say("%s = %q is wider, and copies may be kept in all of it", clean(p.Path), text)
				t.site(Site{Role: "replica", Code: text, Region: p.Region(), Why: evidence.Trail{{Claim: claim, At: v.At}, {Claim: t.word(p.Why), Source: p.Fact}}})
			}
		}
	}
}

func (t *task) byPath(path string) bool {
	planned, written := t.planned(path), t.written(path)
	if slices.ContainsFunc(planned, func(v tf.Value) bool { return v.Sensitive }) {
		t.ask(t.say("%s is marked sensitive and is not read", clean(path)), t.word("leave the mark off a place name"))
		t.spoke = true // a mark must not make the verdict milder
		return true
	}
	if t.masked(path, planned, written) {
		return true
	}
	if done, settled := t.atOdds(path, planned, written); done {
		return settled
	}
	var open []tf.Value
	found := false
	for _, v := range planned {
		if text, known := scalar(v); known {
			found = t.place(path, text, v.At, false) || found
		} else if v.State == tf.Unknown {
			open = append(open, v)
		}
	}
	if found && len(open) == 0 {
		return true
	}
	for _, v := range written {
		if text, known, maybe := t.expression(v); known && (!maybe || t.knows(path, text)) {
			found = t.place(path, text, v.At, maybe) || found
		}
	}
	if found && t.hides(path) {
		t.askHidden(path)
	}
	if found {
		return true
	}
	return t.openPath(path, written)
}

// atOdds is for an argument that only narrows a region and names one that lies
// in another: the region that is called decides, and where that is only likely,
// nothing does. done is false where the two agree or one is not known.
func (t *task) atOdds(path string, planned, written []tf.Value) (done, settled bool) {
	if !t.c.Narrows(t.out.Provider.Source, path) {
		return false, false
	}
	own := ""
	for _, v := range slices.Concat(planned, written) {
		if text, known := scalar(v); known && own == "" {
			own = text
		}
	}
	code, maybe := t.wider()
	zone, region := t.region(own), t.region(code)
	if idOf(zone) == "" || idOf(region) == "" || strings.HasPrefix(zone.ID, region.ID) {
		return false, false // a local zone bears the name of its region
	}
	if t.refuted(code, wrote(path, own)) {
		return false, false
	}
	if !maybe {
		return true, false
	}
	t.ask(t.say("%s = %q lies in another region than %s, which the provider block seems to name", clean(path), own, code),
		t.say("write the region of provider %s as a literal, or pass --source", cmp.Or(t.r.Provider.Key, t.out.Provider.Source)))
	return true, true
}

// contradicted asks about an argument that only narrows a region and names one
// in none of the regions found: whichever the vendor goes by, it is not proven.
func (t *task) contradicted() {
	if t.out.Vendor == nil {
		return
	}
	for _, path := range t.out.Type.Where {
		if path == global || !t.c.Narrows(t.out.Provider.Source, path) {
			continue
		}
		for _, v := range slices.Concat(t.planned(path), t.written(path)) {
			text, known := scalar(v)
			if zone := t.region(text); known && zone != nil {
				t.outOfRegion(zone, wrote(path, text))
			}
		}
	}
}

func (t *task) outOfRegion(zone *catalog.Region, claim string) {
	other := ""
	for _, s := range t.out.Sites {
		if s.Role != "primary" || s.Operator != t.out.Vendor || idOf(s.Region) == "" {
			continue
		}
		if strings.HasPrefix(zone.ID, s.Region.ID) || strings.HasPrefix(s.Region.ID, zone.ID) {
			return
		}
		other = s.Region.ID
	}
	if other == "" {
		return
	}
	t.unsure(t.say("%s lies in another region than %s, which is called", claim, other))
}

// wider is the region that a zone must lie in: the resource's own, else the
// provider instance's.
func (t *task) wider() (code string, maybe bool) {
	for _, path := range t.out.Type.Where {
		if path == global || t.c.Narrows(t.out.Provider.Source, path) {
			continue
		}
		for _, v := range t.planned(path) {
			if text, known := scalar(v); known && text != "" {
				return text, false
			}
		}
	}
	code, _, maybe = t.providerRegion()
	return code, maybe
}

// expression is the text of an expression. A lone each.key is the instance's
// own key.
func (t *task) expression(v tf.Value) (text string, known, maybe bool) {
	if v.State == tf.Unknown && len(v.Refs) == 1 && v.Refs[0] == "each.key" {
		t.alone = false
		key := t.r.Key()
		return strings.Trim(key, `[]"`), key != "", true
	}
	return t.ownText(v)
}

// openPath says that an attribute names the place in words that only apply
// will know. One that nobody wrote is left to the steps that follow.
func (t *task) openPath(path string, written []tf.Value) bool {
	for _, v := range written {
		if v.State == tf.Unknown && len(v.Refs) > 0 {
			if t.c.Narrows(t.out.Provider.Source, path) {
				t.maybe = true
				return false
			}
			t.ask(t.say("%s rests on %s", clean(path), v.Refs[0]),
				t.say("write %s as a literal", clean(path)))
			return true
		}
	}
	return false
}

// masked is the habit of a provider to plan its own region where the
// resource's is not known.
func (t *task) masked(path string, planned, written []tf.Value) bool {
	trait, ok := t.c.Trait(t.out.Provider.Source, "masks-unknown")
	if ok && trait.Arg == path && t.mayMask(planned) {
		t.ask(t.say("%s may rest on what is not known yet: the plan shows the provider's own region then, and this input does not tell", path), t.word(settleForm))
		t.because(t.word(trait.Why), trait.Fact(t.out.Provider.Source))
		return true
	}
	if !ok || trait.Arg != path || len(written) != 1 || written[0].State != tf.Unknown || len(planned) != 1 {
		return false
	}
	if !slices.ContainsFunc(written[0].Refs, isResource) {
		return false
	}
	own, _ := scalar(planned[0])
	if prov, _, _ := t.providerRegion(); prov != "" && prov != own {
		return false
	}
	t.ask(t.say("%s rests on %s; the plan shows the provider's own region in its place", path, written[0].Refs[0]),
		t.word("write the region as a literal"))
	t.because(t.word(trait.Why), trait.Fact(t.out.Provider.Source))
	return true
}

// mayMask reports whether the form does not tell if a region that is planned for
// something new was written, or stands in for one that is not known. Where the
// operator is open anyway, or a zone shows the place, it does not matter.
func (t *task) mayMask(planned []tf.Value) bool {
	if !t.cfg.Bare || !t.byRule || t.r.Provider.Joined || len(planned) == 0 {
		return false
	}
	t.alone = false // the action has a say
	return (t.r.Action == tf.Create || t.r.Action == tf.Replace) && !t.proven()
}

// byArn reads the region out of the resource's own identifier, which is known
// for what exists.
func (t *task) byArn() bool {
	trait, ok := t.c.Trait(t.out.Provider.Source, "arn")
	if !ok || slices.ContainsFunc(t.out.Type.Links, func(l catalog.Link) bool { return l.Path == trait.Arg }) {
		return false // of a type whose argument of that name is somebody else's
	}
	self := t.r.Called.Self()
	for _, v := range append([]tf.Value{{State: tf.Known, V: self}}, t.planned(trait.Arg)...) {
		text, _ := scalar(v)
		if text == self && text != "" {
			t.alone = false
		}
		if code, ok := arnRegion(text); ok && code != "" {
			return t.add("primary", code, t.word("the region in its ARN"), v.At, false)
		}
	}
	return false
}

// unchanged reports whether a form that shows changes only leaves out what stands
// at a path, since it stays what it was.
func (t *task) unchanged(path string) bool {
	unknown := func(v tf.Value) bool { return v.State == tf.Unknown }
	return t.hides(path) || t.cfg.Bare && t.r.Action == tf.NoOp && slices.ContainsFunc(t.planned(path), unknown)
}

// byIdentifier reads the region out of what the provider calls the resource; what
// does not change is still called so.
func (t *task) byIdentifier() bool {
	self := t.r.Called.Self()
	code := t.codeIn(self)
	if code == "" {
		return false
	}
	t.alone = false
	return t.add("primary", code, t.say("the identifier of the resource names %s", code), nil, false)
}

// byDefault is for a place that the vendor documents for an argument left out.
func (t *task) byDefault() bool {
	for _, l := range t.out.Type.Links {
		if l.Kind != "default" || len(l.Values) == 0 {
			continue
		}
		if t.hides(l.Path) {
			t.askHidden(l.Path)
			return true
		}
		if !t.leftOut(l.Path) {
			continue
		}
		claim := t.say("%s is not written; the vendor documents %s as its default", clean(l.Path), strings.TrimPrefix(l.Values[0], "!"))
		switch {
		case l.Values[0] == anywhere:
			t.anywhere(claim, nil)
			return true
		case t.add("primary", l.Values[0], claim, nil, false):
			return true
		case l.Values[0] == global || l.Values[0] == global[1:]:
			t.global(claim)
			return true
		}
		return false
	}
	return false
}

// leftOut reports whether nothing stands at a path: neither written nor
// planned, or null or empty, or left to the provider to compute.
func (t *task) leftOut(path string) bool {
	something := func(v tf.Value) bool {
		switch x := v.V.(type) {
		case []tf.Value:
			return len(x) > 0 || v.Sensitive
		case tf.Attrs:
			return len(x) > 0 || v.Sensitive
		case string:
			return x != "" || v.Sensitive
		}
		return v.State == tf.Known || v.State == tf.Unknown && len(v.Refs) > 0
	}
	return !slices.ContainsFunc(t.planned(path), something) && !slices.ContainsFunc(t.written(path), something)
}

// anywhere is a place that may be any region of the vendor.
func (t *task) anywhere(claim string, at *tf.Range) {
	t.site(Site{Role: "primary", Code: anywhere[1:], Why: evidence.Trail{{Claim: claim, At: at, Source: t.out.Vendor.Source}}})
	t.ask(t.say("%s may be kept or served in any region the vendor chooses", t.r.Type), t.word("name the regions where the type allows it"))
}

func (t *task) byGlobal() bool {
	if !slices.Contains(t.out.Type.Where, global) {
		return false
	}
	t.global(t.word("the service has no single place"))
	return true
}

func (t *task) global(claim string) {
	role := "primary"
	if t.out.Type.Service == "cdn" {
		role = "edge"
	}
	s := Site{Role: role, Code: global[1:], Why: evidence.Trail{{Claim: claim, Source: t.out.Vendor.Source}}}
	if home := t.out.Vendor.Home; role == "primary" && home.Country != "" {
		s.Region, s.Probable = &catalog.Region{Country: home.Country}, home.Source.Confidence != "verified"
		s.Why = append(s.Why, evidence.Step{Claim: t.say("%s runs what has no region from %s", t.out.Vendor.Name, home.Country), Source: home.Source})
	}
	t.site(s)
	t.ask(t.say("%s is a global service without a single place", t.r.Type), t.word("use a regional service for data that must stay in one place"))
}
