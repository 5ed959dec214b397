package rules

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

var update = flag.Bool("update", false, "rewrite the output in the pages")

// TestPageExamples holds the output on every page against what the rule says
// of the page's example.
func TestPageExamples(t *testing.T) {
	examples := map[string]struct{ source, address, region, day string }{
		"unqualified-offer": {"outscale/outscale", "outscale_volume.data", "eu-west-2", ""},
		"outside-territory": {"hashicorp/aws", "aws_s3_bucket.data", "eu-west-2", ""},
		"unplaced-data":     {"outscale/outscale", "outscale_volume.data", "", ""},
		"unknown-provider":  {"acme/acme", "acme_database.main", "", ""},
		"candidate-offer":   {"scaleway/scaleway", "scaleway_rdb_instance.civil", "fr-par", ""},
		"uncovered-service": {"outscale/outscale", "outscale_oks_cluster.main", "cloudgouv-eu-west-1", ""},
		"foreign-control":   {"hashicorp/aws", "aws_s3_bucket.data", "eu-west-3", ""},
		"office-suite":      {"microsoft/power-platform", "powerplatform_environment.main", "", ""},
		"lapsed-offer":      {"outscale/outscale", "outscale_volume.data", "cloudgouv-eu-west-1", "2026-12-01"},
		"expiring-offer":    {"outscale/outscale", "outscale_volume.data", "cloudgouv-eu-west-1", "2026-11-23"},
		"undeclared-class":  {"hashicorp/aws", "aws_s3_bucket.data", "eu-west-3", ""},
		"stale-register":    {"outscale/outscale", "outscale_volume.data", "cloudgouv-eu-west-1", "2026-11-23"},
	}
	for _, r := range All() {
		e, ok := examples[r.Name]
		if !ok {
			t.Errorf("%s: no example", r.Name)
			continue
		}
		typ, _, _ := strings.Cut(e.address, ".")
		cfg := one(e.source, typ, e.region)
		cfg.Resources[0].Addr = tf.ParseAddr(e.address)
		got := ""
		for _, f := range run(t, cfg, lint.Options{AsOf: e.day, Only: []string{r.ID}}).Findings {
			about := ""
			if !f.Address.IsZero() {
				about = f.Address.String() + ": "
			}
			got += f.Level + " " + f.Rule + " " + f.Name + ": " + about + f.Message + "\n    " + f.Hint + "\n"
		}
		comparePage(t, r.Name, got)
	}
}

func comparePage(t *testing.T, name, got string) {
	t.Helper()
	page, err := os.ReadFile(name + ".md")
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(page), "```text\n")
	want, tail, ok := strings.Cut(rest, "```\n")
	switch {
	case !ok || got == "":
		t.Errorf("%s: the page shows no output, or the rule says nothing of its example", name)
	case *update:
		if err := os.WriteFile(name+".md", []byte(head+"```text\n"+got+"```\n"+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	case got != want:
		t.Errorf("%s: the page shows\n%swant\n%s", name, want, got)
	}
}
