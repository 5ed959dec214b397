package place

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// global stands in a type's Where for a service that has no single place.
const global = "!global"

// sites finds the primary places: the deciding host's own, the resource's
// attributes, its parent, its own identifiers, its provider instance, in that order.
func (t *task) sites() {
	if t.out.Vendor == nil {
		return
	}
	for _, step := range []func() bool{t.byHost, t.byAttributes, t.byParent, t.byDefault, t.byGlobal, t.byArn, t.byProvider} {
		if step() {
			return
		}
	}
}

func (t *task) byHost() bool {
	if !t.redir || t.host.Region == "" || t.host.Vendor != t.out.Vendor.ID {
		return false
	}
	return t.add("primary", t.host.Region, fmt.Sprintf("the host %s names the region", hostOf(t.named)), nil, t.maybe)
}

// byAttributes takes the first path of the type that says anything.
func (t *task) byAttributes() bool {
	for _, path := range t.out.Type.Where {
		if path != global && t.byPath(path) {
			return true
		}
	}
	return false
}

func (t *task) byPath(path string) bool {
	planned, written := t.r.Body.Planned.At(path), t.r.Body.Written.At(path)
	if slices.ContainsFunc(planned, func(v tf.Value) bool { return v.Sensitive }) {
		t.ask(clean(path)+" is marked sensitive and is not read", "leave the mark off a place name")
		return true
	}
	if t.masked(path, planned, written) {
		return true
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
		if text, known, maybe := t.written(v); known && (!maybe || t.c.Region(t.out.Vendor.ID, text) != nil) {
			found = t.place(path, text, v.At, maybe) || found
		}
	}
	if found {
		return true
	}
	return t.openPath(path, written)
}

// written is the text of an expression. A lone each.key is the instance's own key.
func (t *task) written(v tf.Value) (text string, known, maybe bool) {
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
			t.ask(fmt.Sprintf("%s rests on %s", clean(path), v.Refs[0]),
				fmt.Sprintf("write %s as a literal", clean(path)))
			return true
		}
	}
	return false
}

// masked is the habit of a provider to plan its own region where the
// resource's is not known.
func (t *task) masked(path string, planned, written []tf.Value) bool {
	trait, ok := t.c.Trait(t.out.Provider.Source, "masks-unknown")
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
	t.ask(fmt.Sprintf("%s rests on %s; the plan shows the provider's own region in its place", path, written[0].Refs[0]),
		"write the region as a literal")
	t.because(trait.Why, evidence.Source{Name: t.out.Provider.Source, AsOf: trait.AsOf, Confidence: trait.Confidence})
	return true
}

func isResource(ref string) bool {
	head, _, _ := strings.Cut(ref, ".")
	return !slices.Contains([]string{"var", "local", "each", "count", "path", "terraform", "self", "data", "module"}, head)
}

// place adds a primary site if the code is one of the vendor's. A code that
// belongs to nobody known is no place where a host has redirected the provider,
// nor where it only narrows a region; elsewhere it is a question of its own.
func (t *task) place(path, code string, at *tf.Range, maybe bool) bool {
	claim := fmt.Sprintf("%s = %q", clean(path), code)
	if t.add("primary", code, claim, at, maybe) {
		return true
	}
	_, dummy := t.c.Trait(t.out.Provider.Source, "dummy-region")
	if t.redir && dummy || code == "" || t.c.Narrows(t.out.Provider.Source, path) {
		return false
	}
	t.unknownCode(code, claim, at, maybe)
	return true
}

func (t *task) unknownCode(code, claim string, at *tf.Range, maybe bool) {
	t.out.Sites = append(t.out.Sites, Site{
		Role: "primary", Code: code, Operator: t.out.Vendor, Probable: maybe || t.maybe, Host: t.named,
		Why: evidence.Trail{{Claim: claim, At: at}},
	})
	t.ask(fmt.Sprintf("%q is not among the regions of %s known on %s", code, t.out.Vendor.Name, t.tableDate()),
		"check the spelling; if it is a newer region, update sovlint")
}

// add adds a site whose region the vendor's table knows.
func (t *task) add(role, code, claim string, at *tf.Range, maybe bool) bool {
	reg := t.region(code)
	if reg == nil {
		return false
	}
	for _, s := range t.out.Sites {
		if s.Role == role && s.Code == reg.ID {
			return true
		}
	}
	t.out.Sites = append(t.out.Sites, Site{
		Role: role, Code: reg.ID, Region: reg, Operator: t.out.Vendor, Host: t.named, Probable: maybe || t.maybe,
		Why: evidence.Trail{
			{Claim: claim, At: at},
			{Claim: fmt.Sprintf("%s of %s is in %s", reg.ID, t.out.Vendor.Name, placeName(reg)), Source: reg.Source},
		},
	})
	return true
}

func (t *task) region(code string) *catalog.Region {
	for _, c := range []string{code, tail(code), strings.TrimPrefix(tail(code), "regional-")} {
		if reg := t.c.Region(t.out.Vendor.ID, c); reg != nil {
			return reg
		}
	}
	return nil
}

func placeName(r *catalog.Region) string {
	switch {
	case r.City != "" && r.Country != "":
		return r.City + ", " + r.Country
	case r.Country != "":
		return r.Country
	case len(r.Countries) > 0:
		return strings.Join(r.Countries, ", ")
	}
	return "no single country"
}

// byParent takes the place of the resource this one is a part of.
func (t *task) byParent() bool {
	for _, attr := range strings.Split(t.out.Type.Parent, ",") {
		if attr == "" {
			continue
		}
		for _, v := range t.r.Body.Written.At(attr) {
			for _, up := range t.follow(v.Refs) {
				if t.inherit(up, attr, v.At) {
					return true
				}
			}
		}
	}
	return false
}

func (t *task) inherit(up *tf.Resource, attr string, at *tf.Range) bool {
	pl := t.Place(t.cfg, up)
	if pl.Vendor == nil || t.out.Vendor == nil || pl.Vendor.ID != t.out.Vendor.ID {
		return false
	}
	found := false
	for _, s := range pl.Sites {
		if s.Role != "primary" || s.Region == nil {
			continue
		}
		claim := fmt.Sprintf("it takes the place of %s, which %s names", t.near(up), clean(attr))
		s.Why = append(evidence.Trail{{Claim: claim, At: at}}, s.Why...)
		s.Offer, s.Uncovered = nil, false
		t.out.Sites = append(t.out.Sites, s)
		found = true
	}
	if !found && len(pl.Open) > 0 && len(pl.Type.Where) > 0 && !slices.Contains(pl.Type.Where, global) {
		t.out.Open = append(t.out.Open, pl.Open...)
		found = true
	}
	return found
}

// byArn reads the region out of the resource's own identifier, which is known
// for what exists.
func (t *task) byArn() bool {
	trait, ok := t.c.Trait(t.out.Provider.Source, "arn")
	if !ok {
		return false
	}
	for _, v := range append([]tf.Value{{State: tf.Known, V: t.r.Self}}, t.r.Body.Planned.At(trait.Arg)...) {
		text, _ := scalar(v)
		if text == t.r.Self && text != "" {
			t.alone = false
		}
		if code, ok := arnRegion(text); ok && code != "" {
			return t.add("primary", code, "the region in its ARN", v.At, false)
		}
	}
	return false
}

// byDefault is for a place that the vendor documents for an argument left out.
func (t *task) byDefault() bool {
	for _, l := range t.out.Type.Links {
		if l.Kind != "default" || len(l.Values) == 0 || len(t.r.Body.Planned.At(l.Path)) > 0 || len(t.r.Body.Written.At(l.Path)) > 0 {
			continue
		}
		return t.add("primary", l.Values[0], fmt.Sprintf("%s is not written; the vendor documents %s as its default", clean(l.Path), l.Values[0]), nil, false)
	}
	return false
}

func (t *task) byGlobal() bool {
	if !slices.Contains(t.out.Type.Where, global) {
		return false
	}
	t.out.Sites = append(t.out.Sites, Site{Role: "primary", Code: "global", Operator: t.out.Vendor, Host: t.named,
		Why: evidence.Trail{{Claim: "the service has no single place", Source: t.out.Vendor.Source}}})
	t.ask(t.r.Type+" is a global service without a single place", "use a regional service for data that must stay in one place")
	return true
}

// byProvider takes the region of the provider instance.
func (t *task) byProvider() bool {
	code, step, maybe := t.providerRegion()
	if code != "" {
		if t.add("primary", code, step.Claim, step.At, maybe) {
			return true
		}
		if _, dummy := t.c.Trait(t.out.Provider.Source, "dummy-region"); !t.redir || !dummy {
			t.unknownCode(code, step.Claim, step.At, maybe)
			return true
		}
	}
	if d := t.out.Provider.Default; d != "" && t.r.Provider.Joined && code == "" {
		return t.add("primary", d, "the provider's own default", nil, false)
	}
	if !t.oneCountry() {
		t.askRegion(step.Claim)
	}
	return false
}

// providerRegion is the region that the provider instance names, or the words
// in which it leaves it open.
func (t *task) providerRegion() (code string, step evidence.Step, maybe bool) {
	for _, path := range t.out.Provider.Regions {
		if code, ok := t.assumed(path); ok {
			return code, evidence.Step{Claim: fmt.Sprintf("--assume %s.%s=%s", localName(t.r), clean(path), code)}, false
		}
		for _, v := range t.r.Provider.Written.At(path) {
			text, known, maybe := t.providerText(v)
			switch {
			case known && !maybe, known && t.out.Vendor != nil && t.c.Region(t.out.Vendor.ID, text) != nil:
				return text, evidence.Step{Claim: fmt.Sprintf("%s = %q in provider %s", clean(path), text, t.providerName()), At: v.At}, maybe
			case v.State == tf.Unknown:
				step = evidence.Step{Claim: fmt.Sprintf("%s of provider %s rests on %s", clean(path), t.providerName(), first(v.Refs, "a value not known yet")), At: v.At}
			}
		}
	}
	return "", step, false
}

func (t *task) assumed(path string) (string, bool) {
	for _, name := range []string{localName(t.r), tail(t.r.Provider.Source)} {
		if s, ok := t.o.Assume[name+"."+clean(path)]; ok {
			return s, true
		}
	}
	return "", false
}

func (t *task) askRegion(claim string) {
	switch {
	case !t.r.Provider.Joined:
		claim = "which provider block it uses is not in this input, nor is its region"
	case claim == "":
		claim = "its place is not written, in the resource or in provider " + t.providerName()
	}
	settle := t.settleBy(t.out.Provider.Regions)
	if where := t.out.Type.Where; len(where) > 0 && len(t.out.Provider.Regions) == 0 {
		settle = fmt.Sprintf("write %s on the resource", clean(where[0]))
	}
	t.ask(claim, settle)
}

// oneCountry is for a vendor whose every region is in one country.
func (t *task) oneCountry() bool {
	country := ""
	regions := t.c.Regions(t.out.Vendor.ID)
	for _, r := range regions {
		if r.Country == "" || country != "" && r.Country != country {
			return false
		}
		country = r.Country
	}
	if country == "" {
		return false
	}
	claim := fmt.Sprintf("every region of %s known on %s is in %s", t.out.Vendor.Name, t.tableDate(), country)
	t.out.Sites = append(t.out.Sites, Site{Role: "primary", Region: &catalog.Region{Country: country}, Operator: t.out.Vendor, Host: t.named,
		Why: evidence.Trail{{Claim: claim, Source: regions[0].Source}}})
	for _, o := range t.c.Offers(t.out.Vendor.ID) {
		if o.Status == "qualified" {
			t.ask(fmt.Sprintf("code does not tell whether this is the offer %s (%s)", o.ID, o.Name),
				fmt.Sprintf("write the region where one exists, or declare offer %q with its hosts in .sovlint.hcl", o.ID))
		}
	}
	return true
}

// tableDate is the day of the vendor's table of regions.
func (t *task) tableDate() string {
	if regions := t.c.Regions(t.out.Vendor.ID); len(regions) > 0 {
		return regions[0].Source.AsOf
	}
	return t.out.Vendor.Source.AsOf
}

func first(s []string, other string) string {
	if len(s) == 0 {
		return other
	}
	return s[0]
}
