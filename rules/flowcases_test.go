package rules

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	placing "github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// onFlows are the rules that speak of where data goes, and what they leave open.
var onFlows = []string{
	"outside-territory", "replica-leaves", "backup-leaves", "implicit-copy", "snapshot-shared", "state-backend", "saas-host",
	"foreign-key", "foreign-identity", "edge-termination", "log-export", "telemetry-vendor", "ai-inference", "remote-run",
	"mail-service", "registry-host", "module-source",
}

// TestFlowCases follows data out of what the archives hold: "leaks/" is a
// configuration that must be spoken of, in the words of "want", and "twin/" is
// the same one put right, of which no rule on flows may speak. Both are read as
// source and as the plan of that source, which must come to the same; where a
// plan cannot tell as much, "want-plan" says what it tells.
func TestFlowCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/flows/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d archives, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			flowCase(t, file, a)
		})
	}
}

func flowCase(t *testing.T, file string, a *txtar.Archive) {
	t.Helper()
	leaks, twin := under(a, "leaks/"), under(a, "twin/")
	if len(leaks) == 0 || len(twin) == 0 && !strings.Contains(string(a.Comment), "no twin") {
		t.Fatal("an archive holds leaks/, twin/ and want")
	}
	got, fromPlan := flowLines(t, sourceOf(t, leaks)), flowLines(t, plannedOf(t, leaks))
	if *update {
		rewriteCase(t, file, a, got, fromPlan)
		return
	}
	want := section(a, "want")
	if want == "" {
		t.Error("nothing is said of the leak")
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("source (-want +got):\n%s", d)
	}
	if p := section(a, "want-plan"); p != "" {
		want = p
	}
	if d := cmp.Diff(want, fromPlan); d != "" {
		t.Errorf("plan (-want +got):\n%s", d)
	}
	for form, cfg := range map[string]*tf.Config{"source": sourceOf(t, twin), "plan": plannedOf(t, twin)} {
		if got := questionless(flowLines(t, cfg)); got != "" && len(twin) > 0 {
			t.Errorf("the twin is spoken of (%s):\n%s", form, got)
		}
	}
}

// questionless are the lines that are findings, and not about what the form of
// the input does not carry.
func questionless(lines string) string {
	var b strings.Builder
	open := false
	for line := range strings.Lines(lines) {
		if !strings.HasPrefix(line, " ") {
			open = line[0] == '?' || strings.Contains(line, " rests on local.") || strings.Contains(line, ` rests on dynamic "`)
		}
		if !open {
			b.WriteString(line)
		}
	}
	return b.String()
}

func under(a *txtar.Archive, dir string) map[string]string {
	out := map[string]string{}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, dir); ok {
			out[name] = string(f.Data)
		}
	}
	return out
}

func section(a *txtar.Archive, name string) string { return under(a, name)[""] }

func rewriteCase(t *testing.T, file string, a *txtar.Archive, got, fromPlan string) {
	t.Helper()
	a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want") })
	a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(got)})
	if fromPlan != got {
		a.Files = append(a.Files, txtar.File{Name: "want-plan", Data: []byte(fromPlan)})
	}
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// wanted are the attributes that a run asks for.
func wanted() func(source, typ string) []string {
	return placing.Wanted(catalog.Embedded(), classify.Attributes()...)
}

func sourceOf(t *testing.T, files map[string]string) *tf.Config {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	cfg, err := hcleval.Eval(fsys, ".", hcleval.Options{Wanted: wanted(), Named: placing.Named(catalog.Embedded())})
	if err != nil && len(files) > 0 {
		t.Fatal(err)
	}
	return cfg
}

func plannedOf(t *testing.T, files map[string]string) *tf.Config {
	t.Helper()
	c := catalog.Embedded()
	cfg, err := load.Read(bytes.NewReader(planForm(t, files)), load.Options{Name: "plan.json", Wanted: wanted(), Self: placing.Self(c), Named: placing.Named(c)})
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

// flowLines writes what is said of flows, a finding a line with its path below,
// and the questions of what holds data.
func flowLines(t *testing.T, cfg *tf.Config) string {
	t.Helper()
	if cfg == nil {
		return ""
	}
	rep := run(t, cfg, lint.Options{AsOf: "2026-11-01", Body: "state", DefaultClass: "sensitive"})
	var b strings.Builder
	for _, f := range rep.Findings {
		if slices.Contains(onFlows, f.Name) {
			fmt.Fprintf(&b, "%s %s %s: %s\n", f.Level, f.Name, f.Address, f.Message)
			for _, step := range f.Related {
				fmt.Fprintf(&b, "    -> %s\n", step.Message)
			}
		}
	}
	for _, r := range rep.Resources {
		for _, q := range r.Questions {
			fmt.Fprintf(&b, "? %s: %s\n", r.Address, q.What)
		}
	}
	return b.String()
}

func TestModuleHost(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"./network": "", "../network": "", "/srv/network": "", "terraform-aws-modules/vpc/aws": "registry.terraform.io",
		"terraform-aws-modules/s3-bucket/aws//modules/object": "registry.terraform.io", "app.terraform.io/ministere/vpc/aws": "app.terraform.io",
		"git::https://user:secret@github.com/o/r.git?ref=v1": "github.com", "git@gitlab.com:o/r.git": "gitlab.com", "github.com/o/r": "github.com",
		"git::ssh://git@forge.example.gouv.fr/o/r.git": "forge.example.gouv.fr", "s3::https://s3-eu-west-1.amazonaws.com/b/m.zip": "s3-eu-west-1.amazonaws.com",
		"": "", "a/b": "", "https://%zz": "",
	} {
		if got := moduleHost(source); got != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}
