package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
)

func TestMarkdownSays(t *testing.T) {
	t.Parallel()
	r := mixed()
	r.Summary = lint.Summary{Holding: 5, Placed: 5, Errors: 2, Warnings: 1, Notices: 1, Waived: 1}
	r.Gaps = []lint.Gap{{What: "module.x was not downloaded"}}
	out := write(t, "markdown", r, Options{Vendors: map[string]string{"aws": "Amazon Web Services"}})
	for _, want := range []string{
		"## sovlint: 2 errors, 1 warning, 1 notice, 1 waived\n",
		"5 of 5 resources that hold data are placed; by country, copies counted: 5 FR.",
		"| error | SOV201 foreign-control | Amazon Web Services, eu-west-3 | <code>aws\\_s3\\_bucket.b\\[\"a\"\\]</code><br>",
		"<details><summary>1 finding waived</summary>\n\n| waiver |",
		"| W-1 | 2027-03-31 | 1 | foreign-control | moves |",
		"- not seen: module.x was not downloaded",
		"<details><summary>All 5 resources that hold data, worst first</summary>",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if strings.Index(out, "| error |") > strings.Index(out, "| warning |") {
		t.Error("the worst is not first")
	}
	if n, m := strings.Count(out, "<details>"), strings.Count(out, "</details>"); n != m || n != 4 {
		t.Errorf("got %d parts opened and %d closed, want 4", n, m)
	}
}

// A comment over the limit is refused whole, so every part is cut on a row.
func TestMarkdownIsCut(t *testing.T) {
	t.Parallel()
	r := mixed()
	for i := range 3000 {
		f := finding(fmt.Sprintf("aws_s3_bucket.b[%d]", i), fmt.Sprintf("SOV%d", i), "error", nil)
		f.Message, f.Hint = strings.Repeat("|é", 900), strings.Repeat("h", 3000)
		if i%2 == 0 {
			f.Waiver = &lint.Waiver{ID: fmt.Sprint("W-", i), Reason: strings.Repeat("r", 900)}
		}
		r.Findings = append(r.Findings, f)
		x := r.Resources[0]
		x.Address = f.Address
		b := *x.Belief
		b.Questions = []lint.Question{{What: fmt.Sprint("q", i), Settle: strings.Repeat("s", 5000)}}
		x.Belief = &b
		r.Resources = append(r.Resources, x)
		r.Gaps = append(r.Gaps, lint.Gap{What: strings.Repeat("g", 5000)})
	}
	for _, asMap := range []bool{false, true} {
		out := write(t, "markdown", r, Options{Map: asMap})
		if len(out) > maxComment {
			t.Errorf("map %v: got %d bytes", asMap, len(out))
		}
		if strings.Count(out, "<details>") != strings.Count(out, "</details>") {
			t.Error("a part stays open")
		}
		if !asMap && !strings.Contains(out, "more rows do not fit; `-o json` has them all") {
			t.Error("the cut is not said")
		}
		for line := range strings.Lines(out) {
			if strings.HasPrefix(line, "|") && !strings.HasSuffix(line, "|\n") {
				t.Errorf("a row is cut within: %.100s", line)
			}
		}
	}
}

func TestMarkdownClean(t *testing.T) {
	t.Parallel()
	if out := write(t, "markdown", &lint.Report{}, Options{}); !strings.Contains(out, "Nothing was judged") {
		t.Errorf("got %s", out)
	}
	if out := write(t, "markdown", &lint.Report{}, Options{Map: true}); !strings.Contains(out, "Nothing to place") {
		t.Errorf("got %s", out)
	}
}

func TestDiffMarkdownWithHostileNames(t *testing.T) {
	t.Parallel()
	for title, name := range hostileNames() {
		shapes := [2]string{}
		for i, n := range []string{name, harmless} {
			old, late := withName(n), withName(n)
			late.Findings[0].Fingerprint = lint.Fingerprint{9}
			sites := *late.Resources[0].Belief
			sites.Sites = sites.Sites[:1]
			late.Resources[0].Belief = &sites
			var b strings.Builder
			if err := Compare(old, late, lint.Territory{}, Options{}).Markdown(&b, Options{}); err != nil {
				t.Fatal(err)
			}
			harmlessToAll(t, "diff", b.String())
			shapes[i] = markdownShape(t, b.String())
		}
		if shapes[0] != shapes[1] {
			t.Errorf("%s changes the shape:\ngot  %s\nwant %s", title, shapes[0], shapes[1])
		}
	}
}
