package main

import (
	"encoding/json"
	goflag "flag"
	"fmt"
	"os"
	"path/filepath"
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
	return judged(t, []*tf.Config{cfg}, asOf)
}

func judged(t *testing.T, cfgs []*tf.Config, asOf string) *lint.Report {
	t.Helper()
	d, err := rules.Doctrine("fr-cloud-au-centre")
	if err != nil {
		t.Fatal(err)
	}
	rep, err := lint.Run(lint.Given(cfgs...), rules.All(), lint.Options{Doctrine: d, Catalog: catalog.Embedded(), AsOf: asOf})
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
