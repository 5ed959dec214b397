package load

import (
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/tf"
)

// TestActs holds that what a run does beside its resources is counted and named,
// in every form that tells of it.
func TestActs(t *testing.T) {
	t.Parallel()
	const plan = `{"format_version":"1.2","terraform_version":"1.14.0","resource_changes":[{"address":"a_b.c","mode":"managed","type":"a_b","name":"c","provider_name":"registry.terraform.io/x/a","change":{"actions":["create"],"after":{}}}],` +
		`"action_invocations":[{"address":"action.aws_lambda_invoke.x","type":"aws_lambda_invoke"}],` +
		`"deferred_action_invocations":[{"reason":"unknown","action_invocation":{"address":"action.aws_lambda_invoke.y"}}],` +
		`"configuration":{"root_module":{"resources":[` +
		`{"address":"a_b.c","mode":"managed","type":"a_b","name":"c","provisioners":[{"type":"local-exec"},{"type":"file"}]},` +
		`{"address":"data.external.e","mode":"data","type":"external","name":"e","expressions":{"program":{"constant_value":["aws"]}}},` +
		`{"address":"data.http.g","mode":"data","type":"http","name":"g","expressions":{"method":{"constant_value":"GET"}}},` +
		`{"address":"data.http.p","mode":"data","type":"http","name":"p","expressions":{"request_body":{"references":["a_b.c.id","a_b.c"]}}},` +
		`{"address":"ephemeral.a_s.s","mode":"ephemeral","type":"a_s","name":"s"}]}}}`
	c := read(t, plan)
	for _, want := range []string{
		"2 actions run beside the resources (action.aws_lambda_invoke.x, action.aws_lambda_invoke.y): ",
		"2 provisioners run commands or copy files (a_b.c): ",
		"2 data sources run a program or send a request with a body (data.external.e, data.http.p): ",
		"1 ephemeral resource is read while Terraform runs (ephemeral.a_s.s): ",
	} {
		if !gapsHave(c, want) {
			t.Errorf("no gap %q: %+v", want, c.Gaps)
		}
	}
	const words = "Terraform will perform the following actions:\n\n  # a_b.c will be created\n  + resource \"a_b\" \"c\" {\n      + n = 1\n    }\n\n" +
		"Plan: 1 to add, 0 to change, 0 to destroy. Actions: 2 to invoke.\n"
	const stream = `{"@level":"info","@message":"Terraform 1.14.0","type":"version","terraform":"1.14.0","ui":"1.2"}` + "\n" +
		`{"@level":"info","@message":"a","type":"planned_change","change":{"resource":{"addr":"a_b.c","module":"","resource":"a_b.c","implied_provider":"a","resource_type":"a_b","resource_name":"c","resource_key":null},"action":"create"}}` + "\n" +
		`{"@level":"info","@message":"p","type":"change_summary","changes":{"add":1,"change":0,"import":0,"remove":0,"action_invocation":2,"operation":"plan"}}` + "\n"
	for _, in := range []string{words, stream} {
		if c := read(t, in); !gapsHave(c, "2 actions run beside the resources") {
			t.Errorf("%.40s: no gap of the actions: %+v", in, c.Gaps)
		}
	}
}

func gapsHave(c *tf.Config, want string) bool {
	for _, g := range c.Gaps {
		if strings.Contains(g.What, want) {
			return true
		}
	}
	return false
}
