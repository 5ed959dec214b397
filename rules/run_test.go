package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// one is a configuration with one resource; region "" is a provider block
// that names none.
func one(source, typ, region string) *tf.Config {
	written := tf.Attrs{}
	if region != "" {
		written["region"] = tf.Value{State: tf.Known, V: region}
	}
	return &tf.Config{Source: "plan.json", Format: "plan-json", Resources: []*tf.Resource{{
		Addr: tf.Addr{Local: typ + ".x"},
		Kind: &tf.Kind{Type: typ, Action: tf.Create, Provider: &tf.Provider{Source: "registry.terraform.io/" + source, Joined: true, Written: written}},
	}}}
}

func run(t *testing.T, cfg *tf.Config, o lint.Options) *lint.Report {
	t.Helper()
	d, err := Doctrine("fr-cloud-au-centre")
	if err != nil {
		t.Fatal(err)
	}
	o.Doctrine, o.Catalog = d, catalog.Embedded()
	if o.AsOf == "" {
		o.AsOf = "2026-11-01"
	}
	rep, err := lint.Run(lint.Given(cfg), All(), o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// said writes the findings on resources as "level name".
func said(rep *lint.Report) string {
	var out []string
	for _, f := range rep.Findings {
		if !f.Address.IsZero() {
			out = append(out, f.Level+" "+f.Name)
			if f.Waiver != nil {
				out = append(out, "waived")
			}
		}
	}
	return strings.Join(out, ", ")
}

func TestFindings(t *testing.T) {
	aws := one("hashicorp/aws", "aws_s3_bucket", "eu-west-3")
	snc := one("outscale/outscale", "outscale_volume", "cloudgouv-eu-west-1")
	for name, c := range map[string]struct {
		cfg  *tf.Config
		o    lint.Options
		want string
	}{
		"american in Paris":          {aws, lint.Options{}, "error foreign-control"},
		"american in London":         {one("hashicorp/aws", "aws_s3_bucket", "eu-west-2"), lint.Options{}, "error outside-territory, error foreign-control"},
		"american, no region":        {one("hashicorp/aws", "aws_s3_bucket", ""), lint.Options{}, "error foreign-control"},
		"keys":                       {one("hashicorp/aws", "aws_kms_key", "eu-west-3"), lint.Options{}, "warning foreign-control"},
		"private firm":               {aws, lint.Options{Body: "private"}, "notice foreign-control"},
		"local authority":            {aws, lint.Options{Body: "local-authority"}, "notice foreign-control"},
		"listed group, 2021":         {aws, lint.Options{Body: "listed-group", Edition: "2021-07-10"}, "notice foreign-control"},
		"personal, 2021":             {aws, lint.Options{DefaultClass: "personal", Edition: "2021-07-10"}, "error foreign-control"},
		"personal, 2026":             {aws, lint.Options{DefaultClass: "personal"}, "warning foreign-control"},
		"public":                     {aws, lint.Options{DefaultClass: "public"}, ""},
		"user's level":               {aws, lint.Options{Levels: map[string]lint.Setting{"foreign-control": {Level: "notice"}}}, "notice foreign-control"},
		"rule off":                   {aws, lint.Options{Disable: []string{"SOV201"}}, ""},
		"type not known":             {one("hashicorp/aws", "aws_zz_zz", "eu-west-3"), lint.Options{}, "warning unplaced-data"},
		"provider not known":         {one("acme/acme", "acme_disk", ""), lint.Options{}, "warning unknown-provider"},
		"provider not known, strict": {one("acme/acme", "acme_disk", ""), lint.Options{Strict: true}, "error unknown-provider"},
		"provider declared":          {one("acme/acme", "acme_disk", ""), lint.Options{Internal: []lint.Internal{{Name: "own", Provider: "acme/acme", Country: "FR"}}}, ""},
		"holds nothing":              {one("hashicorp/random", "random_pet", ""), lint.Options{}, ""},
		"candidate to come":          {one("scaleway/scaleway", "scaleway_object_bucket", "fr-par"), lint.Options{}, "error unqualified-offer"},
		"candidate, no region":       {one("scaleway/scaleway", "scaleway_object_bucket", ""), lint.Options{}, "error unqualified-offer"},
		"wrong region":               {one("outscale/outscale", "outscale_volume", "eu-west-2"), lint.Options{}, "error unqualified-offer, notice contested-establishment"},
		"no region":                  {one("outscale/outscale", "outscale_volume", ""), lint.Options{}, "warning unplaced-data, notice contested-establishment"},
		"long before the end":        {snc, lint.Options{AsOf: "2026-08-20"}, ""},
		"30 to 90 days":              {snc, lint.Options{AsOf: "2026-10-30"}, "notice expiring-offer"},
		"30 days":                    {snc, lint.Options{AsOf: "2026-10-31"}, "warning expiring-offer"},
		"a week":                     {snc, lint.Options{AsOf: "2026-11-23"}, "warning expiring-offer"},
		"ended, register older":      {snc, lint.Options{AsOf: "2026-12-01"}, "warning lapsed-offer"},
	} {
		if got := said(run(t, c.cfg, c.o)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestReportIsComplete(t *testing.T) {
	rep := run(t, one("hashicorp/aws", "aws_s3_bucket", "eu-west-3"), lint.Options{AsOf: "2026-11-23"})
	if want := (lint.Summary{Resources: 1, Holding: 1, Placed: 1, Errors: 1, Notices: 2}); rep.Summary != want {
		t.Errorf("summary %+v, want %+v", rep.Summary, want)
	}
	i := slices.IndexFunc(rep.Findings, func(f lint.Finding) bool { return f.Name == "foreign-control" })
	f := rep.Findings[i]
	if !f.Assumed || f.Fingerprint == (lint.Fingerprint{}) || len(f.Why) == 0 || len(f.Cites) != 1 || f.Cites[0] != "fr-cloud-au-centre/SREN-31" {
		t.Errorf("finding %+v", f)
	}
	for _, f := range rep.Findings {
		if strings.ContainsAny(f.Message+f.Hint, "{}") {
			t.Errorf("%s: a hole is left in %q / %q", f.Name, f.Message, f.Hint)
		}
	}
}

func TestDeclaredSaysNothingOfAssumptions(t *testing.T) {
	rep := run(t, one("hashicorp/aws", "aws_s3_bucket", "eu-west-3"), lint.Options{Body: "state", DefaultClass: "sensitive"})
	for _, f := range rep.Findings {
		if f.Name == "undeclared-class" || f.Assumed {
			t.Errorf("%s: %s, assumed %v", f.Name, f.Message, f.Assumed)
		}
	}
}

func TestWrongOptions(t *testing.T) {
	d, _ := Doctrine("fr-cloud-au-centre")
	c := catalog.Embedded()
	for name, o := range map[string]lint.Options{
		"day":     {Doctrine: d, Catalog: c, AsOf: "23/11/2026"},
		"body":    {Doctrine: d, Catalog: c, Body: "king"},
		"class":   {Doctrine: d, Catalog: c, DefaultClass: "secret"},
		"edition": {Doctrine: d, Catalog: c, Edition: "2020-01-01"},
		"rule":    {Doctrine: d, Catalog: c, Only: []string{"SOV999"}},
		"nothing": {},
	} {
		if _, err := lint.Run(lint.Given(), All(), o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func catalogRegisters() []*catalog.Register { return catalog.Embedded().Registers() }
