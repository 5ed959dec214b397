package lint

import "testing"

// TestWorseThan compares place by place.
func TestWorseThan(t *testing.T) {
	t.Parallel()
	union := Territory{Countries: []string{"FR", "DE", "BE", "NL", "FI"}}
	at := func(places ...Stay) Standing { return Standing{Class: "sensitive", Places: places} }
	for _, c := range []struct {
		name        string
		now, before Standing
		want        bool
	}{
		{"the same", at(Stay{"aws", "US"}), at(Stay{"aws", "US"}), false},
		{"another country outside", at(Stay{"aws", "IN"}), at(Stay{"aws", "US"}), true},
		{"another country inside", at(Stay{"aws", "DE"}), at(Stay{"aws", "US"}), false},
		{"another operator", at(Stay{"gcp", "FR"}), at(Stay{"aws", "FR"}), true},
		{"one of several", at(Stay{"aws", "US"}), at(Stay{"aws", "FR"}, Stay{"aws", "US"}), false},
		{"an operator where another was", at(Stay{"aws", "US"}), at(Stay{"aws", "FR"}, Stay{"ovh", "US"}), true},
		{"a place of several countries", at(Stay{"gcp", "BE+NL"}), at(Stay{"gcp", "BE"}), false},
		{"one of them outside", at(Stay{"gcp", "GB+NL"}), at(Stay{"gcp", "NL"}), true},
		{"one of them, known", at(Stay{"gcp", "GB"}), at(Stay{"gcp", "GB+NL"}), false},
		{"a place not known before", at(Stay{"aws", "IN"}), at(Stay{"aws", ""}), false},
		{"a place not known now", at(Stay{"aws", ""}), at(Stay{"aws", "FR"}), false},
		{"nothing known before", at(Stay{"aws", "IN"}), Standing{}, false},
	} {
		if got := c.now.WorseThan(c.before, union); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
