package rules

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/speech"
)

func TestRulesHaveWordsAndPages(t *testing.T) {
	ids, names := map[string]bool{}, map[string]bool{}
	for _, r := range All() {
		if ids[r.ID] || names[r.Name] {
			t.Errorf("%s %s: id or name is there twice", r.ID, r.Name)
		}
		ids[r.ID], names[r.Name] = true, true
		page, err := Page(r.ID, "en")
		if err != nil || !strings.HasPrefix(page, "# "+r.ID+" "+r.Name+"\n") || !strings.Contains(page, "*Since*") {
			t.Errorf("%s: page %.40q, %v", r.Name, page, err)
		}
		for _, lang := range Languages() {
			text, ok := r.Texts[lang]
			if !ok || text.Summary == "" || text.Say[""] == "" || text.Hint[""] == "" {
				t.Errorf("%s: words in %s are missing", r.Name, lang)
			}
			if strings.Contains(strings.ToLower(text.Say[""]), "illegal") {
				t.Errorf("%s: a message in %s gives a legal verdict", r.Name, lang)
			}
		}
		for key := range r.Texts["en"].Say {
			if r.Texts["fr"].Say[key] == "" {
				t.Errorf("%s: case %q has no words in fr", r.Name, key)
			}
		}
	}
	files, _ := filepath.Glob("*.md")
	for _, f := range files {
		if !names[strings.TrimSuffix(strings.TrimSuffix(f, ".md"), ".fr")] {
			t.Errorf("%s is the page of no rule", f)
		}
	}
}

func TestMessagesAreRead(t *testing.T) {
	for _, lang := range Languages() {
		if _, err := messages(lang); err != nil {
			t.Error(err)
		}
	}
}

func TestDoctrineLaws(t *testing.T) {
	names := map[string]bool{}
	for _, r := range All() {
		names[r.Name] = true
	}
	for _, id := range Doctrines() {
		d, err := Doctrine(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range d.Clauses {
			if c.Source.Name == "" || c.Source.AsOf == "" || c.Source.Confidence == "" || c.Title == "" {
				t.Errorf("%s: clause %s lacks a source, its day or its confidence", id, c.ID)
			}
		}
		for _, r := range d.Routes {
			if r.French == "" {
				t.Errorf("%s: route %s has no French words", id, r.ID)
			}
		}
		if len(d.Territory.Countries) > 0 && d.Territory.French == "" || d.Register != "" && d.Mark == "" {
			t.Errorf("%s: the territory has no French name, or the register no mark", id)
		}
		for _, e := range d.Editions {
			checkEdition(t, d, e, names)
		}
	}
}

func checkEdition(t *testing.T, d *lint.Doctrine, e lint.Edition, names map[string]bool) {
	t.Helper()
	if e.Source.Name == "" || e.Reserves["sensitive"] != "always" || e.Reserves["health"] != "always" {
		t.Errorf("%s %s: no source or grades, or sensitive data is free", d.ID, e.From)
	}
	for class, how := range e.Reserves {
		if !classify.Known(class) || how != "always" && how != "assessed" {
			t.Errorf("%s %s: reserves %s = %q", d.ID, e.From, class, how)
		}
	}
	for _, b := range e.Bodies {
		if !slices.Contains(lint.Bodies(), b) {
			t.Errorf("%s %s: body %q is none", d.ID, e.From, b)
		}
	}
	for rule := range e.Cites {
		if !names[rule] {
			t.Errorf("%s %s: cites for rule %q, which is not there", d.ID, e.From, rule)
		}
	}
}

func TestEditionOn(t *testing.T) {
	d, err := Doctrine("fr-cloud-au-centre")
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string]string{"2021-07-10": "2021-07-10", "2023-05-31": "2021-07-10", "2023-06-01": "2023-06-01", "2026-08-14": "2026-04-17", "2026-11-23": "2026-08-15"} {
		if got := d.EditionOn(day); got == nil || got.From != want {
			t.Errorf("on %s: %v, want %s", day, got, want)
		}
	}
	if got := d.EditionOn("2021-07-09"); got != nil {
		t.Errorf("before the first edition: %v", got)
	}
}

func TestParseDoctrineErrors(t *testing.T) {
	good, err := os.ReadFile("doctrine/fr-cloud-au-centre.hcl")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ in, want string }{
		"broken":  {"title = \n", "x.hcl:1:"},
		"unknown": {"titel = \"x\"\n" + string(good), "x.hcl:1:1: unsupported argument"},
		"clause":  {strings.Replace(string(good), `clause "R9"`, `clause "R8"`, 1), `cites clause "R9"`},
	} {
		if _, err := ParseDoctrine("x.hcl", []byte(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q in it", name, err, c.want)
		}
	}
}

// TestWordsOfOtherDoctrines holds that no message speaks of a register, a mark or
// a territory that its doctrine does not have.
func TestWordsOfOtherDoctrines(t *testing.T) {
	cfg := house("sensitive")
	for _, id := range Doctrines() {
		for _, lang := range Languages() {
			d, err := Doctrine(id)
			if err != nil {
				t.Fatal(err)
			}
			rep, err := lint.Run(lint.Given(cfg), All(), lint.Options{Doctrine: d, Catalog: catalog.Embedded(), AsOf: "2026-11-23", Body: "state", Lang: speech.Lang(lang)})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range rep.Findings {
				text := f.Message + " / " + f.Hint
				if strings.ContainsAny(text, "{}") {
					t.Errorf("%s, %s: a hole is left: %s", id, lang, text)
				}
				if d.Register == "" && (strings.Contains(text, "SecNumCloud") || strings.Contains(text, "2026-11-23)")) {
					t.Errorf("%s, %s: %s speaks of a register: %s", id, lang, f.Name, text)
				}
				open := f.Name == "unplaced-data" // questions are in English
				if lang == "fr" && !open && (strings.Contains(text, " or ") || strings.Contains(text, "European")) {
					t.Errorf("%s, fr: %s is not French: %s", id, f.Name, text)
				}
				if lang == "fr" && id == "fr-hds" && strings.Contains(text, "hors de l'Union") {
					t.Errorf("%s: %s speaks of the Union: %s", id, f.Name, text)
				}
			}
		}
	}
}
