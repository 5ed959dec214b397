package load

import (
	"bytes"
	"encoding/json"
	"fmt"
	num "math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/tf"
)

// stacks are the folders with a plan in more than one form: those of this
// repository, and the larger collection where it is at hand.
func stacks(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"../../testdata/plans/*/tfplan", "../../testdata/plans/*/*/tfplan"} {
		names, _ := filepath.Glob(pattern)
		out = append(out, names...)
	}
	if len(out) < 6 {
		t.Fatalf("got %d stacks in testdata/plans, want at least 6", len(out))
	}
	var more []string
	for _, pattern := range []string{"../../../shared/plans/*/tfplan", "../../../shared/plans/*/*/tfplan"} {
		names, _ := filepath.Glob(pattern)
		more = append(more, names...)
	}
	if len(more) == 0 {
		t.Log("../shared/plans is not here: only the stacks of testdata/plans are read")
	}
	for i, name := range append(out, more...) {
		if i < len(out) {
			out[i] = filepath.Dir(name)
		} else {
			out = append(out, filepath.Dir(name))
		}
	}
	return out
}

// door reads one form of a stack; nil when the stack does not have it.
func door(t *testing.T, dir, file string, o Options) *tf.Config {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, file))
	if os.IsNotExist(err) {
		return nil
	}
	o.Name = filepath.Join(dir, file)
	c, err := Read(bytes.NewReader(b), o)
	if err != nil {
		t.Error(err)
		return nil
	}
	return c
}

// TestSameHouseThroughEveryDoor reads each form of each stack and wants the
// same resources, actions and values. A poorer form may say that it does not
// know; it may not say something else.
func TestSameHouseThroughEveryDoor(t *testing.T) {
	t.Parallel()
	for _, dir := range stacks(t) {
		t.Run(filepath.Base(filepath.Dir(dir))+"-"+filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			plan := door(t, dir, "plan.json", Options{})
			if plan == nil {
				t.Fatal("the stack has no plan.json")
			}
			if strings.HasSuffix(dir, "chiffre") {
				return // its binary plan is encrypted, see TestEncryptedPlan
			}
			if c := door(t, dir, "tfplan", Options{}); c != nil {
				holdBinary(t, plan, c)
			}
			for _, file := range []string{"plan.txt", "plan.color.txt", "plan.tty60.txt", "plan.tty200.txt", "show.txt", "plan.jsonl"} {
				if c := door(t, dir, file, Options{}); c != nil {
					holdChanges(t, file, plan, c)
				}
			}
		})
	}
}

func holdBinary(t *testing.T, plan, c *tf.Config) {
	t.Helper()
	have := byID(c)
	for _, want := range plan.Resources {
		got := have[id(want)]
		if got == nil {
			if want.Mode != tf.Data || want.Action != tf.Exists {
				t.Errorf("tfplan: %s is missing", id(want))
			}
			continue
		}
		delete(have, id(want))
		if got.Action != want.Action || got.Type != want.Type || got.Mode != want.Mode {
			t.Errorf("tfplan: %s: got %s %s %s, want %s %s %s", id(want), got.Action, got.Mode, got.Type, want.Action, want.Mode, want.Type)
		}
		if got.Provider.Source != want.Provider.Source || want.Provider.Joined && got.Provider.Alias != want.Provider.Alias {
			t.Errorf("tfplan: %s: got provider %s.%s, want %s.%s", id(want), got.Provider.Source, got.Provider.Alias, want.Provider.Source, want.Provider.Alias)
		}
		if bad := differs(got.Body.Planned, want.Body.Planned, true); bad != "" {
			t.Errorf("tfplan: %s: %s", id(want), bad)
		}
	}
	for k := range have {
		t.Errorf("tfplan: %s is too many", k)
	}
	if plan.Errored != c.Errored || plan.Incomplete && !c.Incomplete || plan.TerraformVersion != c.TerraformVersion {
		t.Errorf("tfplan: errored %v incomplete %v version %s", c.Errored, c.Incomplete, c.TerraformVersion)
	}
	if c.Backend == nil {
		t.Error("tfplan: no backend")
	}
}

// holdChanges holds a form without unchanged resources against the plan.
func holdChanges(t *testing.T, file string, plan, c *tf.Config) {
	t.Helper()
	have := byID(c)
	for _, want := range plan.Resources {
		got := have[id(want)]
		if c.Format == formatStream && want.Deposed() != "" {
			got = have[want.String()]
		}
		changed := want.Action != tf.NoOp && want.Action != tf.Exists || want.Past != nil && want.Past.Address != ""
		if got == nil {
			if changed {
				t.Errorf("%s: %s (%s) is missing", file, id(want), want.Action)
			}
			continue
		}
		if !changed && c.Format == formatStream {
			continue // the deposed object of this address stands there
		}
		delete(have, id(want))
		if got.Action != want.Action || got.Type != want.Type || got.Mode != want.Mode {
			t.Errorf("%s: %s: got %s %s %s, want %s %s %s", file, id(want), got.Action, got.Mode, got.Type, want.Action, want.Mode, want.Type)
		}
		if got.Past != nil && want.Past != nil && *got.Past != *want.Past && c.Format != formatStream {
			t.Errorf("%s: %s: got past %+v, want %+v", file, id(want), *got.Past, *want.Past)
		}
		if bad := differs(got.Body.Planned, want.Body.Planned, got.Action == tf.Create || got.Action == tf.Read || got.Action == tf.Delete); bad != "" && c.Format != formatStream {
			t.Errorf("%s: %s: %s", file, id(want), bad)
		}
	}
	if c.Format != formatStream {
		for k := range have {
			t.Errorf("%s: %s is too many", file, k)
		}
	}
	if plan.Errored != c.Errored {
		t.Errorf("%s: errored %v, want %v", file, c.Errored, plan.Errored)
	}
	if !slices.ContainsFunc(c.Gaps, func(g tf.Gap) bool { return strings.Contains(g.What, "unchanged resources") }) {
		t.Errorf("%s: no gap tells that unchanged resources are not there: %v", file, c.Gaps)
	}
	for _, g := range c.Gaps {
		if strings.Contains(g.What, "words show") || strings.Contains(g.What, "not read") || strings.Contains(g.What, "not known;") {
			t.Errorf("%s: gap %q", file, g.What)
		}
	}
}

func id(r *tf.Resource) string {
	if d := r.Deposed(); d != "" {
		return r.String() + " (deposed " + d + ")"
	}
	return r.String()
}

func byID(c *tf.Config) map[string]*tf.Resource {
	out := map[string]*tf.Resource{}
	for _, r := range c.Resources {
		out[id(r)] = r
	}
	return out
}

// differs says where a poorer reading says something else than a richer one.
// Where whole is set, what the poorer one leaves out has to be null.
func differs(poor, rich tf.Attrs, whole bool) string {
	for _, k := range sortedNames(poor) {
		if bad := valueDiffers(poor[k], rich[k], whole); bad != "" {
			return k + bad
		}
	}
	for _, k := range sortedNames(rich) {
		if _, ok := poor[k]; !ok && whole && !nothing(rich[k]) {
			return fmt.Sprintf("%s is missing, want %+v", k, rich[k])
		}
	}
	return ""
}

// nothing reports whether a value says no more than an absent one.
func nothing(v tf.Value) bool {
	switch x := v.V.(type) {
	case []tf.Value:
		return len(x) == 0
	case tf.Attrs:
		for _, e := range x {
			if !nothing(e) {
				return false
			}
		}
		return true
	case string:
		return x == "" && !v.Sensitive
	}
	return v.State == tf.Null || v.State == tf.Absent
}

func valueDiffers(poor, rich tf.Value, whole bool) string {
	if poor.State == tf.Unknown || poor.Sensitive || rich.Sensitive || nothing(poor) && nothing(rich) {
		return ""
	}
	bad := fmt.Sprintf(": got %+v, want %+v", poor, rich)
	if rich.State != poor.State {
		return bad
	}
	switch x := poor.V.(type) {
	case tf.Attrs:
		r, ok := one(rich).(tf.Attrs)
		if !ok {
			return bad
		}
		if d := differs(x, r, whole); d != "" {
			return "." + d
		}
		return ""
	case []tf.Value:
		return listDiffers(x, rich, whole)
	case json.Number:
		n, ok := rich.V.(json.Number)
		a, _, err1 := num.ParseFloat(x.String(), 10, 512, num.ToNearestEven)
		b, _, err2 := num.ParseFloat(n.String(), 10, 512, num.ToNearestEven)
		if !ok || err1 != nil || err2 != nil || a.Cmp(b) != 0 {
			return bad
		}
		return ""
	}
	if n, ok := rich.V.(json.Number); ok { // a binary plan writes long fractions as text
		return valueDiffers(tf.Value{State: tf.Known, V: json.Number(fmt.Sprint(poor.V))}, tf.Value{State: tf.Known, V: n}, whole)
	}
	if poor.V != rich.V {
		return bad
	}
	return ""
}

// one is the only element of a list of blocks.
func one(v tf.Value) any {
	if l, ok := v.V.([]tf.Value); ok && len(l) == 1 {
		return l[0].V
	}
	return v.V
}

func listDiffers(poor []tf.Value, rich tf.Value, whole bool) string {
	list, ok := rich.V.([]tf.Value)
	if !ok {
		list = []tf.Value{rich}
	}
	open := slices.ContainsFunc(poor, func(v tf.Value) bool { return v.State == tf.Unknown })
	if !open && len(poor) != len(list) {
		return fmt.Sprintf(": got %d elements, want %d", len(poor), len(list))
	}
	for _, p := range poor {
		why := ""
		if !slices.ContainsFunc(list, func(r tf.Value) bool {
			why = valueDiffers(p, r, whole && !open)
			return why == ""
		}) {
			return "[]" + why
		}
	}
	return ""
}
