package flow

import "testing"

func TestRegistryOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"nginx": hub, "nginx:1.29": hub, "library/nginx": hub, "ghcr.io/o/app:1": "ghcr.io", "localhost:5000/app": "localhost:5000",
		"https://charts.example.net/stable": "charts.example.net", "oci://registry.example.net/charts": "registry.example.net",
		`[{"name":"a","image":"quay.io/o/app"}]`: "quay.io", `[{"name":"a"}]`: "", `{"broken`: "", "": "", "registry-1.docker.io": "registry-1.docker.io",
	} {
		if got := registryOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
