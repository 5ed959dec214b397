package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/rules"
)

type object = map[string]any

// A trick is a plan of one resource made to look better than it is.
type trick struct {
	source, typ               string
	provider, expressions     object
	after, unknown, sensitive object
	extra                     []any // further configuration blocks
	internal                  []place.Internal
	verdict                   string
	unseen                    string // must not be in any output
}

func (k trick) plan(t *testing.T) []byte {
	t.Helper()
	name := k.source[strings.LastIndexByte(k.source, '/')+1:]
	raw, err := json.Marshal(object{
		"format_version": "1.2", "terraform_version": "1.11.4",
		"resource_changes": []any{object{
			"address": k.typ + ".x", "mode": "managed", "type": k.typ, "name": "x", "provider_name": k.source,
			"change": object{"actions": []string{"create"}, "before": nil, "after": k.after, "after_unknown": k.unknown, "after_sensitive": k.sensitive},
		}},
		"configuration": object{
			"provider_config": object{name: object{"name": name, "full_name": k.source, "expressions": k.provider}},
			"root_module": object{"resources": append([]any{object{
				"address": k.typ + ".x", "mode": "managed", "type": k.typ, "name": "x", "provider_config_key": name, "expressions": k.expressions,
			}}, k.extra...)},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func is(v any) object { return object{"constant_value": v} }

const registry = "registry.terraform.io/"

// TestTricks holds what a hostile or careless plan must not pass for.
func TestTricks(t *testing.T) {
	snc := object{"auth_url": is("https://auth.cloud.snc.ovh.net/v3"), "region": is("eu-west-rbx-snc")}
	for name, k := range map[string]trick{
		"the known host of a vendor is not one's own": {source: registry + "terraform-provider-openstack/openstack", typ: "openstack_blockstorage_volume_v3",
			provider: object{"auth_url": is("https://auth.cloud.ovh.net/v3")}, after: object{"region": "BHS5"},
			internal: []place.Internal{{Name: "nubo", Hosts: []string{"*.cloud.ovh.net"}, Country: "FR"}}, verdict: "outside"},
		"a look-alike host is nobody": {source: registry + "hashicorp/azurerm", typ: "azurerm_storage_account",
			provider: object{"metadata_host": is("evil-sovcloud-api.fr")}, after: object{"location": "bleufrancecentral"}, verdict: "undetermined"},
		"an endpoint beats the region beside it": {source: registry + "outscale/outscale", typ: "outscale_volume",
			provider: object{"region": is("cloudgouv-eu-west-1"), "endpoints": []any{object{"api": is("https://api.evil.example.com")}}},
			after:    object{"subregion_name": "cloudgouv-eu-west-1a"}, verdict: "undetermined"},
		"a custom endpoint beats the universe": {source: registry + "hashicorp/google", typ: "google_storage_bucket",
			provider: object{"universe_domain": is("s3nsapis.fr"), "storage_custom_endpoint": is("https://storage.googleapis.com/storage/v1/")},
			after:    object{"location": "u-france-east1"}, verdict: "foreign-control"},
		"a written universe beats a project's prefix": {source: registry + "hashicorp/google", typ: "google_storage_bucket",
			provider: object{"universe_domain": is("googleapis.com"), "project": is("s3ns:x")}, after: object{"location": "europe-west9"}, verdict: "foreign-control"},
		"the override of another service says nothing": {source: registry + "terraform-provider-openstack/openstack", typ: "openstack_blockstorage_volume_v3",
			provider: object{"auth_url": is("https://auth.cloud.ovh.net/v3"), "endpoint_overrides": is(object{"baremetal": "https://x.cloud.snc.ovh.net"})},
			after:    object{"region": "GRA11"}, verdict: "unqualified"},
		"a region outside the row is not covered": {source: registry + "terraform-provider-openstack/openstack", typ: "openstack_blockstorage_volume_v3",
			provider: snc, after: object{"region": "WAW1"}, verdict: "unqualified"},
		"a region that nobody knows is a question": {source: registry + "terraform-provider-openstack/openstack", typ: "openstack_blockstorage_volume_v3",
			provider: snc, after: object{"region": "US-EVIL-9"}, verdict: "undetermined"},
		"only one service is redirected": {source: registry + "hashicorp/aws", typ: "aws_lb",
			provider: object{"region": is("eu-west-3"), "endpoints": []any{object{"elb": is("https://lbu.cloudgouv-eu-west-1.outscale.com")}}},
			after:    object{"region": "eu-west-3"}, verdict: "foreign-control"},
		"an ephemeral twin does not lend its provider": {source: registry + "hashicorp/google", typ: "google_storage_bucket",
			provider: object{}, after: object{"location": "europe-west9"},
			extra:   []any{object{"address": "ephemeral.google_storage_bucket.x", "mode": "ephemeral", "type": "google_storage_bucket", "name": "x", "provider_config_key": "google.s3ns"}},
			verdict: "foreign-control"},
		"a fork of null is not null": {source: "evil.example.com/hashicorp/null", typ: "aws_s3_bucket", provider: object{}, after: object{}, verdict: "undetermined"},
		"what deploys anything may hold anything": {source: registry + "hashicorp/aws", typ: "aws_cloudformation_stack",
			provider: object{"region": is("us-east-1")}, after: object{"region": "us-east-1"}, verdict: "foreign-control"},
		"no health data is not public data": {source: registry + "hashicorp/aws", typ: "aws_s3_bucket", provider: object{"region": is("us-east-1")},
			after: object{"region": "us-east-1", "tags": object{"hds": "false", "rgpd": "no"}}, verdict: "foreign-control"},
		"the strictest label counts": {source: registry + "hashicorp/aws", typ: "aws_s3_bucket", provider: object{"region": is("us-east-1")},
			after: object{"region": "us-east-1", "tags": object{"classification": "public", "sensitivity": "high"}}, verdict: "foreign-control"},
		"a password in an address": {source: registry + "terraform-provider-openstack/openstack", typ: "openstack_blockstorage_volume_v3",
			provider: object{"auth_url": is("https://me:hunter2hunter2@auth.cloud.ovh.net/v3?k=hunter2hunter2")}, after: object{"region": "GRA11"}, verdict: "unqualified", unseen: "hunter2hunter2"},
		"a sensitive place": {source: registry + "hashicorp/azurerm", typ: "azurerm_storage_account", provider: object{},
			expressions: object{"location": is("francecentral-hush")}, after: object{"location": "francecentral-hush"}, sensitive: object{"location": true},
			verdict: "foreign-control", unseen: "francecentral-hush"},
	} {
		t.Run(name, func(t *testing.T) {
			rep := k.judge(t)
			if got := rep.Resources[0].Verdict; got != k.verdict {
				t.Errorf("verdict %s, want %s: %+v", got, k.verdict, rep.Resources[0])
			}
			var b bytes.Buffer
			for _, f := range report.Formats() {
				if err := report.Write(&b, f, rep, report.Options{}); err != nil {
					t.Fatal(err)
				}
			}
			if k.unseen != "" && strings.Contains(b.String(), k.unseen) {
				t.Errorf("%q is in the output", k.unseen)
			}
		})
	}
}

func (k trick) judge(t *testing.T) *lint.Report {
	t.Helper()
	c := catalog.Embedded()
	cfg, err := load.Read(bytes.NewReader(k.plan(t)), load.Options{Name: "plan.json", Wanted: place.Wanted(c, classify.Attributes()...)})
	if err != nil {
		t.Fatal(err)
	}
	d, err := rules.Doctrine(defaultDoctrine)
	if err != nil {
		t.Fatal(err)
	}
	rep, err := lint.Run(lint.Given(cfg), rules.All(), lint.Options{Doctrine: d, Catalog: c, AsOf: "2026-11-23", Internal: k.internal})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}
