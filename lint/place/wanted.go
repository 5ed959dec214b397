package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
)

// Wanted tells a reader which root attributes of a resource type will be asked
// for, and with typ "" which arguments of a provider block. Nothing else is
// decoded. Also holds attributes that others need, such as tags.
func Wanted(c *catalog.Catalog, also ...string) func(source, typ string) []string {
	w := wanted{c: c, also: also, memo: map[string][]string{}}
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

type wanted struct {
	c    *catalog.Catalog
	also []string
	memo map[string][]string
}

func (w wanted) of(source, typ string) []string {
	key := source + "\x00" + typ
	if out, ok := w.memo[key]; ok {
		return out
	}
	var paths []string
	if prov, ok := w.c.Provider(source); ok && !prov.Local {
		if typ == "" {
			paths = w.provider(prov)
		} else {
			paths = w.resource(prov, typ)
		}
	}
	out := roots(paths)
	w.memo[key] = out
	return out
}

func (w wanted) provider(prov catalog.Provider) []string {
	paths := slices.Concat(prov.Regions, prov.Hosts)
	for _, rule := range w.c.Identifications(prov.Family) {
		for _, c := range rule.When {
			if !strings.HasPrefix(c.Arg, "resource:") && c.Arg != "@region" {
				paths = append(paths, c.Arg)
			}
		}
	}
	return paths
}

func (w wanted) resource(prov catalog.Provider, typ string) []string {
	paths := slices.Clone(w.also)
	if t, ok := w.c.Type(prov.Source, typ); ok {
		paths = append(paths, t.Where...)
		paths = append(paths, strings.Split(t.Parent, ",")...)
		for _, l := range t.Links {
			paths = append(paths, l.Path)
		}
	}
	if trait, ok := w.c.Trait(prov.Source, "arn"); ok {
		paths = append(paths, trait.Arg)
	}
	for _, rule := range w.c.Identifications(prov.Family) {
		for _, c := range rule.When {
			if p, ok := strings.CutPrefix(c.Arg, "resource:"); ok {
				paths = append(paths, p)
			} else if c.Arg == "@region" {
				paths = append(paths, "region")
			}
		}
	}
	return paths
}

func roots(paths []string) []string {
	var out []string
	for _, p := range paths {
		p, _, _ = strings.Cut(p, ".")
		if p = strings.TrimRight(p, "[]{}"); p != "" && !strings.HasPrefix(p, "!") {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
