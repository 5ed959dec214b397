package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
)

// TestExpected holds every managed resource of the real plans against
// testdata/expected, which was written from the .tf and the vendors'
// documentation; testdata/expected/README.md says what a line means.
func TestExpected(t *testing.T) {
	t.Parallel()
	plans, _ := filepath.Glob(root + "testdata/plans/*/plan.json")
	more, _ := filepath.Glob(root + "testdata/plans/*/*/plan.json")
	plans = append(plans, more...)
	files, _ := filepath.Glob(root + "testdata/expected/*.tsv")
	if len(files) != len(plans) || len(plans) < 38 {
		t.Fatalf("got %d expectations for %d plans, want one each, of 38 or more", len(files), len(plans))
	}
	for _, plan := range plans {
		dir, _ := filepath.Rel(root+"testdata/plans", filepath.Dir(plan))
		name := strings.ReplaceAll(filepath.ToSlash(dir), "/", "-")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := readExpected(t, root+"testdata/expected/"+name+".tsv")
			compareExpected(t, want, reported(t, judge(t, plan, "2026-11-23")))
		})
	}
}

// believed is a resource as a line of the expectation says it, and as the
// report does.
type believed struct {
	holds  string   // holds or nothing
	vendor string   // catalog id; "-" for none
	sites  []string // sorted, "role:region(country)", without those that are open
	open   []string // "role:?", or the questions of the report
}

// is reports whether two sets of sites are one, in whatever case their codes
// are written.
func (b believed) is(other believed) bool {
	return slices.EqualFunc(b.sites, other.sites, strings.EqualFold)
}

// readExpected reads the lines of one plan, by address and action: a deposed
// object has the address of the one that replaced it.
func readExpected(t *testing.T, file string) map[string]believed {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(raw), "# read: ") {
		t.Fatalf("%s does not begin with what was read", file)
	}
	want := map[string]believed{}
	for i, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 || f[2] != "holds" && f[2] != "nothing" {
			t.Fatalf("%s:%d: got %q, want address, action, holds or nothing, vendor, sites", file, i+1, line)
		}
		key := f[0] + " " + f[1]
		if _, twice := want[key]; twice {
			t.Fatalf("%s:%d: %s stands here twice", file, i+1, key)
		}
		want[key] = expected(f)
	}
	return want
}

// expected is what the fields of a line say.
func expected(f []string) believed {
	b := believed{holds: f[2], vendor: f[3]}
	if f[4] == "-" {
		return b
	}
	for site := range strings.SplitSeq(f[4], ", ") {
		if strings.HasSuffix(site, ":?") {
			b.open = append(b.open, site)
		} else {
			b.sites = append(b.sites, site)
		}
	}
	slices.Sort(b.sites)
	return b
}

// reported is every managed resource of a report, by address and action.
func reported(t *testing.T, rep *lint.Report) map[string]believed {
	t.Helper()
	got := map[string]believed{}
	for _, r := range rep.Resources {
		key := r.Address.String() + " " + r.Action
		if _, twice := got[key]; twice {
			t.Errorf("%s: in the report twice", key)
		}
		if r.Mode == "managed" {
			got[key] = believe(r)
		}
	}
	return got
}

// believe says of a report's resource what a line of the expectation would.
func believe(r lint.Resource) believed {
	b := believed{holds: "holds", vendor: r.Vendor}
	if r.Holds == "nothing" {
		b.holds = "nothing"
	}
	if b.vendor == "" {
		b.vendor = "-"
	}
	for _, s := range r.Sites {
		b.sites = append(b.sites, fmt.Sprintf("%s:%s(%s)", s.Role, s.Region, s.Country))
	}
	for _, q := range r.Questions {
		b.open = append(b.open, q.What)
	}
	slices.Sort(b.sites)
	return b
}

func compareExpected(t *testing.T, want, got map[string]believed) {
	t.Helper()
	for _, key := range slices.Sorted(maps.Keys(want)) {
		w, g := want[key], got[key]
		if g.holds == "" {
			t.Errorf("%s: expected, but not in the report", key)
			continue
		}
		if g.holds != w.holds {
			t.Errorf("%s: got %s, want %s", key, g.holds, w.holds)
		}
		if g.vendor != w.vendor {
			t.Errorf("%s: got vendor %s, want %s", key, g.vendor, w.vendor)
		}
		if !g.is(w) {
			t.Errorf("%s: got sites %v, want %v", key, g.sites, w.sites)
		}
		if len(w.open) > 0 && len(g.open) == 0 {
			t.Errorf("%s: got no question, want one for %v", key, w.open)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if _, found := want[key]; !found {
			t.Errorf("%s: in the report, but not expected", key)
		}
	}
}
