package hcleval

import (
	"net/url"
	"strings"
)

// Address keeps of an address what tells a place: scheme, host and path of a
// URL, the host of a database's connection string. False is for one that does
// not tell where it leads: several hosts, a socket, a service named elsewhere.
// Other text is left as it is.
func Address(s string) (string, bool) {
	switch {
	case strings.Contains(s, "://"):
		return plainURL(s)
	case strings.Contains(s, "="):
		return databaseHost(pairs(s))
	}
	return s, !strings.Contains(s, "@")
}

func plainURL(s string) (string, bool) {
	u, err := url.Parse(s)
	if err != nil {
		return "", false
	}
	if u.Scheme == "postgres" || u.Scheme == "postgresql" {
		// The query comes after the host and overrides it.
		said := map[string]string{"host": u.Host}
		for name, values := range u.Query() {
			said[name] = values[len(values)-1]
		}
		host, ok := databaseHost(said)
		return u.Scheme + "://" + host + u.Path, ok
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String(), true
}

// databaseHost is the one host that a connection string leads to. Without one
// the environment or the machine itself decides.
func databaseHost(said map[string]string) (string, bool) {
	host := said["host"]
	if host == "" || said["hostaddr"] != "" || strings.ContainsAny(host, ",/@ ") {
		return "", false
	}
	return host, true
}

// pairs reads "host=a user='b c'", as a database's connection string is written;
// the last of a name counts.
func pairs(s string) map[string]string {
	out := map[string]string{}
	for {
		name, rest, ok := strings.Cut(strings.TrimSpace(s), "=")
		if !ok {
			return out
		}
		out[strings.TrimSpace(name)], s = pairValue(strings.TrimLeft(rest, " \t\r\n"))
	}
}

// pairValue reads a value, which a backslash and quotes may hold together.
func pairValue(s string) (value, rest string) {
	quoted := strings.HasPrefix(s, "'")
	if quoted {
		s = s[1:]
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case quoted && c == '\'', !quoted && strings.IndexByte(" \t\r\n", c) >= 0:
			return b.String(), s[i+1:]
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}
