//go:build unix

package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/report"
)

// TestHostileInputs lets a plan, a folder of source, a configuration and an
// overlay call everything by hostile names, and holds what every command writes
// in every format against those who read it.
func TestHostileInputs(t *testing.T) {
	inFull(t)
	t.Parallel()
	raw, err := os.ReadFile(root + "testdata/hostile.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' {
			continue
		}
		name, err := strconv.Unquote(cells[1])
		if err != nil {
			t.Fatalf("%s: %v", cells[0], err)
		}
		if len(cells) == 3 {
			n, err := strconv.Atoi(cells[2])
			if err != nil {
				t.Fatal(err)
			}
			name = strings.Repeat(name, n)
		}
		t.Run(cells[0], func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			hostileHouse(t, dir, name)
			for _, run := range hostileRuns(dir, name) {
				hostileRun(t, dir, run)
			}
		})
	}
}

// hostileRuns are the command lines.
func hostileRuns(dir, name string) [][]string {
	plan, folder := filepath.Join(dir, "plan.json"), filepath.Join(dir, "tf")
	with := []string{"--as-of", "2026-11-23", "-q", "--config", filepath.Join(dir, "own.hcl")}
	facts := filepath.Join(dir, "facts")
	var out [][]string
	add := func(words ...string) { out = append(out, append(words, with...)) }
	files := func(command string, formats []string, inputs ...string) {
		words := []string{command}
		for _, format := range formats {
			words = append(words, "-o", format+"="+filepath.Join(dir, "out", command+"."+format))
		}
		add(append(words, inputs...)...)
	}
	judged := slices.DeleteFunc(report.Formats(), func(f string) bool { return f == "dot" || f == "mermaid" })
	drawn := []string{"text", "markdown", "html", "csv", "dot", "mermaid"}
	files("check", judged, "--catalog", facts, plan, folder)
	files("map", drawn, "--catalog", facts, plan)
	for _, format := range diffFormats {
		add("diff", "-o", format, plan, folder)
	}
	add("check", "--lang", "fr", plan)
	add("explain", "--catalog", facts, "aws_s3_bucket.data", plan)
	add("explain", name, plan)
	add("check", "--exclude", name, plan)
	add("check", "--fail-on", name, plan)
	add("check", "--"+name, plan)
	add("check", filepath.Join(dir, name))
	add("doctrine", filepath.Join(dir, "doctrine.hcl"))
	add("explain", "outside-territory", "--doctrine", filepath.Join(dir, "doctrine.hcl"))
	add("rules", "--doctrine", filepath.Join(dir, "doctrine.hcl"))
	files("check", judged, "--doctrine", filepath.Join(dir, "doctrine.hcl"), "--body", "private", plan)
	return append(out, []string{"catalog", "vendors", "--catalog", facts})
}

// hostileRun runs a command line. Wrong use is one line and 2.
func hostileRun(t *testing.T, dir string, args []string) {
	t.Helper()
	var out, errs bytes.Buffer
	for i, a := range args {
		if strings.ContainsRune(a, 0) {
			args[i] = strings.ReplaceAll(a, "\x00", "") // no command line holds one
		}
	}
	code := inProcess(append([]string{"sovlint"}, args...), nil, &out, &errs)
	what := fmt.Sprintf("%.150q", args)
	if code != exitDone && code != exitFindings && code != exitFailed || code == exitFailed && errs.Len() == 0 {
		t.Errorf("%s: exit code %d: %s", what, code, &errs)
	}
	if code == exitFailed && out.Len() == 0 && strings.Count(errs.String(), "\n") != 1 {
		t.Errorf("%s: the error is not one line: %.500q", what, &errs)
	}
	format := "text"
	if args[0] == "catalog" {
		format = "table" // whose columns are parted by tabs
	}
	shown := map[string][]byte{"errors": errs.Bytes()}
	for i, a := range args {
		name, file, ok := strings.Cut(a, "=")
		switch {
		case i == 0 || args[i-1] != "-o":
		case !ok:
			format = a
		default:
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Errorf("%s: %v: %s", what, err, &errs)
			}
			shown[name] = raw
		}
	}
	shown[format] = append(shown[format], out.Bytes()...)
	for format, text := range shown {
		if problem := unsafe(string(text), format); problem != "" {
			t.Errorf("%s: %s: %s", what, format, problem)
		}
		if len(text) == 0 {
			continue
		}
		if err := reads(format, text); err != nil {
			t.Errorf("%s: %s: %v in %.600q", what, format, err, text)
		}
	}
}

// unsafe says what in a text a terminal or a build server would obey; "" for
// nothing.
func unsafe(text, format string) string {
	if !utf8.ValidString(text) {
		return "it is not UTF-8"
	}
	for i, r := range text {
		if r != '\n' && (r != '\t' || format != "table") && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co) {
			return fmt.Sprintf("%U came through at byte %d: %q", r, i, text[max(0, i-40):min(len(text), i+40)])
		}
	}
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		switch n := strings.Count(line, "##vso["); {
		case format != "github" && strings.HasPrefix(trimmed, "::"):
			return fmt.Sprintf("a line is a workflow command: %.200q", line)
		case strings.HasPrefix(trimmed, "::") && !githubCommand.MatchString(trimmed):
			return fmt.Sprintf("a line is another workflow command: %.200q", line)
		case n > 0 && (format != "azure" || n > 1 || !strings.HasPrefix(line, "##vso[task.logissue ")), strings.Contains(line, "##["), strings.Contains(line, "##teamcity["):
			return fmt.Sprintf("a line holds a build server's command: %.200q", line)
		}
	}
	return ""
}

var githubCommand = regexp.MustCompile(`^::(?:(?:error|warning|notice)(?: |::)|group::|endgroup::|stop-commands::|[0-9a-f]{16,}::)`)

// reads has the reader of a format read it.
func reads(format string, out []byte) error {
	switch format {
	case "json", "sarif", "gitlab":
		return json.Unmarshal(out, new(any))
	case "jsonl":
		for line := range bytes.Lines(out) {
			if err := json.Unmarshal(line, new(any)); err != nil {
				return err
			}
		}
	case "junit", "checkstyle":
		for d := xml.NewDecoder(bytes.NewReader(out)); ; {
			if _, err := d.Token(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	case "csv":
		all, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
		for _, record := range all {
			for _, cell := range record {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					return fmt.Errorf("a cell is a formula: %.80q", cell)
				}
			}
		}
		return err
	case "html":
		if n := bytes.Count(out, []byte("<script")); n != 2 {
			return fmt.Errorf("%d scripts, want the data and the page's own", n)
		}
	}
	return nil
}

// hostileHouse writes a plan, source, facts and a configuration which say a name
// wherever they may.
func hostileHouse(t *testing.T, dir, name string) {
	t.Helper()
	write := func(file, text string) {
		t.Helper()
		file = filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("out/.keep", "")
	write("plan.json", hostilePlan(name))
	quoted := string(hclwrite.TokensForValue(cty.StringVal(name)).Bytes())
	source := strings.ReplaceAll(hostileSource, "NAME", quoted)
	write("tf/main.tf", source)
	if file := strings.Trim(strings.Map(func(r rune) rune {
		if r == '/' || r == 0 {
			return -1
		}
		return r
	}, name), "."); len(file) < 200 {
		write("tf/"+file+".tf", "resource \"aws_s3_bucket\" \"named\" {\n  bucket = "+quoted+"\n}\n")
		write("tf/"+file+"/main.tf", source)
	}
	write("own.hcl", strings.ReplaceAll(hostileConfig, "NAME", quoted))
	norms, err := os.ReadFile(root + "rules/doctrine/eu-residency.hcl")
	if err != nil {
		t.Fatal(err)
	}
	write("doctrine.hcl", doctrineText.ReplaceAllStringFunc(string(norms), func(line string) string {
		key, _, _ := strings.Cut(line, "=")
		return key + "= " + quoted
	}))
	write("facts/vendors/aws.hcl", strings.ReplaceAll(hostileFacts, "NAME", quoted))
}

// hostilePlan is a plan in JSON; what JSON cannot hold stands in it as it is.
func hostilePlan(name string) string {
	var quoted strings.Builder
	quoted.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			quoted.WriteString("\\" + string(rune(c)))
		case c < ' ':
			fmt.Fprintf(&quoted, `\u%04x`, c)
		default:
			quoted.WriteByte(c)
		}
	}
	quoted.WriteByte('"')
	inAddress := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(quoted.String())
	return strings.NewReplacer("ADDR", inAddress, "NAME", quoted.String()).Replace(hostilePlanText)
}

// doctrineText finds what a doctrine says in words.
var doctrineText = regexp.MustCompile(`(?m)^ *(?:title|article|name|fr|text) +=.*$`)

const hostilePlanText = `{"format_version": "1.2", "terraform_version": NAME, "resource_changes": [
{"address": "aws_s3_bucket.data[ADDR]", "mode": "managed", "type": "aws_s3_bucket", "name": "data", "index": NAME, "provider_name": "registry.terraform.io/hashicorp/aws",
 "change": {"actions": ["create"], "before": null, "after": {"bucket": NAME, "tags": {"data-classification": NAME, NAME: NAME}, "region": NAME}, "after_unknown": {}}},
{"address": "module.m[ADDR].aws_db_instance.data", "module_address": "module.m[ADDR]", "mode": "managed", "type": "aws_db_instance", "name": "data", "provider_name": "registry.terraform.io/hashicorp/aws",
 "change": {"actions": ["create"], "before": null, "after": {"identifier": NAME, "availability_zone": NAME}, "after_unknown": {}}},
{"address": "acme_database.data", "mode": "managed", "type": "acme_database", "name": "data", "provider_name": "registry.terraform.io/acme/acme",
 "change": {"actions": ["create"], "before": null, "after": {"region": NAME, "endpoint": NAME, "url": NAME}, "after_unknown": {}}}],
"configuration": {"provider_config": {
 "aws": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws", "expressions": {"region": {"constant_value": NAME}}},
 "acme": {"name": "acme", "full_name": "registry.terraform.io/acme/acme", "expressions": {"url": {"constant_value": NAME}}}},
 "root_module": {"resources": [
 {"address": "aws_s3_bucket.data", "mode": "managed", "type": "aws_s3_bucket", "name": "data", "provider_config_key": "aws", "expressions": {}, "schema_version": 0},
 {"address": "acme_database.data", "mode": "managed", "type": "acme_database", "name": "data", "provider_config_key": "acme", "expressions": {"region": {"references": [NAME]}}, "schema_version": 0}],
 "module_calls": {"m": {"source": NAME, "module": {"resources": [
 {"address": "aws_db_instance.data", "mode": "managed", "type": "aws_db_instance", "name": "data", "provider_config_key": "aws", "expressions": {}, "schema_version": 0}]}}}}},
"complete": true, "errored": false}`

const hostileSource = `provider "aws" {
  region = NAME
}

module "m" {
  source = NAME
}

resource "aws_s3_bucket" "data" {
  for_each = { (NAME) = NAME }
  bucket   = each.key # sovlint:accept nothing until NAME
  tags     = { data-classification = each.value }
}

terraform {
  backend "s3" {
    bucket = NAME
    region = NAME
  }
}
`

const hostileConfig = `body = "state"

classify {
  label "data-classification" {
    values = { (NAME) = "sensitive" }
  }
}

waiver NAME {
  rules       = ["foreign-control"]
  match       = ["aws_s3_bucket.**"]
  kind        = "project"
  reason      = NAME
  owner       = NAME
  granted     = "2026-04-30"
  offer_since = "2026-01-15"
  until       = "2027-03-31"
  refs        = { minister = NAME, prime_minister = NAME, dinum = NAME }
}

waiver "W-2" {
  rules       = ["outside-territory"]
  match       = [NAME]
  kind        = "project"
  reason      = NAME
  owner       = NAME
  granted     = "2026-04-30"
  offer_since = "2026-01-15"
  until       = "2027-03-31"
  refs        = { minister = NAME, prime_minister = NAME, dinum = NAME }
}
`

const hostileFacts = `vendor "aws" {
  name           = NAME
  legal_entity   = NAME
  parent         = NAME
  parent_country = "US"
  control        = "us"
  eu_controlled  = "no"
  source {
    name       = NAME
    as_of      = "2026-11-01"
    confidence = "unverified"
  }
}
`
