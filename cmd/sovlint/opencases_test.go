package main

import (
	"cmp"
	"encoding/json"
	goflag "flag"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/tf"
)

// caseTrees is a folder that holds the repository of a case under its id, for
// the cases that have no copy beside openset.json.
var caseTrees = goflag.String("cases", "", "a folder ID/ with the repository of each open case at its commit")

// An openCase is a real public input with the truth beside it.
type openCase struct {
	ID, Kind, File, Path, Rest string
	Expected                   []expectation
}

type expectation struct {
	Address, Vendor, Country, Report, Law string
	Regions                               []string
	Stores                                bool `json:"stores_data"`
}

// TestOpenCases runs the cases that are kept outside the repository, where
// they are at hand: plans as files beside openset.json, and what has no copy
// there, root modules first of all, from the tree of its repository (-cases).
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
		if c.Kind != "plan-json" && c.Kind != "hcl-root" {
			continue
		}
		tree := dir + "roots/" + c.ID
		if *caseTrees != "" {
			tree = filepath.Join(*caseTrees, c.ID)
		}
		in := tree
		switch {
		case c.File != "":
			in = dir + c.File
		case c.Kind == "plan-json":
			in = filepath.Join(tree, c.Path)
		}
		if _, err := os.Stat(in); err != nil {
			t.Logf("left out: %s has no copy here; -cases names a folder of them", c.ID)
			continue
		}
		t.Run(c.ID, func(t *testing.T) {
			if c.Kind == "hcl-root" {
				c.check(t, judgeRoots(t, in, c.Path, "2026-09-29"))
				return
			}
			c.check(t, judge(t, in, "2026-09-29"))
		})
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
		cfg, err := hcleval.Eval(tree.FS(), dir, hcleval.Options{Wanted: o.Wanted, Named: o.Named})
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
			e.checkVendor(t, r)
			e.checkRegions(t, r)
			e.checkCountries(t, r)
			checkFindings(t, rep, r, e.Report)
			if e.Stores && r.Holds == "nothing" {
				t.Errorf("%s: holds nothing, want data", addr)
			}
		}
		if !found {
			t.Errorf("%s is not in the report", e.Address)
		}
	}
	c.checkRest(t, rep, listed)
}

// checkVendor wants the vendor, and with it the law that its company is under.
// "none" with a law is a vendor that the cases have no name for: its own host
// must tell it.
func (e expectation) checkVendor(t *testing.T, r lint.Resource) {
	t.Helper()
	want := vendorID(e.Vendor)
	if want == "" && len(e.Law) == 2 && len(e.Regions) == 1 {
		h, _ := catalog.Embedded().Host(e.Regions[0])
		want = h.Vendor
	}
	if r.Vendor != want {
		t.Errorf("%s: vendor %q, want %q", r.Address, r.Vendor, want)
	}
	law := ""
	if v := catalog.Embedded().Vendor(r.Vendor); v != nil {
		law = cmp.Or(v.ParentCountry, v.Seat)
	}
	if want := strings.Trim(e.Law, "-"); want != law && (want != "unknown" || law != "") {
		t.Errorf("%s: law %q, want %q", r.Address, law, e.Law)
	}
}

// A place is what the cases write of one: the word, and what is noted of it in
// brackets or behind a blank.
func wordOf(text string) (word, note string) {
	word, note, _ = strings.Cut(text, " ")
	return word, note
}

// checkRegions wants each region written, and no other.
func (e expectation) checkRegions(t *testing.T, r lint.Resource) {
	t.Helper()
	var want, noted []string
	for _, text := range e.Regions {
		switch word, note := wordOf(text); word {
		case "-", "unknown", "partial", "runner":
			noted = append(noted, note)
		default:
			want = append(want, e.regionID(r, word))
		}
	}
	for _, w := range want {
		if !slices.ContainsFunc(r.Sites, func(s lint.Site) bool { return s.Region == w }) {
			t.Errorf("%s: sites %+v, want region %s", r.Address, r.Sites, w)
		}
	}
	for _, s := range r.Sites {
		probable := s.Certainty == "probable" && slices.ContainsFunc(noted, func(n string) bool { return strings.Contains(n, s.Region) })
		if s.Region != "" && !slices.Contains(want, s.Region) && !probable {
			t.Errorf("%s: site %+v, want regions %q", r.Address, s, e.Regions)
		}
	}
}

// regionID is the name of a region in a report: a zone is shown as its region.
func (e expectation) regionID(r lint.Resource, word string) string {
	if reg := catalog.Embedded().Region(r.Vendor, word); reg != nil {
		return reg.ID
	}
	return word
}

// checkCountries wants each country written, and no other. What is noted in
// brackets is what a reader guesses: it may be left open or be probable, and
// never proven.
func (e expectation) checkCountries(t *testing.T, r lint.Resource) {
	t.Helper()
	word, guess := e.Country, false
	if head, _, ok := strings.Cut(e.Country, " ("); ok {
		word, guess = head, true
	}
	var want, got []string
	if !slices.Contains([]string{"-", "unknown", "global"}, word) {
		want = strings.Split(word, "+")
	}
	for _, s := range r.Sites {
		if guess && s.Country != "" && s.Certainty != "probable" {
			t.Errorf("%s: site %+v is proven, want %s", r.Address, s, e.Country)
		}
		if s.Country != "" && !slices.Contains(got, s.Country) {
			got = append(got, s.Country)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if e.onlyPlumbing(r) || guess && len(got) == 0 {
		return
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: countries %v, want %q", r.Address, got, e.Country)
	}
}

// onlyPlumbing is for what the cases give no country because nothing is kept
// there, a setting of a place that is known.
func (e expectation) onlyPlumbing(r lint.Resource) bool {
	return e.Country == "-" && r.Holds == "nothing"
}

func checkFindings(t *testing.T, rep *lint.Report, r lint.Resource, want string) {
	t.Helper()
	flat, open := findingsOn(rep, r)
	all := slices.Concat(flat, open)
	switch {
	case want == "must" && len(flat) == 0:
		t.Errorf("%s: findings %v, want one that says which clause is broken (verdict %s)", r.Address, all, r.Verdict)
	case want == "no" && len(all) > 0:
		t.Errorf("%s: false alarm %v", r.Address, all)
	case want == "unproven" && (len(open) == 0 || len(flat) > 0):
		t.Errorf("%s: findings %v, want only what cannot be established", r.Address, all)
	}
}

// findingsOn names the findings on a resource above a notice: flat ones, and
// those that only say what cannot be established.
func findingsOn(rep *lint.Report, r lint.Resource) (flat, open []string) {
	for _, f := range rep.Findings {
		switch {
		case *f.Address != *r.Address || f.Level == "notice":
		case f.Name == "unplaced-data" || f.Name == "unknown-provider":
			open = append(open, f.Name)
		default:
			flat = append(flat, f.Name)
		}
	}
	return flat, open
}

var address = regexp.MustCompile(`\S+\.\S+`)

// checkRest holds what is not listed against the case's words for it: "none is
// must" leaves data at rest free to be found, and nothing else; "no must
// findings" and "nothing else" are of a case that lists all; an address or a
// type in the words is required.
func (c openCase) checkRest(t *testing.T, rep *lint.Report, listed map[string]bool) {
	t.Helper()
	none := strings.HasPrefix(c.Rest, "none")
	if !none && !strings.HasPrefix(c.Rest, "no must") && !strings.HasSuffix(c.Rest, "nothing else") {
		t.Errorf("rest %q: want words that the test knows", c.Rest)
	}
	for _, r := range rep.Resources {
		if listed[r.Address.String()] {
			continue
		}
		flat, open := findingsOn(rep, r)
		all := slices.Concat(flat, open)
		required := !none && (strings.Contains(c.Rest, " "+r.Type+" ") || slices.Contains(address.FindAllString(c.Rest, -1), r.Address.String()))
		switch {
		case required && r.Mode == "managed" && len(flat) == 0:
			t.Errorf("%s: findings %v, want one that says which clause is broken", r.Address, all)
		case !required && len(all) > 0 && (!none || r.Holds == "transits" || r.Holds == "nothing" || r.Holds == ""):
			t.Errorf("%s, which is not listed: false alarm %v (it holds %s)", r.Address, all, r.Holds)
		case !required && len(all) > 0:
			t.Logf("%s, which is not listed, holds %s: %v", r.Address, r.Holds, all)
		}
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
