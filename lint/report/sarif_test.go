package report

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// A sarifLog is what the tests read back.
type sarifLog struct {
	Runs []struct {
		Tool struct {
			Driver struct{ Rules []sarifRule }
		}
		Automation  struct{ ID string } `json:"automationDetails"`
		Results     []sarifResult
		Invocations []struct {
			Notices []struct{ Message sarifText } `json:"toolExecutionNotifications"`
		}
	}
}

func readSARIF(t *testing.T, out string) sarifLog {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 {
		t.Fatalf("got %d runs, want 1", len(log.Runs))
	}
	return log
}

// cleanURI is a URI reference that code scanning takes: relative, without a
// scheme, a fragment or a step upwards.
var cleanURI = regexp.MustCompile(`^[A-Za-z0-9_~%+=@][A-Za-z0-9._~%/!$&'()*+,=@-]*$`)

// sarifShape counts rules, and holds every place against what code
// scanning takes.
func sarifShape(t *testing.T, out string) string {
	t.Helper()
	run := readSARIF(t, out).Runs[0]
	for _, r := range run.Results {
		if len(r.Locations) != 1 {
			t.Errorf("a result has %d locations, want 1", len(r.Locations))
		}
		for _, l := range append(r.Locations, r.Related...) {
			u := l.Physical.Artifact["uri"]
			if !cleanURI.MatchString(u) || strings.Contains(u, "..") || strings.Contains(u, "//") {
				t.Errorf("code scanning refuses the URI %q", u)
			}
			if l.Physical.Region != nil && l.Physical.Region.StartLine < 1 {
				t.Errorf("line %d", l.Physical.Region.StartLine)
			}
		}
		if strings.Contains(r.Message.Text, "](http") || r.Message.Text == "" {
			t.Errorf("message %q", r.Message.Text)
		}
	}
	if len(run.Results) == 0 {
		t.Error("got no results")
	}
	return fmt.Sprintf("%d rules", len(run.Tool.Driver.Rules)) // a file that cannot be named is a place that is not known
}

func TestInRepository(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, prefix, want string }{
		{"main.tf", "", "main.tf"},
		{"./main.tf", "infra/", "infra/main.tf"},
		{"../modules/db/main.tf", "infra/prod/", "infra/modules/db/main.tf"},
		{"../main.tf", "", ""},
		{"../../main.tf", "infra/", ""},
		{"/home/u/main.tf", "", ""},
		{"C:/main.tf", "", ""},
		{"git::https://example.com/m.git//main.tf", "", ""},
		{"https://example.com/main.tf", "", ""},
		{".terraform/modules/db/main.tf", "infra/", ""},
		{"a\\b.tf", "", ""},
		{"a\nb.tf", "", ""},
		{"", "infra/", ""},
		{".", "", ""},
	} {
		if got, ok := inRepository(c.file, c.prefix); got != c.want || ok != (c.want != "") {
			t.Errorf("%q after %q: got %q, %v, want %q", c.file, c.prefix, got, ok, c.want)
		}
	}
}

func TestURI(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"infra/main.tf": "infra/main.tf", "a b/é#1?.tf": "a%20b/%C3%A9%231%3F.tf", "a:b/c.tf": "a%3Ab/c.tf", "100%/x.tf": "100%25/x.tf",
	} {
		if got := uri(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func finding(address, rule, level string, at *lint.At) lint.Finding {
	return lint.Finding{Address: &tf.Addr{Local: address}, At: at, Fingerprint: lint.Fingerprint{byte(len(address))},
		Cause: &lint.Cause{Rule: rule, Name: "foreign-control", Level: level, Message: "is held abroad"}}
}

func line(file string, n int) *lint.At {
	return &lint.At{File: file, Line: n, Column: 3, EndLine: n, EndColumn: 30}
}

func TestSARIFMergesInstances(t *testing.T) {
	t.Parallel()
	r := &lint.Report{Findings: []lint.Finding{
		finding(`aws_s3_bucket.b["a"]`, "SOV201", "warning", line("main.tf", 3)),
		finding(`aws_s3_bucket.b["bb"]`, "SOV201", "error", line("main.tf", 3)),
		finding(`aws_s3_bucket.c`, "SOV201", "warning", line("main.tf", 9)),
	}}
	got := readSARIF(t, write(t, "sarif", r, Options{Prefix: "infra/"})).Runs[0].Results
	if len(got) != 2 {
		t.Fatalf("got %d results, want 2", len(got))
	}
	if got[0].Level != "error" || !strings.HasPrefix(got[0].Message.Text, `aws_s3_bucket.b["bb"] and 1 more: `) {
		t.Errorf("got %s %q, want the worst first", got[0].Level, got[0].Message.Text)
	}
	want := sarifPhysical{Artifact: map[string]string{"uri": "infra/main.tf", "uriBaseId": "%SRCROOT%"},
		Region: &sarifRegion{StartLine: 3, StartColumn: 3, EndLine: 3, EndColumn: 30}}
	if d := cmp.Diff(want, got[0].Locations[0].Physical); d != "" {
		t.Error(d)
	}
	if _, has := got[0].Fingerprints["primaryLocationLineHash"]; has {
		t.Error("the line hash is the uploader's to compute where there is a line")
	}
}

// Without a place the instances of one address stand together, those of two do not.
func TestMergedWithoutPlace(t *testing.T) {
	t.Parallel()
	r := &lint.Report{Findings: []lint.Finding{
		finding(`a.b["x"]`, "SOV201", "error", nil), finding(`a.b["y"]`, "SOV201", "error", nil), finding("a.c", "SOV201", "error", nil),
		finding(`a.b["x"]`, "SOV102", "error", nil), finding("", "SOV901", "notice", nil), finding("", "SOV901", "notice", nil),
	}}
	r.Findings[0].Address = &tf.Addr{Module: `module.m["1"]`, Local: `a.b["x"]`}
	r.Findings[1].Address = &tf.Addr{Module: `module.m["2"]`, Local: `a.b["y"]`}
	var got []int
	for _, b := range merged(r, Options{}) {
		got = append(got, len(b.findings))
	}
	if d := cmp.Diff([]int{1, 2, 1, 1, 1}, got); d != "" {
		t.Error(d)
	}
}

// A module that was downloaded is not in the repository: its call is.
func TestSARIFAnchorsOnTheCall(t *testing.T) {
	t.Parallel()
	f := finding("module.db.aws_db_instance.main", "SOV201", "error", line(".terraform/modules/db/main.tf", 4))
	f.Related = []lint.Related{{Message: "module [db] called here", At: line("main.tf", 20)}, {Message: "provider", At: line("providers.tf", 2)}}
	got := readSARIF(t, write(t, "sarif", &lint.Report{Findings: []lint.Finding{f}}, Options{})).Runs[0].Results[0]
	if u := got.Locations[0].Physical.Artifact["uri"]; u != "main.tf" {
		t.Errorf("got %s, want the call's file", u)
	}
	if len(got.Related) != 1 || got.Related[0].Physical.Artifact["uri"] != "providers.tf" {
		t.Errorf("related %+v, want the provider block alone", got.Related)
	}
	for _, want := range []string{"(at .terraform/modules/db/main.tf:4)", "[provider](1)"} {
		if !strings.Contains(got.Message.Text, want) {
			t.Errorf("%q is missing in %q", want, got.Message.Text)
		}
	}
}

func TestSARIFWithoutPlace(t *testing.T) {
	t.Parallel()
	f := finding("aws_s3_bucket.b", "SOV201", "error", nil)
	f.Waiver = &lint.Waiver{ID: "W-1", Reason: "moves", Until: "2027-03-31", Short: true}
	got := readSARIF(t, write(t, "sarif", &lint.Report{Findings: []lint.Finding{f}}, Options{})).Runs[0].Results[0]
	if p := got.Locations[0].Physical; p.Region != nil || p.Artifact["uri"] != nowhereFile {
		t.Errorf("got %+v, want no line", p)
	}
	if got.Fingerprints["primaryLocationLineHash"] != f.Fingerprint.String()+":1" {
		t.Errorf("got %v, want alerts that can be told apart", got.Fingerprints)
	}
	want := []map[string]string{{"kind": "inSource", "status": "accepted", "justification": "waived by W-1 until 2027-03-31: moves"}}
	if d := cmp.Diff(want, got.Suppressions); d != "" {
		t.Error(d)
	}
}

func TestSARIFIsNeverNull(t *testing.T) {
	t.Parallel()
	out := write(t, "sarif", &lint.Report{}, Options{})
	if strings.Contains(out, "null") || !strings.Contains(out, `"results":[]`) || !strings.Contains(out, `"rules":[]`) {
		t.Errorf("got %s", out)
	}
}

func TestSARIFListsEveryRule(t *testing.T) {
	t.Parallel()
	o := Options{Rules: func() []Page {
		return []Page{{ID: "SOV902", Name: "stale-register", Level: "notice", Summary: "old"}, {ID: "SOV101", Name: "unqualified-offer", Level: "error", Summary: "s", Text: "# p\n\n## Why\n\nThe law\nasks.\n\n## What\n\nx"}}
	}}
	run := readSARIF(t, write(t, "sarif", &lint.Report{Findings: []lint.Finding{finding("a.b", "no-us-mail", "error", nil)}}, o)).Runs[0]
	var ids []string
	for _, r := range run.Tool.Driver.Rules {
		ids = append(ids, r.ID)
		if r.Short.Text == "" || r.Full.Text == "" || r.Help.Text == "" || r.Help.Markdown == "" || r.Name == "" {
			t.Errorf("rule %s has an empty text, which code scanning refuses", r.ID)
		}
	}
	if d := cmp.Diff([]string{"SOV101", "SOV902", "no-us-mail"}, ids); d != "" {
		t.Error(d)
	}
	if got := run.Tool.Driver.Rules[0].Full.Text; got != "The law asks." {
		t.Errorf("got %q", got)
	}
	if got := run.Results[0].RuleIndex; got != 2 {
		t.Errorf("rule index %d, want 2", got)
	}
}

func TestSARIFIsCut(t *testing.T) {
	t.Parallel()
	r := &lint.Report{}
	for i := range maxResults + 7 {
		r.Findings = append(r.Findings, finding(fmt.Sprintf("a.b%d", i), "SOV201", "warning", nil))
	}
	r.Findings = append(r.Findings, finding("a.worst", "SOV201", "error", nil))
	said := ""
	run := readSARIF(t, write(t, "sarif", r, Options{Note: func(s string) { said = s }})).Runs[0]
	if len(run.Results) != maxResults {
		t.Errorf("got %d results, want %d", len(run.Results), maxResults)
	}
	if run.Results[0].Level != "error" {
		t.Error("the worst was not kept first")
	}
	for _, text := range []string{said, run.Invocations[0].Notices[0].Message.Text} {
		if !strings.Contains(text, "8 of 20008 results are left out") {
			t.Errorf("the cut is not said: %q", text)
		}
	}
}

func TestSARIFCategory(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		inputs       []string
		prefix, want string
	}{
		{[]string{"plan.json"}, "", "sovlint/"},
		{[]string{"-"}, "infra/", "sovlint/infra/"},
		{[]string{"prod/plan.json"}, "infra/", "sovlint/infra/prod/"},
		{[]string{"a/plan.json", "b/plan.json"}, "infra/", "sovlint/infra/"},
		{[]string{"/tmp/plan.json"}, "", "sovlint/"},
	} {
		r := &lint.Report{}
		for _, name := range c.inputs {
			r.Inputs = append(r.Inputs, lint.Input{Name: name})
		}
		if got := readSARIF(t, write(t, "sarif", r, Options{Prefix: c.prefix})).Runs[0].Automation.ID; got != c.want {
			t.Errorf("%v in %q: got %q, want %q", c.inputs, c.prefix, got, c.want)
		}
	}
}
