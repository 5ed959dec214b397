package load

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNamed wants the texts that others name a resource by beside its body, in
// plans and states alike; one that is sensitive or unknown is none.
func TestNamed(t *testing.T) {
	t.Parallel()
	named := func(source, typ string) []string {
		if !strings.HasSuffix(source, "/hashicorp/aws") || typ != "aws_s3_bucket" {
			return nil
		}
		return []string{"id", "bucket"}
	}
	tests := []struct {
		name, input string
		want        []string
	}{
		{"a plan", `{"format_version":"1.2","resource_changes":[{"address":"aws_s3_bucket.b","type":"aws_s3_bucket","provider_name":"r/hashicorp/aws","change":{"actions":["create"],"after":{"bucket":"data","region":"x"},"after_unknown":{"id":true},"after_sensitive":{}}}]}`, []string{"data"}},
		{"each once", `{"format_version":"1.2","resource_changes":[{"address":"aws_s3_bucket.b","type":"aws_s3_bucket","provider_name":"r/hashicorp/aws","change":{"actions":["no-op"],"after":{"id":"data","bucket":"data"}}}]}`, []string{"data"}},
		{"sensitive", `{"format_version":"1.2","resource_changes":[{"address":"aws_s3_bucket.b","type":"aws_s3_bucket","provider_name":"r/hashicorp/aws","change":{"actions":["no-op"],"after":{"id":"i","bucket":"data"},"after_sensitive":{"bucket":true}}}]}`, []string{"i"}},
		{"all sensitive", `{"format_version":"1.2","resource_changes":[{"address":"aws_s3_bucket.b","type":"aws_s3_bucket","provider_name":"r/hashicorp/aws","change":{"actions":["no-op"],"after":{"id":"i"},"after_sensitive":true}}]}`, nil},
		{"a state", `{"format_version":"1.0","values":{"root_module":{"resources":[{"address":"aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","provider_name":"r/hashicorp/aws","values":{"id":"i","bucket":"b"}}]}}}`, []string{"b", "i"}},
		{"another type", `{"format_version":"1.2","resource_changes":[{"address":"aws_sqs_queue.b","type":"aws_sqs_queue","provider_name":"r/hashicorp/aws","change":{"actions":["create"],"after":{"id":"i"}}}]}`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c, err := Read(strings.NewReader(tt.input), Options{Named: named, Wanted: func(string, string) []string { return nil }})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, c.Resources[0].Called.Names()); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// TestNamedInBinaryPlan wants the same names of a binary plan as of its JSON.
func TestNamedInBinaryPlan(t *testing.T) {
	t.Parallel()
	names := func(file string) map[string][]string {
		f, err := os.Open("../../testdata/plans/18-teinte-depose/" + file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		c, err := Read(f, Options{Named: func(string, string) []string { return []string{"id", "filename"} }})
		if err != nil {
			t.Fatal(err)
		}
		out := map[string][]string{}
		for _, r := range c.Resources {
			if names := r.Called.Names(); len(names) > 0 {
				out[r.String()+r.Deposed()] = names
			}
		}
		return out
	}
	want, got := names("plan.json"), names("tfplan")
	if len(want) == 0 {
		t.Fatal("no resource has a name")
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-JSON +binary):\n%s", d)
	}
}
