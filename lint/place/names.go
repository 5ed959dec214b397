package place

import (
	"cmp"
	"hash/maphash"
	"slices"
	"sort"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// maxNamesakes bounds how many resources of a name are looked at outside one's
// own module: what so many are called tells nothing.
const maxNamesakes = 8

// called finds the resource of the input that a literal names, by one of the
// texts that it is known by: in the same module, else in any; nil where there is
// none, or more than one.
func (t *task) called(attr, text string) *tf.Resource {
	if text == "" {
		return nil
	}
	t.alone = false
	run := t.index(t.cfg).of(lastSegment(text))
	if r := t.only(t.inModule(run), attr, text); r != nil || len(run) > maxNamesakes {
		return r
	}
	return t.only(run, attr, text)
}

// Called is the resource of the input that a literal at a path of r names; nil
// where there is none, or more than one.
func (p *Placer) Called(cfg *tf.Config, r *tf.Resource, path, text string) *tf.Resource {
	t := &task{Placer: p, cfg: cfg, r: r}
	t.out.Provider, _ = p.providerOf(r.Provider.Source)
	return t.called(path, text)
}

// only is the single one of some resources that an attribute may name so; of
// several, the single one of the same service as the resource itself.
func (t *task) only(run []entry, attr, text string) *tf.Resource {
	var all, kin []*tf.Resource
	for _, e := range run {
		r := t.cfg.Resources[e.at]
		if r == t.r || slices.Contains(all, r) || !t.fits(r, attr, text) {
			continue
		}
		all = append(all, r)
		if service(r.Type) == service(t.r.Type) {
			kin = append(kin, r)
		}
	}
	for _, found := range [][]*tf.Resource{all, kin} {
		if len(found) == 1 {
			return found[0]
		}
	}
	return nil
}

// service is the word of a type that names its service: cosmosdb of
// azurerm_cosmosdb_sql_database.
func service(typ string) string {
	_, rest, _ := strings.Cut(typ, "_")
	word, _, _ := strings.Cut(rest, "_")
	return word
}

// inModule picks out of a run, which is in the order of the input, what stands
// in the resource's own module instance: before and behind its child modules.
func (t *task) inModule(run []entry) []entry {
	bound := func(local string) int {
		return sort.Search(len(run), func(i int) bool {
			return t.cfg.Resources[run[i].at].Compare(tf.Addr{Module: t.r.Module, Local: local}) >= 0
		})
	}
	run = run[bound(""):bound("\xff")]
	var out []entry
	for len(run) > 0 && t.cfg.Resources[run[0].at].Module == t.r.Module {
		out, run = append(out, run[0]), run[1:]
	}
	for n := len(run); n > 0 && t.cfg.Resources[run[n-1].at].Module == t.r.Module; n-- {
		out = append(out, run[n-1])
	}
	return out
}

// An index finds resources by the last segment of what they are known by, in as
// little room as it can. The zero value finds nothing.
type index struct {
	cfg     *tf.Config
	seed    maphash.Seed
	entries []entry // by hash, then in the order of the input
}

type entry struct {
	hash uint64
	at   int32 // in Config.Resources
}

// index gathers the names of an input when first asked for.
func (p *Placer) index(cfg *tf.Config) *index {
	if p.names.cfg == cfg {
		return &p.names
	}
	p.names = index{cfg: cfg, seed: maphash.MakeSeed()}
	for i, r := range cfg.Resources {
		if r.Mode != tf.Managed || !r.Action.Remains() || r.Deposed() != "" {
			continue
		}
		for _, name := range p.namesOf(r) {
			p.names.entries = append(p.names.entries, entry{maphash.String(p.names.seed, lastSegment(name)), int32(i)})
		}
	}
	slices.SortFunc(p.names.entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
	return &p.names
}

// of gives the entries of a name.
func (x *index) of(name string) []entry {
	if len(x.entries) == 0 {
		return nil
	}
	hash := maphash.String(x.seed, name)
	from, _ := slices.BinarySearchFunc(x.entries, hash, func(e entry, h uint64) int { return cmp.Compare(e.hash, h) })
	to := from
	for to < len(x.entries) && x.entries[to].hash == hash {
		to++
	}
	return x.entries[from:to]
}

// namesOf are the texts by which others name a resource: those that its reader
// kept apart, else those in its body.
func (p *Placer) namesOf(r *tf.Resource) []string {
	out := r.Called.Names()
	kept := out != nil
	if self := r.Called.Self(); self != "" {
		out = append(out, self)
	}
	if !kept {
		for _, key := range p.c.Keys(r.Provider.Source, r.Type) {
			if s, ok := r.Body.Planned.One(key).Str(); ok && s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// fits reports whether a resource is the one that an attribute names so. A bare
// name needs a type that the attribute's own name speaks of; an identifier must
// be the resource's own, or end in its name behind the name of its type.
func (t *task) fits(r *tf.Resource, attr, text string) bool {
	names := t.namesOf(r)
	if slices.Contains(names, text) {
		return strings.ContainsAny(text, "/:") || speaksOf(attr, t.r.Type, r.Type)
	}
	if !slices.Contains(names, lastSegment(text)) {
		return false
	}
	if region, isArn := arnRegion(text); isArn {
		return region == "" && strings.Contains(r.Type+"_", "_"+strings.Split(text, ":")[2]+"_")
	}
	segments := strings.Split(text, "/")
	kind := ""
	if len(segments) > 1 {
		kind = strings.ToLower(segments[len(segments)-2])
	}
	if arm := t.armName(r); arm != "" {
		return strings.EqualFold(tail(arm), kind)
	}
	if twin := t.twinOf(segments); twin != "" {
		return twin == r.Type
	}
	return len(kind) > 2 && strings.HasSuffix(strings.ReplaceAll(r.Type, "_", ""), strings.TrimSuffix(kind, "s"))
}

// twinOf is the type of azurerm for an identifier of Azure's resource manager;
// "" where the catalog knows none.
func (t *task) twinOf(segments []string) string {
	i := slices.IndexFunc(segments, func(s string) bool { return strings.EqualFold(s, "providers") })
	if i < 0 || i+2 >= len(segments) {
		return ""
	}
	name := segments[i+1]
	for j := i + 2; j < len(segments); j += 2 {
		name += "/" + segments[j]
	}
	if arm, ok := t.c.ARMType(name); ok {
		return arm.Twin
	}
	return ""
}

// speaksOf reports whether an attribute of one type may name another by a bare
// name: bucket of aws_s3_object names an aws_s3_bucket.
func speaksOf(attr, from, to string) bool {
	stem := clean(attr)
	stem = stem[strings.LastIndexByte(stem, '.')+1:]
	for _, suffix := range []string{"_ids", "_names", "_id", "_name", "_arn", "_identifier", "_uuid"} {
		stem = strings.TrimSuffix(stem, suffix)
	}
	if i := strings.LastIndexByte(stem, '_'); i >= 0 && !strings.HasSuffix(to, "_"+stem) {
		stem = stem[i+1:]
	}
	return strings.HasPrefix(from, to+"_") || strings.Contains(to+"_", "_"+stem+"_")
}

// codeIn is the region that an identifier holds: the region of an ARN, a
// segment behind locations, regions or zones, or the first of "fr-par/uuid".
func (t *task) codeIn(text string) string {
	if code, ok := arnRegion(text); ok {
		return code
	}
	segments := strings.Split(text, "/")
	for i, s := range segments {
		behind := i > 0 && slices.Contains([]string{"locations", "regions", "zones"}, segments[i-1])
		if (behind || i == 0 && len(segments) == 2) && t.c.Region(t.out.Vendor.ID, s) != nil {
			return s
		}
	}
	return ""
}

func lastSegment(s string) string { return s[strings.LastIndexAny(s, "/:")+1:] }
