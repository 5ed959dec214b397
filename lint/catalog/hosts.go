package catalog

import (
	"io/fs"
	"net/netip"
	"net/url"
	"strings"
)

// Host returns whose a host is. Text may be a URL, a host, or a host and port;
// names are compared on label borders and the longest suffix wins. Where the
// table names no region, one of the host's own labels may.
func (c *Catalog) Host(text string) (Host, bool) {
	name := HostName(text)
	c.mu.Lock()
	if c.hosts == nil {
		c.readHosts()
	}
	h, ok := c.suffix(name)
	c.mu.Unlock()
	if ok && h.Region == "" {
		h.Region = c.regionIn(h, name)
	}
	return h, ok
}

func (c *Catalog) readHosts() {
	rows := c.rows("identify/hosts.tsv", 1)
	c.hosts = make(map[string]Host, len(rows))
	for _, row := range rows {
		c.hosts[row.cells[0]] = Host{Suffix: row.cells[0], Vendor: row.cell(1), Region: row.cell(2), Country: row.cell(3), Fact: row.fact(4)}
	}
	for _, layer := range c.layers[:len(c.layers)-1] {
		c.readVendorHosts(layer)
	}
}

// readVendorHosts takes the hosts that an overlay's vendor files name. The
// embedded files name none, so that none is read for it.
func (c *Catalog) readVendorHosts(layer fs.FS) {
	names, _ := fs.Glob(layer, "vendors/*.hcl")
	for _, n := range names {
		var file vendorFile
		b, err := fs.ReadFile(layer, n)
		if err != nil || decode(n, b, &file) != nil {
			continue // New has refused it
		}
		for _, h := range file.Vendor.Hosts {
			h = strings.TrimPrefix(strings.ToLower(h), "*.")
			c.hosts[h] = Host{Suffix: h, Vendor: file.Vendor.ID, Fact: file.Vendor.Source.source(overlayOf(layer, n))}
		}
	}
}

func (c *Catalog) suffix(name string) (Host, bool) {
	for name != "" {
		if h, ok := c.hosts[name]; ok {
			return h, true
		}
		_, name, _ = strings.Cut(name, ".")
	}
	return Host{}, false
}

// regionIn looks for a label before the suffix that is one of the vendor's
// regions: fcu.eu-west-2.outscale.com. Exactly one region must be named.
func (c *Catalog) regionIn(h Host, name string) string {
	found := ""
	for label := range strings.SplitSeq(strings.TrimSuffix(name, h.Suffix), ".") {
		r := c.Region(h.Vendor, label)
		if r == nil || r.Country == "" || r.ID == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = r.ID
	}
	return found
}

// Loopback reports whether a host is the machine itself.
func (c *Catalog) Loopback(text string) bool {
	name := HostName(text)
	ip, ok := address(name)
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || ok && (ip.IsLoopback() || ip.IsUnspecified())
}

// Private reports whether a host cannot be anybody's public service: a private
// address, a single label, .local or .internal.
func (c *Catalog) Private(text string) bool {
	name := HostName(text)
	if ip, ok := address(name); ok {
		return ip.IsPrivate() || ip.IsLinkLocalUnicast()
	}
	return name != "" && (!strings.Contains(name, ".") || strings.HasSuffix(name, ".local") || strings.HasSuffix(name, ".internal"))
}

// address reads a host that is an address, without a zone.
func address(name string) (netip.Addr, bool) {
	ip, err := netip.ParseAddr(name)
	return ip.Unmap(), err == nil && ip.Zone() == ""
}

// HostName takes the host out of a URL, a host, or a host and port, in lower
// case; "" for what holds none.
func HostName(s string) string {
	if !strings.Contains(s, "://") {
		s = "//" + s
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
}
