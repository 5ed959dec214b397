package catalog

import "strings"

// BackendSource is the source under which a backend is asked for like a
// provider: Provider(BackendSource("s3")), Type(BackendSource("s3"), "s3").
func BackendSource(typ string) string { return backendHost + backendSpace + typ }

const (
	backendHost  = "terraform.io/"
	backendSpace = "backend/"
)

// readBackends adds the backends to the providers: a backend's own block plays
// the part of the provider block.
func (c *Catalog) readBackends() {
	for _, r := range c.rows("identify/backends.tsv", 1) {
		source := backendSpace + r.cells[0]
		prov := Provider{
			Source: source, Family: r.cell(1), Vendor: r.cell(2), Regions: r.list(3), Hosts: r.list(4), DefaultHost: r.cell(5),
			Environment: r.list(7), Note: r.cell(8), Fact: r.fact(9), Stores: r.list(6),
		}
		for _, l := range r.list(10) {
			prov.Links = append(prov.Links, link(l))
		}
		c.providers[source] = prov
	}
}

// backendType is the one type of a backend: what Terraform keeps in it.
func (c *Catalog) backendType(source, name string) (Type, bool) {
	typ, ok := strings.CutPrefix(source, backendSpace)
	if !ok || typ != name {
		return Type{}, false
	}
	p, ok := c.Provider(source)
	if !ok {
		return Type{}, false
	}
	return Type{Name: name, Holds: Stores, Service: "state", Parent: strings.Join(p.Stores, ","), Links: p.Links}, true
}
