package place_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// inputs gives the real plans of the repository and the archives of this folder.
func inputs(t *testing.T, c *catalog.Catalog) map[string]*tf.Config {
	t.Helper()
	raw := map[string][]byte{}
	plans, err := filepath.Glob("../../testdata/plans/*/plan.json")
	if err != nil || len(plans) < 25 {
		t.Fatalf("got %d plans (%v), want at least 25", len(plans), err)
	}
	for _, file := range plans {
		if raw[file], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	archives, _ := filepath.Glob("testdata/*/*.txtar")
	for _, file := range archives {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if text := section(a, "plan.json"); text != "" {
			raw[file] = []byte(text)
		} else {
			raw[file], _ = planOf(t, []byte(section(a, "config.json")))
		}
	}
	out := map[string]*tf.Config{}
	for file, b := range raw {
		cfg, err := load.Read(bytes.NewReader(b), load.Options{Name: file, Wanted: place.Wanted(c), Self: place.Self(c), Named: place.Named(c)})
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out[file] = cfg
	}
	return out
}

// TestAlikeIsAlike holds the memory of a Placer against a fresh one for every
// resource: what it takes for alike must be placed alike.
func TestAlikeIsAlike(t *testing.T) {
	t.Parallel()
	c := catalog.Embedded()
	for file, cfg := range inputs(t, c) {
		shared := place.New(c, place.Options{})
		for _, r := range cfg.Resources {
			want, got := place.New(c, place.Options{}).Place(cfg, r), shared.Place(cfg, r)
			if d := cmp.Diff(want, got, cmp.AllowUnexported(catalog.Vendor{})); d != "" {
				t.Errorf("%s: %s (-fresh +remembered):\n%s", file, r, d)
			}
		}
	}
}

// TestNoSilence wants of every resource sites, or a type that holds nothing, or
// a question.
func TestNoSilence(t *testing.T) {
	t.Parallel()
	c := catalog.Embedded()
	for file, cfg := range inputs(t, c) {
		p := place.New(c, place.Options{})
		for _, r := range cfg.Resources {
			pl := p.Place(cfg, r)
			if len(pl.Sites) == 0 && pl.Type.Holds != catalog.Nothing && len(pl.Open) == 0 && !pl.Loopback {
				t.Errorf("%s: %s has neither place nor question", file, r)
			}
			for _, s := range pl.Sites {
				if len(s.Why) == 0 {
					t.Errorf("%s: %s is at %s without a reason", file, r, siteText(s))
				}
			}
		}
	}
}

// TestGaps is case 70 of the surprises: a plan cannot show where its state is
// kept, and says so.
func TestGaps(t *testing.T) {
	t.Parallel()
	cfg, err := load.Read(bytes.NewReader([]byte(`{"format_version":"1.2","resource_changes":[]}`)), load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if place.Backend(cfg) != nil {
		t.Error("a plan without backend has one")
	}
	if !slices.ContainsFunc(cfg.Gaps, func(g tf.Gap) bool {
		return strings.Contains(g.What, "backend") && strings.Contains(g.What, "not examined")
	}) {
		t.Errorf("got gaps %+v, want one about the backend", cfg.Gaps)
	}
}
