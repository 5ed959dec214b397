package place_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
)

// A fact is one rule of the identification table that the project was given.
type fact struct {
	Order        int
	Family       string
	Vendor, Note string
	When         []struct {
		Arg, Op, Value string
		Values         []any
	}
}

// apart are the rules that the tables of the catalog read otherwise, and why.
var apart = map[int]string{
	59:  "any other universe: tried by name below",
	68:  "a loopback endpoint is no vendor",
	80:  "clouds.yaml is no part of an input",
	81:  "a region alone is no proof: the cloud stays open",
	97:  "the realm is a part of Oracle",
	98:  "ovh.us is the company in the United States, as the table of hosts has it",
	107: "what a reference leads to is tried in the archives",
	109: "one command a vendor",
	110: "one form a vendor",
	112: "the second layer is tried in the archives",
}

// samples give an argument of a rule a value for which it holds.
var samples = map[string]string{
	"^s3ns:": "s3ns:p", "^eu0:": "eu0:p", "^u-france-east1": "u-france-east1", "^u-germany-northeast1": "u-germany-northeast1-a",
	"^eusc-": "eusc-de-east-1", "^cn-": "cn-north-1", "^us-gov-": "us-gov-west-1", "^(us-iso|us-isob|us-isof|eu-isoe)-": "eu-isoe-west-1",
}

// types are a resource type of each family; any other is made up.
var types = map[string]string{"azure": "azurerm_storage_account", "google": "google_storage_bucket", "aws": "aws_s3_bucket", "awscc": "awscc_s3_bucket",
	"azapi": "azapi_resource", "azuread": "azuread_user"}

// TestIdentification tries every rule of the given table, where it is at hand,
// on a provider that the rule is made for.
func TestIdentification(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/facts/identification.json")
	if err != nil {
		t.Logf("left out: the identification table is not here (%v)", err)
		return
	}
	var table struct {
		Rules   []fact
		Sources []struct{ Glob, Family string }     `json:"provider_sources"`
		Regions map[string]struct{ Address string } `json:"region_lookup"`
	}
	if err := json.Unmarshal(bytes.ReplaceAll(raw, []byte(`"order": [`), []byte(`"paths": [`)), &table); err != nil {
		t.Fatal(err)
	}
	sources, addresses := map[string]string{}, map[string]string{}
	for _, s := range table.Sources {
		if _, ok := sources[s.Family]; !ok {
			sources[s.Family] = strings.TrimPrefix(s.Glob, "*/")
		}
	}
	for family, r := range table.Regions {
		addresses[family] = strings.Trim(strings.SplitN(strings.ReplaceAll(r.Address, ";", " "), " ", 2)[0], ",")
	}
	if len(table.Rules) < 130 {
		t.Fatalf("got %d rules, want at least 130", len(table.Rules))
	}
	for _, f := range table.Rules {
		t.Run(fmt.Sprintf("%d_%s", f.Order, f.Family), func(t *testing.T) {
			if _, ok := apart[f.Order]; ok {
				return
			}
			f.try(t, sources[f.Family], addresses[f.Family])
		})
	}
}

// try makes the rule's provider and wants its vendor.
func (f fact) try(t *testing.T, source, address string) {
	t.Helper()
	provider, resource := map[string]any{"source": source}, map[string]any{}
	want := f.Vendor
	for _, w := range f.When {
		value := fmt.Sprint(firstOf(w.Values, w.Value))
		switch w.Op {
		case "regex":
			value = samples[w.Value]
		case "host_table":
			value, want = "https://s3.fr-par.scw.cloud", "scaleway"
		case "host_suffix":
			value = "https://x." + value + ":443/"
		case "set":
			value = "cloud.example.org"
		case "in-table", "not-in-table":
			value = map[string]string{"outscale": "eu-west-2", "aws": "gra"}[value]
		case "prefix-norm":
			value += "north"
		}
		put(provider, resource, w.Arg, address, value)
	}
	if want == "unknown" || want == "self-hosted" || strings.HasPrefix(want, "(vendor of") {
		want = "" // a question
	}
	typ := types[f.Family]
	if typ == "" {
		typ = source[strings.LastIndexByte(source, '/')+1:] + "_thing"
	}
	name := typ[:strings.IndexByte(typ, '_')]
	b, err := json.Marshal(map[string]any{"providers": map[string]any{name: provider}, "resources": map[string]any{typ + ".x": resource}})
	if err != nil {
		t.Fatal(err)
	}
	if got := vendorOf(t, b); got != want {
		t.Errorf("rule %d: vendor %q, want %q, of %s", f.Order, got, want, b)
	}
}

// put writes a value where a rule reads it. "a | b" are spellings: the first is
// written; "x[*].y" is a nested block.
func put(provider, resource map[string]any, arg, address, value string) {
	arg, _, _ = strings.Cut(arg, " | ")
	arg, _, _ = strings.Cut(arg, "|")
	switch {
	case strings.HasSuffix(arg, "(resource)"):
		resource[strings.TrimSuffix(arg, " (resource)")] = value
	case strings.HasPrefix(arg, "region (resource"):
		provider["region"] = value
	case strings.HasPrefix(arg, "region ->"):
		provider["region"] = map[string]string{"oc19": "eu-frankfurt-2"}[value]
	case strings.HasPrefix(arg, "address argument"):
		block(provider, address, value)
	case arg == "*_custom_endpoint":
		provider["storage_custom_endpoint"] = value
	case strings.HasPrefix(arg, "endpoints[*]."):
		block(provider, "endpoints[].s3", value)
	case strings.HasPrefix(arg, "endpoint_overrides"):
		provider["endpoint_overrides"] = map[string]any{"thing": value}
	case strings.HasPrefix(arg, "exec[*]"):
		provider["exec"] = []any{map[string]any{"command": "aws"}}
	case arg == "skip_region_validation":
		provider[arg] = true
	default:
		arg, _, _ = strings.Cut(arg, " ")
		block(provider, strings.ReplaceAll(arg, "[*]", "[]"), value)
	}
}

func block(into map[string]any, path, value string) {
	head, rest, below := strings.Cut(path, ".")
	name := strings.TrimSuffix(head, "[]")
	switch {
	case below:
		inner := map[string]any{}
		block(inner, rest, value)
		into[name] = []any{inner}
	case name != head:
		into[name] = []any{value}
	default:
		into[name] = value
	}
}

func firstOf(values []any, other string) any {
	if len(values) > 0 {
		return values[0]
	}
	return other
}

func vendorOf(t *testing.T, config []byte) string {
	t.Helper()
	plan, _ := planOf(t, config)
	c := catalog.Embedded()
	cfg, err := load.Read(bytes.NewReader(plan), load.Options{Wanted: place.Wanted(c)})
	if err != nil {
		t.Fatal(err)
	}
	if v := place.New(c, place.Options{}).Place(cfg, cfg.Resources[0]).Vendor; v != nil {
		return v.ID
	}
	return ""
}

// TestSourcesAreKnown wants every provider source of the given table, where it
// is at hand, to be in the catalog, through any registry.
func TestSourcesAreKnown(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/facts/identification.json")
	if err != nil {
		t.Logf("left out: the identification table is not here (%v)", err)
		return
	}
	var table struct {
		Sources  []struct{ Glob string }           `json:"provider_sources"`
		Hosts    []struct{ Suffix, Vendor string } `json:"host_table"`
		Backends []struct{ Type string }
	}
	if err := json.Unmarshal(raw, &table); err != nil {
		t.Fatal(err)
	}
	c := catalog.Embedded()
	for _, s := range table.Sources {
		for _, source := range spell(strings.TrimPrefix(s.Glob, "*/")) {
			if _, ok := c.Provider("registry.example.org/" + strings.ToUpper(source)); !ok {
				t.Errorf("provider %s is not in the catalog", source)
			}
		}
	}
	for _, h := range table.Hosts {
		if got, ok := c.Host("x." + h.Suffix); h.Vendor != "unknown" && (!ok || got.Vendor != h.Vendor) {
			t.Errorf("host %s is of %q, want %q", h.Suffix, got.Vendor, h.Vendor)
		}
	}
	for _, b := range table.Backends {
		for typ := range strings.SplitSeq(b.Type, ", ") {
			typ = strings.TrimSuffix(typ, " block")
			if _, ok := c.Provider(catalog.BackendSource(typ)); !ok && typ != "terraform_remote_state data" {
				t.Errorf("backend %s is not in the catalog", typ)
			}
		}
	}
}

// spell writes out a glob with alternatives in braces.
func spell(glob string) []string {
	before, rest, ok := strings.Cut(glob, "{")
	if !ok {
		return []string{glob}
	}
	middle, after, _ := strings.Cut(rest, "}")
	all := map[string]bool{}
	for alt := range strings.SplitSeq(middle, ",") {
		all[before+alt+after] = true
	}
	return slices.Sorted(maps.Keys(all))
}
