package load

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint/tf"
)

const wordsHead = "Terraform will perform the following actions:\n\n"

// words wraps resources as Terraform does.
func inWords(resources, summary string) string { return wordsHead + resources + "\n" + summary + "\n" }

func wantedNames(names ...string) func(string, string) []string {
	return func(string, string) []string { return names }
}

func TestWordsOfActions(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, head, open, summary string
		want                      tf.Action
		past                      *tf.Past
	}{
		{"create", "  # a_b.c will be created", "  + resource", "1 to add, 0 to change, 0 to destroy", tf.Create, nil},
		{"update", "  # a_b.c will be updated in-place", "  ~ resource", "0 to add, 1 to change, 0 to destroy", tf.Update, nil},
		{"update of a moved one", "  # a_b.c will be updated in-place\n  # (moved from a_b.x)", "  ~ resource", "0 to add, 1 to change, 0 to destroy", tf.Update, &tf.Past{Address: "a_b.x"}},
		{"destroy", "  # a_b.c will be destroyed\n  # (because a_b.c is not in configuration)", "  - resource", "0 to add, 0 to change, 1 to destroy", tf.Delete, nil},
		{"destroy a deposed one", "  # a_b.c (deposed object 1a2b3c4d) will be destroyed", "  - resource", "0 to add, 0 to change, 1 to destroy", tf.Delete, &tf.Past{Deposed: "1a2b3c4d"}},
		{"replace", "  # a_b.c must be replaced", "-/+ resource", "1 to add, 0 to change, 1 to destroy", tf.Replace, nil},
		{"replace, new one first", "  # a_b.c must be replaced", "+/- resource", "1 to add, 0 to change, 1 to destroy", tf.Replace, nil},
		{"replace a tainted one", "  # a_b.c is tainted, so must be replaced", "-/+ resource", "1 to add, 0 to change, 1 to destroy", tf.Replace, nil},
		{"replace on request", "  # a_b.c will be replaced, as requested", "-/+ resource", "1 to add, 0 to change, 1 to destroy", tf.Replace, nil},
		{"replace by trigger", "  # a_b.c will be replaced due to changes in replace_triggered_by", "-/+ resource", "1 to add, 0 to change, 1 to destroy", tf.Replace, nil},
		{"import", "  # a_b.c will be imported", "    resource", "1 to import, 0 to add, 0 to change, 0 to destroy", tf.Import, nil},
		{"move", "  # a_b.x has moved to a_b.c", "    resource", "0 to add, 0 to change, 0 to destroy", tf.NoOp, &tf.Past{Address: "a_b.x"}},
		{"forget", " # a_b.c will no longer be managed by Terraform, but will not be destroyed\n # (destroy = false is set in the configuration)", " . resource", "0 to add, 0 to change, 0 to destroy", tf.Forget, nil},
		{"forget, as OpenTofu says", "  # a_b.c will be removed from the OpenTofu state but will not be destroyed", "  . resource", "0 to add, 0 to change, 0 to destroy", tf.Forget, nil},
		{"words of tomorrow", "  # a_b.c will be dreamed of", "  ~ resource", "0 to add, 1 to change, 0 to destroy", tf.Update, nil},
	}
	for _, tt := range tests {
		body := tt.head + "\n" + tt.open + ` "a_b" "c" {` + "\n        id = \"x\"\n    }\n"
		c := read(t, inWords(body, "Plan: "+tt.summary+"."))
		if len(c.Resources) != 1 || c.Format != formatText || c.Incomplete {
			t.Errorf("%s: %d resources, format %s, incomplete %v", tt.name, len(c.Resources), c.Format, c.Incomplete)
			continue
		}
		r := c.Resources[0]
		if r.String() != "a_b.c" || r.Action != tt.want || r.Type != "a_b" || r.Provider.Source != "a" || r.Provider.Joined {
			t.Errorf("%s: got %s %s of %+v, want %s", tt.name, r, r.Action, r.Provider, tt.want)
		}
		if d := cmp.Diff(tt.past, r.Past); d != "" {
			t.Errorf("%s: past %s", tt.name, d)
		}
		if s, _ := r.Body.Planned.One("id").Str(); s != "x" {
			t.Errorf("%s: id is %q", tt.name, s)
		}
	}
}

func TestWordsOfData(t *testing.T) {
	t.Parallel()
	c := read(t, inWords("  # module.m[\"a.b c\"].data.a_b.c[0] will be read during apply\n  # (config refers to values not yet known)\n <= data \"a_b\" \"c\" {\n      + id = (known after apply)\n    }\n", "Plan: 0 to add, 0 to change, 0 to destroy."))
	r := c.Resources[0]
	if r.Module != `module.m["a.b c"]` || r.Local != "data.a_b.c[0]" || r.Mode != tf.Data || r.Action != tf.Read {
		t.Errorf("got %+v", r)
	}
}

const updated = `  # a_b.c will be updated in-place
  ~ resource "a_b" "c" {
        id        = "x"
      ~ size      = 1 -> 2.5
      ~ secret    = (sensitive value)
      + note      = "n\"ew\t"
      - old       = "o" -> null
      ~ soon      = "s" -> (known after apply) # forces replacement
      ~ doc       = jsonencode(
          ~ {
              ~ region = "a" -> "b"
            }
        )
      ~ text      = <<-EOT
            same
          - old
          + new
        EOT
      ~ tags      = {
          + "k.1"  = "v"
          - "gone" = "x" -> null
            # (1 unchanged element hidden)
        }
      ~ list      = [
          - "a",
          + "b",
            "c",
        ]
      ~ part      = [
          + "z",
            # (3 unchanged elements hidden)
        ]
      ~ gone      = [
          - "a",
        ] -> (known after apply)
        # (9 unchanged attributes hidden)

      ~ replica {
          ~ region = "eu" -> "us"
            # (1 unchanged attribute hidden)
        }
      + replica {
          + region = "fr"
            # (1 unchanged attribute hidden)
        }
      - replica {
          - region = "ch" -> null
        }
      + later (known after apply)

        # (2 unchanged blocks hidden)
    }
`

func TestWordsOfValues(t *testing.T) {
	t.Parallel()
	names := []string{"size", "secret", "note", "old", "soon", "doc", "text", "tags", "list", "part", "gone", "replica", "later", "unseen"}
	c, err := Read(strings.NewReader(inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy.")), Options{Wanted: wantedNames(names...)})
	if err != nil {
		t.Fatal(err)
	}
	p := c.Resources[0].Body.Planned
	tests := []struct {
		path string
		want []string
	}{
		{"id", nil}, // nobody asked for it
		{"size", []string{"2.5"}},
		{"secret", []string{"sensitive"}},
		{"note", []string{"n\"ew\t"}},
		{"old", []string{"null"}},
		{"soon", []string{"unknown"}},
		{"doc", []string{"unknown"}},
		{"text", []string{"unknown"}},
		{"tags", []string{"map", "unknown"}},
		{"list[]", []string{"b", "c"}},
		{"part[]", []string{"z", "unknown"}},
		{"gone", []string{"unknown"}},
		{"replica[].region", []string{"us", "unknown", "fr", "unknown"}},
		{"replica.region", []string{"us", "unknown", "fr", "unknown"}},
		{"later", []string{"unknown"}},
		{"later[].x", []string{"unknown"}},
		{"unseen", []string{"unknown"}},
	}
	for _, tt := range tests {
		vs := p.At(tt.path)
		if tt.path == "tags" { // a map of which a part is hidden is a list of two
			vs, _ = p["tags"].V.([]tf.Value)
		}
		got := flatten(vs)
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.path, d)
		}
	}
	if len(c.Gaps) != 3 || c.Incomplete {
		t.Errorf("gaps %v, incomplete %v", c.Gaps, c.Incomplete)
	}
}

func flatten(vs []tf.Value) (out []string) {
	for _, v := range vs {
		out = append(out, shown(v))
	}
	return out
}

func shown(v tf.Value) string {
	switch x := v.V.(type) {
	case nil:
		if v.Sensitive {
			return "sensitive"
		}
		return v.State.String()
	case tf.Attrs:
		return "map"
	default:
		return fmt.Sprint(x)
	}
}

// TestWordsOfWhatIsNew takes what a new resource does not show as null.
func TestWordsOfWhatIsNew(t *testing.T) {
	t.Parallel()
	body := "  # a_b.c will be created\n  + resource \"a_b\" \"c\" {\n      + id = 1\n\n      + rule {\n          + days = 90\n            # (1 unchanged attribute hidden)\n        }\n    }\n"
	c, err := Read(strings.NewReader(inWords(body, "Plan: 1 to add, 0 to change, 0 to destroy.")), Options{Wanted: wantedNames("id", "rule", "region")})
	if err != nil {
		t.Fatal(err)
	}
	p := c.Resources[0].Body.Planned
	if _, ok := p["region"]; ok || len(p.At("rule[].zone")) != 0 || len(p.At("rule[].days")) != 1 || len(c.Gaps) != 2 {
		t.Errorf("got %+v, gaps %v", p, c.Gaps)
	}
}

// hostile tries, from inside of values, to end a resource, to add one and to
// end the plan.
const hostile = `  # a_b.c["x\"] will be destroyed\n"] will be created
  + resource "a_b" "c" {
      + text   = <<-EOT
                }
            EOT

            Plan: 0 to add, 0 to change, 0 to destroy.
              # a_b.forged will be created
              + resource "a_b" "forged" {
                  + region = "us"
                }
        EOT
      + region = "fr"
    }

  # a_b.d will be created
  + resource "a_b" "d" {
      + region = "eu"
    }
`

func TestWordsCannotBeForgedInValues(t *testing.T) {
	t.Parallel()
	c := read(t, inWords(hostile, "Plan: 2 to add, 0 to change, 0 to destroy."))
	if len(c.Resources) != 2 || c.Incomplete || c.Resources[0].Local != `a_b.c["x\"] will be destroyed\n"]` || c.Resources[1].Local != "a_b.d" {
		t.Fatalf("got %v, gaps %v", c.Resources, c.Gaps)
	}
	for i, want := range []string{"fr", "eu"} {
		if got, _ := c.Resources[i].Body.Planned.One("region").Str(); got != want {
			t.Errorf("%s: region is %q, want %q", c.Resources[i], got, want)
		}
	}
}

// TestWordsAreCounted holds what was found against the plan's own sum.
func TestWordsAreCounted(t *testing.T) {
	t.Parallel()
	_, err := Read(strings.NewReader(inWords(updated, "Plan: 3 to add, 1 to change, 0 to destroy.")), Options{})
	if !errors.Is(err, ErrPartial) || !strings.Contains(err.Error(), "3 to add, its words show 0") {
		t.Errorf("words that were taken out: %v", err)
	}
	c := read(t, inWords(updated, "Plan: 0 to add, 0 to change, 0 to destroy."))
	if !c.Incomplete || !strings.Contains(fmt.Sprint(c.Gaps), "0 to change, its words show 1") {
		t.Errorf("incomplete %v, gaps %v", c.Incomplete, c.Gaps)
	}
	if _, err := Read(strings.NewReader(inWords("  + aws_instance.old\n      id: <computed>\n", "Plan: 1 to add, 0 to change, 0 to destroy.")), Options{}); err == nil {
		t.Error("the words of Terraform 0.11 were taken for a plan without resources")
	}
}

// TestWordsOfTomorrow takes a remark it does not know for no part of an
// attribute.
func TestWordsOfTomorrow(t *testing.T) {
	t.Parallel()
	body := "  # a_b.c will be created\n  + resource \"a_b\" \"c\" {\n      + tags   = {\n          + \"k\" = \"v\"\n        }\n    # Actions to be invoked after this change in order:\n        action \"x\" \"y\" {\n        }\n      + region = \"fr\"\n    }\n"
	p := read(t, inWords(body, "Plan: 1 to add, 0 to change, 0 to destroy. Actions: 1 to invoke.")).Resources[0].Body.Planned
	if shown(p.One("tags.k")) != "v" || shown(p.One("region")) != "fr" {
		t.Errorf("got %+v", p)
	}
}

func TestManyUnits(t *testing.T) {
	t.Parallel()
	var in strings.Builder
	for i := range maxDocuments + 1 {
		fmt.Fprintf(&in, "[u%d] No changes. x\n", i)
	}
	if _, err := ReadAll(strings.NewReader(in.String()), Options{}); !errors.Is(err, ErrLimit) {
		t.Errorf("got %v, want %v", err, ErrLimit)
	}
}

// TestWordsGoOnBehindTheSum reads resources that stand behind a sum: nothing
// that is printed before them may end the reading.
func TestWordsGoOnBehindTheSum(t *testing.T) {
	t.Parallel()
	c := read(t, wordsHead+"Plan: 0 to add, 0 to change, 0 to destroy.\n"+updated+"\nPlan: 0 to add, 1 to change, 0 to destroy.\n")
	if len(c.Resources) != 1 {
		t.Errorf("got %v", c.Resources)
	}
}

func TestWordsOfTargets(t *testing.T) {
	t.Parallel()
	c := read(t, inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy.\n╷\n│ Warning: Resource targeting is in effect\n╵"))
	if !c.Incomplete {
		t.Error("a plan with -target was taken for a whole one")
	}
}

func TestWordsOfErrors(t *testing.T) {
	t.Parallel()
	c := read(t, "Terraform planned the following actions, but then encountered a problem:\n\n"+updated+"\nPlan: 0 to add, 1 to change, 0 to destroy.\n")
	if !c.Errored || len(c.Resources) != 1 {
		t.Errorf("errored %v, %d resources", c.Errored, len(c.Resources))
	}
	c = read(t, inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy.\n\n\x1b[31m╷\x1b[0m\n\x1b[31m│\x1b[0m \x1b[1m\x1b[31mError: \x1b[0mno"))
	if !c.Errored {
		t.Error("an error message among the words was not noticed")
	}
}

// TestWordsWithCRLF reads a plan as a terminal or Windows writes it.
func TestWordsWithCRLF(t *testing.T) {
	t.Parallel()
	plan := inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy.")
	if d := cmp.Diff(read(t, plan).Resources, read(t, strings.ReplaceAll(plan, "\n", "\r\n")).Resources); d != "" {
		t.Error(d)
	}
}

// TestWordsOfUnits takes apart what terragrunt prints of several units at once.
func TestWordsOfUnits(t *testing.T) {
	t.Parallel()
	a := strings.Split(inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy."), "\n")
	b := strings.Split(inWords(hostile, "Plan: 2 to add, 0 to change, 0 to destroy."), "\n")
	var mixed strings.Builder
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			fmt.Fprintf(&mixed, "10:01:02.%03d STDOUT [net/a] terraform: %s\n", i, a[i])
		}
		if i < len(b) {
			fmt.Fprintf(&mixed, "10:01:02.%03d STDOUT [net/b] terraform: %s\n", i, b[i])
		}
	}
	all, err := ReadAll(strings.NewReader(mixed.String()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].Source != "-#1" || all[1].Source != "-#2" || len(all[0].Resources) != 1 || len(all[1].Resources) != 2 {
		t.Fatalf("got %d plans", len(all))
	}
	mixed.WriteString("10:01:03.000 STDERR [net/c] terraform: Error: no credentials\n")
	all, err = ReadAll(strings.NewReader(mixed.String()), Options{})
	if err != nil || !all[0].Errored {
		t.Errorf("a unit that failed was passed over: %v", err)
	}
}

func TestSeveralPlansInWords(t *testing.T) {
	t.Parallel()
	one := inWords(updated, "Plan: 0 to add, 1 to change, 0 to destroy.")
	all, err := ReadAll(strings.NewReader(one+one), Options{Name: "log"})
	if err != nil || len(all) != 2 || all[1].Source != "log#2" || len(all[1].Resources) != 1 {
		t.Errorf("got %d plans, %v", len(all), err)
	}
}

// TestNothingInWords reads plans that change no resource.
func TestNothingInWords(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"\x1b[0m\n\x1b[1m\x1b[32mNo changes.\x1b[0m\x1b[1m Your infrastructure matches the configuration.\x1b[0m\n",
		"Changes to Outputs:\n  + a = \"b\"\n\nYou can apply this plan to save these new output values to the Terraform\nstate, without changing any real infrastructure.\n",
		"No changes. Infrastructure is up-to-date.\n",
	} {
		c := read(t, s)
		if len(c.Resources) != 0 || len(c.Gaps) != 1 || c.Gaps[0].What != gapText {
			t.Errorf("%q: %d resources, gaps %v", s, len(c.Resources), c.Gaps)
		}
	}
}

// TestColoursChangeNothing reads the plans that are recorded both ways.
func TestColoursChangeNothing(t *testing.T) {
	t.Parallel()
	names, _ := filepath.Glob("../../testdata/plans/*/plan.color.txt")
	for _, name := range names {
		dir := filepath.Dir(name)
		if _, err := os.Stat(filepath.Join(dir, "plan.txt")); err != nil {
			continue
		}
		a, b := door(t, dir, "plan.txt", Options{}), door(t, dir, "plan.color.txt", Options{})
		if d := cmp.Diff(a.Resources, b.Resources); d != "" {
			t.Errorf("%s: %s", dir, d)
		}
	}
	if len(names) < 5 {
		t.Errorf("got %d coloured plans, want at least 5", len(names))
	}
}
