package rules

import (
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

func text(s string) tf.Value { return tf.Value{State: tf.Known, V: s} }

func refs(to ...string) tf.Value { return tf.Value{State: tf.Unknown, Refs: to} }

func block(name string, v tf.Value) tf.Value {
	return tf.Value{State: tf.Known, V: []tf.Value{{State: tf.Known, V: tf.Attrs{name: v}}}}
}

// s3ns and paris are two instances of the Google provider, of two operators.
var (
	s3ns = &tf.Provider{Source: "registry.terraform.io/hashicorp/google", Key: "google", Joined: true,
		Written: tf.Attrs{"universe_domain": text("s3nsapis.fr"), "region": text("u-france-east1")}}
	paris = &tf.Provider{Source: "registry.terraform.io/hashicorp/google", Key: "google.paris", Alias: "paris", Joined: true,
		Written: tf.Attrs{"region": text("europe-west9")}}
	azure    = &tf.Provider{Source: "registry.terraform.io/hashicorp/azurerm", Key: "azurerm", Joined: true}
	virginia = &tf.Provider{Source: "registry.terraform.io/hashicorp/aws", Key: "aws.virginia", Alias: "virginia", Joined: true,
		Written: tf.Attrs{"region": text("us-east-1")}}
	aws = &tf.Provider{Source: "registry.terraform.io/hashicorp/aws", Key: "aws", Joined: true, Written: tf.Attrs{"region": text("eu-west-3")}}
)

func provider(source string) *tf.Provider {
	return &tf.Provider{Source: "registry.terraform.io/" + source, Key: source, Joined: true}
}

func make1(p *tf.Provider, addr string, planned, written tf.Attrs) *tf.Resource {
	a := tf.ParseAddr(addr)
	r := &tf.Resource{Addr: a, Kind: &tf.Kind{Action: tf.Create, Provider: p, Body: tf.Body{Planned: planned, Written: written}}}
	r.Type, _, _ = cut(a.Local)
	return r
}

func cut(s string) (string, string, bool) {
	for i := range s {
		if s[i] == '.' {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

func configOf(rs ...*tf.Resource) *tf.Config {
	cfg := &tf.Config{Source: "plan.json", Format: "plan-json", Resources: rs}
	tf.Sort(cfg.Resources)
	return cfg
}

// flowExamples are the examples of the pages of rules on flows.
func flowExamples() map[string]*tf.Config {
	place := tf.Attrs{"location": text("u-france-east1")}
	logs := make1(paris, "google_storage_bucket.logs", tf.Attrs{"location": text("europe-west9")}, nil)
	key := make1(paris, "google_kms_crypto_key.k", nil, nil)
	return map[string]*tf.Config{
		"replica-leaves": configOf(make1(aws, "aws_dynamodb_table.sessions", tf.Attrs{"replica": block("region_name", text("us-east-1"))}, nil)),
		"backup-leaves": configOf(make1(aws, "aws_backup_plan.daily", nil, tf.Attrs{"rule": {State: tf.Known, V: []tf.Value{{State: tf.Known, V: tf.Attrs{
			"copy_action": block("destination_vault_arn", refs("aws_backup_vault.far.arn"))}}}}}), make1(virginia, "aws_backup_vault.far", nil, nil)),
		"implicit-copy": configOf(make1(azure, "azurerm_recovery_services_vault.daily", tf.Attrs{"location": text("brazilsouth")}, nil)),
		"log-export":    configOf(make1(s3ns, "google_storage_bucket.data", place, tf.Attrs{"logging": block("log_bucket", refs("google_storage_bucket.logs.name"))}), logs),
		"foreign-key": configOf(make1(s3ns, "google_storage_bucket.data", place,
			tf.Attrs{"encryption": block("default_kms_key_name", refs("google_kms_crypto_key.k.id"))}), key),
		"foreign-identity": configOf(make1(azure, "azurerm_api_management_openid_connect_provider.agents",
			tf.Attrs{"metadata_endpoint": text("https://ministere.okta.com/.well-known/openid-configuration")}, nil)),
		"ai-inference": configOf(make1(azure, "azurerm_cognitive_deployment.gpt", tf.Attrs{"sku": block("name", text("GlobalStandard"))}, nil)),
		"edge-termination": configOf(make1(aws, "aws_cloudfront_distribution.cdn",
			tf.Attrs{"origin": block("domain_name", text("portail.oos.cloudgouv-eu-west-1.outscale.com"))}, nil)),
		"saas-host":        configOf(make1(provider("aiven/aiven"), "aiven_pg.main", tf.Attrs{"cloud_name": text("aws-eu-west-3")}, nil)),
		"telemetry-vendor": configOf(make1(provider("datadog/datadog"), "datadog_logs_archive.all", nil, nil)),
		"mail-service":     configOf(make1(aws, "aws_ses_domain_identity.agents", nil, nil)),
		"registry-host":    configOf(make1(provider("kreuzwerker/docker"), "docker_image.app", tf.Attrs{"name": text("ghcr.io/ministere/app:1.4")}, nil)),
		"module-source": {Source: ".", Format: "hcl", Sources: map[string]string{"module.network": "git::https://github.com/ministere/network.git?ref=v2"},
			Resources: []*tf.Resource{make1(aws, "module.network.aws_vpn_gateway.main", nil, nil)}},
		"foreign-technology": configOf(make1(s3ns, "google_storage_bucket.data", place, nil)),
		"contested-establishment": configOf(make1(&tf.Provider{Source: "registry.terraform.io/ovh/ovh", Key: "ovh", Joined: true, Written: tf.Attrs{"endpoint": text("ovh-eu")}},
			"ovh_cloud_project_storage.data", tf.Attrs{"region_name": text("GRA")}, nil)),
		"snapshot-shared": configOf(make1(paris, "google_compute_snapshot_iam_member.all", tf.Attrs{"member": text("allUsers")}, nil)),
		"state-backend": {Source: ".", Format: "hcl", Backend: &tf.Backend{Type: "s3",
			Written: tf.Attrs{"bucket": text("state"), "key": text("prod"), "region": text("eu-west-3")}}},
		"remote-run": {Source: ".", Format: "hcl", Backend: &tf.Backend{Type: "cloud", Written: tf.Attrs{"organization": text("ministere")}}},
	}
}

// TestFlowTwins holds that the twin of each example, in which the other end is
// where it may be, says nothing of the flow.
func TestFlowTwins(t *testing.T) {
	place := tf.Attrs{"location": text("u-france-east1")}
	twins := map[string]*tf.Config{
		"log-export": configOf(make1(s3ns, "google_storage_bucket.data", place, tf.Attrs{"logging": block("log_bucket", refs("google_storage_bucket.logs.name"))}),
			make1(s3ns, "google_storage_bucket.logs", place, nil)),
		"foreign-key": configOf(make1(s3ns, "google_storage_bucket.data", place,
			tf.Attrs{"encryption": block("default_kms_key_name", refs("google_kms_crypto_key.k.id"))}), make1(s3ns, "google_kms_crypto_key.k", nil, nil)),
		"foreign-identity": configOf(make1(azure, "azurerm_api_management_openid_connect_provider.agents",
			tf.Attrs{"metadata_endpoint": text("https://login.microsoftonline.com/x")}, nil)),
		"ai-inference": configOf(make1(azure, "azurerm_cognitive_deployment.gpt", tf.Attrs{"sku": block("name", text("Standard"))}, nil)),
		"edge-termination": configOf(make1(aws, "aws_cloudfront_distribution.cdn",
			tf.Attrs{"origin": block("domain_name", text("data.s3.eu-west-3.amazonaws.com"))}, nil)),
		"snapshot-shared": configOf(make1(paris, "google_compute_snapshot_iam_member.all", tf.Attrs{"member": text("user:a@example.gouv.fr")}, nil)),
	}
	for name, cfg := range twins {
		for _, f := range run(t, cfg, lint.Options{AsOf: "2026-11-01"}).Findings {
			if f.Name == name {
				t.Errorf("%s: %s on %s: %s", name, f.Level, f.Address, f.Message)
			}
		}
	}
}
