//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/report"
)

// A canary is a secret that is planted: nothing else has its letters.
var canary = regexp.MustCompile(`(?i)zqcanary[0-9]*`)

// planted numbers the places that are marked with @@, so that a secret that is
// found tells where it was planted.
func planted(text string) (string, int) {
	n := 0
	out := regexp.MustCompile(`@@`).ReplaceAllStringFunc(text, func(string) string {
		n++
		return fmt.Sprintf("zqcanary%03d", n)
	})
	return out, n
}

// secretForms are inputs of every form, with a secret in every place that no
// report has a use for.
var secretForms = map[string]map[string]string{
	"plan":                  {"plan.json": planWithSecrets},
	"plan with addresses":   {"plan.json": addressed(planWithSecrets)},
	"source with addresses": {"main.tf": addressed(sourceWithSecrets)},
	"state": {"state.json": `{"format_version":"1.0","terraform_version":"1.11.4","values":{"outputs":{"o":{"sensitive":true,"type":"string","value":"@@"},"p":{"value":"@@"}},"root_module":{"resources":[
{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance","name":"d","provider_name":"registry.terraform.io/hashicorp/aws","values":{"arn":"arn:aws:rds:eu-west-3:1:db:d","password":"@@","endpoint":"@@","user_data":"@@","tags":{"secret":"@@"}},"sensitive_values":{"password":true}},
{"address":"aws_s3_bucket.s","mode":"managed","type":"aws_s3_bucket","name":"s","provider_name":"registry.terraform.io/hashicorp/aws","values":{"region":"@@","bucket":"@@"},"sensitive_values":{"region":true}}]}}}`},
	"raw state": {"terraform.tfstate": `{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"@@","outputs":{"o":{"value":"@@","type":"string","sensitive":true}},"resources":[
{"mode":"managed","type":"aws_db_instance","name":"d","provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[{"schema_version":1,"attributes":{"region":"eu-west-3","password":"@@","user_data":"@@","address":"@@"},"sensitive_attributes":[[{"type":"get_attr","value":"password"}]],"private":"@@"}]}],"check_results":[{"object_kind":"resource","config_addr":"x","status":"fail","objects":[{"failure_messages":["@@"]}]}]}`},
	"words": {"plan.txt": `Terraform will perform the following actions:

  # aws_db_instance.d will be created
  + resource "aws_db_instance" "d" {
      + arn       = (known after apply)
      + password  = (sensitive value)
      + user_data = "@@"
      + username  = "@@"
      + tags      = {
          + "note" = "@@"
        }
      + text      = <<-EOT
            @@
        EOT
    }

Plan: 1 to add, 0 to change, 0 to destroy.

Changes to Outputs:
  + o = "@@"
`},
	"stream": {"plan.jsonl": `{"@level":"info","@message":"@@","@module":"terraform.ui","terraform":"1.11.4","type":"version","ui":"1.2"}
{"@level":"info","@message":"aws_db_instance.d: Plan to create @@","@module":"terraform.ui","change":{"resource":{"addr":"aws_db_instance.d","module":"","resource":"aws_db_instance.d","implied_provider":"aws","resource_type":"aws_db_instance","resource_name":"d","resource_key":null},"action":"create","reason":"@@"},"type":"planned_change"}
{"@level":"warn","@message":"@@","@module":"terraform.ui","diagnostic":{"severity":"warning","summary":"@@","detail":"@@","snippet":{"code":"password = @@"}},"type":"diagnostic"}
{"@level":"info","@message":"Outputs: 1","@module":"terraform.ui","outputs":{"o":{"sensitive":false,"type":"string","value":"@@","action":"create"}},"type":"outputs"}
{"@level":"info","@message":"Plan: 1 to add","@module":"terraform.ui","changes":{"add":1,"change":0,"import":0,"remove":0,"operation":"plan"},"type":"change_summary"}
`},
	"source":                     {"main.tf": sourceWithSecrets, "terraform.tfvars": `admin = "@@"` + "\n" + `list = ["@@"]`, "note.txt": "@@", "user.sh": "export X=@@"},
	"source that does not parse": {"main.tf": "# @@\nresource \"aws_db_instance\" \"d\" {\n  password = \"@@\n  user_data = @@@@(\n}\n", "terraform.tfvars": "admin = \"@@\" @@"},
	"truncated plan":             {"plan.json": planWithSecrets[:len(planWithSecrets)/2]},
	"broken plan":                {"plan.json": strings.Replace(planWithSecrets, `"password":"@@"`, `"password":@@`, 1)},
	"no plan":                    {"plan.json": `{"secret":"@@"}`, "other.txt": "@@"},
	"broken configuration":       {"plan.json": planWithSecrets, ".sovlint.hcl": "# @@\nclassify {\n  default = \"public\"\n  \"@@\n"},
}

// addressed has an address with secrets in it, where another text has a secret.
func addressed(text string) string {
	return strings.ReplaceAll(text, `"@@"`, `"https://u:@@@x.s3.eu-west-3.amazonaws.com/@@/eu-west-3?sig=@@#@@"`)
}

const planWithSecrets = `{"format_version":"1.2","terraform_version":"1.11.4","variables":{"admin":{"value":"@@"},"region":{"value":"eu-west-3"}},
"planned_values":{"outputs":{"o":{"sensitive":true,"value":"@@"}},"root_module":{"resources":[{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance","name":"d","provider_name":"registry.terraform.io/hashicorp/aws","values":{"password":"@@"},"sensitive_values":{"password":true}}]}},
"resource_changes":[
{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance","name":"d","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["update"],"before":{"password":"@@","user_data":"@@"},"after":{"password":"@@","username":"@@","identifier":"d","tags":{"note":"@@"}},"after_unknown":{"arn":true},"before_sensitive":{"password":true},"after_sensitive":{"password":true}}},
{"address":"aws_s3_bucket.s","mode":"managed","type":"aws_s3_bucket","name":"s","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"before":null,"after":{"region":"@@","bucket":"@@"},"after_unknown":{},"after_sensitive":{"region":true,"bucket":true}}},
{"address":"openstack_blockstorage_volume_v3.v","mode":"managed","type":"openstack_blockstorage_volume_v3","name":"v","provider_name":"registry.terraform.io/terraform-provider-openstack/openstack","change":{"actions":["create"],"before":null,"after":{"metadata":{"x":"@@"}},"after_unknown":{},"after_sensitive":{}}},
{"address":"postgresql_database.p","mode":"managed","type":"postgresql_database","name":"p","provider_name":"registry.terraform.io/cyrilgdn/postgresql","change":{"actions":["create"],"before":null,"after":{"name":"p"},"after_unknown":{},"after_sensitive":{}}}],
"resource_drift":[{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance","name":"d","change":{"actions":["update"],"before":{"password":"@@"},"after":{"password":"@@"}}}],
"output_changes":{"o":{"actions":["create"],"after":"@@","after_sensitive":true}},
"prior_state":{"format_version":"1.0","values":{"outputs":{"o":{"value":"@@"}},"root_module":{"resources":[{"address":"aws_db_instance.d","type":"aws_db_instance","values":{"password":"@@"}}]}}},
"configuration":{"provider_config":{
"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"constant_value":"eu-west-3"},"access_key":{"constant_value":"@@"},"secret_key":{"constant_value":"@@"},"token":{"constant_value":"@@"},"default_tags":[{"tags":{"constant_value":{"note":"@@"}}}]}},
"openstack":{"name":"openstack","full_name":"registry.terraform.io/terraform-provider-openstack/openstack","expressions":{"auth_url":{"constant_value":"https://user:@@@auth.example.net:5000/v3?token=@@"},"password":{"constant_value":"@@"}}},
"postgresql":{"name":"postgresql","full_name":"registry.terraform.io/cyrilgdn/postgresql","expressions":{"host":{"constant_value":"postgres://u:@@@db.example.net/x"},"password":{"constant_value":"@@"}}}},
"root_module":{"outputs":{"o":{"expression":{"constant_value":"@@"}}},"variables":{"admin":{"default":"@@","description":"@@"}},"resources":[
{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance","name":"d","provider_config_key":"aws","expressions":{"password":{"constant_value":"@@"}},"provisioners":[{"type":"local-exec","expressions":{"command":{"constant_value":"@@"}}}],"schema_version":0},
{"address":"aws_s3_bucket.s","mode":"managed","type":"aws_s3_bucket","name":"s","provider_config_key":"aws","expressions":{},"schema_version":0},
{"address":"openstack_blockstorage_volume_v3.v","mode":"managed","type":"openstack_blockstorage_volume_v3","name":"v","provider_config_key":"openstack","expressions":{},"schema_version":0},
{"address":"postgresql_database.p","mode":"managed","type":"postgresql_database","name":"p","provider_config_key":"postgresql","expressions":{},"schema_version":0}]}},
"checks":[{"status":"fail","instances":[{"problems":[{"message":"@@"}]}]}],"relevant_attributes":[],"timestamp":"2026-11-23T10:00:00Z","errored":false}`

const sourceWithSecrets = `# the password is @@
terraform {
  backend "pg" {
    conn_str = "postgres://user:@@@db.example.net/etat?password=@@"
  }
}
variable "admin" {
  default     = "@@"
  description = "@@"
}
variable "list" {}
variable "key" {
  default   = "@@"
  sensitive = true
}
variable "env" {}
locals {
  token = "@@"
  both  = "${var.admin}-${local.token}"
}
provider "aws" {
  region     = "eu-west-3"
  access_key = "@@"
  secret_key = local.token
  /* @@ */
}
provider "openstack" {
  auth_url = "https://user:@@@auth.example.net:5000/v3"
  password = var.admin
}
resource "aws_db_instance" "d" {
  password = "@@"
  username = var.env
  // @@
  user_data = <<-EOT
    @@
  EOT
}
resource "aws_s3_bucket" "s" {
  region = var.key
  bucket = local.both
}
resource "aws_instance" "i" {
  user_data = file("note.txt")
  key_name  = templatefile("user.sh", { x = "@@" })
  provisioner "local-exec" {
    command = "echo @@"
  }
}
resource "openstack_blockstorage_volume_v3" "v" {
  metadata = { x = sensitive("@@") }
}
module "m" {
  source = "git::https://user:@@@git.example.net/m.git?ref=@@"
}
output "o" {
  value = "@@"
}
`

// refused are the forms that no report can be made of.
var refused = []string{"truncated plan", "broken plan", "no plan", "broken configuration", "source that does not parse"}

// secretsStayIn runs every command on every form, in every format, and looks for
// what was planted.
func secretsStayIn(t *testing.T, tally *trust) {
	for name, files := range secretForms {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			for file, text := range files {
				text, n := planted(text)
				tally.add(&tally.planted, n)
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				tally.add(&tally.inputs, 1)
			}
			input := "."
			for file := range files {
				if _, source := files["main.tf"]; !source && !strings.HasPrefix(file, ".") && file != "other.txt" {
					input = file
				}
			}
			searched(t, tally, dir, input, slices.Contains(refused, name))
		})
	}
	t.Run("binary plan", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		tally.add(&tally.planted, binaryWithSecrets(t, filepath.Join(dir, "tfplan")))
		tally.add(&tally.inputs, 1)
		searched(t, tally, dir, "tfplan", false)
	})
}

// searched looks for secrets in all that the command says of an input.
func searched(t *testing.T, tally *trust, dir, input string, fails bool) {
	t.Helper()
	runs := [][]string{
		{"explain", "aws_db_instance.d", input}, {"explain", "aws_s3_bucket.s", input}, {"explain", "openstack_blockstorage_volume_v3.v", input},
		{"diff", input, input}, {"diff", "-o", "json", input, input}, {"diff", "-o", "markdown", input, input}, {"init", input},
		{"--mask", input}, {"--lang", "fr", input}, {"--strict", "--fail-on", "notice", input}, {"--write-baseline", "known.json", input},
		{"--assume", "openstack.auth_url=https://user:zqcanary900@auth.example.net/v3", input}, {"--no-such-flag", input},
	}
	for _, f := range report.Formats() {
		runs = append(runs, []string{"-o", f, input}, []string{"map", "-o", f, input})
	}
	for _, args := range runs {
		cmd := built(t, dir, args...)
		cmd.Env = append(cmd.Env, "TF_VAR_env=zqcanary901", "TF_VAR_admin=zqcanary902", "AWS_SECRET_ACCESS_KEY=zqcanary903", "OS_PASSWORD=zqcanary904")
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		tally.add(&tally.outputs, 1)
		for _, found := range slices.Compact(canary.FindAllString(string(out), -1)) {
			tally.add(&tally.found, 1)
			t.Errorf("sovlint %s: %s is in the output:\n%s", strings.Join(args, " "), found, lineWith(string(out), found))
		}
		if code := cmd.ProcessState.ExitCode(); code < 0 || code > 2 || args[0] == "--strict" && fails != (code == 2) {
			t.Errorf("sovlint %s: exit code %d\n%s", strings.Join(args, " "), code, out)
		}
	}
}

func lineWith(text, word string) string {
	for line := range strings.Lines(text) {
		if strings.Contains(line, word) {
			return line[:min(len(line), 400)]
		}
	}
	return ""
}

// binaryWithSecrets writes a saved plan whose source holds secrets: a real one, with
// other words in its snapshot of the configuration.
func binaryWithSecrets(t *testing.T, name string) int {
	t.Helper()
	old, err := zip.OpenReader(root + "testdata/plans/17-modules-outscale/tfplan")
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	var b bytes.Buffer
	w, n := zip.NewWriter(&b), 0
	for _, f := range old.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f.Name, ".tf") {
			text, more := planted("# @@\nlocals {\n  token = \"@@\"\n}\n")
			raw, n = append(raw, text...), n+more
		}
		out, err := w.Create(f.Name)
		if err == nil {
			_, err = out.Write(raw)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return n
}
