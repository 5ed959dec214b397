package report

import (
	"net/netip"
	"path"
	"regexp"
	"slices"
	"strings"
)

var (
	// Words with dots between them: a host, an address, a path of attributes, a file.
	dotted = lazily(`[\pL\pN_-]+(?:\.[\pL\pN_-]+)+`)
	// What may be an IP address of version 6.
	colons = lazily(`[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f.]*`)
	// The value of an argument that names a host.
	pointing = lazily(`\b(?:endpoints?\.\w+|(?:\w+_)?(?:url|uri|host|hostname|endpoint|address|server))\s*=\s*"(?:\w+://)?([\pL\pN_-]+\.[\pL\pN_.-]+)`)
	// The host of a URL, or what is said to be one, be it of one word.
	located = lazily(`(?:://(?:[^/@\s"]*@)?|(?:host|hôte(?: privé)?),? ")([\pL\pN_.-]+)`)
	// An owner and a name, as in the address of a provider or a module.
	sourced = lazily(`^/[\pL\pN_-]+/[\pL\pN_.-]+`)
)

// notHosts are the first words of addresses, and the ends of file names.
var notHosts = []string{"module", "data", "backend", "var", "local", "each", "count", "path", "terraform",
	".tf", ".tofu", ".json", ".hcl", ".tfvars", ".tfstate", ".tfplan", ".md", ".csv", ".html", ".yaml", ".yml", ".tsv", ".txt"}

// tops are last words by which three words with dots between them are a host
// wherever they stand, beside those of countries: attributes are not called so.
var tops = []string{"com", "net", "org", "int", "gov", "edu", "cloud", "dev", "app", "info", "local", "internal", "lan", "corp",
	"intra", "intranet", "arpa", "example", "test", "invalid", "onion"}

// words of two letters that attributes are called by, too.
var attributes = []string{"id", "az", "ip", "ai", "so"}

// gather finds the hosts of a text.
func (m *Masker) gather(s string) {
	for _, rx := range []func() *regexp.Regexp{located, pointing} {
		for _, part := range rx().FindAllStringSubmatch(s, -1) {
			m.host(hostForm(part[1]))
		}
	}
	for _, at := range dotted().FindAllStringIndex(s, -1) {
		word := s[at[0]:at[1]]
		switch host, tail := apart(word); {
		case m.isHost(s, at[0], at[1]):
			m.host(hostForm(word))
		case (strings.HasPrefix(tail, ".") || tail != "" && strings.HasSuffix(s[:at[0]], `"`)) && isAddress(host): // else a path of attributes
			m.host(hostForm(host))
		}
	}
}

// apart cuts what follows a host in one word: the ends of a file's name, and what
// an underscore ties to it. tail is "" for a word that may be a host as it is.
func apart(word string) (host, tail string) {
	host = word
	for slices.Contains(notHosts, strings.ToLower(path.Ext(host))) {
		host = strings.TrimSuffix(host, path.Ext(host))
	}
	last := strings.LastIndexByte(host, '.') + 1
	if i := strings.IndexByte(host[last:], '_'); i > 0 {
		host = host[:last+i]
	}
	return host, word[len(host):]
}

// hostForm is a host as masks are kept for it.
func hostForm(s string) string { return strings.ToLower(strings.Trim(s, ".")) }

// isHost reports whether words with dots between them are a host, by their form and
// by where they stand.
func (m *Masker) isHost(s string, start, end int) bool {
	name := hostForm(s[start:end])
	if _, err := netip.ParseAddr(name); err == nil {
		return true
	}
	labels := strings.Split(name, ".")
	top := labels[len(labels)-1]
	if slices.Contains(notHosts, labels[0]) || slices.Contains(notHosts, path.Ext(name)) || strings.Trim(top, "0123456789") != top {
		return false
	}
	if _, known := m.known(name); known {
		return true
	}
	before, after := strings.TrimSuffix(s[:start], "*."), s[end:]
	shown := strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "=") || before == "" && sourced().MatchString(after)
	if shown || strings.HasSuffix(before, " ") && sourced().MatchString(after) {
		return !strings.Contains(name, "_") || isTop(labels)
	}
	return isTop(labels) && !strings.HasPrefix(strings.TrimLeft(after, " "), "=")
}

// isAddress reports whether a word with dots is a host or an IP address by its form
// alone.
func isAddress(word string) bool {
	name := hostForm(word)
	_, err := netip.ParseAddr(name)
	labels := strings.Split(name, ".")
	return err == nil || isTop(labels) && !slices.Contains(notHosts, labels[0])
}

func isTop(labels []string) bool {
	top := labels[len(labels)-1]
	return len(labels) > 2 && (slices.Contains(tops, top) || len(top) == 2 && !slices.Contains(attributes, top))
}

// replace writes every host and owner out that was found.
func (m *Masker) replace(s string) string {
	s = colons().ReplaceAllStringFunc(s, func(x string) string {
		if ip, err := netip.ParseAddr(x); err == nil && len(x) > 3 {
			text, _ := m.host(ip.String())
			return text
		}
		return x
	})
	s = paths().ReplaceAllStringFunc(s, m.owners)
	s = dotted().ReplaceAllStringFunc(s, func(x string) string { return m.shownAs(x) })
	return single().ReplaceAllStringFunc(s, func(x string) string {
		part := single().FindStringSubmatch(x)
		return part[1] + m.shownAs(part[2]) + part[3]
	})
}

var (
	paths = lazily(`[\pL\pN_.-]+(?:/[\pL\pN_.-]+)+`)
	// A word of its own: between quotes, or in a URL.
	single = lazily(`("|://)([\pL\pN_-]+)("|[:/]|$)`)
)

// owners masks the owner that stands before a name in a path.
func (m *Masker) owners(path string) string {
	steps := strings.Split(path, "/")
	for i := range steps[1:] {
		if text, ok := m.masks[steps[i]+"/"+steps[i+1]]; ok {
			steps[i], _, _ = strings.Cut(text, "/")
		}
	}
	return strings.Join(steps, "/")
}

// shownAs is the mask of a host, or of one below a host that has a mask.
func (m *Masker) shownAs(x string) string {
	name := hostForm(x)
	if m.isMask(name) {
		return x
	}
	if text, ok := m.masks[name]; ok {
		return text
	}
	for rest := name; strings.Contains(rest, "."); {
		_, rest, _ = strings.Cut(rest, ".")
		if _, ok := m.masks[rest]; ok {
			text, _ := m.host(name)
			return text
		}
	}
	if host, tail := apart(x); tail != "" && host != "" {
		return m.shownAs(host) + tail
	}
	return x
}
