package rules

import (
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/lint/waive"
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
		"candidate-offer":   {"hashicorp/azurerm", "azurerm_managed_disk.civil", "", ""},
		"uncovered-service": {"outscale/outscale", "outscale_oks_cluster.main", "cloudgouv-eu-west-1", ""},
		"foreign-control":   {"hashicorp/aws", "aws_s3_bucket.data", "eu-west-3", ""},
		"office-suite":      {"microsoft/power-platform", "powerplatform_environment.main", "", ""},
		"lapsed-offer":      {"outscale/outscale", "outscale_volume.data", "cloudgouv-eu-west-1", "2026-12-01"},
		"expiring-offer":    {"outscale/outscale", "outscale_volume.data", "cloudgouv-eu-west-1", "2026-11-23"},
		"undeclared-class":  {"hashicorp/aws", "aws_s3_bucket.data", "eu-west-3", ""},
		"stale-register":    {"outscale/outscale", "outscale_volume.data", "cloudgouv-eu-west-1", "2026-11-23"},
		"incomplete-input":  {"hashicorp/aws", "aws_s3_bucket.data", "eu-west-3", ""},
	}
	waivers := map[string]*lint.Waiver{
		"lapsed-waiver":    waiver("aws_s3_bucket.data", "2026-10-31"),
		"expiring-waiver":  waiver("aws_s3_bucket.data", "2026-12-31"),
		"invalid-waiver":   waiver("aws_s3_bucket.data", "2027-12-31"),
		"unused-waiver":    waiver("module.legacy.**", "2027-06-30"),
		"new-under-waiver": waiver("aws_s3_bucket.data", "2027-06-30"),
	}
	for name := range waivers {
		examples[name] = examples["foreign-control"]
	}
	built := flowExamples()
	for name := range built {
		examples[name] = examples["foreign-control"]
	}
	for _, r := range All() {
		e, ok := examples[r.Name]
		if !ok {
			t.Errorf("%s: no example", r.Name)
			continue
		}
		typ, _, _ := strings.Cut(e.address, ".")
		for _, lang := range Languages() {
			cfg := one(e.source, typ, e.region)
			cfg.Resources[0].Addr = tf.ParseAddr(e.address)
			if r.Name == "candidate-offer" {
				cfg.Resources[0].Body.Planned = tf.Attrs{"location": {State: tf.Known, V: "bleufrancecentral"}}
			}
			if r.Name == "incomplete-input" {
				l := speech.Lang(lang)
				cfg.Unread = []tf.Gap{{What: l.Say("%s was read in part only: %s", "main.tf", l.Word("it does not parse")+" (unclosed configuration block)"), At: &tf.Range{File: "main.tf", Line: 1, Column: 1, EndLine: 1, EndColumn: 1}}}
			}
			if c := built[r.Name]; c != nil {
				cfg = c
			}
			o := lint.Options{AsOf: e.day, Only: []string{r.ID}, Lang: speech.Lang(lang)}
			if w := waivers[r.Name]; w != nil {
				o.Only, o.Waive = append(o.Only, "foreign-control"), waive.Lay([]*lint.Waiver{w})
			}
			got := ""
			for _, f := range run(t, cfg, o).Findings {
				if f.Name != r.Name {
					continue
				}
				l, about := speech.Lang(lang), ""
				if !f.Address.IsZero() {
					about = l.Say("%s: ", f.Address.String())
				}
				got += l.Word(f.Level) + " " + l.Say("%s: ", f.Rule+" "+f.Name) + about + f.Message + "\n    " + f.Hint + "\n"
			}
			comparePage(t, pageFile(r.Name, lang), got)
		}
	}
}

// waiver is the one of the pages.
func waiver(match, until string) *lint.Waiver {
	return &lint.Waiver{
		ID: "W-2026-03", Rules: []string{"foreign-control"}, Match: []string{match}, Kind: "project", Until: until,
		Reason: "moving to a qualified offer in three steps", Granted: "2026-05-12", OfferSince: "2026-01-15",
		Refs: map[string]string{"minister": "M-12", "prime_minister": "PM-7", "dinum": "D-2026-031"},
	}
}

// pageFile names the file of a page, without its ending.
func pageFile(rule, lang string) string {
	if lang == "en" {
		return rule
	}
	return rule + "." + lang
}

// TestPagesHaveTwins wants every page in every language, with the same parts and
// the same clauses, rules and commands named.
func TestPagesHaveTwins(t *testing.T) {
	named := regexp.MustCompile("`[^`\n]+`|SOV[0-9]{3}|(?m)^#{1,2} |[0-9]+\\.[0-9]+\\.[a-z]")
	for _, r := range All() {
		en, err := os.ReadFile(r.Name + ".md")
		if err != nil {
			t.Fatal(err)
		}
		fr, err := os.ReadFile(r.Name + ".fr.md")
		if err != nil {
			t.Error(err)
			continue
		}
		all := func(page []byte) []string {
			out := named.FindAllString(string(page), -1)
			slices.Sort(out)
			return out
		}
		if a, b := all(en), all(fr); !slices.Equal(a, b) {
			t.Errorf("%s: the French page names other things\nen %q\nfr %q", r.Name, a, b)
		}
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
