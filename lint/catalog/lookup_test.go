package catalog

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnder(t *testing.T) {
	t.Parallel()
	tests := []struct{ operator, code, host, region, country string }{
		{"aiven", "aws-eu-west-3", "aws", "eu-west-3", ""},
		{"aiven", "azure-germany-westcentral", "azure", "germanywestcentral", ""},
		{"aiven", "custom-aws-mine", "", "", ""},
		{"mongodbatlas", "AWS/EU_WEST_3", "aws", "eu-west-3", ""},
		{"mongodbatlas", "AZURE/EUROPE_WEST", "azure", "westeurope", ""},
		{"mongodbatlas", "GCP/WESTERN_EUROPE", "google", "europe-west1", ""},
		{"mongodbatlas", "AWS/NOWHERE_1", "aws", "", ""},
		{"elastic", "us-east-1", "aws", "us-east-1", ""},
		{"elastic", "ece-region", "", "", ""},
		{"elastic", "nowhere", "", "", ""},
		{"clevercloud", "ldn", "ionos", "gb/lhr", ""},
		{"clevercloud", "fr-north-hds", "ovh", "", "FR"},
		{"databricks", "adb-1.2.azuredatabricks.net", "azure", "", ""},
		{"databricks", "x.gcp.databricks.com", "google", "", ""},
		{"snowflake", "AZURE_WESTEUROPE", "azure", "westeurope", ""},
		{"snowflake", "eu-central-1", "aws", "eu-central-1", ""},
		{"newrelic", "EU", "", "", "EU"},
		{"nobody", "x", "", "", ""},
	}
	c := Embedded()
	for _, tt := range tests {
		got, _ := c.Under(tt.operator, tt.code)
		if got.Host != tt.host || got.Region != tt.region || got.Country != tt.country {
			t.Errorf("Under(%q, %q) is %q of %q in %q, want %q of %q in %q", tt.operator, tt.code, got.Region, got.Host, got.Country, tt.region, tt.host, tt.country)
		}
	}
}

func TestNamesake(t *testing.T) {
	t.Parallel()
	c := Embedded()
	for _, tt := range []struct{ source, typ, want string }{
		{"registry.terraform.io/someone/aws", "aws_s3_bucket", "hashicorp/aws"},
		{"registry.example.org/acme/cloud", "azurerm_storage_account", "hashicorp/azurerm"},
		{"registry.example.org/acme/cloud", "cloud_thing", ""},
		{"registry.example.org/acme/random", "random_id", ""},
		{"registry.terraform.io/someone/azurerm", "", "hashicorp/azurerm"},
		{"registry.terraform.io/someone/kubernetes", "", "hashicorp/kubernetes"},
		{"registry.terraform.io/hashicorp/aws", "aws_s3_bucket", ""},
	} {
		if got, _ := c.Namesake(tt.source, tt.typ); got.Source != tt.want {
			t.Errorf("Namesake(%q, %q) is %q, want %q", tt.source, tt.typ, got.Source, tt.want)
		}
	}
}

func TestMovedProviders(t *testing.T) {
	t.Parallel()
	c := Embedded()
	for _, source := range []string{"registry.terraform.io/snowflake-labs/snowflake", "registry.opentofu.org/opentofu/aws", "hashicorp/google-beta", "hashicorp/vsphere", "ovh"} {
		typ := map[string]string{"snowflake": "snowflake_database", "aws": "aws_s3_bucket", "google-beta": "google_storage_bucket", "vsphere": "vsphere_virtual_machine", "ovh": "ovh_cloud_project_kube"}[source[strings.LastIndexByte(source, '/')+1:]]
		if _, ok := c.Type(source, typ); !ok {
			t.Errorf("%s: type %s is not known", source, typ)
		}
	}
}

func TestARMType(t *testing.T) {
	t.Parallel()
	c := Embedded()
	if !c.HasARMTypes() {
		t.Fatal("no ARM types")
	}
	got, ok := c.ARMType("microsoft.STORAGE/storageAccounts@2023-05-01")
	if !ok || !got.Does(Stores) || got.Twin != "azurerm_storage_account" || got.Parent != "" {
		t.Errorf("a storage account reads as %+v", got)
	}
	child, ok := c.ARMType("Microsoft.KeyVault/vaults/secrets")
	if !ok || child.Parent != "parent_id" {
		t.Errorf("a secret reads as %+v", child)
	}
}

// TestKeys wants every type that others name by a literal to be known, where
// its provider has a table.
func TestKeys(t *testing.T) {
	t.Parallel()
	c := Embedded()
	tables := c.Sources()
	rows := c.rows(keysTable, 2)
	if len(rows) == 0 {
		t.Fatal("no keys were read")
	}
	for _, r := range rows {
		source, typ := r.cell(0), r.cell(1)
		if d := cmp.Diff(r.list(2), c.Keys(source, typ)); d != "" {
			t.Errorf("%s of %s (-line +found):\n%s", typ, source, d)
		}
		if _, ok := c.Type(source, typ); !ok && slices.Contains(tables, source) {
			t.Errorf("%s: no such type of %s", typ, source)
		}
	}
	for _, source := range []string{"registry.terraform.io/hashicorp/aws", "aws", "opentofu/aws"} {
		if got := c.Keys(source, "aws_s3_bucket"); !slices.Contains(got, "bucket") {
			t.Errorf("a bucket of %s is named by %v", source, got)
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	tests := []struct{ typ, value, want string }{
		{"aws_bedrockagent_agent", "us.anthropic.claude-x", "US"},
		{"aws_bedrockagent_agent", "eu.anthropic.claude-x", "EU"},
		{"aws_bedrockagent_agent", "arn:aws:bedrock:eu-west-3:1:inference-profile/global.anthropic.claude-x", Anywhere},
		{"aws_bedrockagent_agent", "anthropic.claude-x", ""},
		{"aws_bedrockagent_agent", "meta.us.model", ""},
		{"aws_s3_bucket", "us.x", ""},
	}
	c := Embedded()
	for _, tt := range tests {
		got := ""
		for _, p := range c.Places("hashicorp/aws", tt.typ) {
			if p.Says(tt.value) {
				got = p.Kind + strings.Join(p.Countries, ",")
			}
		}
		if got != tt.want {
			t.Errorf("%q of %s is %q, want %q", tt.value, tt.typ, got, tt.want)
		}
	}
}

// TestBackendsAreNoProviders wants no backend where a provider is asked for by
// its name alone.
func TestBackendsAreNoProviders(t *testing.T) {
	t.Parallel()
	c := Embedded()
	for _, name := range []string{"s3", "gcs", "pg", "artifactory", "someone/s3"} {
		if p, ok := c.Provider(name); ok {
			t.Errorf("provider %q is %s", name, p.Source)
		}
	}
	if p, ok := c.Provider(BackendSource("s3")); !ok || p.Family != "backend-s3" {
		t.Errorf("the backend reads as %+v", p)
	}
}

// TestAlternativesAreInTheRegister holds the table of alternatives against the
// register and the tables of types.
func TestAlternativesAreInTheRegister(t *testing.T) {
	t.Parallel()
	c := Embedded()
	offers := map[string]bool{}
	for _, r := range c.Registers() {
		for _, o := range r.Offers {
			offers[o.ID] = o.Status == "qualified"
		}
	}
	for _, service := range []string{"backup", "block-storage", "compute", "database", "key-management", "kubernetes", "load-balancer", "object-storage", "warehouse"} {
		all := c.Alternatives(service)
		if len(all) == 0 {
			t.Errorf("%s: no alternative", service)
		}
		for _, a := range all {
			if !offers[a.Offer] || len(a.Types) == 0 {
				t.Errorf("%s: offer %s is not qualified, or no type addresses it", service, a.Offer)
			}
		}
	}
	if c.Alternatives("no such thing") != nil {
		t.Error("an alternative to nothing")
	}
}
