package report

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

var logIssue = regexp.MustCompile(`^##vso\[task\.logissue (?:[a-z]+=[^;\]]*;)+\][^\r\n]*$`)

// azureShape counts lines and wants each a whole command or plain text.
func azureShape(t *testing.T, out string) string {
	t.Helper()
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "##") && !logIssue.MatchString(line) {
			t.Errorf("not a command: %.300q", line)
		}
	}
	return ""
}

// checkstyleShape wants elements and attributes that Checkstyle's readers know.
func checkstyleShape(t *testing.T, out string) string {
	t.Helper()
	shape := xmlShape(t, out)
	rest := regexp.MustCompile(`<file name>|</file>|<error source severity message( line)?( column)?></error>`).ReplaceAllString(shape, "")
	if rest != "<checkstyle version></checkstyle>" {
		t.Errorf("what is not known: %s", rest)
	}
	return ""
}

// mixed has a finding of every kind: two instances of one block, one without a
// place, one that is waived, one about the run, and a resource without any.
func mixed() *lint.Report {
	waived := finding("aws_sqs_queue.q", "SOV201", "error", line("main.tf", 30))
	waived.Waiver = &lint.Waiver{ID: "W-1", Reason: "moves", Until: "2027-03-31"}
	r := &lint.Report{Findings: []lint.Finding{
		finding(`aws_s3_bucket.b["a"]`, "SOV201", "error", line("main.tf", 3)),
		finding(`aws_s3_bucket.b["bb"]`, "SOV201", "error", line("main.tf", 3)),
		finding("aws_s3_bucket.z", "SOV102", "warning", nil),
		waived,
		finding("", "SOV902", "notice", nil),
	}}
	for _, name := range []string{`aws_s3_bucket.b["a"]`, `aws_s3_bucket.b["bb"]`, "aws_s3_bucket.fine", "aws_s3_bucket.z", "aws_sqs_queue.q"} {
		r.Resources = append(r.Resources, lint.Resource{Address: &tf.Addr{Local: name}, Belief: &lint.Belief{Type: "aws_s3_bucket", Holds: "stores",
			Verdict: "foreign-control", Class: lint.Class{Name: "sensitive"},
			Sites: []lint.Site{{Role: "primary", Region: "eu-west-3", Country: "FR", Operator: "aws", Verdict: "foreign-control"}}}})
	}
	for i := range r.Findings {
		r.Findings[i].Hint = "move it: 100% [now];"
		r.Findings[i].Vendor, r.Findings[i].Region = "aws", "eu-west-3"
	}
	return r
}

func TestAzure(t *testing.T) {
	t.Parallel()
	want := `sovlint exception: waived by W-1 until 2027-03-31: moves (1 finding)
##vso[task.logissue type=error;sourcepath=infra/main.tf;linenumber=3;columnnumber=3;code=SOV201;]aws_s3_bucket.b["a"] and 1 more: is held abroad. Fix: move it: 100%AZP25 [now];
##vso[task.logissue type=warning;code=SOV102;]aws_s3_bucket.z: is held abroad. Fix: move it: 100%AZP25 [now];
sovlint notice SOV902 foreign-control: is held abroad. Fix: move it: 100%AZP25 [now];
`
	if d := cmp.Diff(want, write(t, "azure", mixed(), Options{Prefix: "infra/"})); d != "" {
		t.Error(d)
	}
	r := &lint.Report{Findings: []lint.Finding{finding("a.b", "SOV;1]", "error", line("a;b]%.tf", 1))}}
	if got := write(t, "azure", r, Options{}); !strings.Contains(got, "sourcepath=a%3Bb%5D%AZP25.tf;") || !strings.Contains(got, "code=SOV%3B1%5D;") {
		t.Errorf("a property is not escaped: %s", got)
	}
}

func TestAzureIsCut(t *testing.T) {
	t.Parallel()
	r := &lint.Report{}
	for i := range maxIssues + 5 {
		r.Findings = append(r.Findings, finding(fmt.Sprintf("a.b%d", i), "SOV201", "warning", nil))
	}
	r.Findings[0].Waiver = &lint.Waiver{ID: "W-1"}
	got := write(t, "azure", r, Options{})
	if n := strings.Count(got, "\n"); n != maxIssues+2 || !strings.HasPrefix(got, "sovlint exception: waived by W-1") || !strings.HasSuffix(got, "sovlint: 4 more are not logged, the mildest; -o json has them all\n") {
		t.Errorf("got %d lines, the last of them %s", n, got[strings.LastIndex(strings.TrimSpace(got), "\n")+1:])
	}
}

func TestCheckstyle(t *testing.T) {
	t.Parallel()
	want := `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
<file name="main.tf">
  <error source="SOV201" severity="error" message="aws_s3_bucket.b[&#34;a&#34;] and 1 more: is held abroad. Fix: move it: 100% [now];" line="3" column="3"/>
</file>
<file name="terraform-plan">
  <error source="SOV102" severity="warning" message="aws_s3_bucket.z: is held abroad. Fix: move it: 100% [now];"/>
  <error source="SOV902" severity="info" message="is held abroad. Fix: move it: 100% [now];"/>
  <error source="sovlint" severity="info" message="exception: waived by W-1 until 2027-03-31: moves (1 finding)"/>
</file>
</checkstyle>
`
	got := write(t, "checkstyle", mixed(), Options{})
	checkstyleShape(t, got)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestJUnit(t *testing.T) {
	t.Parallel()
	type testcase struct {
		Class   string `xml:"classname,attr"`
		Name    string `xml:"name,attr"`
		Failure *struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"failure"`
		Skipped *struct {
			Message string `xml:"message,attr"`
		} `xml:"skipped"`
		Out string `xml:"system-out"`
	}
	type suite struct {
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Skipped  int        `xml:"skipped,attr"`
		Cases    []testcase `xml:"testcase"`
	}
	for _, c := range []struct {
		failOn   string
		failures int
	}{{"", 2}, {"error", 2}, {"warning", 3}, {"notice", 4}, {"never", 0}} {
		var got struct {
			Suites []suite `xml:"testsuite"`
		}
		if err := xml.Unmarshal([]byte(write(t, "junit", mixed(), Options{FailOn: c.failOn})), &got); err != nil {
			t.Fatal(err)
		}
		s := got.Suites[0]
		failures, skipped := 0, 0
		for _, tc := range s.Cases {
			if tc.Failure != nil {
				failures++
			}
			if tc.Skipped != nil {
				skipped++
			}
		}
		if s.Tests != 6 || len(s.Cases) != 6 || s.Failures != c.failures || failures != c.failures || s.Skipped != 1 || skipped != 1 {
			t.Errorf("--fail-on %s: %d tests, %d failures, %d skipped in %d cases with %d and %d", c.failOn, s.Tests, s.Failures, s.Skipped, len(s.Cases), failures, skipped)
		}
		if tc := s.Cases[5]; tc.Name != "aws_s3_bucket.fine" || tc.Failure != nil {
			t.Errorf("got %+v, want the resource without a finding to pass", tc)
		}
		if tc := s.Cases[3]; tc.Skipped.Message != "waived by W-1 until 2027-03-31: moves" {
			t.Errorf("got %+v", tc.Skipped)
		}
	}
}

// jenkinsShape lists what Jenkins's schema for JUnit allows, written from its
// published fields: elements with their attributes.
var jenkinsShape = map[string]string{
	"testsuites": "name tests failures errors time",
	"testsuite":  "name tests failures errors skipped time timestamp hostname id package file log url group",
	"testcase":   "name classname time group",
	"failure":    "type message",
	"skipped":    "type message",
	"system-out": "",
}

func TestJUnitKeepsToJenkins(t *testing.T) {
	t.Parallel()
	d := xml.NewDecoder(strings.NewReader(write(t, "junit", withName(harmless), Options{})))
	for {
		tok, err := d.Token()
		if tok == nil {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		allowed, known := jenkinsShape[e.Name.Local]
		if !known {
			t.Errorf("element %s is not known", e.Name.Local)
		}
		for _, a := range e.Attr {
			if !strings.Contains(" "+allowed+" ", " "+a.Name.Local+" ") {
				t.Errorf("element %s may not have the attribute %s", e.Name.Local, a.Name.Local)
			}
		}
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	all, err := csv.NewReader(strings.NewReader(write(t, "csv", mixed(), Options{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 6 {
		t.Fatalf("got %d rows, want a header and 5", len(all))
	}
	want := []string{"error", "SOV201", "foreign-control", "aws_sqs_queue.q", "foreign-control", "aws", "eu-west-3", "sensitive", "is held abroad",
		"move it: 100% [now];", "", "main.tf", "30", "W-1", "2027-03-31", "moves", "", "0f00000000000000"}
	if d := cmp.Diff(want, all[4]); d != "" {
		t.Error(d)
	}
	sites, err := csv.NewReader(strings.NewReader(write(t, "csv", mixed(), Options{Map: true}))).ReadAll()
	if err != nil || len(sites) != 6 || sites[0][7] != "role" {
		t.Errorf("got %v (%v), want a header and a row for each of 5 sites", sites, err)
	}
}

func TestUnformula(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\uff1d1": "'\uff1d1", "": "", "a=1": "a=1", "1": "1"} {
		if got := unformula(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestJSONLines(t *testing.T) {
	t.Parallel()
	r := mixed()
	r.Gaps = []lint.Gap{{What: "a module"}}
	kinds := ""
	for l := range strings.Lines(write(t, "jsonl", r, Options{})) {
		var head struct{ Kind, Address, Rule, What string }
		if err := json.Unmarshal([]byte(l), &head); err != nil {
			t.Fatal(err)
		}
		kinds += head.Kind[:3] + " "
		if head.Kind == "resource" && head.Address == "" || head.Kind == "finding" && head.Rule == "" || head.Kind == "gap" && head.What == "" {
			t.Errorf("got %s", l)
		}
	}
	if want := "rep res res res res res fin fin fin fin fin gap "; kinds != want {
		t.Errorf("got %s, want %s", kinds, want)
	}
}
