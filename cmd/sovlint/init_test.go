package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint"
)

// TestProposals writes a configuration for every example and every real stack.
// Each is accepted as it is, in both languages, and changes nothing that is
// found: only people declare.
func TestProposals(t *testing.T) {
	t.Parallel()
	stacks := stacksBelow(t, root+"examples", root+"testdata/plans")
	if len(stacks) < 20 {
		t.Fatalf("got %d folders with source, want at least 20", len(stacks))
	}
	for _, stack := range stacks {
		for _, lang := range []string{"en", "fr"} {
			t.Run(filepath.Base(stack)+"/"+lang, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				if err := os.CopyFS(dir, onlySource{os.DirFS(stack)}); err != nil {
					t.Fatal(err)
				}
				before := found(t, dir, "-c", os.DevNull)
				if out, code := sovlint("init", "-w", "--as-of", "2026-11-23", "--lang", lang, dir); code != exitDone {
					t.Fatalf("init: exit %d: %s", code, out)
				}
				if d := cmp.Diff(before, found(t, dir)); d != "" {
					t.Errorf("the proposal changes what is found (-without +with):\n%s", d)
				}
				if out, code := sovlint("init", "-w", dir); code != exitFailed || !strings.Contains(out, "is there already and stays as it is") {
					t.Errorf("a second time: exit %d: %s", code, out)
				}
			})
		}
	}
}

// stacksBelow lists the root modules: folders with source that no folder named
// modules stands above.
func stacksBelow(t *testing.T, tops ...string) []string {
	t.Helper()
	var out []string
	for _, top := range tops {
		err := filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && d.Name() == "modules" {
				return fs.SkipDir
			}
			if err == nil && strings.HasSuffix(name, ".tf") {
				out = append(out, filepath.Dir(name))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// onlySource shows folders and files of source.
type onlySource struct{ fs.FS }

func (o onlySource) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(o.FS, name)
	return slices.DeleteFunc(all, func(d fs.DirEntry) bool { return !d.IsDir() && !sourceFile(d.Name()) }), err
}

// sovlint runs the command in this process; it gives both outputs together.
func sovlint(args ...string) (string, int) {
	var out bytes.Buffer
	code := inProcess(append([]string{"sovlint"}, args...), nil, &out, &out)
	return out.String(), code
}

// found judges a folder and gives its findings, one line each.
func found(t *testing.T, args ...string) []string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := inProcess(append([]string{"sovlint", "-q", "--as-of", "2026-11-23", "-o", "json"}, args...), nil, &stdout, &stderr)
	var rep lint.Report
	if err := json.Unmarshal(stdout.Bytes(), &rep); err != nil || code == exitFailed {
		t.Fatalf("exit %d: %v: %s", code, err, stderr.String())
	}
	var out []string
	for _, f := range rep.Findings {
		out = append(out, f.Level+" "+f.Name+" "+f.Address.String())
	}
	return out
}

// TestProposalsCompleted takes the # away from every block that a proposal
// proposes, fills the blanks, and reads it.
func TestProposalsCompleted(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "fr"} {
		dir := t.TempDir()
		src := `
resource "aws_s3_bucket" "b" {
  tags = { "x:data-classification" = "confidential", rgpd = "peut-être" }
}
resource "aws_s3_bucket" "c" {
  tags = { data_classification = "${"hot"}$${x}" }
}
resource "openstack_objectstorage_container_v1" "c" { name = "c" }
provider "openstack" { auth_url = "https://u:secret@keystone.cloud.exemple.fr:5000/v3" }
terraform {
  required_providers {
    openstack = { source = "terraform-provider-openstack/openstack" }
    nuage = { source = "exemple/nuage" }
    ovh = { source = "ovh/ovh" }
  }
}
resource "nuage_disk" "d" {}
resource "ovh_cloud_project_storage" "s" { region_name = "GRA" }
`
		if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
		text, code := sovlint("init", "-q", "--as-of", "2026-11-23", "--lang", lang, "--body", "operator", "--edition", "2026-04-17", "--class", "personal", dir)
		if code != exitDone || strings.Contains(text, "secret") {
			t.Fatalf("exit %d: %s", code, text)
		}
		conf, err := parseConfig([]byte(completed(text)), "completed.hcl")
		if err != nil {
			t.Fatalf("%v\n%s", err, completed(text))
		}
		if len(conf.Internal) != 2 || len(conf.Offers) == 0 || len(conf.Waivers) != 1 || len(conf.Classify.Labels) != 2 || len(conf.Assessments) != 1 ||
			conf.Body != "operator" || conf.Edition != "2026-04-17" || conf.Classify.Default != "personal" {
			t.Errorf("%s: %+v\n%s", lang, conf, text)
		}
	}
}

// completed turns the remarks that are code into code and fills their blanks.
func completed(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		bare := strings.TrimPrefix(strings.TrimSpace(line), "# ")
		if codeLine(bare) {
			line = bare + "\n"
		}
		out = append(out, line)
	}
	blanks := strings.NewReplacer(
		`country  = ""`, `country = "FR"`, `hosts = [""]`, `hosts = ["a.example.fr"]`, `kind        = ""`, `kind = "project"`,
		`granted     = ""`, `granted = "2026-05-01"`, `offer_since = ""`, `offer_since = "2026-01-01"`, `until       = ""`, `until = "2027-01-01"`, `= ""`, `= "x"`)
	return blanks.Replace(strings.Join(out, ""))
}

// codeLine reports whether a remark is a line of a proposed block.
func codeLine(line string) bool {
	line = strings.TrimSpace(line)
	_, diags := hclsyntax.ParseConfig([]byte(line), "", hcl.InitialPos)
	opens := strings.HasSuffix(line, "{") || strings.HasSuffix(line, "[")
	closes := line == "}" || line == "]" || strings.HasPrefix(line, `"`)
	return line != "" && (!diags.HasErrors() || opens || closes) && !strings.HasPrefix(line, "edition")
}
