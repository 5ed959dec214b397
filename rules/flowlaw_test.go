package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/sovlint/sovlint/lint/catalog"
	placing "github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// departing are the kinds of links by which data is kept or sent elsewhere, and
// the places that an argument left out stands for.
var departing = []string{"copies", "backs-up", "geo", "geo-backup", "default", "sends"}

// TestEveryArgumentHasACase wants every argument of the tables of these providers
// by which data is copied, saved or sent, and every default that no one
// writes, in a case that speaks of it: adding one to a table asks for its case.
func TestEveryArgumentHasACase(t *testing.T) {
	t.Parallel()
	tried := casesTried(t)
	c := catalog.Embedded()
	for _, source := range []string{
		"hashicorp/aws", "hashicorp/azurerm", "hashicorp/google", "ovh/ovh", "outscale/outscale", "scaleway/scaleway", "aiven/aiven",
		"mongodb/mongodbatlas", "snowflakedb/snowflake", "elastic/ec", "elastic/elasticstack", "cloudflare/cloudflare", "gitlabhq/gitlab",
	} {
		n := 0
		for _, typ := range c.Types(source) {
			for _, l := range typ.Links {
				if !slices.Contains(departing, l.Kind) || within(typ, l) {
					continue
				}
				n++
				if !slices.ContainsFunc(tried[typ.Name], func(r *tf.Resource) bool { return tries(r, l) }) {
					t.Errorf("%s: no case speaks of %s:%s; the archives arguments_*.txtar in testdata/flows hold them", typ.Name, l.Kind, l.Path)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: no argument", source)
		}
	}
}

// within reports whether a link says nothing of its own: what holds nothing and
// lies in the vault that it names, or is of no place that matters.
func within(typ catalog.Type, l catalog.Link) bool {
	return typ.Holds == catalog.Nothing && (l.Kind == "default" || slices.Contains(strings.Split(typ.Parent, ","), l.Path))
}

// tries reports whether a resource writes the argument of a link, or leaves it out
// where that is what the link is about.
func tries(r *tf.Resource, l catalog.Link) bool {
	there := len(slices.Collect(placing.Planned(r, l.Path))) > 0 || len(slices.Collect(placing.Written(r, l.Path))) > 0
	return there != (l.Kind == "default" || slices.Contains(l.Values, "(absent)") && len(l.Values) == 1) || slices.Contains(l.Values, "(absent)")
}

var addressed = regexp.MustCompile(`(?m)^(?:\w+ [a-z-]+|\?) (\S+): `)

// casesTried are the resources that the cases speak of, by type.
func casesTried(t *testing.T) map[string][]*tf.Resource {
	t.Helper()
	files, err := filepath.Glob("testdata/flows/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]*tf.Resource{}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		spoken := map[string]bool{}
		for _, m := range addressed.FindAllStringSubmatch(section(a, "want"), -1) {
			spoken[m[1]] = true
		}
		for _, r := range sourceOf(t, under(a, "leaks/")).Resources {
			if spoken[r.String()] {
				out[r.Type] = append(out[r.Type], r)
			}
		}
	}
	return out
}

// TestPlacesElsewhereHaveCases holds a list of what else makes data stand in
// several places, or in none that a region tells, against the cases: its type and
// its argument stand in the archive that the list names.
func TestPlacesElsewhereHaveCases(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile("testdata/elsewhere.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(list)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if n++; len(f) != 3 {
			t.Fatalf("%q: want type, argument and archive", line)
		}
		text, err := os.ReadFile(filepath.FromSlash(f[2]))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, want := range []string{f[0], strings.TrimPrefix(f[1], "-")} {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s: %s does not name %s", f[0], f[2], want)
			}
		}
	}
	if n < 66 {
		t.Errorf("%d entries", n)
	}
}
