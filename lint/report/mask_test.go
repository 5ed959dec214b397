package report

import (
	"slices"
	"strings"
	"testing"
)

func TestMask(t *testing.T) {
	t.Parallel()
	known := func(host string) (string, bool) {
		for _, suffix := range []string{"amazonaws.com", "registry.terraform.io", "app.terraform.io"} {
			if host == suffix || strings.HasSuffix(host, "."+suffix) {
				return suffix, true
			}
		}
		return "", false
	}
	public := func(host string) bool {
		return slices.Contains([]string{"registry.terraform.io", "registry.opentofu.org", "terraform.io"}, host)
	}
	for _, tt := range []struct{ name, in, want string }{
		{"a host", `auth_url = "auth.example.net" in provider openstack`, `auth_url = "masked-host-1" in provider openstack`},
		{"a host, then a mention of it", `url = "a.example.net"; a.example.net is private`, `url = "masked-host-1"; masked-host-1 is private`},
		{"an address with a port", `https://user:word@a.example.net:5000/v3`, `https://user:word@masked-host-1:5000/v3`},
		{"an IP address", `10.1.2.3 is a private host`, `masked-host-1 is a private host`},
		{"what everybody knows of a host", `endpoint = "x.s3.amazonaws.com"`, `endpoint = "masked-host-1.amazonaws.com"`},
		{"a host that everybody knows", `endpoint = "amazonaws.com"`, `endpoint = "amazonaws.com"`},
		{"an account", `arn:aws:s3:eu-west-3:123456789012:b`, `arn:aws:s3:eu-west-3:masked-account-1:b`},
		{"a subscription", `/subscriptions/0A1b2c3d-1111-2222-3333-444455556666/x`, `/subscriptions/masked-account-1/x`},
		{"a tenant", `tenant_id = "0a1b2c3d111122223333444455556666"`, `tenant_id = "masked-account-1"`},
		{"a project by its argument", `project = "s3ns:mon-projet" in provider google`, `project = "masked-account-1" in provider google`},
		{"twice is the same", `123456789012 and 123456789012, not 210987654321`, `masked-account-1 and masked-account-1, not masked-account-2`},
		{"addresses stay", `aws_s3_bucket.b["k"] and match = ["backend.azurerm", "module.a.**"]`, `aws_s3_bucket.b["k"] and match = ["backend.azurerm", "module.a.**"]`},
		{"files stay", `--catalog="facts.hcl" in main.tf:3`, `--catalog="facts.hcl" in main.tf:3`},
		{"files named for hosts", `vault.agence.gouv.fr.tf:5, x/10.1.2.3.tfvars and vault.agence.gouv.fr.tf.json`, `masked-host-1.tf:5, x/masked-host-2.tfvars and masked-host-1.tf.json`},
		{"a key that begins with a host", `aws_s3_bucket.b["vault.agence.gouv.fr_x"]`, `aws_s3_bucket.b["masked-host-1_x"]`},
		{"a path of attributes with a low line", `spec.template.db_name, module.a.b_c and versions.1.2_3`, `spec.template.db_name, module.a.b_c and versions.1.2_3`},
		{"a host with a low line", `https://etat_01.example.net/v3 and whose host "s3_obj.example.net" is, is not known`, `https://masked-host-1/v3 and whose host "masked-host-2" is, is not known`},
		{"a host in an argument, of a top label of one's own", `endpoint = "etat_01.agence" in provider openstack`, `endpoint = "masked-host-1" in provider openstack`},
		{"a host of one label", `nobody declared the private host "serveur-interne": auth_url = "serveur-interne"; serveur-interne stays a word`, `nobody declared the private host "masked-host-1": auth_url = "masked-host-1"; serveur-interne stays a word`},
		{"a name of an endpoint", `endpoint = "ovh-eu" in provider ovh`, `endpoint = "ovh-eu" in provider ovh`},
		{"the machine itself", `endpoint = "localhost" or http://localhost:4566`, `endpoint = "localhost" or http://localhost:4566`},
		{"a host in free words", `agreed for vieux.agence.example.fr, since 2026`, `agreed for masked-host-1, since 2026`},
		{"whose a host in free words is", `stands before x.s3.amazonaws.com (content)`, `stands before masked-host-1.amazonaws.com (content)`},
		{"a host below one that is masked", `url = "example.lan", and a.example.lan`, `url = "masked-host-1", and masked-host-2`},
		{"a host in two spellings", `url = "A.Example.net"; a.example.net is private`, `url = "masked-host-1"; masked-host-1 is private`},
		{"a host of other letters", `url = "préfecture.exemple.fr"`, `url = "masked-host-1"`},
		{"a host that begins like a mask", `url = "masked-secret.example.net"`, `url = "masked-host-1"`},
		{"an address of version 6", `"2001:db8:aaaa::53" and https://[2001:DB8::1]:5000/v3, s3::https://amazonaws.com`, `"masked-host-1" and https://[masked-host-2]:5000/v3, s3::https://amazonaws.com`},
		{"a provider of a registry of one's own", `declare registre.example.net/equipe/nuage, with provider = "registre.example.net/equipe/nuage"`, `declare masked-host-1/equipe/nuage, with provider = "masked-host-1/equipe/nuage"`},
		{"a provider of a public registry", `provider registry.terraform.io/hashicorp/aws, provider registry.opentofu.org/hashicorp/aws, terraform.io/builtin/terraform`, `provider registry.terraform.io/hashicorp/aws, provider registry.opentofu.org/hashicorp/aws, terraform.io/builtin/terraform`},
		{"an organization of a hosted registry", `by its source app.terraform.io/mon-org/nuage, with provider = "mon-org/nuage"`, `by its source app.terraform.io/masked-account-1/nuage, with provider = "masked-account-1/nuage"`},
		{"a module of a registry of one's own", `module.c (source "forge.example.net/eq/mod/aws")`, `module.c (source "masked-host-1/eq/mod/aws")`},
		{"a repository", `git@forge.example.net:eq/mod.git and git::ssh://git@forge.example.net/eq/mod.git`, `masked-mail-1:eq/mod.git and git::ssh://git@masked-host-1/eq/mod.git`},
		{"an account beside a low line", `aws_s3_bucket.logs_123456789012 and k_123456789012_prod`, `aws_s3_bucket.logs_masked-account-1 and k_masked-account-1_prod`},
		{"numbers that are no account", `1234567890123 and sha256:0123456789012345678901234567890123456789012345678901234567890123`, `1234567890123 and sha256:0123456789012345678901234567890123456789012345678901234567890123`},
		{"a project in a path", `projects/mon-projet/locations/us and projects/123456/x`, `projects/masked-account-1/locations/us and projects/masked-account-2/x`},
		{"a kind of account", `account_replication_type = "GRS", account_tier = "Standard"`, `account_replication_type = "GRS", account_tier = "Standard"`},
		{"a person", `agreed by anna.dupont@agence.example.fr`, `agreed by masked-mail-1`},
		{"folders stay", `modules/v1.2/reseau/main.tf:3 and ./live.prod/x`, `modules/v1.2/reseau/main.tf:3 and ./live.prod/x`},
		{"paths of attributes stay", `spec.template.name = "x", body.properties.id, aws_x.y.region is not known`, `spec.template.name = "x", body.properties.id, aws_x.y.region is not known`},
		{"versions, days and regions stay", `region = "eu-west-3" since 2026-09-15, Terraform "1.11.4"`, `region = "eu-west-3" since 2026-09-15, Terraform "1.11.4"`},
	} {
		if got := NewMasker(known, public).Text(tt.in); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
