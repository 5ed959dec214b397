package report

import (
	"strings"
	"testing"
)

func TestMask(t *testing.T) {
	t.Parallel()
	known := func(host string) (string, bool) {
		return "amazonaws.com", host == "amazonaws.com" || strings.HasSuffix(host, ".amazonaws.com")
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
		{"versions, days and regions stay", `region = "eu-west-3" since 2026-09-15, Terraform "1.11.4"`, `region = "eu-west-3" since 2026-09-15, Terraform "1.11.4"`},
	} {
		if got := NewMasker(known).Text(tt.in); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
