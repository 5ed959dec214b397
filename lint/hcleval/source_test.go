package hcleval

import "testing"

// TestCleanSource takes what opens a module's source out of it.
func TestCleanSource(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"acme/vpc/aws": "acme/vpc/aws",
		"git::https://user:pw@example.com/m.git?ref=v1&token=t": "git::https://example.com/m.git",
		"git::user:pw@example.com:team/m.git":                   "git::example.com:team/m.git",
		"git@example.com:team/m.git?sshkey=k":                   "example.com:team/m.git",
		"github.com/acme/m?token=t":                             "github.com/acme/m",
		"./m":                                                   "./m",
		"https://pw@example.com":                                "https://example.com",
	} {
		if got := cleanSource(source); got != want {
			t.Errorf("%s: got %s, want %s", source, got, want)
		}
	}
}
