package catalog

import (
	"slices"
	"testing"
)

// TestServices holds that the tables use the categories that are listed, and
// that each of them is used.
func TestServices(t *testing.T) {
	t.Parallel()
	c, used := Embedded(), map[string]bool{}
	for _, source := range c.Sources() {
		for _, typ := range c.Types(source) {
			used[typ.Service] = true
			if !slices.Contains(services, typ.Service) {
				t.Errorf("%s is of the service %q, which is not listed", typ.Name, typ.Service)
			}
		}
	}
	for _, s := range services {
		if !used[s] {
			t.Errorf("no type is of the service %q", s)
		}
	}
	if !slices.IsSorted(services) {
		t.Error("the services are not sorted")
	}
}
