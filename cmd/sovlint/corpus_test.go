package main

import (
	"encoding/json"
	goflag "flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/rules"
)

var update = goflag.Bool("update", false, "rewrite the golden files")

const root = "../../"

// TestPlacements holds every resource of the real plans against its golden
// placement; testdata/plans/README.md says how far those were read.
func TestPlacements(t *testing.T) {
	plans, err := filepath.Glob(root + "testdata/plans/*/plan.json")
	if err != nil || len(plans) < 30 {
		t.Fatalf("got %d plans (%v), want at least 30", len(plans), err)
	}
	more, _ := filepath.Glob(root + "testdata/plans/*/*/plan.json")
	for _, plan := range append(plans, more...) {
		dir, _ := filepath.Rel(root+"testdata/plans", filepath.Dir(plan))
		name := strings.ReplaceAll(filepath.ToSlash(dir), "/", "-")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			compare(t, root+"testdata/placements/"+name+".txt", placements(judge(t, plan, "2026-11-23")))
		})
	}
}

// TestSameBytes judges a plan twice and wants the same report.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	var got [2]string
	for i := range got {
		b, err := json.Marshal(judge(t, root+"testdata/plans/04-aws-portail-citoyen/plan.json", "2026-11-23"))
		if err != nil {
			t.Fatal(err)
		}
		got[i] = string(b)
	}
	if d := cmp.Diff(got[0], got[1]); d != "" {
		t.Error(d)
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", golden, d)
	}
}

func judge(t *testing.T, file, asOf string) *lint.Report {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c := catalog.Embedded()
	cfg, err := load.Read(f, load.Options{Name: filepath.Base(file), Wanted: place.Wanted(c, "tags", "labels")})
	if err != nil {
		t.Fatal(err)
	}
	d, err := rules.Doctrine("fr-cloud-au-centre")
	if err != nil {
		t.Fatal(err)
	}
	rep, err := lint.Run([]*tf.Config{cfg}, rules.All(), lint.Options{Doctrine: d, Catalog: c, AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// placements writes a line a resource: address, action, what it holds, vendor,
// sites, verdict, and the questions left.
func placements(rep *lint.Report) string {
	var b strings.Builder
	for _, r := range rep.Resources {
		var sites []string
		for _, s := range r.Sites {
			text := fmt.Sprintf("%s:%s(%s)", s.Role, s.Region, s.Country)
			if s.Certainty != "proven" {
				text += "?"
			}
			if s.Offer != "" {
				text += " " + s.Offer
			}
			sites = append(sites, text)
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s | %s | %s\n", r.Address, r.Action, r.Holds, r.Vendor, strings.Join(sites, ", "), r.Verdict)
		for _, q := range r.Questions {
			fmt.Fprintf(&b, "    ? %s\n", q.What)
		}
	}
	return b.String()
}

// An openCase is a real public input with the truth beside it.
type openCase struct {
	ID, Kind, File, Rest string
	Expected             []struct {
		Address, Vendor, Country, Report string
		Regions                          []string
	}
}

// TestOpenCases runs the plan cases that are kept outside the repository, where
// they are at hand.
func TestOpenCases(t *testing.T) {
	dir := root + "../shared/cases/"
	raw, err := os.ReadFile(dir + "openset.json")
	if err != nil {
		t.Logf("left out: the open cases are not here (%v)", err)
		return
	}
	var cases []openCase
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		switch {
		case c.Kind == "plan-json" && c.File == "":
			t.Logf("left out: %s has no copy here", c.ID)
		case c.Kind == "plan-json":
			t.Run(c.ID, func(t *testing.T) { c.check(t, judge(t, dir+c.File, "2026-09-29")) })
		}
	}
}

func (c openCase) check(t *testing.T, rep *lint.Report) {
	listed := map[string]bool{}
	for _, e := range c.Expected {
		listed[e.Address] = true
		i := slices.IndexFunc(rep.Resources, func(r lint.Resource) bool { return r.Address.String() == e.Address })
		if i < 0 {
			t.Errorf("%s is not in the report", e.Address)
			continue
		}
		r := rep.Resources[i]
		if want := vendorID(e.Vendor); r.Vendor != want {
			t.Errorf("%s: vendor %q, want %q", e.Address, r.Vendor, want)
		}
		c.checkSites(t, r, e.Regions, e.Country)
		checkFindings(t, rep, r, e.Report)
	}
	if strings.HasPrefix(c.Rest, "none") || strings.HasPrefix(c.Rest, "no must") {
		for _, f := range rep.Findings {
			if !f.Address.IsZero() && !listed[f.Address.String()] {
				t.Logf("%s: %s on an address that is not listed: %s", c.ID, f.Name, f.Address)
			}
		}
	}
}

func (c openCase) checkSites(t *testing.T, r lint.Resource, regions []string, country string) {
	t.Helper()
	var gotCountries []string
	for _, s := range r.Sites {
		gotCountries = append(gotCountries, s.Country)
	}
	for _, want := range regions {
		want, _, _ = strings.Cut(want, " ")
		if want == "-" || want == "unknown" || want == "global" {
			continue
		}
		if !slices.ContainsFunc(r.Sites, func(s lint.Site) bool { return strings.EqualFold(s.Region, want) }) {
			t.Errorf("%s: sites %+v, want region %s", r.Address, r.Sites, want)
		}
	}
	if country == "-" || country == "unknown" {
		return
	}
	for want := range strings.SplitSeq(country, "+") {
		if !slices.Contains(gotCountries, want) {
			t.Errorf("%s: countries %v, want %s", r.Address, gotCountries, want)
		}
	}
}

func checkFindings(t *testing.T, rep *lint.Report, r lint.Resource, want string) {
	t.Helper()
	var flat, open []string
	for _, f := range rep.Findings {
		if *f.Address != *r.Address || f.Level == "notice" {
			continue
		}
		if f.Name == "unplaced-data" || f.Name == "unknown-provider" {
			open = append(open, f.Name)
		} else {
			flat = append(flat, f.Name)
		}
	}
	all := slices.Concat(flat, open)
	switch {
	case want == "must" && len(all) == 0:
		t.Errorf("%s: no finding, one is required (verdict %s)", r.Address, r.Verdict)
	case want == "no" && len(all) > 0:
		t.Errorf("%s: false alarm %v", r.Address, all)
	case want == "unproven" && (len(open) == 0 || len(flat) > 0):
		t.Errorf("%s: findings %v, want only what cannot be established", r.Address, all)
	}
}

func vendorID(s string) string {
	switch s {
	case "gcp":
		return "google"
	case "oci":
		return "oracle"
	case "none", "-":
		return ""
	}
	return s
}
