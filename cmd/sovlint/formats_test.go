package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/rules"
)

const portail = root + "testdata/plans/04-aws-portail-citoyen/"

// formatGoldens are the golden files of one real plan, one a format, read
// through by a person.
var formatGoldens = []struct {
	format, file string
	table        bool // of sovlint map
}{
	{"sarif", "portail.sarif", false},
	{"gitlab", "portail.gitlab.json", false},
	{"azure", "portail.azure.txt", false},
	{"junit", "portail.junit.xml", false},
	{"checkstyle", "portail.checkstyle.xml", false},
	{"markdown", "portail.md", false},
	{"markdown", "portail.map.md", true},
	{"html", "portail.html", false},
	{"dot", "portail.dot", true},
	{"mermaid", "portail.mmd", true},
	{"csv", "portail.csv", false},
	{"csv", "portail.map.csv", true},
}

func TestFormatGoldens(t *testing.T) {
	t.Parallel()
	for _, g := range formatGoldens {
		t.Run(g.file, func(t *testing.T) {
			t.Parallel()
			rep, o := portailReport(t)
			o.Map = g.table
			if g.table {
				rep.Findings = nil
			}
			var b bytes.Buffer
			if err := report.Write(&b, g.format, rep, o); err != nil {
				t.Fatal(err)
			}
			compare(t, root+"testdata/reports/"+g.file, own.ReplaceAllString(b.String(), "$1$3...$2"))
		})
	}
}

// own finds what a page has of its own, whatever is reported: style, script and
// the outlines of land; and its data, which has tests beside the format.
var own = regexp.MustCompile(`(?s)(<style>|<script>|class="land" d="|id="data">).*?(</style>|</script>|">)|(sha256-)\S*`)

// portailReport is the report of a real plan. Its findings stand at the lines
// of the plan's own source, and its queues are waived.
func portailReport(t *testing.T) (*lint.Report, report.Options) {
	t.Helper()
	rep := judge(t, portail+"plan.json", "2026-11-23")
	rep.Tool.Version = "0.1.0"
	at := blocksOf(t, portail+"main.tf")
	waiver := &lint.Waiver{ID: "D-2026-07", Reason: "the queue moves with the new portal", Until: "2027-03-31"}
	for i := range rep.Resources {
		rep.Resources[i].At = at[rep.Resources[i].Address.Base()]
	}
	for i := range rep.Findings {
		f := &rep.Findings[i]
		f.At = at[f.Address.Base()]
		if strings.HasPrefix(f.Address.Local, "aws_sqs_queue.") {
			f.Waiver = waiver
		}
	}
	rep.Count()
	d, err := rules.Doctrine(rep.Doctrine.ID)
	if err != nil {
		t.Fatal(err)
	}
	j := &judgement{report: rep, doctrine: d, catalog: catalog.Embedded()}
	o := j.words("")
	o.Prefix, o.Rules = "infra/", fewPages
	return rep, o
}

// fewPages stands in for the rules, whose words change more often than formats.
func fewPages() []report.Page {
	return []report.Page{
		{ID: "SOV101", Name: "unqualified-offer", Level: "error", Summary: "an offer the register does not list", Text: "# SOV101\n\n## Why\n\nThe law asks\nfor it.\n\n## What to do\n\nMove it.\n"},
		{ID: "SOV102", Name: "outside-territory", Level: "error", Summary: "data outside of the European Union"},
		{ID: "SOV201", Name: "foreign-control", Level: "error", Summary: "an operator under control from outside"},
	}
}

var blockHead = regexp.MustCompile(`^resource "([^"]+)" "([^"]+)"`)

// blocksOf finds the heads of the resource blocks of a file.
func blocksOf(t *testing.T, file string) map[string]*lint.At {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*lint.At{}
	for i, line := range strings.Split(string(raw), "\n") {
		if m := blockHead.FindStringSubmatch(line); m != nil {
			out[m[1]+"."+m[2]] = &lint.At{File: "main.tf", Line: i + 1, Column: 1, EndLine: i + 1, EndColumn: len([]rune(m[0])) + 1}
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s: no resource blocks", file)
	}
	return out
}

// TestEveryFormatHasGolden names the formats that nobody has read through.
func TestEveryFormatHasGolden(t *testing.T) {
	t.Parallel()
	elsewhere := []string{"text", "json", "jsonl", "github"} // held by scripts, by the README and by the schema
	for _, f := range report.Formats() {
		i := slices.IndexFunc(formatGoldens, func(g struct {
			format, file string
			table        bool
		}) bool {
			return g.format == f
		})
		if i < 0 && !slices.Contains(elsewhere, f) {
			t.Errorf("format %s has no golden file", f)
		}
	}
}
