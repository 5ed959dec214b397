package report

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// home is where the project lives.
const home = "https://github.com/sovlint/sovlint"

// A Page is what is to know of a rule.
type Page struct {
	ID, Name string
	Level    string // under the doctrine, before class, body and configuration
	Summary  string // one line
	Text     string // Markdown; "" when the rule has no page
}

// pages are the rules of the options, and those the report knows beyond them,
// in order of id.
func pages(r *lint.Report, o Options) []Page {
	var out []Page
	known := map[string]bool{}
	if o.Rules != nil {
		out = slices.Clone(o.Rules())
	}
	for _, p := range out {
		known[p.ID] = true
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if !known[f.Rule] {
			known[f.Rule] = true
			out = append(out, Page{ID: f.Rule, Name: f.Name, Level: f.Level, Summary: f.Name})
		}
	}
	slices.SortStableFunc(out, func(a, b Page) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// text is the page, or the little that is known where there is none.
func (p Page) text() string {
	if p.Text != "" {
		return p.Text
	}
	return p.ID + " " + p.Name + ": " + p.Summary
}

// why is the page's paragraph of that name, else the summary.
func (p Page) why() string {
	_, after, ok := strings.Cut(p.Text, "## Why\n")
	if !ok {
		return p.Summary
	}
	text, _, _ := strings.Cut(after, "\n## ")
	return strings.Join(strings.Fields(text), " ")
}

// url is where the page stands; "" for a rule without one.
func (p Page) url() string {
	if p.Text == "" {
		return ""
	}
	return home + "/blob/main/rules/" + p.Name + ".md"
}

// families are what the first digit of an id says.
var families = map[byte]string{'1': "where-data-is", '2': "who-can-reach-it", '3': "which-services", '4': "time", '9': "linter"}

func (p Page) family() string {
	if len(p.ID) > 3 {
		if f := families[p.ID[3]]; f != "" && strings.HasPrefix(p.ID, "SOV") {
			return f
		}
	}
	return "own"
}
