package report

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// hostileNames are what an input may call things, by a title.
var hostileNames = sync.OnceValue(func() map[string]string {
	raw, err := os.ReadFile("../../testdata/hostile.tsv")
	if err != nil {
		panic(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		if cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); line[0] != '#' {
			out[cells[0]] = hostileName(cells[1:])
		}
	}
	return out
})

// hostileName reads a name, and how often it is repeated.
func hostileName(cells []string) string {
	name, err := strconv.Unquote(cells[0])
	if err != nil {
		panic(err)
	}
	if len(cells) == 1 {
		return name
	}
	n, err := strconv.Atoi(cells[1])
	if err != nil {
		panic(err)
	}
	return strings.Repeat(name, n)
}

// harmless stands in the same places as a hostile name does.
const harmless = "nom"

// withName is a report that has a name from an input wherever one can stand.
func withName(name string) *lint.Report {
	at := &lint.At{File: name, Line: 3, Column: 1, EndLine: 3, EndColumn: 9}
	good := &lint.At{File: "main.tf", Line: 7, Column: 2, EndLine: 9, EndColumn: 3}
	why := []lint.Why{{Claim: name, At: at, Source: &lint.Source{Name: name, AsOf: "2026-01"}}}
	r := &lint.Report{
		Schema: lint.Schema, Tool: lint.Tool{Name: "sovlint", Version: "0.1.0"}, AsOf: "2026-11-23",
		Doctrine:  lint.DoctrineRef{ID: "fr-cloud-au-centre", Edition: "2026-08-15", Title: name},
		Registers: []lint.RegisterRef{{ID: "secnumcloud", AsOf: "2026-09-15"}},
		Inputs:    []lint.Input{{Name: name, Format: "plan-json", TerraformVersion: name}, {Name: "b", Format: "plan-json"}},
		Summary:   lint.Summary{Resources: 2, Holding: 2, Placed: 2, Errors: 2, Notices: 1, Waived: 1},
		Gaps:      []lint.Gap{{What: name, At: at}},
	}
	for i, local := range []string{name, "aws_s3_bucket.b[\"" + name + "\"]"} {
		r.Resources = append(r.Resources, lint.Resource{Address: &tf.Addr{Local: local}, At: good, Belief: &lint.Belief{
			Type: name, Mode: "managed", Action: "create", Vendor: name, Holds: "stores", Service: name, Input: name,
			Provider: lint.ProviderRef{Source: name, Alias: name}, Class: lint.Class{Name: name, Assumed: i == 0},
			Sites: []lint.Site{{Role: "primary", Region: name, Country: "FR", Operator: name, Offer: name, Certainty: "proven", Verdict: "foreign-control"},
				{Role: "backup", Region: "us-east-1", Country: "US", Operator: "aws", Certainty: "probable", Verdict: "outside"}},
			Verdict: "outside", Questions: []lint.Question{{What: name, Settle: name}}, Why: why,
		}})
	}
	cause := func(level string, why ...lint.Why) *lint.Cause {
		return &lint.Cause{Rule: "SOV201", Name: "foreign-control", Level: level, Message: name, Hint: name, Cites: []string{name},
			Why: why, Input: name, Vendor: name, Region: name}
	}
	r.Findings = []lint.Finding{
		{Address: &tf.Addr{Local: name}, Cause: cause("error", why...), At: at, Fingerprint: lint.Fingerprint{1},
			Related: []lint.Related{{Message: name, At: good}, {Message: name, At: at}}},
		{Address: &tf.Addr{Local: name}, Cause: cause("error"), Fingerprint: lint.Fingerprint{2}},
		{Address: &tf.Addr{Local: name}, Cause: cause("warning"), At: good, Fingerprint: lint.Fingerprint{3},
			Waiver: &lint.Waiver{ID: name, Reason: name, Until: "2027-01-01"}},
		{Address: &tf.Addr{}, Cause: cause("notice"), Fingerprint: lint.Fingerprint{4}},
	}
	return r
}

// A shape says what of an output must not depend on the names in it.
type shape func(t *testing.T, out string) string

// shapes holds the shape of every format. A format without one fails the test.
var shapes = map[string]shape{
	"text":       nil,
	"json":       jsonShape,
	"sarif":      sarifShape,
	"github":     linesShape,
	"jsonl":      jsonlShape,
	"gitlab":     gitlabShape,
	"azure":      azureShape,
	"junit":      xmlShape,
	"checkstyle": checkstyleShape,
	"csv":        csvShape,
	"markdown":   markdownShape,
	"html":       htmlShape,
	"dot":        dotShape,
	"mermaid":    mermaidShape,
}

func TestHostileNamesInEveryFormat(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		check, ok := shapes[format]
		if !ok {
			t.Errorf("format %s is not held against hostile names", format)
		}
		for title, name := range hostileNames() {
			for _, asMap := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s/%s/map=%v", format, title, asMap), func(t *testing.T) {
					t.Parallel()
					out := write(t, format, withName(name), hostileOptions(name, asMap))
					harmlessToAll(t, format, out)
					if check == nil {
						return
					}
					if got, want := check(t, out), check(t, write(t, format, withName(harmless), hostileOptions(harmless, asMap))); got != want {
						t.Errorf("the name changes the shape of the output\ngot  %.1500s\nwant %.1500s\nof\n%.3000s", got, want, out)
					}
				})
			}
		}
	}
}

// hostileOptions hold a name that facts and norms of one's own may have.
func hostileOptions(name string, asMap bool) Options {
	return Options{Map: asMap, Width: 80, Prefix: "infra/", FailOn: "warning",
		Vendors: map[string]string{name: name, "aws": name}, Clauses: map[string]string{name: name},
		Rules: func() []Page { return []Page{{ID: "SOV201", Name: "foreign-control", Level: "error", Summary: "x"}} }}
}

// TestHostileNamesInDiff compares a report whose names are hostile with one of
// another place.
func TestHostileNamesInDiff(t *testing.T) {
	t.Parallel()
	diff := func(name, format string) string {
		before, after := withName(name), withName(name)
		b := *before.Resources[0].Belief
		b.Sites, b.Verdict = b.Sites[:1], "foreign-control"
		before.Resources[0].Belief = &b
		before.Findings = before.Findings[1:]
		after.Findings = after.Findings[:1]
		o := hostileOptions(name, false)
		d := Compare(before, after, lint.Territory{}, o)
		if len(d.Worse) == 0 || len(d.Moves) == 0 {
			t.Fatal("the diff is empty")
		}
		var out strings.Builder
		var err error
		switch format {
		case "json":
			err = d.JSON(&out)
		case "markdown":
			err = d.Markdown(&out, o)
		default:
			err = d.Text(&out, o)
		}
		if err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	for title, name := range hostileNames() {
		for format, check := range map[string]shape{"text": nil, "json": jsonShape, "markdown": markdownShape} {
			t.Run(format+"/"+title, func(t *testing.T) {
				out := diff(name, format)
				harmlessToAll(t, format, out)
				if check == nil {
					return
				}
				if got, want := check(t, out), check(t, diff(harmless, format)); got != want {
					t.Errorf("the name changes the shape of the output\ngot  %.1500s\nwant %.1500s\nof\n%.3000s", got, want, out)
				}
			})
		}
	}
}

func TestHostileNamesInJobSummary(t *testing.T) {
	t.Parallel()
	for title, name := range hostileNames() {
		var got, want strings.Builder
		for b, n := range map[*strings.Builder]string{&got: name, &want: harmless} {
			if err := JobSummary(b, withName(n), hostileOptions(n, false)); err != nil {
				t.Fatal(err)
			}
		}
		harmlessToAll(t, "job summary", got.String())
		if g, w := markdownShape(t, got.String()), markdownShape(t, want.String()); g != w {
			t.Errorf("%s changes the shape:\ngot  %s\nwant %s", title, g, w)
		}
	}
}

// harmlessToAll holds what every output must keep, whoever reads it.
func harmlessToAll(t *testing.T, format, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Error("the output is not UTF-8")
	}
	for i, r := range out {
		if r != '\n' && hidden(r) {
			t.Fatalf("%U came through at byte %d", r, i)
		}
	}
	for line := range strings.Lines(out) {
		trimmed := strings.TrimSpace(line)
		if format != "github" && strings.HasPrefix(trimmed, "::") {
			t.Errorf("a line is a workflow command: %q", line)
		}
		if n := strings.Count(line, "##vso["); n > 0 && (format != "azure" || n > 1 || !strings.HasPrefix(line, "##vso[task.logissue ")) {
			t.Errorf("a line holds a logging command: %.300q", line)
		}
		if strings.Contains(line, "##[") || strings.Contains(line, "##teamcity[") {
			t.Errorf("a line holds a build server's command: %.300q", line)
		}
	}
}

// jsonShape keeps the structure and drops what the strings say.
func jsonShape(t *testing.T, out string) string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatalf("not JSON: %v", err)
	}
	b, err := json.Marshal(outline(v))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func outline(v any) any {
	switch x := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, e := range x {
			out[k] = outline(e)
		}
		return out
	case []any:
		out := []any{}
		for _, e := range x {
			out = append(out, outline(e))
		}
		return out
	case string:
		return ""
	}
	return v
}

// jsonlShape is jsonShape for every line.
func jsonlShape(t *testing.T, out string) string {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(out) {
		b.WriteString(jsonShape(t, line) + "\n")
	}
	return b.String()
}

// xmlShape lists elements and the names of their attributes.
func xmlShape(t *testing.T, out string) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(out)); ; {
		tok, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			b.WriteString("<" + x.Name.Local)
			for _, a := range x.Attr {
				b.WriteString(" " + a.Name.Local)
			}
			b.WriteString(">")
		case xml.EndElement:
			b.WriteString("</" + x.Name.Local + ">")
		case xml.Comment, xml.Directive:
			b.WriteString("!")
		}
	}
}

// csvShape counts records and cells; no cell may be a formula.
func csvShape(t *testing.T, out string) string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatalf("not CSV: %v", err)
	}
	for _, record := range all {
		for _, cell := range record {
			if r, _ := utf8.DecodeRuneInString(cell); strings.ContainsRune("=+-@\t\r\uff1d\uff0b\uff0d\uff20", r) && cell != "" {
				t.Errorf("a cell is a formula: %.80q", cell)
			}
		}
	}
	return fmt.Sprint(len(all), len(all[0]))
}

// linesShape counts lines and keeps how each begins.
func linesShape(_ *testing.T, out string) string {
	var b strings.Builder
	for line := range strings.Lines(out) {
		head, _, _ := strings.Cut(line, " ")
		b.WriteString(strings.TrimSpace(head) + "\n")
	}
	return b.String()
}

// live is what Markdown, GitHub or GitLab would act upon; our own markup is
// taken out before.
var live = regexp.MustCompile("[`~$!@#]|(?:^|[^\\\\])(?:\\\\\\\\)*[*_\\[\\]]|<[^>]*>|://|www\\.|^/[a-z]")

// ours is the markup that a comment or a job summary has of its own.
var ours = regexp.MustCompile("(?m)^## sovlint|</?(?:details|summary|sub|code|br)>|`-o json`|&#?[a-z0-9]+;")

// markdownShape keeps the beginnings of lines and the number of cells, and
// wants nothing alive in what comes from an input.
func markdownShape(t *testing.T, out string) string {
	t.Helper()
	if len(out) > maxComment {
		t.Errorf("%d bytes, and a comment takes %d", len(out), maxComment)
	}
	var b strings.Builder
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		rest := ours.ReplaceAllString(line, "")
		if got := live.FindString(rest); got != "" {
			t.Errorf("%q is alive in %.300q", got, line)
		}
		cells := strings.Count(strings.ReplaceAll(strings.ReplaceAll(line, "\\\\", ""), "\\|", ""), "|")
		head := ""
		if line != "" {
			head = line[:1]
		}
		fmt.Fprintf(&b, "%s%d\n", head, cells)
	}
	return b.String()
}
