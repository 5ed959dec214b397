package catalog

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/evidence"
)

// today bounds the dates of facts; move it when facts are added.
const today = "2026-11-24"

var (
	dated = regexp.MustCompile(`^20\d\d(-\d\d(-\d\d)?)?$`)
)

func checkSource(t *testing.T, what string, s evidence.Source) {
	t.Helper()
	if s.Name == "" {
		t.Errorf("%s: no source", what)
	}
	if !dated.MatchString(s.AsOf) || s.AsOf > today {
		t.Errorf("%s: as_of %q", what, s.AsOf)
	}
	if !slices.Contains([]string{"verified", "reported", "unverified"}, s.Confidence) {
		t.Errorf("%s: confidence %q", what, s.Confidence)
	}
	if s.URL != "" && !strings.HasPrefix(s.URL, "https://") {
		t.Errorf("%s: address %q", what, s.URL)
	}
}

// TestTables holds every table and record against its format, as New does with
// a user's.
func TestTables(t *testing.T) {
	t.Parallel()
	c := Embedded()
	if _, err := c.check(embedded()); err != nil {
		t.Error(err)
	}
	for _, f := range formats {
		if len(c.glob(f.pattern)) == 0 && f.pattern != "traits/azapi-types.tsv" {
			t.Errorf("no table is %s", f.pattern)
		}
	}
}

// TestTablesAreSorted finds lines that stand twice, and lines out of order
// where the order says nothing.
func TestTablesAreSorted(t *testing.T) {
	t.Parallel()
	keys := map[string]int{"identify/rules.tsv": 2, "traits/traits.tsv": 3, "traits/services.tsv": 2, "traits/keys.tsv": 2,
		"traits/places.tsv": 4, "identify/saas-regions.tsv": 2, "identify/saas.tsv": 5, "registers/alternatives.tsv": 2}
	ordered := []string{"identify/rules.tsv", "traits/services.tsv", "traits/traits.tsv", "identify/saas.tsv", "traits/azapi-types.tsv"}
	c := Embedded()
	for _, f := range formats {
		for _, name := range c.glob(f.pattern) {
			n := max(keys[name], 1)
			last := ""
			seen := map[string]bool{}
			for _, r := range c.rows(name, n) {
				k := strings.Join(r.cells[:n], "\t")
				if seen[k] {
					t.Errorf("%s: %q stands twice", name, k)
				}
				seen[k] = true
				if low := strings.ToLower(k); !slices.Contains(ordered, name) {
					if low < last {
						t.Errorf("%s: %q is not sorted", name, k)
					}
					last = low
				}
			}
		}
	}
}

// TestSources wants a source and a day on every fact.
func TestSources(t *testing.T) {
	t.Parallel()
	c := Embedded()
	for _, v := range c.Vendors() {
		checkSource(t, v.ID, v.Source)
		for _, r := range v.list {
			checkSource(t, v.ID+" "+r.ID, r.Source)
		}
	}
	for _, r := range c.Registers() {
		checkSource(t, r.ID, r.Source)
		for _, o := range r.Offers {
			checkSource(t, o.ID, o.Source)
		}
	}
	c.Provider("aws")
	for _, p := range c.providers {
		checkSource(t, p.Source, p.Fact)
		for _, rule := range c.Identifications(p.Family) {
			checkSource(t, p.Family, rule.Fact)
		}
	}
	c.Host("x")
	for _, h := range c.hosts {
		checkSource(t, h.Suffix, h.Fact)
	}
	u := c.readUnder()
	for source, layers := range u.layers {
		for _, l := range layers {
			checkSource(t, source, l.Fact)
		}
	}
	for code, to := range u.exact {
		checkSource(t, code, to.Fact)
	}
	for operator, ps := range u.patterns {
		for _, p := range ps {
			checkSource(t, operator+" "+p.before, p.to.Fact)
		}
	}
	for source, ps := range c.readTraits().places {
		for _, p := range ps {
			checkSource(t, source+" "+p.Path, p.Fact)
		}
	}
}

func TestVendorLaws(t *testing.T) {
	t.Parallel()
	c := Embedded()
	if n := len(c.Vendors()); n < 80 || n != len(c.glob("vendors/*.hcl")) {
		t.Errorf("got %d vendors, want at least 80 and one a file", n)
	}
	regions := 0
	for _, v := range c.Vendors() {
		regions += len(v.list)
		for _, r := range v.list {
			if got := c.Region(v.ID, r.ID); got == nil || got.ID != r.ID {
				t.Errorf("%s %s: looked up as %v", v.ID, r.ID, got)
			}
			if r.Pair != "" && v.ID == "azure" && c.Region(v.ID, r.Pair) == nil {
				t.Errorf("%s %s: pair %q is no region", v.ID, r.ID, r.Pair)
			}
		}
	}
	if regions < 700 {
		t.Errorf("got %d regions, want at least 700", regions)
	}
	for _, n := range c.glob("vendors/*.regions.tsv") {
		if c.Vendor(strings.TrimSuffix(path.Base(n), ".regions.tsv")) == nil {
			t.Errorf("%s: no such vendor", n)
		}
	}
}

// TestSecondLayer wants every region that a code stands for to be one of the host's.
func TestSecondLayer(t *testing.T) {
	t.Parallel()
	c := Embedded()
	for _, r := range c.rows("identify/saas-regions.tsv", 2) {
		host, region := r.cell(2), r.cell(3)
		if region == "" || region == "*" || region[0] == '=' {
			continue
		}
		if got := c.Region(host, region); got == nil || got.ID != region {
			t.Errorf("%s of %s: %q is no region code of %s", r.cell(1), r.cell(0), region, host)
		}
	}
}

func TestHost(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, vendor, region string }{
		{"management.sovcloud-api.fr", "bleu", ""},
		{"https://MANAGEMENT.sovcloud-api.fr./x", "bleu", ""},
		{"evil-sovcloud-api.fr", "", ""},
		{"sovcloud-api.fr.example.com", "", ""},
		{"https://fcu.eu-west-2.outscale.com", "outscale", "eu-west-2"},
		{"oos.cloudgouv-eu-west-1.outscale.com", "outscale", "cloudgouv-eu-west-1"},
		{"https://s3.fr-par.scw.cloud", "scaleway", "fr-par"},
		{"https://s3.gra.io.cloud.ovh.net:443/", "ovh", "GRA"},
		{"https://auth.cloud.ovh.net/v3", "ovh", ""},
		{"http://localhost:4566", "", ""},
		{"", "", ""},
	}
	c := Embedded()
	for _, tt := range tests {
		h, _ := c.Host(tt.text)
		if h.Vendor != tt.vendor || h.Region != tt.region {
			t.Errorf("Host(%q) is %q in %q, want %q in %q", tt.text, h.Vendor, h.Region, tt.vendor, tt.region)
		}
	}
}

func TestRegion(t *testing.T) {
	t.Parallel()
	tests := []struct{ vendor, code, id, country string }{
		{"aws", "eu-west-2", "eu-west-2", "GB"},
		{"outscale", "eu-west-2", "eu-west-2", "FR"},
		{"aws", "eu-west-3a", "eu-west-3", "FR"},
		{"aws", "eu-west-3-cmn-1a", "eu-west-3-cmn-1", "MA"},
		{"aws-eusc", "eusc-de-east-1", "eusc-de-east-1", "DE"},
		{"azure", "France Central", "francecentral", "FR"},
		{"azure", "FRANCECENTRAL", "francecentral", "FR"},
		{"azure", "Europe", "", ""},
		{"google", "europe-west9-a", "europe-west9", "FR"},
		{"google", "us-central1c", "", ""}, // no zone: the dash is missing
		{"google", "us-central1-c", "us-central1", "US"},
		{"google", "EUROPE-WEST2", "europe-west2", "GB"},
		{"google", "US", "us", "US"},
		{"s3ns", "u-france-east1-a", "u-france-east1", "FR"},
		{"ovh", "GRA11", "GRA", "FR"},
		{"ovh", "EU-WEST-PAR", "EU-WEST-PAR", "FR"},
		{"scaleway", "fr-par-2", "fr-par", "FR"},
		{"outscale", "cloudgouv-eu-west-1a", "cloudgouv-eu-west-1", "FR"},
		{"aws", "fr-par", "", ""},
		{"nobody", "eu-west-1", "", ""},
	}
	c := Embedded()
	for _, tt := range tests {
		var id, ctry string
		if r := c.Region(tt.vendor, tt.code); r != nil {
			id, ctry = r.ID, r.Country
		}
		if id != tt.id || ctry != tt.country {
			t.Errorf("Region(%q, %q) is %q in %q, want %q in %q", tt.vendor, tt.code, id, ctry, tt.id, tt.country)
		}
	}
}

func TestProvider(t *testing.T) {
	t.Parallel()
	c := Embedded()
	for source, want := range map[string]string{
		"registry.terraform.io/hashicorp/aws":         "hashicorp/aws",
		"registry.opentofu.org/hashicorp/aws":         "hashicorp/aws",
		"terraform.example.gouv.fr/hashicorp/azurerm": "hashicorp/azurerm",
		"aws": "hashicorp/aws",
		"registry.terraform.io/CleverCloud/clevercloud": "clevercloud/clevercloud",
		"registry.terraform.io/someone/aws":             "",
	} {
		if p, _ := c.Provider(source); p.Source != want {
			t.Errorf("Provider(%q) is %q, want %q", source, p.Source, want)
		}
	}
}

func TestTypeOfFormerName(t *testing.T) {
	t.Parallel()
	c := Embedded()
	for source, name := range map[string]string{
		"registry.terraform.io/outscale-dev/outscale": "outscale_vm",
		"hashicorp/google-beta":                       "google_storage_bucket",
		"opentofu/aws":                                "aws_s3_bucket",
	} {
		if got, ok := c.Type(source, name); !ok || got.Name != name {
			t.Errorf("Type(%q, %q) is %+v, %v, want that type", source, name, got, ok)
		}
	}
	if got, ok := c.Type("outscale-dev/outscale", "outscale_nonesuch"); ok {
		t.Errorf("an unknown type reads as %+v", got)
	}
}
