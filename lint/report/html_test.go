package report

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

var (
	tag       = regexp.MustCompile(`</?[a-zA-Z!][^<>]*>`)
	attribute = regexp.MustCompile(`\s([a-zA-Z:-]+)=`)
)

// htmlShape counts the tags, with the names of their attributes, and holds the
// page to what its policy says.
func htmlShape(t *testing.T, out string) string {
	t.Helper()
	data := dataOf(t, out)
	rest := strings.Replace(out, data, "", 1)
	rest = strings.Replace(rest, htmlFile("script.js"), "", 1)
	rest = strings.Replace(rest, htmlFile("style.css"), "", 1)
	counts := map[string]int{}
	for _, m := range tag.FindAllString(rest, -1) {
		name := strings.Fields(strings.Trim(m, "<>"))[0]
		for _, a := range attribute.FindAllStringSubmatch(m, -1) {
			switch a[1] {
			case "src", "style", "srcset", "action", "onerror", "onload", "onclick", "xlink:href":
				t.Errorf("a page that fetches nothing has the attribute %s in %.200s", a[1], m)
			case "href":
				if !strings.Contains(m, `href="#`) {
					t.Errorf("a link leaves the page: %.200s", m)
				}
			}
			name += " " + a[1]
		}
		counts[name]++
	}
	if n := strings.Count(rest, "<"); n != len(tag.FindAllString(rest, -1)) {
		t.Errorf("%d signs of a tag, %d tags", n, len(tag.FindAllString(rest, -1)))
	}
	if strings.Contains(data, "<") {
		t.Error("the data could end its script")
	}
	return fmt.Sprint(counts) + jsonCounts(t, data)
}

func dataOf(t *testing.T, out string) string {
	t.Helper()
	_, after, ok := strings.Cut(out, `<script type="application/json" id="data">`)
	data, _, also := strings.Cut(after, "</script>")
	if !ok || !also {
		t.Fatal("the page has no data")
	}
	return data
}

func jsonCounts(t *testing.T, data string) string {
	t.Helper()
	var v map[string]json.RawMessage
	if err := json.Unmarshal([]byte(data), &v); err != nil {
		t.Fatalf("the data is no JSON: %v", err)
	}
	out := ""
	for _, name := range []string{"resources", "beliefs", "causes", "waivers", "whys"} {
		var list []any
		if err := json.Unmarshal(v[name], &list); err != nil {
			t.Fatal(err)
		}
		out += fmt.Sprintf(" %d %s", len(list), name)
	}
	return out
}

func TestHTMLIsSelfContained(t *testing.T) {
	t.Parallel()
	r := mixed()
	r.Gaps = []lint.Gap{{What: "module.x was not downloaded"}}
	r.AsOf = "2027-03-20"
	r.Summary = lint.Summary{Resources: 5, Holding: 5, Placed: 5, Errors: 2, Warnings: 1, Notices: 1, Waived: 1}
	out := write(t, "html", r, Options{Vendors: map[string]string{"aws": "Amazon Web Services"}})
	htmlShape(t, out)
	for _, want := range []string{
		"<h1>2 errors under the doctrine</h1>",
		"<li>module.x was not downloaded</li>",
		`style-src ` + strings.ReplaceAll(hash(htmlFile("style.css")), "'", "&#39;"),
		`<span class="badge l-warning">11 days</span>`,
		"<th scope=\"row\">FR, France</th><td>Amazon Web Services</td>",
		`aria-label="Map, Europe. FR: 5 resources, foreign control"`,
	} {
		if !strings.Contains(strings.ReplaceAll(out, "&#43;", "+"), want) {
			t.Errorf("%q is missing", want)
		}
	}
	if got := jsonCounts(t, dataOf(t, out)); got != " 5 resources 5 beliefs 5 causes 1 waivers 0 whys" {
		t.Errorf("got%s", got)
	}
	for _, bad := range []string{"fetch(", "XMLHttpRequest", "import(", "eval(", "innerHTML", "localStorage", "document.write"} {
		if strings.Contains(htmlFile("script.js"), bad) {
			t.Errorf("the script has %s", bad)
		}
	}
}

func TestHTMLOfMap(t *testing.T) {
	t.Parallel()
	r := mixed()
	r.Findings = nil
	out := write(t, "html", r, Options{Map: true})
	htmlShape(t, out)
	if strings.Contains(out, "h-findings") || !strings.Contains(out, "<h1>Where the data will be</h1>") {
		t.Error("a map judges")
	}
}

// What many resources share is written once.
func TestHTMLSharesBeliefs(t *testing.T) {
	t.Parallel()
	r := mixed()
	shared, cause := r.Resources[0].Belief, r.Findings[0].Cause
	for i := range 5000 {
		a := &tf.Addr{Local: fmt.Sprintf("aws_s3_bucket.n[%d]", i)}
		r.Resources = append(r.Resources, lint.Resource{Address: a, Belief: shared})
		r.Findings = append(r.Findings, lint.Finding{Address: a, Cause: cause})
	}
	out := write(t, "html", r, Options{})
	if got := jsonCounts(t, dataOf(t, out)); got != " 5005 resources 5 beliefs 5 causes 1 waivers 0 whys" {
		t.Errorf("got%s", got)
	}
	if len(out) > 600_000 {
		t.Errorf("got %d bytes", len(out))
	}
}

func TestRemaining(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ asOf, until, want, class string }{
		{"2026-11-23", "2026-11-22", "ended", "l-error"},
		{"2026-11-23", "2026-11-23", "its last day", "l-warning"},
		{"2026-11-23", "2026-11-24", "1 day", "l-warning"},
		{"2026-11-23", "2027-03-31", "128 days", "l-notice"},
		{"2026-11-23", "soon", "not known", "l-warning"},
	} {
		if text, class := (Options{}).remaining(c.asOf, c.until); text != c.want || class != c.class {
			t.Errorf("%s to %s: got %q, %q, want %q, %q", c.asOf, c.until, text, class, c.want, c.class)
		}
	}
}

// Pills stay on the sheet and do not cover each other, with every country of
// Europe in use.
func TestPills(t *testing.T) {
	t.Parallel()
	var c chart
	for code := range countries() {
		c.sites = append(c.sites, site{country: code, operator: "x", verdict: "approved-expiring", names: make([]string, 1000)})
	}
	for i, s := range sheets {
		few := chart{}
		for _, x := range c.sites {
			if strings.Contains("FR DE BE NL LU CH IT AT ES PT GB IE DK SE NO FI PL CZ US CA BR SG JP AU IN ZA", x.country) {
				few.sites = append(few.sites, x)
			}
		}
		pills := pillsOf(few, s, i == 1, Options{})
		settle(pills, s)
		for n, p := range pills {
			if p.left < 0 || p.top < 0 || p.right > float64(s.width) || p.down > float64(s.height) {
				t.Errorf("%s: %s leaves the sheet: %+v", s.name, p.key, p)
			}
			for _, q := range pills[n+1:] {
				if min(p.right, q.right) > max(p.left, q.left) && min(p.down, q.down) > max(p.top, q.top) {
					t.Errorf("%s: %s covers %s", s.name, p.key, q.key)
				}
			}
		}
		settle(pillsOf(c, s, i == 1, Options{}), s) // too many to part; it must end all the same
	}
}

func TestMapTables(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"countries.tsv", "land.tsv"} {
		lines := 0
		for line := range strings.Lines(htmlFile(name)) {
			if !strings.HasPrefix(line, "#") {
				lines++
			}
		}
		if n := len(table(name, 4)); n != lines || n == 0 {
			t.Errorf("%s: %d of %d lines can be read", name, n, lines)
		}
		for _, want := range []string{"# source: ", "# as_of: "} {
			if !strings.Contains(htmlFile(name), want) {
				t.Errorf("%s does not say %s", name, want)
			}
		}
	}
	for _, f := range table("countries.tsv", 4) {
		p := countries()[f[0]]
		if len(f[0]) != 2 || p.lon < -180 || p.lon > 180 || p.lat < -90 || p.lat > 90 || p.lon == 0 && p.lat == 0 {
			t.Errorf("%v", f)
		}
	}
	if p := countries()["FR"]; p.name != "France" || int(p.lon) != 2 || int(p.lat) != 46 {
		t.Errorf("got %+v", p)
	}
}
