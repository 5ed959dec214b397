package catalog

import (
	"io/fs"
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
	dated   = regexp.MustCompile(`^20\d\d(-\d\d(-\d\d)?)?$`)
	country = regexp.MustCompile(`^[A-Z]{2}$`)
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

func TestVendorLaws(t *testing.T) {
	t.Parallel()
	c := Embedded()
	names, err := fs.Glob(c.fsys, "vendors/*.hcl")
	if err != nil || len(names) < 80 {
		t.Fatalf("got %d vendors (%v), want at least 80", len(names), err)
	}
	regions := 0
	for _, n := range names {
		id := strings.TrimSuffix(path.Base(n), ".hcl")
		v, err := c.readVendor(id)
		if err != nil {
			t.Errorf("%s: %v", n, err)
			continue
		}
		if v.ID != id || v.Name == "" {
			t.Errorf("%s: id %q, name %q", n, v.ID, v.Name)
		}
		checkSource(t, n, v.Source)
		if v.Seat != "" && !country.MatchString(v.Seat) {
			t.Errorf("%s: seat %q", n, v.Seat)
		}
		checkRegions(t, c, v)
		regions += len(v.list)
	}
	if regions < 700 {
		t.Errorf("got %d regions, want at least 700", regions)
	}
	for _, n := range mustGlob(t, c, "vendors/*.regions.tsv") {
		if c.Vendor(strings.TrimSuffix(path.Base(n), ".regions.tsv")) == nil {
			t.Errorf("%s: no such vendor", n)
		}
	}
}

func mustGlob(t *testing.T, c *Catalog, pattern string) []string {
	t.Helper()
	names, err := fs.Glob(c.fsys, pattern)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func checkRegions(t *testing.T, c *Catalog, v *Vendor) {
	t.Helper()
	last := ""
	for _, r := range v.list {
		what := v.ID + " " + r.ID
		checkSource(t, what, r.Source)
		if r.Country != "" && !country.MatchString(r.Country) {
			t.Errorf("%s: country %q", what, r.Country)
		}
		if k := strings.ToLower(r.ID); k <= last {
			t.Errorf("%s: not sorted, or twice", what)
		} else {
			last = k
		}
		if got := c.Region(v.ID, r.ID); got == nil || got.ID != r.ID {
			t.Errorf("%s: looked up as %v", what, got)
		}
		if r.Pair != "" && v.ID == "azure" && c.Region(v.ID, r.Pair) == nil {
			t.Errorf("%s: pair %q is no region", what, r.Pair)
		}
	}
}

func TestRegisterLaws(t *testing.T) {
	t.Parallel()
	c := Embedded()
	regs := c.Registers()
	if len(regs) != len(mustGlob(t, c, "registers/*.hcl")) || len(regs) == 0 {
		t.Fatalf("got %d registers", len(regs))
	}
	for _, r := range regs {
		checkSource(t, r.ID, r.Source)
		seen := map[string]bool{}
		for _, o := range r.Offers {
			checkSource(t, o.ID, o.Source)
			checkOffer(t, c, o)
			if seen[o.ID] {
				t.Errorf("%s: twice", o.ID)
			}
			seen[o.ID] = true
		}
	}
}

func checkOffer(t *testing.T, c *Catalog, o *Offer) {
	t.Helper()
	if !slices.Contains([]string{"qualified", "candidate", "withdrawn"}, o.Status) {
		t.Errorf("%s: status %q", o.ID, o.Status)
	}
	if o.From != "" && o.Until != "" && o.From > o.Until {
		t.Errorf("%s: from %s until %s", o.ID, o.From, o.Until)
	}
	if o.Vendor != "" && c.Vendor(o.Vendor) == nil {
		t.Errorf("%s: vendor %q", o.ID, o.Vendor)
	}
	for _, code := range o.Regions {
		if r := c.Region(o.Vendor, code); r == nil || r.ID != code {
			t.Errorf("%s: %q is no region of %s", o.ID, code, o.Vendor)
		}
	}
}

func TestIdentificationLaws(t *testing.T) {
	t.Parallel()
	c := Embedded()
	hosts, src := c.rows("identify/hosts.tsv")
	for _, h := range hosts {
		src.Confidence = cell(h, 4)
		checkSource(t, h[0], src)
		if c.Vendor(h[1]) == nil {
			t.Errorf("host %s: vendor %q", h[0], h[1])
		}
	}
	if !slices.IsSortedFunc(hosts, func(a, b []string) int { return strings.Compare(a[0], b[0]) }) {
		t.Error("the hosts are not sorted")
	}
	c.Provider("aws")
	for _, p := range c.providers {
		checkSource(t, p.Source, p.Fact)
		if p.Vendor != "" && c.Vendor(p.Vendor) == nil {
			t.Errorf("provider %s: vendor %q", p.Source, p.Vendor)
		}
		if p.Types != "" && len(c.Types(p.Types)) == 0 {
			t.Errorf("provider %s: %s has no table of types", p.Source, p.Types)
		}
		for _, rule := range c.Identifications(p.Family) {
			checkRule(t, c, p.Family, rule)
		}
	}
}

func checkRule(t *testing.T, c *Catalog, family string, r Identification) {
	t.Helper()
	checkSource(t, family, r.Fact)
	if !slices.Contains([]string{"@host", "loopback", "self-hosted", "unknown"}, r.Vendor) && c.Vendor(r.Vendor) == nil {
		t.Errorf("rule of %s: vendor %q", family, r.Vendor)
	}
	ops := []string{"host_suffix", "host_table", "in", "in_norm", "prefix", "prefix_norm", "regex", "set", "set_and_not", "not_region", "region"}
	for _, w := range r.When {
		if !slices.Contains(ops, w.Op) {
			t.Errorf("rule of %s: operator %q", family, w.Op)
		}
		if w.Op == "regex" {
			if _, err := regexp.Compile(w.Values[0]); err != nil {
				t.Errorf("rule of %s: %v", family, err)
			}
		}
	}
}

func TestTypeLaws(t *testing.T) {
	t.Parallel()
	c := Embedded()
	holdings := []Holding{Stores, Processes, Transits, Keys, Identity, Telemetry, Nothing}
	for _, name := range mustGlob(t, c, "providers/*/*.tsv") {
		rows, _ := c.rows(name)
		last := ""
		for _, row := range rows {
			if len(row) != 6 {
				t.Errorf("%s: %s has %d columns", name, row[0], len(row))
				continue
			}
			if row[0] <= last {
				t.Errorf("%s: %s is not sorted, or twice", name, row[0])
			}
			last = row[0]
			source := strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(name, "providers/"), ".tsv"), ".hand")
			got, ok := c.Type(source, row[0])
			if !ok || got.Name != row[0] || !slices.Contains(holdings, got.Holds) || got.Service == "" ||
				slices.ContainsFunc(got.Also, func(h Holding) bool { return h == Nothing || !slices.Contains(holdings, h) }) {
				t.Errorf("%s: %s reads as %+v", name, row[0], got)
			}
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
