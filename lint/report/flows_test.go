package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// dotShape takes the strings out: what is left is ours.
func dotShape(t *testing.T, out string) string {
	t.Helper()
	rest := quoted.ReplaceAllString(out, "Q")
	if strings.Contains(rest, `"`) {
		t.Errorf("a quote is open: %s", rest)
	}
	return unordered(rest)
}

// unordered takes numbers and colours out and sorts the lines: the order of
// places rests on their names.
func unordered(s string) string {
	lines := strings.Split(regexp.MustCompile(`[0-9]+|:::[a-z]+`).ReplaceAllString(s, ""), "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// mermaidShape takes the labels out and wants nothing in them that Mermaid reads.
func mermaidShape(t *testing.T, out string) string {
	t.Helper()
	if len(out) > 50_000 {
		t.Errorf("%d bytes, and Mermaid reads 50,000", len(out))
	}
	labels := regexp.MustCompile(`"[^"\n]*"`)
	for _, l := range labels.FindAllString(out, -1) {
		inner := strings.ReplaceAll(regexp.MustCompile(`#[0-9]+;`).ReplaceAllString(strings.Trim(l, `"`), ""), "<br/>", "")
		if i := strings.IndexAny(inner, "<>#`\"[]{}|%"); i >= 0 {
			t.Errorf("%q is alive in %.200s", inner[i], l)
		}
	}
	return unordered(labels.ReplaceAllString(out, "Q"))
}

func copies() *lint.Report {
	paris := lint.Site{Role: "primary", Region: "eu-west-3", Country: "FR", Operator: "aws", Verdict: "foreign-control"}
	virginia := lint.Site{Role: "replica", Region: "us-east-1", Country: "US", Operator: "aws", Verdict: "foreign-control"}
	seal := lint.Site{Role: "key", Region: "eu-1", Country: "FR", Operator: "acme", Verdict: "approved"}
	r := &lint.Report{}
	for i, sites := range [][]lint.Site{{paris, virginia}, {paris, virginia, seal}, {paris}, nil} {
		r.Resources = append(r.Resources, lint.Resource{Address: &tf.Addr{Local: fmt.Sprintf("a.r%d", i)},
			Belief: &lint.Belief{Vendor: "aws", Holds: "stores", Sites: sites, Verdict: "foreign-control"}})
	}
	return r
}

func TestDraw(t *testing.T) {
	t.Parallel()
	got := draw(copies(), Options{}).atMost(maxSpots)
	want := []flow{{1, 0, "encrypted by", 1}, {2, 3, "copies to", 2}}
	want[0].from = 2
	if d := cmp.Diff(want, got.flows, cmp.AllowUnexported(flow{})); d != "" {
		t.Error(d)
	}
	var places []string
	for _, s := range got.sites {
		places = append(places, fmt.Sprint(s.operator, " ", s.country, " ", s.region, " ", s.verdict, " ", len(s.names)))
	}
	if d := cmp.Diff([]string{"acme FR eu-1 approved 1", "aws   foreign-control 1", "aws FR eu-west-3 foreign-control 3", "aws US us-east-1 foreign-control 2"}, places); d != "" {
		t.Error(d)
	}
}

func TestDOT(t *testing.T) {
	t.Parallel()
	out := write(t, "dot", copies(), Options{Vendors: map[string]string{"aws": "Amazon Web Services"}})
	for _, want := range []string{`label="Amazon Web Services, FR";`, `label="Amazon Web Services, country not known";`,
		`s3 [label="us-east-1\n2 resources, foreign-control\na.r0 (replica)\na.r1 (replica)", fillcolor="#f4c7c3"`, `s2 -> s3 [label="copies to ×2"];`} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing in\n%s", want, out)
		}
	}
}

func TestMermaid(t *testing.T) {
	t.Parallel()
	out := write(t, "mermaid", copies(), Options{})
	for _, want := range []string{"flowchart LR\n", `subgraph c2["aws, FR"]`, `s2["eu-west-3<br/>3 resources, foreign-control<br/>a.r0<br/>a.r1<br/>a.r2"]:::foreigncontrol`,
		`s2 -->|"encrypted by"| s0`, "classDef approved fill:#c6e7cf"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing in\n%s", want, out)
		}
	}
}

func TestDrawingIsCut(t *testing.T) {
	t.Parallel()
	r := &lint.Report{}
	for i := range maxSpots + 50 {
		verdict := "approved"
		if i == maxSpots+40 {
			verdict = "outside"
		}
		s := lint.Site{Role: "primary", Region: fmt.Sprintf("r-%03d", i) + strings.Repeat("[]", 90), Country: "FR", Operator: "x", Verdict: verdict}
		r.Resources = append(r.Resources, lint.Resource{Address: &tf.Addr{Local: strings.Repeat("[long]", 80)}, Belief: &lint.Belief{Holds: "stores", Sites: []lint.Site{s}, Verdict: verdict}})
	}
	for _, format := range []string{"dot", "mermaid"} {
		out := write(t, format, r, Options{})
		if !strings.Contains(out, "not drawn: ") || !strings.Contains(out, "r-190") {
			t.Errorf("%s: the cut is not said, or the worst was cut", format)
		}
		if format == "mermaid" {
			mermaidShape(t, out)
		}
	}
}

func TestEmptyDrawing(t *testing.T) {
	t.Parallel()
	if got := write(t, "dot", &lint.Report{}, Options{}); !strings.HasSuffix(got, "}\n") {
		t.Errorf("got %q", got)
	}
	if got := write(t, "mermaid", &lint.Report{}, Options{}); got != "flowchart LR\n" {
		t.Errorf("got %q", got)
	}
}
