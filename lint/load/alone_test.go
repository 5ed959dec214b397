package load_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// TestWordsAloneAndPlanAgree is the property that the forms which show only a
// part say, where nothing beside them helps, what plan JSON says, or ask: they
// never name another operator, place or country, and never less in silence.
func TestWordsAloneAndPlanAgree(t *testing.T) {
	t.Parallel()
	facts := catalog.Embedded()
	eachForm(t, []string{"plan.txt", "plan.color.txt", "plan.tty60.txt", "plan.jsonl", "tfplan"}, func(t *testing.T, top, stack, form string) {
		if strings.HasSuffix(stack, "chiffre") {
			return // its binary plan is encrypted, see TestEncryptedPlan
		}
		rich := readAlone(t, facts, filepath.Join(top, stack, "plan.json"))
		poor := readAlone(t, facts, filepath.Join(top, stack, form))
		byRich, byPoor := place.New(facts, place.Options{}), place.New(facts, place.Options{})
		for _, r := range rich.Resources {
			i := slices.IndexFunc(poor.Resources, func(p *tf.Resource) bool { return p.Addr == r.Addr && p.Deposed() == r.Deposed() })
			if i < 0 || !r.Action.Remains() {
				continue
			}
			a, b := byRich.Place(rich, r), byPoor.Place(poor, poor.Resources[i])
			if slices.ContainsFunc(a.Open, func(q place.Question) bool { return strings.Contains(q.What, "lies in another region") }) {
				continue // the configuration contradicts itself, and words show one half of it
			}
			if why := another(a, b); why != "" {
				t.Errorf("%s: %s: got %s %v, want %s %v", r, why, sites(b), b.Open, sites(a), a.Open)
			}
		}
	})
}

func readAlone(t *testing.T, facts *catalog.Catalog, file string) *tf.Config {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := load.Read(f, load.Options{Name: filepath.Base(file), Wanted: place.Wanted(facts), Self: place.Self(facts), Named: place.Named(facts)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// another says how a poorer placement is not the richer one with something left
// open; "" where it is.
func another(rich, poor *place.Placement) string {
	for _, s := range poor.Sites {
		if operator(s) == "" && s.Country() == "" && len(poor.Open) > 0 {
			continue
		}
		if !slices.ContainsFunc(rich.Sites, func(r place.Site) bool { return mayBe(s, r) }) {
			return "another site " + sites(&place.Placement{Sites: []place.Site{s}})
		}
	}
	if len(poor.Open) > 0 {
		return ""
	}
	for _, r := range rich.Sites {
		if !slices.ContainsFunc(poor.Sites, func(s place.Site) bool {
			return mayBe(s, r) && operator(s) == operator(r) && s.Country() == r.Country()
		}) {
			return "left out in silence: " + sites(&place.Placement{Sites: []place.Site{r}})
		}
	}
	if len(rich.Open) > 0 && len(rich.Sites) == 0 {
		return "open in the plan"
	}
	return ""
}

// mayBe reports whether a poorer site can be the richer one: what it says, that
// one says too.
func mayBe(poor, rich place.Site) bool {
	agrees := func(a, b string) bool { return a == "" || a == b }
	return poor.Role == rich.Role && agrees(operator(poor), operator(rich)) && agrees(poor.Code, rich.Code) && agrees(poor.Country(), rich.Country())
}

func operator(s place.Site) string {
	if s.Operator == nil {
		return ""
	}
	return s.Operator.ID
}
