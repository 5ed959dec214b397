package load_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// TestLocateEveryStack lends every real plan the lines of its source: each
// resource gets the line of its own block, and no place changes but by being
// known better.
func TestLocateEveryStack(t *testing.T) {
	t.Parallel()
	facts := catalog.Embedded()
	for _, stack := range stacks(t) {
		t.Run(stack, func(t *testing.T) {
			t.Parallel()
			wanted := place.Wanted(facts)
			file := filepath.Join(plans, stack, "plan.json")
			before, plan := readPlan(t, file, wanted), readPlan(t, file, wanted)
			source := readSource(t, plans, stack, hcleval.Options{Wanted: wanted, Vars: load.Vars(plan), Prefix: "testdata/plans/"})
			load.Locate(plan, source, "")
			for _, g := range plan.Gaps {
				if strings.Contains(g.What, "does not match") {
					t.Fatal(g.What)
				}
			}
			if plan.Backend == nil {
				t.Error("the plan has no backend, want the source's")
			}
			for i, r := range plan.Resources {
				located(t, r, stack)
				sameLines(t, r, source)
				betterKnown(t, facts, before, plan, i)
			}
		})
	}
}

// located holds a resource's line against the text that stands there.
func located(t *testing.T, r *tf.Resource, stack string) {
	t.Helper()
	if !r.Action.Remains() {
		return
	}
	if r.At == nil {
		if r.Mode == tf.Managed && r.Deposed() == "" {
			t.Errorf("%s has no line", r)
		}
		return
	}
	if !strings.HasPrefix(r.At.File, "testdata/plans/"+stack) {
		t.Errorf("%s is said to be in %s", r, r.At.File)
	}
	src, err := os.ReadFile("../../" + r.At.File)
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Split(string(src), "\n")[r.At.Line-1]
	if !strings.Contains(line, `"`+r.Type+`" "`+r.Name()+`"`) {
		t.Errorf("%s: line %d of %s is %q", r, r.At.Line, r.At.File, line)
	}
}

// sameLines wants every line of a located resource to be the one that the
// folder itself gives.
func sameLines(t *testing.T, r *tf.Resource, source *tf.Config) {
	t.Helper()
	for _, s := range source.Resources {
		if s.Addr != r.Addr || !r.Action.Remains() {
			continue
		}
		if d := cmp.Diff(s.Provider.At, r.Provider.At); d != "" {
			t.Errorf("%s: provider block (-folder +plan):\n%s", r, d)
		}
		for name, v := range r.Body.Written {
			if d := cmp.Diff(s.Body.Written[name].At, v.At); d != "" {
				t.Errorf("%s: %s (-folder +plan):\n%s", r, name, d)
			}
		}
		for name, v := range r.Provider.Written {
			if d := cmp.Diff(s.Provider.Written[name].At, v.At); d != "" {
				t.Errorf("%s: %s of the provider (-folder +plan):\n%s", r, name, d)
			}
		}
	}
}

func betterKnown(t *testing.T, facts *catalog.Catalog, before, after *tf.Config, i int) {
	t.Helper()
	a := place.New(facts, place.Options{}).Place(before, before.Resources[i])
	b := place.New(facts, place.Options{}).Place(after, after.Resources[i])
	if d := cmp.Diff(sites(a), sites(b)); d != "" && len(a.Open) == 0 {
		t.Errorf("%s: sites (-alone +located):\n%s", after.Resources[i], d)
	}
}

const twoModules = `
module "a" {
  source = "./m"
  region = "eu-west-3"
}
module "b" {
  source = "./m"
  region = var.elsewhere
}
variable "elsewhere" { default = "us-east-1" }
`

const bucketModule = `
variable "region" {}
provider "aws" {
  region = var.region
}
resource "aws_s3_bucket" "b" {
  bucket = "x"
}
`

// planOf is a plan of modules a and b, each with a bucket.
const planOf = `{"format_version":"1.2","terraform_version":"1.11.4","variables":{"elsewhere":{"value":"VALUE"}},
"resource_changes":[
 {"address":"module.a.aws_s3_bucket.b","module_address":"module.a","mode":"managed","type":"aws_s3_bucket","name":"b","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"after":{"bucket":"x"},"after_unknown":{}}},
 {"address":"module.b.aws_s3_bucket.b","module_address":"module.b","mode":"managed","type":"aws_s3_bucket","name":"b","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"after":{"bucket":"x"},"after_unknown":{}}}],
"configuration":{"provider_config":{
 "module.a:aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","module_address":"module.a","expressions":{"region":{"references":["var.region"]}}},
 "module.b:aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","module_address":"module.b","expressions":{"region":{"references":["var.region"]}}}},
"root_module":{"module_calls":{
 "a":{"source":"./m","expressions":{"region":{"constant_value":"eu-west-3"}},"module":{"resources":[{"address":"aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","name":"b","provider_config_key":"module.a:aws","expressions":{"bucket":{"constant_value":"x"}}}]}},
 "b":{"source":"./m","expressions":{"region":{"references":["var.elsewhere"]}},"module":{"resources":[{"address":"aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","name":"b","provider_config_key":"module.b:aws","expressions":{"bucket":{"constant_value":"x"}}}]}}}}}}`

func locate(t *testing.T, plan string, files map[string]string) *tf.Config {
	t.Helper()
	c, err := load.Read(strings.NewReader(plan), load.Options{Name: "p"})
	if err != nil {
		t.Fatal(err)
	}
	source, err := hcleval.Eval(mapFS(files), ".", hcleval.Options{})
	if err != nil {
		t.Fatal(err)
	}
	load.Locate(c, source, "")
	return c
}

func mapFS(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestLocateMakesALoneVariableProven(t *testing.T) {
	t.Parallel()
	files := map[string]string{"main.tf": twoModules, "m/main.tf": bucketModule}
	tests := []struct{ name, value, want string }{
		{"the source has the plan's variables", "us-east-1", "us-east-1"},
		{"the plan was made with others", "eu-west-1", ""},
	}
	for _, tt := range tests {
		c := locate(t, strings.Replace(planOf, "VALUE", tt.value, 1), files)
		r := c.Resources[1]
		if r.At == nil || r.At.File != "m/main.tf" || r.At.Line != 6 {
			t.Errorf("%s: the bucket is at %v", tt.name, r.At)
		}
		v := r.Provider.Written["region"]
		if got, _ := v.Str(); got != tt.want {
			t.Errorf("%s: region is %q, want %q", tt.name, got, tt.want)
		}
		if v.At == nil || v.At.Line != 4 {
			t.Errorf("%s: region is at %v", tt.name, v.At)
		}
		if at := c.Calls["module.b"].At; at == nil || at.Line != 6 {
			t.Errorf("%s: the call is at %v", tt.name, at)
		}
	}
}

func TestLocateRefusesAnotherSource(t *testing.T) {
	t.Parallel()
	plan := strings.Replace(planOf, "VALUE", "us-east-1", 1)
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"the same name in another module only", map[string]string{
			"main.tf": strings.Split(twoModules, `module "b"`)[0], "m/main.tf": bucketModule,
		}, "module.b.aws_s3_bucket.b is not in the source"},
		{"the block at the root", map[string]string{"main.tf": `resource "aws_s3_bucket" "b" {}`}, "module.a.aws_s3_bucket.b is not in the source"},
		{"another provider", map[string]string{
			"main.tf": twoModules, "m/main.tf": bucketModule + "terraform {\n required_providers {\n aws = { source = \"croc/aws\" }\n }\n}\n",
		}, "uses provider"},
	}
	for _, tt := range tests {
		c := locate(t, plan, tt.files)
		if len(c.Gaps) == 0 {
			t.Errorf("%s: no gap", tt.name)
			continue
		}
		last := c.Gaps[len(c.Gaps)-1].What
		if !strings.Contains(last, tt.want) {
			t.Errorf("%s: gap %q, want one with %q", tt.name, last, tt.want)
		}
		for _, r := range c.Resources {
			if r.At != nil || r.Provider.At != nil {
				t.Errorf("%s: %s got the line %v", tt.name, r, r.At)
			}
		}
	}
}

func TestLocateOutsideOfTheRepository(t *testing.T) {
	t.Parallel()
	remote := strings.ReplaceAll(twoModules, `"./m"`, `"acme/bucket/aws"`)
	manifest := `{"Modules":[{"Key":"","Dir":"."},{"Key":"a","Dir":".terraform/modules/a"},{"Key":"b","Dir":".terraform/modules/a"}]}`
	tests := []struct {
		name  string
		files map[string]string
	}{
		{"a module that was downloaded", map[string]string{
			"main.tf": remote, ".terraform/modules/modules.json": manifest, ".terraform/modules/a/main.tf": bucketModule,
		}},
		{"a module that is not there", map[string]string{"main.tf": remote}},
	}
	for _, tt := range tests {
		c := locate(t, strings.Replace(planOf, "VALUE", "us-east-1", 1), tt.files)
		for i, line := range []int{2, 6} {
			if at := c.Resources[i].At; at == nil || at.File != "main.tf" || at.Line != line {
				t.Errorf("%s: %s is at %v, want line %d of main.tf", tt.name, c.Resources[i], at, line)
			}
		}
	}
}

const wordsSource = `
provider "aws" {
  region = "eu-west-3"
}
resource "aws_x" "a" {
  place = "eu-west-3"
  size  = "small"
  open  = aws_x.b.id
  copy { region = "eu-west-1" }
  copy {
    region = "eu-west-2"
    to     = aws_x.b.arn
  }
}
resource "aws_x" "b" {}
`

// inPart is a plan in words that shows a part of what a resource will be.
func inPart(t *testing.T, planned tf.Attrs) *tf.Config {
	t.Helper()
	return beside(t, "plan-text", tf.Update, planned)
}

// beside is a plan of one resource beside its source.
func beside(t *testing.T, format string, action tf.Action, planned tf.Attrs) *tf.Config {
	t.Helper()
	source, err := hcleval.Eval(mapFS(map[string]string{"main.tf": wordsSource}), ".", hcleval.Options{})
	if err != nil {
		t.Fatal(err)
	}
	bare := &tf.Provider{Source: "registry.terraform.io/hashicorp/aws"}
	plan := &tf.Config{Format: format, Resources: []*tf.Resource{{
		Addr: tf.ParseAddr("aws_x.a"), Kind: &tf.Kind{Type: "aws_x", Action: action, Provider: bare, Body: tf.Body{Planned: planned}},
	}}}
	load.Locate(plan, source, "")
	return plan
}

func known(v any) tf.Value { return tf.Value{State: tf.Known, V: v} }

// TestLocateFillsAPlanInWords gives a plan that shows few attributes those that
// the source decides, and completes what it shows in part.
func TestLocateFillsAPlanInWords(t *testing.T) {
	t.Parallel()
	unknown := tf.Value{State: tf.Unknown}
	second := tf.Value{State: tf.Known, V: []tf.Value{known(tf.Attrs{"region": known("eu-west-2"), "to": unknown, "own": known("o")}), unknown}}
	plan := inPart(t, tf.Attrs{"size": known("Small"), "own": known("o"), "copy": known([]tf.Value{second, unknown})})
	r := plan.Resources[0]
	for name, text := range map[string]string{"place": "eu-west-3", "size": "Small", "own": "o"} {
		if got, _ := r.Body.Planned[name].Str(); got != text {
			t.Errorf("%s is %q, want %q", name, got, text)
		}
	}
	var copies []string
	for _, v := range r.Body.Planned.At("copy[].region") {
		text, _ := v.Str()
		copies = append(copies, text)
	}
	if d := cmp.Diff([]string{"eu-west-1", "eu-west-2"}, copies); d != "" {
		t.Errorf("copies (-want +got):\n%s", d)
	}
	if vs := r.Body.Written.At("copy[].to"); len(vs) == 0 || len(vs[len(vs)-1].Refs) == 0 {
		t.Errorf("copy[].to is %+v, want its references", vs)
	}
	if v := r.Body.Written["open"]; v.State != tf.Unknown || len(v.Refs) == 0 {
		t.Errorf("open is %v, want its references", v)
	}
	if got, _ := r.Provider.Written["region"].Str(); !r.Provider.Joined || got != "eu-west-3" || r.Provider.At == nil {
		t.Errorf("got provider %+v", r.Provider)
	}
	if plan.Backend == nil || plan.Calls[""] == nil {
		t.Errorf("got backend %v and calls %v", plan.Backend, plan.Calls)
	}
}

// TestLocateTrustsNoContradiction takes no value from a source that says
// something else than the plan.
func TestLocateTrustsNoContradiction(t *testing.T) {
	t.Parallel()
	for name, planned := range map[string]tf.Attrs{
		"a text":         {"size": known("large")},
		"a place":        {"place": known("us-east-1")},
		"one of a part":  {"copy": known([]tf.Value{known(tf.Attrs{"region": known("us-east-1")}), {State: tf.Unknown}})},
		"one block less": {"copy": known([]tf.Value{known(tf.Attrs{"region": known("eu-west-1")})})},
	} {
		plan := inPart(t, planned)
		r := plan.Resources[0]
		if len(r.Body.Planned) != 1 || len(r.Body.Written) != 0 || r.Provider.Joined || len(r.Provider.Written) != 0 || len(plan.Calls) != 0 {
			t.Errorf("%s: values were taken: %+v, provider %+v", name, r.Body, r.Provider)
		}
		if r.At == nil {
			t.Errorf("%s: no line", name)
		}
		if len(plan.Gaps) != 1 || !strings.Contains(plan.Gaps[0].What, "says something else than the plan of aws_x.a.") {
			t.Errorf("%s: gaps %v", name, plan.Gaps)
		}
	}
}

// TestLocateSplitsAProvider is for plans of old, which do not tell which block
// a resource of a module uses.
func TestLocateSplitsAProvider(t *testing.T) {
	t.Parallel()
	source, err := hcleval.Eval(mapFS(map[string]string{"main.tf": `
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "paris"
  region = "eu-west-3"
}
module "m" {
  source    = "./m"
  providers = { aws = aws.paris }
}
module "n" {
  source = "./m"
}
`, "m/main.tf": `resource "aws_x" "a" {}`}), ".", hcleval.Options{})
	if err != nil {
		t.Fatal(err)
	}
	shared := &tf.Provider{Source: "registry.terraform.io/hashicorp/aws"}
	plan := &tf.Config{Format: "plan-json", Resources: []*tf.Resource{
		{Addr: tf.ParseAddr("module.m.aws_x.a"), Kind: &tf.Kind{Type: "aws_x", Action: tf.Create, Provider: shared}},
		{Addr: tf.ParseAddr("module.n.aws_x.a"), Kind: &tf.Kind{Type: "aws_x", Action: tf.Create, Provider: shared}},
	}}
	load.Locate(plan, source, "")
	for i, want := range []string{"eu-west-3", "eu-west-1"} {
		if got, _ := plan.Resources[i].Provider.Written["region"].Str(); got != want {
			t.Errorf("%s: region %q, want %q", plan.Resources[i], got, want)
		}
	}
	if shared.Joined || shared.Written != nil {
		t.Errorf("the shared instance was changed: %+v", shared)
	}
}

// TestLocateHoldsWholePlansToo compares what a whole plan makes with the source,
// and not what is there already, which providers spell as they like.
func TestLocateHoldsWholePlansToo(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		action  tf.Action
		planned tf.Attrs
		trusted bool
	}{
		{tf.Create, tf.Attrs{"place": known("us-east-1")}, false},
		{tf.Replace, tf.Attrs{"place": known("us-east-1")}, false},
		{tf.Create, tf.Attrs{"place": known("EU West-3")}, false},
		{tf.Create, tf.Attrs{"place": known("EU-West-3")}, true},
		{tf.NoOp, tf.Attrs{"place": known("europe, west 3")}, true},
		{tf.Create, tf.Attrs{"copy": known([]tf.Value{})}, true},
	} {
		plan := beside(t, "plan-json", tt.action, tt.planned)
		if p := plan.Resources[0].Provider; p.Joined != tt.trusted || len(p.Written) > 0 != tt.trusted || len(plan.Gaps) > 0 == tt.trusted {
			t.Errorf("%s %v: provider %+v, gaps %v", tt.action, tt.planned, p, plan.Gaps)
		}
	}
}
