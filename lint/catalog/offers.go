package catalog

import (
	"path"
	"slices"
	"strings"
)

// Outside reports whether a resource type, or the category of its service, is
// outside an offer's row: expressly, or as a platform's service where the row is
// of infrastructure. "" for a type or a service is inside.
func (c *Catalog) Outside(o *Offer, typ, service string) bool {
	if slices.ContainsFunc(o.NotTypes, func(g string) bool { ok, _ := path.Match(g, typ); return ok }) {
		return true
	}
	if len(o.Services) > 0 {
		return service != "" && !slices.Contains(o.Services, service)
	}
	kinds := c.kindsOf(service)
	return len(kinds) > 0 && !slices.ContainsFunc(o.Kinds, func(k string) bool { return slices.Contains(kinds, k) })
}

// kindsOf are the kinds of offers that a category of service is a part of; nil
// where it is a part of every kind.
func (c *Catalog) kindsOf(service string) []string {
	if service == "" {
		return nil
	}
	for _, r := range c.kinds() {
		if r.cells[0] == service {
			return strings.Split(r.cells[1], ",")
		}
	}
	return nil
}

func (c *Catalog) kinds() []row {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.kindsRead {
		c.kindsRead, c.kindRows = true, c.rows("traits/kinds.tsv", 1)
	}
	return c.kindRows
}
