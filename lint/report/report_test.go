package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// hostile is a name that would forge lines, commands or a reversed text.
const hostile = "aws_s3_bucket.b[\"x\n::error::owned\r%0A::error::%25 \x1b[2J\u202e\u2028 ::set-output name=a::b ##[error]z\"]"

func sample(n int) *lint.Report {
	r := &lint.Report{
		Schema: lint.Schema, Tool: lint.Tool{Name: "sovlint", Version: "0.1.0"}, AsOf: "2026-11-23",
		Doctrine: lint.DoctrineRef{ID: "fr-cloud-au-centre", Edition: "2026-08-15", Title: "Cloud au centre"},
		Summary:  lint.Summary{Resources: n, Holding: n, Placed: n, Errors: n},
	}
	for i := range n {
		address := fmt.Sprintf("aws_s3_bucket.b[%d]", i)
		if i == 0 {
			address = hostile
		}
		r.Resources = append(r.Resources, lint.Resource{
			Address: &tf.Addr{Local: address}, Belief: &lint.Belief{Type: "aws_s3_bucket", Mode: "managed", Action: "create", Vendor: "aws", Holds: "stores",
				Class:   lint.Class{Name: "sensitive", Assumed: true},
				Sites:   []lint.Site{{Role: "primary", Region: "eu-west-3", Country: "FR", Operator: "aws", Certainty: "proven", Verdict: "foreign-control"}},
				Verdict: "foreign-control"},
		})
		r.Findings = append(r.Findings, lint.Finding{
			Address: &tf.Addr{Local: address}, Cause: &lint.Cause{Rule: "SOV201", Name: "foreign-control", Level: "error",
				Message: "held by " + hostile, Hint: "move it", Cites: []string{"fr-cloud-au-centre/R9"}},
			At: &lint.At{File: "ma:in,.tf", Line: i + 1, Column: 1, EndLine: i + 1, EndColumn: 9},
		})
	}
	return r
}

func write(t *testing.T, format string, r *lint.Report, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// obeyed reports what a terminal or a build server would act upon.
func obeyed(t *testing.T, out string) {
	t.Helper()
	for _, bad := range []string{"\x1b", "\r", "\u202e", "\u2028"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q came through", bad)
		}
	}
}

func TestHostileNames(t *testing.T) {
	if got := Clean("##[error]x ##vso[a"); strings.Contains(got, "##") {
		t.Errorf("got %s", got)
	}
	for _, o := range []Options{{}, {Map: true}, {Width: 40}} {
		out := write(t, "text", sample(7), o)
		obeyed(t, out)
		for line := range strings.Lines(out) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") {
				t.Errorf("width %d: a line is a workflow command: %q", o.Width, line)
			}
		}
	}
	out := write(t, "github", sample(1), Options{})
	obeyed(t, out)
	if n := strings.Count(out, "\n"); n != 1 {
		t.Errorf("got %d lines, want one annotation:\n%s", n, out)
	}
	if !strings.HasPrefix(out, "::error file=ma%3Ain%2C.tf,line=1,endLine=1,col=1,endColumn=9,title=SOV201 foreign-control::") {
		t.Errorf("got %s", out)
	}
	if strings.Contains(out, "%0A::error") {
		t.Errorf("an escape of the input was kept as it was: %s", out)
	}
	var b bytes.Buffer
	if err := JobSummary(&b, sample(3), Options{}); err != nil {
		t.Fatal(err)
	}
	obeyed(t, b.String())
}

func TestJSONFollowsSchema(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("report.schema.json", schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*lint.Report{sample(3), sample(0)} {
		out := write(t, "json", r, Options{})
		obeyed(t, out)
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Error(err)
		}
		if again := write(t, "json", r, Options{}); again != out {
			t.Error("two runs differ")
		}
	}
	var back lint.Report
	if err := json.Unmarshal([]byte(write(t, "json", sample(1), Options{})), &back); err != nil {
		t.Fatal(err)
	}
	if back.Resources[0].Address.String() != hostile {
		t.Errorf("got %q, want the address unchanged", back.Resources[0].Address)
	}
}

func TestGroups(t *testing.T) {
	r := sample(7)
	r.Findings = append(r.Findings, lint.Finding{Cause: &lint.Cause{Rule: "SOV901", Name: "undeclared-class", Level: "notice", Message: "declare it"}})
	out := write(t, "text", r, Options{})
	for _, want := range []string{"and 2 more", "7 of 7 resources that hold data are placed; 7 errors, 0 warnings, 0 notices",
		"countries: 7 FR", "operators: 7 aws", "edition 2026-08-15"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing:\n%s", want, out)
		}
	}
	if n := strings.Count(out, "SOV201"); n != 1 {
		t.Errorf("got %d groups of one cause, want 1", n)
	}
	if strings.Index(out, "SOV201") > strings.Index(out, "SOV901") {
		t.Error("the worst is not first")
	}
}

func TestCleanReportSaysWhy(t *testing.T) {
	r := sample(2)
	r.Findings, r.Summary.Errors = nil, 0
	for i := range r.Resources {
		r.Resources[i].Verdict = "approved"
	}
	for _, c := range []struct {
		r    *lint.Report
		want string
	}{
		{r, "of the resources that hold data, 2 approved"},
		{&lint.Report{}, "Nothing was judged"},
		{&lint.Report{Resources: slices.Repeat([]lint.Resource{{Belief: &lint.Belief{}}}, 3), Summary: lint.Summary{Resources: 3}}, "none of the 3 resources holds data"},
	} {
		if out := write(t, "text", c.r, Options{}); !strings.Contains(out, c.want) {
			t.Errorf("%q is missing:\n%s", c.want, out)
		}
	}
}

func TestGitHubLimits(t *testing.T) {
	out := write(t, "github", sample(25), Options{Prefix: "infra/"})
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 10 {
		t.Fatalf("got %d annotations, want 10", len(lines))
	}
	if !strings.Contains(lines[9], "16 more of level error") {
		t.Errorf("the last says %s", lines[9])
	}
	if !strings.Contains(lines[0], "file=infra/ma") {
		t.Errorf("no way from the root: %s", lines[0])
	}
	long := sample(1)
	long.Findings[0].Message = strings.Repeat("é%", 5000)
	long.Findings[0].At.EndLine = 9
	out = write(t, "github", long, Options{})
	if n := strings.Count(out, "é"); n > maxMessage {
		t.Errorf("message has %d characters", n)
	}
	if strings.Contains(out, "col=") {
		t.Error("columns over several lines would be dropped")
	}
}

func TestJobSummaryIsCut(t *testing.T) {
	r := sample(0)
	for i := range 9000 {
		r.Findings = append(r.Findings, lint.Finding{Cause: &lint.Cause{Rule: fmt.Sprintf("SOV%d", i), Level: "error", Message: strings.Repeat("|", 100)}})
	}
	var b bytes.Buffer
	if err := JobSummary(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	if b.Len() > maxJobSummary {
		t.Errorf("got %d bytes", b.Len())
	}
	if !strings.Contains(b.String(), "more rows do not fit") {
		t.Error("the cut is not said")
	}
}

func TestMap(t *testing.T) {
	out := write(t, "text", sample(2), Options{Map: true, Vendors: map[string]string{"aws": "Amazon Web Services"}})
	for _, want := range []string{"OPERATOR", "Amazon Web Services  FR", "sensitive (assumed)", "2 of 2 resources that hold data are placed"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing:\n%s", want, out)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "yaml", sample(0), Options{}); err == nil {
		t.Error("got no error")
	}
}
