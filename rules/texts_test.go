package rules

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/lint/waive"
)

// house is one of each: an American cloud in Paris and in Virginia, a qualified
// offer, a qualified operator's other region, offers that were qualified later, a
// candidate's ordinary region and a candidate by its host, Microsoft 365.
func house(class string) *tf.Config {
	cfg := one("hashicorp/aws", "aws_s3_bucket", "eu-west-3")
	for _, r := range []struct{ source, addr, argument, value string }{
		{"hashicorp/aws", "aws_db_instance.virginia", "region", "us-east-1"},
		{"outscale/outscale", "outscale_volume.gov", "region", "cloudgouv-eu-west-1"},
		{"outscale/outscale", "outscale_volume.ordinary", "region", "eu-west-2"},
		{"scaleway/scaleway", "scaleway_rdb_instance.civil", "region", "fr-par"},
		{"hetznercloud/hcloud", "hcloud_volume.v", "", ""},
		{"hashicorp/google", "google_compute_disk.s3ns", "universe_domain", "s3nsapis.fr"},
		{"hashicorp/azurerm", "azurerm_managed_disk.bleu", "metadata_host", "management.sovcloud-api.fr"},
		{"numspot/numspot", "numspot_volume.v", "numspot_host", "https://api.cloudgouv-eu-west-1.numspot.com"},
		{"microsoft/power-platform", "powerplatform_environment.agents", "", ""},
		{"deploymenttheory/microsoft365", "microsoft365_powershell_microsoft_teams_teams_calling_policy.agents", "", ""},
		{"hashicorp/azuread", "azuread_user.agent", "", ""},
	} {
		typ, _, _ := strings.Cut(r.addr, ".")
		x := one(r.source, typ, "").Resources[0]
		x.Addr, x.Action = tf.ParseAddr(r.addr), tf.Update
		if r.argument != "" {
			x.Provider.Written = tf.Attrs{r.argument: {State: tf.Known, V: r.value}}
		}
		cfg.Resources = append(cfg.Resources, x)
	}
	for _, r := range cfg.Resources {
		r.Body.Planned = tf.Attrs{"tags": {State: tf.Known, V: tf.Attrs{"data-classification": {State: tf.Known, V: class}}}}
		if strings.HasPrefix(r.Type, "google_") {
			r.Body.Planned["zone"] = tf.Value{State: tf.Known, V: "u-france-east1-a"}
		}
	}
	tf.Sort(cfg.Resources)
	return cfg
}

// exception is one for the bucket in Paris that the texts weigh differently.
func exception() *lint.Waiver {
	return &lint.Waiver{ID: "W", Rules: []string{"foreign-control"}, Match: []string{"aws_s3_bucket.x"}, Kind: "project", Reason: "r",
		OfferSince: "2025-12-17", Until: "2026-12-31", Refs: map[string]string{"minister": "M", "prime_minister": "PM", "dinum": "D"}}
}

// TestFiveDays judges the same house on five days; the reports differ as the
// texts do.
func TestFiveDays(t *testing.T) {
	for _, day := range []string{"2021-08-01", "2023-07-01", "2026-04-20", "2026-11-23", "2027-01-15"} {
		var b strings.Builder
		for _, class := range []string{"personal", "sensitive"} {
			rep := run(t, house(class), lint.Options{AsOf: day, Body: "state", Waive: waive.Lay([]*lint.Waiver{exception()})})
			fmt.Fprintf(&b, "# %s data, edition %s\n", class, rep.Doctrine.Edition)
			for _, f := range rep.Findings {
				cited(t, f)
				waived := ""
				if f.Waiver != nil {
					waived = "waived "
				}
				fmt.Fprintf(&b, "%s%s %s %s %s\n    %s\n", waived, f.Level, f.Name, f.Address, strings.Join(f.Cites, " "), f.Message)
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

// cited holds that a finding's clauses are in its doctrine with their sources,
// and that an error on a resource has one.
func cited(t *testing.T, f lint.Finding) {
	t.Helper()
	if f.Level == lint.Error && !f.Address.IsZero() && len(f.Cites) == 0 {
		t.Errorf("%s on %s is an error and cites nothing", f.Name, f.Address)
	}
	for _, cite := range f.Cites {
		id, clause, _ := strings.Cut(cite, "/")
		d, err := Doctrine(id)
		if err != nil {
			t.Fatal(err)
		}
		if c := d.Clause(clause); c == nil || c.Source.Name == "" || c.Source.AsOf == "" || c.Source.Confidence == "" {
			t.Errorf("%s cites %s, which has no source", f.Name, cite)
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
	graph := func(typ string) *tf.Config {
		cfg := one("deploymenttheory/microsoft365", "microsoft365_"+typ, "")
		cfg.Resources[0].Action = tf.Update
		return cfg
	}
	mailbox, teams, desktop := "graph_beta_users_user_mailbox_settings", "powershell_microsoft_teams_teams_meeting_policy", "graph_m365_admin_m365_apps_installation_options"
	bleu := func() *tf.Config {
		cfg := one("hashicorp/azurerm", "azurerm_managed_disk", "")
		cfg.Resources[0].Provider.Written = tf.Attrs{"metadata_host": {State: tf.Known, V: "management.sovcloud-api.fr"}}
		return cfg
	}
	waived := func(o lint.Options, w lint.Waiver) lint.Options { o.Waive = waive.Lay([]*lint.Waiver{&w}); return o }
	mail := lint.Waiver{ID: "W", Rules: []string{"office-suite"}, Match: []string{"**"}, Kind: "mail", Reason: "r", OfferSince: "2021-10-01",
		Until: "2022-10-01", Refs: map[string]string{"minister": "M"}}
	longer, project, drive := mail, mail, mail
	longer.Until, project.Kind, drive.Kind = "2022-10-02", "project", "drive"
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
		{"the software itself may be used on", graph(desktop), day(y2021, "sensitive"), ""},
		{"messaging is excepted for twelve months", graph(mailbox), waived(day(y2021, "sensitive"), mail), "error office-suite, waived"},
		{"messaging is not excepted without a decision", graph(mailbox), day(y2021, "sensitive"), "error office-suite"},
		{"the exception for messaging is for nothing else", graph(teams), waived(day(y2021, "sensitive"), mail), "error office-suite"},
		{"the exception for the personal drive is for nothing else", graph(mailbox), waived(day(y2021, "sensitive"), drive), "error office-suite"},
		{"Outscale holds the label", one("outscale/outscale", "outscale_volume", "cloudgouv-eu-west-1"), day(lint.Options{AsOf: "2021-09-20", Body: "state"}, "sensitive"), ""},
		{"Bleu is a way only once it has the label", bleu(), day(y2021, "sensitive"), "error candidate-offer"},
		{"the label SecNumCloud is what is asked for", one("outscale/outscale", "outscale_volume", "eu-west-2"), day(y2021, "sensitive"), "error unqualified-offer, notice contested-establishment"},
		{"servers in the Union", one("outscale/outscale", "outscale_volume", "us-east-2"), day(y2021, "sensitive"), "error outside-territory, notice contested-establishment"},
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
		routes = append(routes, r.ID+" "+r.Standing(secnumcloud(t), "2021-10-01"))
	}
	if got := strings.Join(routes, ", "); got != "qualified open, internal open, s3ns closed, bleu candidate" {
		t.Errorf("routes: %s", got)
	}
	if i := slices.IndexFunc(d.Routes, func(r lint.Route) bool { return r.ID == "s3ns" }); d.Routes[i].Standing(secnumcloud(t), "2025-12-17") != "open" || d.Routes[i].Standing(secnumcloud(t), "2025-12-16") != "closed" {
		t.Error("S3NS is a way from the day of its qualification on")
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

func secnumcloud(t *testing.T) *catalog.Register {
	t.Helper()
	for _, r := range catalogRegisters() {
		if r.ID == "secnumcloud" {
			return r
		}
	}
	t.Fatal("no register")
	return nil
}

// TestSeedArticleReasons holds what the article says of why, and of whose data
// centres those of Bleu are.
func TestSeedArticleReasons(t *testing.T) {
	o := lint.Options{AsOf: "2021-10-01", Body: "state", DefaultClass: "personal"}
	cfg := one("hashicorp/azurerm", "azurerm_managed_disk", "")
	cfg.Resources[0].Provider.Written = tf.Attrs{"metadata_host": {State: tf.Known, V: "management.sovcloud-api.fr"}}
	site := run(t, cfg, o).Resources[0].Sites[0]
	if site.Operator != "bleu" || site.Country != "FR" {
		t.Errorf("Bleu is at %s in %q, want its own data centres in France", site.Operator, site.Country)
	}
	aws, ok := catalog.Embedded().Vendor("aws"), false
	for _, r := range aws.Reach {
		ok = ok || strings.Contains(r.Why, "2713") && r.Grade == "controlled"
	}
	if !ok {
		t.Errorf("nothing says that data stored in Europe can be asked for in the United States: %+v", aws.Reach)
	}
}

// TestSeedArticleEngaged holds that the exception is for projects far advanced on
// 5 July 2021: what is created under one is said.
func TestSeedArticleEngaged(t *testing.T) {
	cfg := one("deploymenttheory/microsoft365", "microsoft365_graph_beta_users_user_mailbox_settings", "")
	w := &lint.Waiver{ID: "W", Rules: []string{"office-suite"}, Match: []string{"**"}, Kind: "mail", Reason: "r", OfferSince: "2021-10-01",
		Until: "2022-10-01", Refs: map[string]string{"minister": "M"}}
	rep := run(t, cfg, lint.Options{AsOf: "2021-10-01", Body: "state", Waive: waive.Lay([]*lint.Waiver{w})})
	if !slices.ContainsFunc(rep.Findings, func(f lint.Finding) bool { return f.Name == "new-under-waiver" }) {
		t.Error("nothing says that a mailbox is created under an exception for projects far advanced")
	}
}
