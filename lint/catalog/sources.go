package catalog

import "slices"

// Sources lists the source addresses of the providers that are known, sorted.
func (c *Catalog) Sources() []string {
	var out []string
	for _, p := range c.providers() {
		out = append(out, p.Source)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
