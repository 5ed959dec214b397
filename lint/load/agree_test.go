package load_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

const plans = "../../testdata/plans"

// stacks are the folders that hold a plan beside the source it was made of.
func stacks(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"*/plan.json", "*/*/plan.json"} {
		found, err := filepath.Glob(filepath.Join(plans, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			rel, _ := filepath.Rel(plans, filepath.Dir(f))
			out = append(out, filepath.ToSlash(rel))
		}
	}
	if len(out) < 35 {
		t.Fatalf("got %d stacks, want at least 35", len(out))
	}
	return out
}

func readPlan(t *testing.T, file string, wanted func(string, string) []string) *tf.Config {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := load.Read(f, load.Options{Name: "plan.json", Wanted: wanted})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func readSource(t *testing.T, root, dir string, o hcleval.Options) *tf.Config {
	t.Helper()
	r, err := os.OpenRoot(root)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	c, err := hcleval.Eval(r.FS(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// shows are the stacks whose plan and source show different things by nature:
// what exists instead of what is written, or instances that only a data source
// can number.
var shows = map[string]bool{"14-outscale-destroy": true, "19-refresh-only": true, "25-aws-data-sources": true}

// TestFolderAndPlanAgree is the property that both doors lead to the same
// resources at the same places; a folder may only know less.
func TestFolderAndPlanAgree(t *testing.T) {
	t.Parallel()
	facts := catalog.Embedded()
	for _, stack := range stacks(t) {
		t.Run(stack, func(t *testing.T) {
			t.Parallel()
			wanted := place.Wanted(facts)
			plan := readPlan(t, filepath.Join(plans, stack, "plan.json"), wanted)
			source := readSource(t, plans, stack, hcleval.Options{Wanted: wanted, Vars: load.Vars(plan)})
			for _, g := range source.Gaps {
				t.Logf("gap: %s", g.What)
			}
			if d := cmp.Diff(addresses(plan), addresses(source)); d != "" && !shows[stack] && !plan.Incomplete && !plan.Errored {
				t.Errorf("addresses (-plan +folder):\n%s", d)
			}
			samePlaces(t, facts, plan, source)
		})
	}
}

// TestWordsAndPlanAgree is the property that the forms which show only a part
// lead, beside the source, to the places that plan JSON gives there. They may
// only know less, and then they ask.
func TestWordsAndPlanAgree(t *testing.T) {
	t.Parallel()
	facts := catalog.Embedded()
	eachForm(t, []string{"plan.txt", "plan.jsonl"}, func(t *testing.T, top, stack, form string) {
		agreeBeside(t, facts, top, stack, form)
	})
}

// eachForm runs a test for each file of some names in the stacks of this project
// and, where they are at hand, of those beside it.
func eachForm(t *testing.T, forms []string, test func(t *testing.T, top, stack, form string)) {
	t.Helper()
	tops := []string{plans}
	if _, err := os.Stat("../../../shared/plans"); err == nil {
		tops = append(tops, "../../../shared/plans")
	} else {
		t.Log("../shared/plans is not here: only the stacks of testdata/plans are read")
	}
	for _, top := range tops {
		for _, form := range forms {
			files, _ := filepath.Glob(filepath.Join(top, "*", form))
			deeper, _ := filepath.Glob(filepath.Join(top, "*", "*", form))
			for _, file := range append(files, deeper...) {
				t.Run(filepath.ToSlash(file[len("../../"):]), func(t *testing.T) {
					t.Parallel()
					rel, _ := filepath.Rel(top, filepath.Dir(file))
					test(t, top, filepath.ToSlash(rel), form)
				})
			}
		}
	}
}

func agreeBeside(t *testing.T, facts *catalog.Catalog, top, stack, form string) {
	t.Helper()
	lent := func(form string) *tf.Config {
		plan := readPlan(t, filepath.Join(top, stack, form), place.Wanted(facts))
		source := readSource(t, top, stack, hcleval.Options{Wanted: place.Wanted(facts), Vars: load.Vars(plan)})
		load.Locate(plan, source, "")
		return plan
	}
	rich, poor := lent("plan.json"), lent(form)
	for _, g := range poor.Gaps {
		if strings.Contains(g.What, "the source in") {
			t.Error(g.What)
		}
	}
	byRich, byPoor := place.New(facts, place.Options{}), place.New(facts, place.Options{})
	for _, r := range rich.Resources {
		i := slices.IndexFunc(poor.Resources, func(p *tf.Resource) bool { return p.Addr == r.Addr && p.Deposed() == r.Deposed() })
		if i < 0 || !r.Action.Remains() {
			continue
		}
		a, b := byRich.Place(rich, r), byPoor.Place(poor, poor.Resources[i])
		if sites(a) == sites(b) || len(b.Open) > 0 && len(b.Sites) == 0 {
			continue
		}
		t.Errorf("%s: got %s %v, want %s", r, sites(b), b.Open, sites(a))
	}
}

func addresses(c *tf.Config) (out []string) {
	for _, r := range c.Resources {
		if r.Mode == tf.Managed && r.Action.Remains() && r.Deposed() == "" {
			out = append(out, r.String())
		}
	}
	return out
}

func samePlaces(t *testing.T, facts *catalog.Catalog, plan, source *tf.Config) {
	t.Helper()
	byPlan, bySource := place.New(facts, place.Options{}), place.New(facts, place.Options{})
	for _, p := range plan.Resources {
		i := slices.IndexFunc(source.Resources, func(r *tf.Resource) bool { return r.Addr == p.Addr && p.Deposed() == "" })
		if i < 0 || !p.Action.Remains() {
			continue
		}
		s := source.Resources[i]
		if got, want := tail(s.Provider.Source), tail(p.Provider.Source); got != want {
			t.Errorf("%s: folder has provider %s, plan has %s", p, got, want)
		}
		a, b := byPlan.Place(plan, p), bySource.Place(source, s)
		if d := cmp.Diff(sites(a), sites(b)); d != "" {
			if len(a.Open) > 0 && len(a.Sites) == 0 || len(b.Open) > 0 && len(b.Sites) == 0 {
				t.Logf("%s: one door knows less: %s | %s", p, sites(a), sites(b))
				continue
			}
			t.Errorf("%s: sites (-plan +folder):\n%s", p, d)
		}
	}
}

func sites(pl *place.Placement) string {
	var out []string
	for _, s := range pl.Sites {
		vendor := ""
		if s.Operator != nil {
			vendor = s.Operator.ID
		}
		out = append(out, fmt.Sprintf("%s %s %s", s.Role, vendor, s.Code))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// tail is a provider's source without the registry, which a plan names and a
// folder leaves open.
func tail(source string) string { return source[strings.IndexByte(source, '/')+1:] }
