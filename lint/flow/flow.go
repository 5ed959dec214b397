// Package flow follows data out of a resource: to what it is copied, logged,
// backed up, by which key it is encrypted, behind which front it stands, who
// tells its users apart, and which model reads it.
package flow

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// The kinds of edges, spelled as in the tables of types. Copies, backups and
// paired regions are places of the resource itself; package place finds them.
const (
	Logs        = "logs"
	EncryptedBy = "encrypted-by"
	Fronts      = "fronts"
	IdentifyBy  = "identified-by"
	Infers      = "infers"
	Mails       = "mails"
	Shares      = "shares"
	Pulls       = "pulls"
)

// fetches is the kind of a link to what is pulled by its address: the name of a
// chart alone is no image's, and tells no registry. Its edges are of kind Pulls.
const fetches = "fetches"

// Follows reports whether edges of a kind are followed.
func Follows(kind string) bool {
	switch kind {
	case Logs, EncryptedBy, Fronts, IdentifyBy, Infers, Mails, Shares, Pulls, fetches:
		return true
	}
	return false
}

// An Edge is one way that data, or a hold on it, takes from a resource.
type Edge struct {
	Kind string
	Path string // the argument that makes it, as a user writes it
	// To is the resource at the other end; nil when the input has none.
	To *tf.Resource
	// Sites are where the other end is, with who operates it; empty when that
	// is not known.
	Sites []place.Site
	// Anywhere is true where the argument lets the operator choose the place.
	Anywhere bool
	Named    string // what the argument names, where it is known: a host or a region; "" otherwise
	Ref      string // what the argument rests on, where nothing more is known
	Hidden   bool   // Ref is what a plan has no expression of, a local or a dynamic block, which may lead to a resource of the input all the same
	At       *tf.Range
}

// Known reports whether anything is known of the other end.
func (e Edge) Known() bool { return len(e.Sites) > 0 }

// A Tracer finds the edges of resources. It is not safe for concurrent use.
type Tracer struct {
	c *catalog.Catalog
	p *place.Placer
}

// New returns a Tracer that asks p where things are.
func New(c *catalog.Catalog, p *place.Placer) *Tracer { return &Tracer{c: c, p: p} }

// Edges gives the edges that leave a resource, in the order of its type's
// links. An argument that nobody wrote makes none.
func (t *Tracer) Edges(cfg *tf.Config, r *tf.Resource, pl *place.Placement) []Edge {
	var out []Edge
	for _, l := range pl.Type.Links {
		if Follows(l.Kind) {
			out = t.follow(out, cfg, r, pl, l)
		}
	}
	return out
}

func (t *Tracer) follow(out []Edge, cfg *tf.Config, r *tf.Resource, pl *place.Placement, l catalog.Link) []Edge {
	if id, ok := strings.CutPrefix(l.Path, "!"); ok { // the type's nature says it, and no argument
		v := t.c.Vendor(id)
		return add(out, Edge{Kind: l.Kind, Path: r.Type, Named: id, Sites: []place.Site{{Role: "primary", Operator: v}}})
	}
	byAddress := l.Kind == fetches
	if byAddress {
		l.Kind = Pulls
	}
	before, said := len(out), false // what the argument names
	planned := place.Planned(r, l.Path)
	if r.Mode == tf.Backing { // which nothing plans
		planned = place.Written(r, l.Path)
	}
	for v := range planned {
		text, ok := word(v)
		said = said || ok
		if !ok || !wantedValue(l, text) || byAddress && !strings.Contains(text, "://") {
			continue
		}
		if to := t.called(cfg, r, l, text); to != nil {
			out = add(out, t.reached(cfg, l, to, v.At))
		} else if e, ok := t.named(r, pl, l, text, v.At); ok {
			out = add(out, e)
		}
	}
	known := len(out) > before // what a value names, its references need not tell
	for v := range place.Written(r, l.Path) {
		if len(v.Refs) == 0 || v.State != tf.Unknown && known {
			continue
		}
		ends := cfg.Follow(r, v.Refs)
		for _, to := range ends {
			out = add(out, t.reached(cfg, l, to, v.At))
		}
		if len(ends) == 0 && v.State == tf.Unknown && !said && !cfg.Settled(r.Module, v.Refs) {
			ref, hidden := cfg.RestsOn(r, v.Refs)
			out = add(out, Edge{Kind: l.Kind, Path: clean(l.Path), Ref: ref, Hidden: hidden, At: v.At})
		}
	}
	if name, _, text := strings.Cut(l.Path, "()"); text && len(out) == before {
		out = t.unread(out, cfg, r, l.Kind, name)
	}
	if block := place.Dynamic(r, l.Path); block != "" {
		out = add(out, Edge{Kind: l.Kind, Path: clean(l.Path), Ref: `dynamic "` + block + `"`, Hidden: true})
	}
	return out
}

// unread adds one edge, of which nothing is known, for a text that is JSON and that
// only apply will know: what it names, it may name in any of its parts.
func (t *Tracer) unread(out []Edge, cfg *tf.Config, r *tf.Resource, kind, name string) []Edge {
	for v := range r.Body.Planned.Each(name) {
		if v.State == tf.Known || v.Hidden {
			return out
		}
	}
	for v := range r.Body.Written.Each(name) {
		if v.State == tf.Unknown && len(v.Refs) > 0 {
			ref, hidden := cfg.RestsOn(r, v.Refs)
			return add(out, Edge{Kind: kind, Path: name, Ref: ref, Hidden: hidden, At: v.At})
		}
	}
	return out
}

// called is the resource of the input that a text names; nil for none.
func (t *Tracer) called(cfg *tf.Config, r *tf.Resource, l catalog.Link, text string) *tf.Resource {
	if len(l.Values) > 0 {
		return nil
	}
	return t.p.Called(cfg, r, l.Path, text)
}

// word is a known text or flag.
func word(v tf.Value) (string, bool) {
	if v.Sensitive || v.State != tf.Known {
		return "", false
	}
	switch x := v.V.(type) {
	case string:
		return x, x != ""
	case bool:
		return strconv.FormatBool(x), true
	}
	return "", false
}

// wantedValue reports whether a flag's value makes the link.
func wantedValue(l catalog.Link, text string) bool {
	return len(l.Values) == 0 || slices.ContainsFunc(l.Values, func(s string) bool { return strings.EqualFold(s, text) })
}

// named is an edge to what a text names: a host, an identifier with a region in
// it, or a region.
func (t *Tracer) named(r *tf.Resource, pl *place.Placement, l catalog.Link, text string, at *tf.Range) (Edge, bool) {
	e := Edge{Kind: l.Kind, Path: clean(l.Path), At: at}
	if l.Kind == Infers && pl.Vendor != nil {
		if e, ok := t.served(r, pl, l, text, e); ok {
			return e, true
		}
	}
	if len(l.Values) > 0 {
		e.Named, e.Anywhere, e.Sites = text, true, []place.Site{{Role: "primary", Operator: pl.Vendor}}
		return e, pl.Vendor != nil
	}
	if f := strings.SplitN(text, ":", 6); len(f) == 6 && f[0] == "arn" {
		if operator, reg := t.partition(pl, f[1], f[3]); reg != nil {
			e.Named, e.Sites = f[3], []place.Site{t.p.Covered(place.Site{Role: "primary", Code: reg.ID, Region: reg, Operator: operator}, "", "")}
		}
		return e, e.Known()
	}
	if m := located.FindStringSubmatch(text); m != nil {
		if reg := t.regionOf(pl, m[1]); reg != nil {
			e.Named, e.Sites = m[1], []place.Site{t.p.Covered(place.Site{Role: "primary", Code: reg.ID, Region: reg, Operator: pl.Vendor}, "", "")}
			return e, true
		}
	}
	if site, ok := t.inRegion(pl, l, text); ok {
		e.Named, e.Sites = text, []place.Site{t.p.Covered(site, "", "")}
		return e, true
	}
	if l.Kind == Pulls {
		text = registryOf(text)
	}
	if h, ok := t.c.Host(text); ok {
		v := t.c.Vendor(h.Vendor)
		site := place.Site{Role: "primary", Operator: v, Host: h.Suffix}
		if reg := t.c.Region(h.Vendor, h.Region); reg != nil {
			site.Code, site.Region = reg.ID, reg
		} else if h.Country != "" {
			site.Region = &catalog.Region{Country: h.Country}
		}
		e.Named, e.Sites = catalog.HostName(text), []place.Site{t.p.Covered(site, "", "")}
		return e, v != nil
	}
	if site, ok := t.bucket(text); ok {
		e.Named, e.Sites = site.Code, []place.Site{t.p.Covered(site, "", "")}
		return e, true
	}
	return e, false
}

// bucket is the site of a bucket whose address says the region, and no endpoint
// beside it, as s3://logs/path?region=eu-west-3: others than AWS speak S3 too, and
// then the address says where.
func (t *Tracer) bucket(text string) (place.Site, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme == "" || u.Query().Has("endpoint") {
		return place.Site{}, false
	}
	v := t.c.Vendor(t.c.Word(u.Scheme).Vendor)
	if v == nil {
		return place.Site{}, false
	}
	reg := t.c.Region(v.ID, u.Query().Get("region"))
	if reg == nil {
		return place.Site{}, false
	}
	return place.Site{Role: "primary", Code: reg.ID, Region: reg, Operator: v}, true
}

// served is an edge to a model that the catalog knows to be served elsewhere than
// the resource is.
func (t *Tracer) served(r *tf.Resource, pl *place.Placement, l catalog.Link, text string, e Edge) (Edge, bool) {
	for _, line := range t.c.Places(r.Provider.Source, r.Type) {
		if line.Path != l.Path && line.Path != "@infers" || !line.Says(text) {
			continue
		}
		reg := place.Spread(pl.Sites, line)
		e.Named, e.Anywhere = text, reg == nil
		e.Sites = []place.Site{{Role: "primary", Operator: pl.Vendor, Region: reg}}
		return e, true
	}
	return e, false
}

// inRegion is the site of a region that a text is the code of: of the vendor that
// the argument bears the name of, as in aws_region, else of the resource's own.
func (t *Tracer) inRegion(pl *place.Placement, l catalog.Link, text string) (place.Site, bool) {
	name := clean(l.Path)
	name = name[strings.LastIndexByte(name, '.')+1:]
	operator := pl.Vendor
	if id, ok := strings.CutSuffix(name, "_region"); ok && t.c.Vendor(id) != nil {
		operator = t.c.Vendor(id)
	}
	if operator == nil {
		return place.Site{}, false
	}
	reg := t.c.Region(operator.ID, text)
	if reg == nil {
		return place.Site{}, false
	}
	return place.Site{Role: "primary", Code: reg.ID, Region: reg, Operator: operator}, true
}

// located is the name of something that says where it is, as Google writes it.
var located = regexp.MustCompile(`(?:^|/)projects/[^/]+/(?:locations|regions)/([^/]+)/`)

// partition is the region of an ARN: of the resource's own vendor, else of the one
// whose name the partition is.
func (t *Tracer) partition(pl *place.Placement, name, code string) (*catalog.Vendor, *catalog.Region) {
	if reg := t.regionOf(pl, code); reg != nil || pl.Vendor == nil || pl.Vendor.ID == name {
		return pl.Vendor, reg
	}
	return t.c.Vendor(name), t.c.Region(name, code)
}

func (t *Tracer) regionOf(pl *place.Placement, code string) *catalog.Region {
	if pl.Vendor == nil || code == "" {
		return nil
	}
	return t.c.Region(pl.Vendor.ID, code)
}

// reached is an edge to a resource of the input.
func (t *Tracer) reached(cfg *tf.Config, l catalog.Link, to *tf.Resource, at *tf.Range) Edge {
	e := Edge{Kind: l.Kind, Path: clean(l.Path), To: to, At: at}
	pl := t.p.Place(cfg, to)
	for _, s := range pl.Sites {
		if s.Role == "primary" || s.Role == "host" || s.Role == "edge" {
			e.Sites = append(e.Sites, s)
		}
	}
	if len(e.Sites) == 0 && pl.Vendor != nil {
		e.Sites = []place.Site{{Role: "primary", Operator: pl.Vendor}}
	}
	return e
}

// add leaves out an edge that is there already.
func add(out []Edge, e Edge) []Edge {
	same := func(o Edge) bool {
		return o.Kind == e.Kind && o.To == e.To && o.Named == e.Named && o.Ref == e.Ref && (e.To != nil || o.Path == e.Path)
	}
	if slices.ContainsFunc(out, same) {
		return out
	}
	return append(out, e)
}

var marks = strings.NewReplacer("[]", "", "{}", "", "()", "")

func clean(path string) string {
	if !strings.ContainsAny(path, "[{(") {
		return path
	}
	return marks.Replace(path)
}
