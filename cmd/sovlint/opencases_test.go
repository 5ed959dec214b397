package main

import (
	"encoding/json"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/tf"
)

// An openCase is a real public input with the truth beside it.
type openCase struct {
	ID, Kind, File, Path, Rest string
	Expected                   []expectation
}

type expectation struct {
	Address, Vendor, Country, Report, Law string
	Regions                               []string
}

// TestOpenCases runs the cases that are kept outside the repository, where
// they are at hand: plans as files, root modules as their repository's tree at
// the commit of the case, in a folder roots/ID.
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
		in := dir + c.File
		if c.Kind == "hcl-root" {
			in = dir + "roots/" + c.ID
		}
		_, err := os.Stat(in)
		switch {
		case c.Kind != "plan-json" && c.Kind != "hcl-root":
		case in == dir || err != nil:
			t.Logf("left out: %s has no copy here", c.ID)
		case c.Kind == "hcl-root":
			t.Run(c.ID, func(t *testing.T) { c.check(t, judgeRoots(t, in, c.Path, "2026-09-29")) })
		default:
			t.Run(c.ID, func(t *testing.T) { c.check(t, judge(t, in, "2026-09-29")) })
		}
	}
}

// judgeRoots judges the root modules at or below a folder of a repository.
func judgeRoots(t *testing.T, repo, folder, asOf string) *lint.Report {
	t.Helper()
	tree, err := os.OpenRoot(repo)
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	roots, _, err := load.Folders(tree.FS(), path.Clean(folder))
	if err != nil {
		t.Fatal(err)
	}
	var cfgs []*tf.Config
	for _, dir := range roots {
		o := asked(dir, lint.Options{Catalog: catalog.Embedded()})
		cfg, err := hcleval.Eval(tree.FS(), dir, hcleval.Options{Wanted: o.Wanted})
		if err != nil {
			t.Fatal(err)
		}
		cfgs = append(cfgs, cfg)
	}
	return judged(t, cfgs, asOf)
}

// check holds a report against the case. An address without a key stands for
// every instance of the resource.
func (c openCase) check(t *testing.T, rep *lint.Report) {
	listed := map[string]bool{}
	for _, e := range c.Expected {
		found := false
		for _, r := range rep.Resources {
			addr := r.Address.String()
			if addr != e.Address && !strings.HasPrefix(addr, e.Address+"[") {
				continue
			}
			found, listed[addr] = true, true
			// A vendor that the cases have no name for is told by its law alone.
			if want := vendorID(e.Vendor); r.Vendor != want && (want != "" || len(e.Law) != 2) {
				t.Errorf("%s: vendor %q, want %q", addr, r.Vendor, want)
			}
			e.checkSites(t, r)
			checkFindings(t, rep, r, e.Report)
		}
		if !found {
			t.Errorf("%s is not in the report", e.Address)
		}
	}
	if strings.HasPrefix(c.Rest, "none") || strings.HasPrefix(c.Rest, "no must") {
		for _, f := range rep.Findings {
			if !f.Address.IsZero() && !listed[f.Address.String()] {
				t.Logf("%s: %s on an address that is not listed: %s", c.ID, f.Name, f.Address)
			}
		}
	}
}

// checkSites wants the regions and the countries. What stands in brackets is
// what a reader guesses, and what cannot be established has no place to check.
func (e expectation) checkSites(t *testing.T, r lint.Resource) {
	t.Helper()
	placed := false
	for _, want := range e.Regions {
		want, _, _ = strings.Cut(want, " ")
		if want == "-" || want == "unknown" || want == "partial" || want == "global" || want == "runner" {
			continue
		}
		placed = true
		if !isAt(r, want) {
			t.Errorf("%s: sites %+v, want region %s", r.Address, r.Sites, want)
		}
	}
	if !placed || e.Country == "-" || e.Country == "unknown" || strings.Contains(e.Country, "(") {
		return
	}
	var got []string
	for _, s := range r.Sites {
		got = append(got, s.Country)
	}
	for want := range strings.SplitSeq(e.Country, "+") {
		if !slices.Contains(got, want) {
			t.Errorf("%s: countries %v, want %s", r.Address, got, want)
		}
	}
}

// isAt reports whether a resource is in a region, in the region of a zone, or
// says for a host or a wider place that it is what the reasons quote.
func isAt(r lint.Resource, want string) bool {
	id := want
	if reg := catalog.Embedded().Region(r.Vendor, want); reg != nil {
		id = reg.ID
	}
	return slices.ContainsFunc(r.Sites, func(s lint.Site) bool { return strings.EqualFold(s.Region, want) || s.Region == id }) ||
		slices.ContainsFunc(r.Why, func(w lint.Why) bool { return strings.Contains(w.Claim, `"`+want+`"`) })
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
	case "microsoft":
		return "microsoft365"
	case "none", "-", "unknown":
		return ""
	}
	return s
}
