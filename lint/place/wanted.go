package place

import (
	"slices"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint/catalog"
)

// Wanted tells a reader which root attributes of a resource type will be asked
// for, and with typ "" which arguments of a provider block, or of a backend
// under catalog.BackendSource. Nothing else is decoded. Also holds attributes
// that others need of both, such as tags. What it returns is safe for concurrent use.
func Wanted(c *catalog.Catalog, also ...string) func(source, typ string) []string {
	w := &wanted{c: c, also: also, memo: map[[2]string][]string{}}
	return w.of
}

// Self tells a reader which attribute is the identifier of a provider's
// resources; "" for none that tells a place.
func Self(c *catalog.Catalog) func(source string) string {
	return func(source string) string {
		prov, _ := c.Provider(source)
		trait, _ := c.Trait(prov.Source, "arn")
		return trait.Arg
	}
}

// Named tells a reader which attributes of a type are the names that others give
// its resources in literals.
func Named(c *catalog.Catalog) func(source, typ string) []string { return c.Keys }

type wanted struct {
	c    *catalog.Catalog
	also []string
	mu   sync.Mutex
	memo map[[2]string][]string // by source and type
}

func (w *wanted) of(source, typ string) []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	key := [2]string{source, typ}
	if out, ok := w.memo[key]; ok {
		return out
	}
	out := roots(w.paths(source, typ))
	w.memo[key] = out
	return out
}

func (w *wanted) paths(source, typ string) []string {
	prov, ok := w.c.Provider(source)
	if found := w.c.Holders(source, typ); !ok && len(found) == 1 {
		prov, ok = w.c.Provider(found[0])
	}
	if !ok {
		prov, ok = w.c.Namesake(source, typ)
	}
	switch {
	case !ok:
		return nil
	case typ == "":
		return slices.Concat(blockPaths(w.c, prov), w.also)
	}
	paths := stateReader(w.c, prov, typ)
	if prov.Local {
		return paths
	}
	return slices.Concat(paths, w.also, own(w.c, prov, typ))
}

// stateReader are the attributes of a data source that reads another state.
func stateReader(c *catalog.Catalog, prov catalog.Provider, typ string) []string {
	if trait, ok := c.Trait(prov.Source, "reads-state"); ok && typ == stateData {
		return []string{trait.Arg, "config"}
	}
	return nil
}

// blockPaths are the arguments of a provider block or a backend.
func blockPaths(c *catalog.Catalog, prov catalog.Provider) []string {
	paths := slices.Concat(prov.Regions, prov.Hosts, prov.Stores)
	for _, rule := range c.Identifications(prov.Family) {
		for _, cond := range rule.When {
			if !strings.HasPrefix(cond.Arg, "resource:") && cond.Arg != "@region" && cond.Arg != placeArg && cond.Arg != "@type" {
				paths = append(paths, strings.Replace(cond.Arg, "@service", "*", 1))
			}
		}
	}
	for _, name := range []string{"hidden", "beside", "beside-known", "left"} {
		for _, trait := range c.Traits(prov.Source, name) {
			paths = append(paths, strings.Split(trait.Arg, "|")...)
		}
	}
	for _, l := range c.Layers(prov.Source, "") {
		for _, p := range slices.Concat(l.Cloud, l.Region) {
			if arg, ok := strings.CutPrefix(p, "provider:"); ok {
				paths = append(paths, arg)
			}
		}
	}
	return paths
}

// own are the attributes of a type that its own placement rests on.
func own(c *catalog.Catalog, prov catalog.Provider, typ string) []string {
	var paths []string
	if t, ok := c.Type(prov.Source, typ); ok {
		paths = typePaths(t)
	}
	if len(prov.Regions) == 0 && len(prov.Hosts) > 0 { // a product, wherever it stands
		paths = append(paths, telltale...)
	}
	if _, ok := c.Trait(prov.Source, "names-type"); ok {
		paths = append(paths, "location", "parent_id", "body", "name")
	}
	for _, name := range []string{"arn", "premises", "overrides", "names-type", "zones"} {
		for _, trait := range c.Traits(prov.Source, name) {
			paths = append(paths, trait.Arg)
		}
	}
	for _, p := range c.Places(prov.Source, typ) {
		paths = append(paths, p.Path)
	}
	for _, l := range c.Layers(prov.Source, typ) {
		paths = slices.Concat(paths, l.Cloud, l.Region)
	}
	for _, rule := range c.Identifications(prov.Family) {
		for _, cond := range rule.When {
			if p, ok := strings.CutPrefix(cond.Arg, "resource:"); ok {
				paths = append(paths, p)
			} else if cond.Arg == "@region" {
				paths = append(paths, "region")
			}
		}
	}
	return paths
}

func typePaths(t catalog.Type) []string {
	paths := append(slices.Clone(t.Where), strings.Split(t.Parent, ",")...)
	for _, l := range t.Links {
		paths = append(paths, l.Path)
	}
	return paths
}

// roots are the first steps of paths, each once; what is no attribute of the
// resource ("!global", "@infers", "provider:host") is left out.
func roots(paths []string) []string {
	var out []string
	for _, p := range paths {
		p, _, _ = strings.Cut(p, ".")
		if p = strings.TrimRight(p, "[]{}()"); p != "" && !strings.ContainsAny(p, "!@:") {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
