package catalog

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCoverage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, schema string
		want         []string
		bad          string
	}{
		{"a type nobody knows", `{"format_version":"1.0","provider_schemas":{"registry.terraform.io/hashicorp/aws":{"provider":{"x":[1]},"resource_schemas":{"aws_s3_bucket":{"block":{}},"aws_zz_new":{}},"data_source_schemas":{"aws_no":{}}}}}`, []string{"hashicorp/aws aws_zz_new"}, ""},
		{"a provider nobody knows", `{"provider_schemas":{"registry.terraform.io/who/who":{"resource_schemas":{"who_b":{},"who_a":{}}}}}`, []string{"who/who who_a", "who/who who_b"}, ""},
		{"a provider that makes nothing", `{"provider_schemas":{"registry.terraform.io/hashicorp/time":{"resource_schemas":{"time_sleep":{}}}}}`, nil, ""},
		{"no providers", `{"provider_schemas":null}`, nil, ""},
		{"another document", `{"format_version":"1.2","resource_changes":[]}`, nil, "no provider_schemas"},
		{"another shape", `{"provider_schemas":[]}`, nil, "another shape"},
		{"cut short", `{"provider_schemas":{"a/b":{"resource_schemas":{"b_x":{`, nil, "cut short"},
		{"no JSON", `provider_schemas`, nil, "no JSON"},
		{"more than one", `{"provider_schemas":{}} {}`, nil, "follows the end"},
		{"nothing", ``, nil, "no provider_schemas"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := Embedded().Coverage(strings.NewReader(tt.schema))
			if tt.bad != "" {
				if err == nil || !strings.Contains(err.Error(), tt.bad) {
					t.Errorf("got %v, want an error with %q", err, tt.bad)
				}
				return
			}
			if d := cmp.Diff(tt.want, got); err != nil || d != "" {
				t.Errorf("%v (-want +got):\n%s", err, d)
			}
		})
	}
}

// TestCoverageOfSchemas wants a line for every managed type of the real schemas,
// where they are at hand.
func TestCoverageOfSchemas(t *testing.T) {
	files, err := filepath.Glob("../../../shared/providers/schemas/*.json.gz")
	if err != nil || len(files) == 0 {
		t.Logf("left out: the schemas are not here (%v)", err)
		return
	}
	c := Embedded()
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		unknown, err := c.Coverage(z)
		if err != nil || len(unknown) > 0 {
			t.Errorf("%s: %v: no line for %d types: %.10q", filepath.Base(file), err, len(unknown), unknown)
		}
	}
}
