package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
)

// flowRules are the rules that speak of where data goes.
var flowRules = []string{
	"replica-leaves", "backup-leaves", "implicit-copy", "snapshot-shared", "saas-host", "foreign-key", "foreign-identity", "edge-termination",
	"log-export", "telemetry-vendor", "ai-inference", "mail-service", "registry-host", "module-source",
}

// TestFlowList holds all that is said of flows in the real plans against a list
// in which a person has written beside each line why it is right. -update makes
// new lines with "?" for a reason, which this test refuses.
func TestFlowList(t *testing.T) {
	t.Parallel()
	list := root + "testdata/flows.tsv"
	raw, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	var head, want []string
	reasons := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			head = append(head, line)
			continue
		}
		i := strings.LastIndexByte(line, '\t')
		fact, reason := line[:max(i, 0)], line[i+1:]
		if want = append(want, fact); reason == "" || reason == "?" {
			t.Errorf("no reason is written beside %q", fact)
		}
		reasons[fact] = reason
	}
	got := flowList(t)
	if *update {
		writeFlowList(t, list, head, got, reasons)
		return
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func writeFlowList(t *testing.T, file string, head, got []string, reasons map[string]string) {
	t.Helper()
	var b bytes.Buffer
	for _, line := range head {
		fmt.Fprintln(&b, line)
	}
	for _, fact := range got {
		reason := reasons[fact]
		if reason == "" {
			reason = "?"
		}
		fmt.Fprintf(&b, "%s\t%s\n", fact, reason)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// flowList is a line a finding: plan, level, rule, address, message.
func flowList(t *testing.T) []string {
	t.Helper()
	plans, _ := filepath.Glob(root + "testdata/plans/*/plan.json")
	more, _ := filepath.Glob(root + "testdata/plans/*/*/plan.json")
	var out []string
	for _, plan := range slices.Concat(plans, more) {
		dir, _ := filepath.Rel(root+"testdata/plans", filepath.Dir(plan))
		out = append(out, flowFacts(filepath.ToSlash(dir), judge(t, plan, "2026-11-23"))...)
	}
	slices.Sort(out)
	return out
}

func flowFacts(name string, rep *lint.Report) (out []string) {
	for _, f := range rep.Findings {
		if slices.Contains(flowRules, f.Name) {
			out = append(out, strings.Join([]string{name, f.Level, f.Name, f.Address.String(), f.Message}, "\t"))
		}
	}
	return out
}

// TestFlowsOfOpenCases wants nothing said of flows in the plans that others wrote,
// where they are at hand, but of where modules come from: whoever reads them finds
// no data that leaves.
func TestFlowsOfOpenCases(t *testing.T) {
	t.Parallel()
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
		if _, err := os.Stat(dir + c.File); c.Kind != "plan-json" || c.File == "" || err != nil {
			continue
		}
		for _, fact := range flowFacts(c.ID, judge(t, dir+c.File, "2026-09-29")) {
			if !strings.Contains(fact, "\tmodule-source\t") {
				t.Error(fact)
			}
		}
	}
}
