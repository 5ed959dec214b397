package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/sovlint/sovlint/lint"
)

// gitlabFields is our own schema of a Code Quality report, which says where its
// fields are from.
const gitlabFields = "../../testdata/schemas/gitlab.json"

// gitlabShape holds a report against the fields and wants every fingerprint once.
func gitlabShape(t *testing.T, out string) string {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(gitlabFields)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(v); err != nil {
		t.Error(err)
	}
	seen := map[string]bool{}
	for _, q := range readGitLab(t, out) {
		if seen[q.Fingerprint] {
			t.Errorf("fingerprint %s occurs twice, and the widget would show one", q.Fingerprint)
		}
		seen[q.Fingerprint] = true
	}
	return ""
}

func readGitLab(t *testing.T, out string) []codeQuality {
	t.Helper()
	var got []codeQuality
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestGitLab(t *testing.T) {
	t.Parallel()
	waived := finding("a.waived", "SOV201", "error", line("main.tf", 8))
	waived.Waiver = &lint.Waiver{ID: "W-1"}
	r := &lint.Report{Findings: []lint.Finding{
		finding("a.notice", "SOV902", "notice", nil), finding("a.twins!", "SOV902", "notice", nil), waived,
		finding("a.c", "SOV201", "error", line("../m/main.tf", 3)),
	}}
	out := write(t, "gitlab", r, Options{Prefix: "infra/"})
	gitlabShape(t, out)
	got := readGitLab(t, out)
	if len(got) != 4 {
		t.Fatalf("got %d degradations, want 3 and one for the waiver", len(got))
	}
	if q := got[3]; q.Severity != "info" || !strings.Contains(q.Description, "waived by W-1") {
		t.Errorf("got %+v, want the waiver", q)
	}
	if q := got[0]; q.Severity != "critical" || q.Location.Path != "m/main.tf" || q.Location.Lines.Begin != 3 || q.CheckName != "SOV201 foreign-control" {
		t.Errorf("got %+v", q)
	}
	if q := got[1]; q.Severity != "info" || !strings.Contains(q.Description, "not known") {
		t.Errorf("got %+v, want it said that the line is not known", q)
	}
}

func TestGitLabClean(t *testing.T) {
	t.Parallel()
	if got := write(t, "gitlab", &lint.Report{}, Options{}); got != "[\n]\n" {
		t.Errorf("got %q, want an empty array", got)
	}
}
