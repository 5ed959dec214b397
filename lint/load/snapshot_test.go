package load_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// TestSnapshotPlacesAsTheJSON reads binary plans together with the source that
// they carry: every resource is placed as through the plan's JSON, or with
// more certainty, and has its line.
func TestSnapshotPlacesAsTheJSON(t *testing.T) {
	t.Parallel()
	facts := catalog.Embedded()
	var files []string
	for _, pattern := range []string{plans + "/*/tfplan", plans + "/*/*/tfplan", "../../../shared/plans/*/tfplan", "../../../shared/plans/*/*/tfplan"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	for _, file := range files {
		if filepath.Base(filepath.Dir(file)) == "chiffre" {
			continue // encrypted
		}
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			t.Parallel()
			wanted := place.Wanted(facts)
			plan := readPlan(t, filepath.Join(filepath.Dir(file), "plan.json"), wanted)
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			c, err := load.Read(f, load.Options{Wanted: wanted, Source: func(s load.Snapshot) (*tf.Config, error) {
				return hcleval.Eval(s.FS, ".", hcleval.Options{Wanted: wanted, Modules: s.Modules, VarFiles: s.VarFiles, Workspace: s.Workspace})
			}})
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range c.Gaps {
				t.Logf("gap: %s", g.What)
			}
			compareAll(t, facts, plan, c)
		})
	}
}

func compareAll(t *testing.T, facts *catalog.Catalog, plan, c *tf.Config) {
	t.Helper()
	byJSON, byFile := place.New(facts, place.Options{}), place.New(facts, place.Options{})
	have := map[string]*tf.Resource{}
	for _, r := range c.Resources {
		have[r.String()+r.Deposed()] = r
	}
	for _, want := range plan.Resources {
		got := have[want.String()+want.Deposed()]
		if got == nil || !want.Action.Remains() || want.Mode != tf.Managed {
			continue
		}
		if got.At == nil && got.Deposed() == "" {
			t.Errorf("%s has no line", got)
		}
		a, b := byJSON.Place(plan, want), byFile.Place(c, got)
		if d := cmp.Diff(sites(a), sites(b)); d != "" {
			if len(a.Open) > 0 && len(b.Open) <= len(a.Open) {
				t.Logf("%s: the file knows more: %s | %s", want, sites(a), sites(b))
				continue
			}
			t.Errorf("%s: sites (-JSON +file):\n%s%v", want, d, b.Open)
		}
	}
}
