package rules

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/lint/waive"
)

// house is one of each: an American cloud in Paris and in Virginia, a qualified
// offer, a qualified operator's other region, a candidate, Microsoft 365.
func house(class string) *tf.Config {
	cfg := one("hashicorp/aws", "aws_s3_bucket", "eu-west-3")
	for _, r := range []struct{ source, addr, region string }{
		{"hashicorp/aws", "aws_db_instance.virginia", "us-east-1"},
		{"outscale/outscale", "outscale_volume.gov", "cloudgouv-eu-west-1"},
		{"outscale/outscale", "outscale_volume.ordinary", "eu-west-2"},
		{"scaleway/scaleway", "scaleway_rdb_instance.civil", "fr-par"},
		{"hetznercloud/hcloud", "hcloud_volume.v", ""},
		{"microsoft/power-platform", "powerplatform_environment.agents", ""},
	} {
		typ, _, _ := strings.Cut(r.addr, ".")
		x := one(r.source, typ, r.region).Resources[0]
		x.Addr = tf.ParseAddr(r.addr)
		cfg.Resources = append(cfg.Resources, x)
	}
	for _, r := range cfg.Resources {
		r.Body.Planned = tf.Attrs{"tags": {State: tf.Known, V: tf.Attrs{"data-classification": {State: tf.Known, V: class}}}}
	}
	tf.Sort(cfg.Resources)
	return cfg
}

// TestFiveDays judges the same house on five days; the reports differ as the
// texts do.
func TestFiveDays(t *testing.T) {
	for _, day := range []string{"2021-08-01", "2023-07-01", "2026-04-20", "2026-11-23", "2027-01-15"} {
		var b strings.Builder
		for _, class := range []string{"personal", "sensitive"} {
			rep := run(t, house(class), lint.Options{AsOf: day, Body: "state"})
			fmt.Fprintf(&b, "# %s data, edition %s\n", class, rep.Doctrine.Edition)
			for _, f := range rep.Findings {
				fmt.Fprintf(&b, "%s %s %s %s\n    %s\n", f.Level, f.Name, f.Address, strings.Join(f.Cites, " "), f.Message)
			}
		}
		golden := "testdata/days/" + day + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), b.String()); d != "" {
			t.Errorf("%s (-want +got):\n%s", golden, d)
		}
	}
}

// TestSeedArticle holds every statement of the article of 2021 that started
// the project: what it says of the doctrine is the edition of that year.
func TestSeedArticle(t *testing.T) {
	y2021 := lint.Options{AsOf: "2021-10-01", Body: "state"}
	day := func(o lint.Options, class string) lint.Options { o.DefaultClass = class; return o }
	aws := func() *tf.Config { return one("hashicorp/aws", "aws_s3_bucket", "eu-west-3") }
	m365 := func(typ string) *tf.Config { return one("microsoft/power-platform", typ, "") }
	waived := func(o lint.Options, w lint.Waiver) lint.Options { o.Waive = waive.Lay([]*lint.Waiver{&w}); return o }
	mail := lint.Waiver{ID: "W", Rules: []string{"office-suite"}, Match: []string{"**"}, Kind: "mail", Reason: "r", OfferSince: "2021-10-01",
		Until: "2022-10-01", Refs: map[string]string{"minister": "M"}}
	longer, project := mail, mail
	longer.Until, project.Kind = "2022-10-02", "project"
	for _, c := range []struct {
		sentence string
		cfg      *tf.Config
		o        lint.Options
		want     string
	}{
		{"personal data of citizens is reserved", aws(), day(y2021, "personal"), "error foreign-control"},
		{"economic data of companies is reserved", aws(), day(y2021, "business"), "error foreign-control"},
		{"business applications of agents are reserved", aws(), day(y2021, "official"), "error foreign-control"},
		{"public data is not", aws(), day(y2021, "public"), ""},
		{"independence from extraterritorial law, wherever the servers stand", aws(), day(y2021, "sensitive"), "error foreign-control"},
		{"Microsoft 365 is not compatible", m365("powerplatform_environment"), day(y2021, "public"), "error office-suite"},
		{"no exception but mail and personal drive", m365("powerplatform_environment"), waived(day(y2021, "sensitive"), mail), "error office-suite"},
		{"twelve months, and not a day more", m365("powerplatform_environment"), waived(day(y2021, "sensitive"), longer), "error office-suite"},
		{"no exception for a project", m365("powerplatform_environment"), waived(day(y2021, "sensitive"), project), "error office-suite"},
		{"the label SecNumCloud is what is asked for", one("outscale/outscale", "outscale_volume", "eu-west-2"), day(y2021, "sensitive"), "error unqualified-offer"},
		{"servers in the Union", one("outscale/outscale", "outscale_volume", "us-east-2"), day(y2021, "sensitive"), "error outside-territory"},
	} {
		got := said(run(t, c.cfg, c.o))
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.sentence, got, c.want)
		}
	}
}

// TestSeedArticleRoutes holds the offers and the ways that the article names.
func TestSeedArticleRoutes(t *testing.T) {
	rep := run(t, one("hashicorp/aws", "aws_s3_bucket", "eu-west-3"), lint.Options{AsOf: "2021-10-01", Body: "state", DefaultClass: "personal"})
	d, err := Doctrine("fr-cloud-au-centre")
	if err != nil {
		t.Fatal(err)
	}
	var routes []string
	for _, r := range d.Routes {
		routes = append(routes, r.ID+" "+r.Status)
	}
	if got := strings.Join(routes, ", "); got != "qualified open, internal open, s3ns open, bleu candidate" {
		t.Errorf("routes: %s", got)
	}
	if rep.Doctrine.Edition != "2021-07-10" {
		t.Errorf("edition %s", rep.Doctrine.Edition)
	}
	internal := one("terraform-provider-openstack/openstack", "openstack_objectstorage_container_v1", "")
	o := lint.Options{AsOf: "2021-10-01", Body: "state", DefaultClass: "personal", Internal: []lint.Internal{{Name: "nubo", Provider: "terraform-provider-openstack/openstack", Country: "FR"}}}
	if got := said(run(t, internal, o)); got != "" {
		t.Errorf("an internal cloud: %q, want no finding", got)
	}
	held := map[string]bool{}
	for _, reg := range catalogRegisters() {
		for _, offer := range reg.Offers {
			if offer.From != "" && offer.From <= "2021-10-01" && (offer.Until == "" || offer.Until >= "2021-10-01") || offer.Source.AsOf == "2021-09" {
				held[offer.Name] = true
			}
		}
	}
	for _, name := range []string{"Oodrive (SaaS), as named in 2021", "3DS Outscale (IaaS), earlier qualification", "OVHcloud Hosted Private Cloud, earlier qualification"} {
		if !held[name] {
			t.Errorf("the register's history lacks %s", name)
		}
	}
}
