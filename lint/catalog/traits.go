package catalog

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/evidence"
)

// A Trait is a habit of a provider that decides how one of its values may be read.
type Trait struct {
	Name, Arg, Why, AsOf, Confidence string

	overlay string // the user's file that says so; "" for the catalog's own
}

// Fact is the source of a habit, which is named for the provider's own.
func (t Trait) Fact(provider string) evidence.Source {
	return evidence.Source{Name: provider, AsOf: t.AsOf, Confidence: t.Confidence, Overlay: t.overlay}
}

// traits are the tables of habits, by provider, read when first asked for.
type traits struct {
	habits   map[string]map[string][]Trait // by provider and name
	services map[string][]row
	keyed    []string               // the table of keys, a text for each layer
	keys     map[[2]string][]string // by provider and type, those already looked up
	places   map[string][]Place
	names    map[string][]string // EndpointNames already found
}

func (c *Catalog) readTraits() *traits {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &c.traits
	if t.habits != nil {
		return t
	}
	*t = traits{habits: map[string]map[string][]Trait{}, services: map[string][]row{}, keys: map[[2]string][]string{},
		places: map[string][]Place{}, names: map[string][]string{}}
	for _, r := range c.rows("traits/traits.tsv", 3) {
		of := t.habits[r.cells[0]]
		if of == nil {
			of = map[string][]Trait{}
			t.habits[r.cells[0]] = of
		}
		of[r.cell(1)] = append(of[r.cell(1)], Trait{r.cell(1), r.cell(2), r.cell(3), r.cell(4), r.cell(5), r.src.Overlay})
	}
	for _, r := range c.rows("traits/services.tsv", 2) {
		t.services[r.cells[0]] = append(t.services[r.cells[0]], r)
	}
	for _, layer := range c.layers {
		if b, err := fs.ReadFile(layer, keysTable); err == nil {
			t.keyed = append(t.keyed, "\n"+string(b))
		}
	}
	for _, r := range c.rows("traits/places.tsv", 4) {
		t.places[r.cells[0]] = append(t.places[r.cells[0]], placeOf(r))
	}
	return t
}

// canonical is the provider whose tables hold for a source: that of a provider
// that moved, or of the released one for a beta.
func (c *Catalog) canonical(source string) string {
	if known, ok := c.canon.Load(source); ok {
		return known.(string)
	}
	out := c.tablesOf(source)
	c.canon.Store(source, out)
	return out
}

func (c *Catalog) tablesOf(source string) string {
	if !strings.Contains(source, "/") && strings.Contains(source, ".") {
		return source // a registry
	}
	p, ok := c.Provider(source)
	switch {
	case ok && p.Types != "":
		return p.Types
	case ok:
		source = p.Source
	}
	return strings.TrimSuffix(shortSource(source), "-beta")
}

// Trait returns a provider's habit of that name, the first where it has several.
func (c *Catalog) Trait(source, name string) (Trait, bool) {
	if all := c.Traits(source, name); len(all) > 0 {
		return all[0], true
	}
	return Trait{}, false
}

// Traits returns all habits of that name. They are not to be changed.
func (c *Catalog) Traits(source, name string) []Trait {
	return c.readTraits().habits[c.canonical(source)][name]
}

// Narrows reports whether an argument only narrows the provider's region: a
// zone that cannot lie in another one.
func (c *Catalog) Narrows(source, arg string) bool {
	return slices.ContainsFunc(c.Traits(source, "narrows"), func(t Trait) bool { return t.Arg == arg })
}

// EndpointNames returns the names under which a provider block may redirect the
// service behind a resource type: "s3" for aws_s3_bucket. Where the table does
// not list the type, the beginnings of its own name are the answers, the
// longest first: "secret_manager_secret", "secret_manager", "secret".
func (c *Catalog) EndpointNames(source, typ string) []string {
	t := c.readTraits()
	source = c.canonical(source)
	c.mu.Lock()
	defer c.mu.Unlock()
	key := source + " " + typ
	names, ok := t.names[key]
	if !ok {
		names = t.endpointNames(source, typ)
		t.names[key] = names
	}
	return names
}

func (t *traits) endpointNames(source, typ string) (best []string) {
	length := 0
	for _, r := range t.services[source] {
		if prefix := r.cell(1); len(prefix) > length && strings.HasPrefix(typ, prefix) {
			best, length = r.list(2), len(prefix)
		}
	}
	if best != nil {
		return best
	}
	words := strings.Split(typ, "_")
	for n := len(words); n > 1; n-- {
		best = append(best, strings.Join(words[1:n], "_"))
	}
	return best
}

// Keys returns the attributes by which other resources name one of that type
// ("bucket", "id"); nil where nothing is a part of it.
func (c *Catalog) Keys(source, typ string) []string {
	t := c.readTraits()
	key := [2]string{c.canonical(source), typ}
	c.mu.Lock()
	defer c.mu.Unlock()
	out, ok := t.keys[key]
	if !ok {
		out = t.keysOf(key)
		t.keys[key] = out
	}
	return out
}

const keysTable = "traits/keys.tsv"

// keysOf finds a line of the long table of keys without taking it apart.
func (t *traits) keysOf(key [2]string) []string {
	start := "\n" + key[0] + "\t" + key[1] + "\t"
	for _, table := range t.keyed {
		if i := strings.Index(table, start); i >= 0 {
			line, _, _ := strings.Cut(table[i+len(start):], "\n")
			return row{cells: strings.Split(strings.TrimRight(line, "\r"), "\t")}.list(0)
		}
	}
	return nil
}

// Places returns the lines that give an attribute's value a place of its own,
// for one resource type.
func (c *Catalog) Places(source, typ string) []Place {
	var out []Place
	for _, p := range c.readTraits().places[c.canonical(source)] {
		if ok, _ := path.Match(p.Types, typ); ok {
			out = append(out, p)
		}
	}
	return out
}
