package catalog

import (
	"net/netip"
	"strings"
)

// Host tells whose a host name is: the longest suffix on a label border wins.
func (c *Catalog) Host(name string) (Host, bool) {
	known := c.hosts()
	for rest := hostName(name); rest != ""; {
		if h, ok := known[rest]; ok {
			return h, true
		}
		_, rest, _ = strings.Cut(rest, ".")
	}
	return Host{}, false
}

// Private reports whether a name is one that no public vendor answers to: a
// private address, a single label, .local or .internal.
func (c *Catalog) Private(name string) bool {
	host := hostName(name)
	if host == "" {
		return false
	}
	if a, err := netip.ParseAddr(host); err == nil {
		return a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast()
	}
	return !strings.Contains(host, ".") || strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".internal") ||
		c.Loopback(name)
}

// Loopback reports whether a name is the machine itself.
func (c *Catalog) Loopback(name string) bool {
	host := hostName(name)
	if a, err := netip.ParseAddr(host); err == nil {
		return a.IsLoopback()
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// hostName takes the host out of a URL or host:port, lower case.
func hostName(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "//"), "/")
	s, _, _ = strings.Cut(s, "?")
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		s = s[i+1:]
	}
	if rest, ok := strings.CutPrefix(s, "["); ok {
		s, _, _ = strings.Cut(rest, "]")
		return s
	}
	if strings.Count(s, ":") == 1 {
		s, _, _ = strings.Cut(s, ":")
	}
	return strings.TrimSuffix(s, ".")
}

func readHosts() map[string]Host {
	t := readTable("identify/hosts.tsv", 7)
	out := make(map[string]Host, len(t.rows))
	for _, f := range t.rows {
		out[f[0]] = Host{Suffix: f[0], Vendor: f[1], Region: f[2], Country: f[3], Service: f[4], Fact: t.fact(f[5])}
	}
	return out
}
