package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/report"
)

var secretName = regexp.MustCompile(`(?i)secret|password|passwd|mot_de_passe|token|access_key|private_key|credential`)

// TestSecretsStayIn takes every sensitive value out of the real plans, and
// every constant with the name of a secret, and looks for them in all output.
func TestSecretsStayIn(t *testing.T) {
	plans, err := filepath.Glob(root + "testdata/plans/*/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, plan := range plans {
		raw, err := os.ReadFile(plan)
		if err != nil {
			t.Fatal(err)
		}
		var doc any
		if err := json.Unmarshal(raw, &doc); err != nil {
			t.Fatal(err)
		}
		secrets := map[string]bool{}
		plant(doc, secrets)
		found += len(secrets)
		out := everything(t, plan)
		for s := range secrets {
			if strings.Contains(out, s) {
				t.Errorf("%s: %q is in the output", plan, s)
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d secrets were found to look for", found)
	}
}

// everything is the plan's report in every format.
func everything(t *testing.T, plan string) string {
	t.Helper()
	rep := judge(t, plan, "2026-11-23")
	var b bytes.Buffer
	for _, f := range report.Formats() {
		for _, table := range []bool{false, true} {
			if err := report.Write(&b, f, rep, report.Options{Map: table}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.String()
}

// plant gathers what must not be seen: values under sensitive masks and
// constants that are called like secrets.
func plant(v any, out map[string]bool) {
	switch x := v.(type) {
	case map[string]any:
		masked(x["after"], x["after_sensitive"], out)
		masked(x["before"], x["before_sensitive"], out)
		masked(x["values"], x["sensitive_values"], out)
		for k, e := range x {
			if secretName.MatchString(k) {
				constant(e, out)
			}
			plant(e, out)
		}
	case []any:
		for _, e := range x {
			plant(e, out)
		}
	}
}

func masked(v, mask any, out map[string]bool) {
	switch m := mask.(type) {
	case bool:
		if m {
			leaves(v, out)
		}
	case map[string]any:
		if o, ok := v.(map[string]any); ok {
			for k, e := range m {
				masked(o[k], e, out)
			}
		}
	case []any:
		if l, ok := v.([]any); ok {
			for i, e := range m {
				if i < len(l) {
					masked(l[i], e, out)
				}
			}
		}
	}
}

func constant(v any, out map[string]bool) {
	if m, ok := v.(map[string]any); ok {
		leaves(m["constant_value"], out)
		if len(m) == 1 {
			leaves(m["value"], out)
		}
	}
}

func leaves(v any, out map[string]bool) {
	switch x := v.(type) {
	case string:
		if len(x) >= 6 {
			out[x] = true
		}
	case map[string]any:
		for _, e := range x {
			leaves(e, out)
		}
	case []any:
		for _, e := range x {
			leaves(e, out)
		}
	}
}

// secretAddresses are addresses that open what they name.
var secretAddresses = []string{
	"https://u:zqcanary1@x.s3.eu-west-3.amazonaws.com/zqcanary2?k=zqcanary3#zqcanary4",
	"https://x.blob.core.windows.net/c?sv=1&sig=zqcanary1",
	"mongodb+srv://u:zqcanary1@c0.example.net",
	"Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=zqcanary1",
	"AccountName=x;AccountKey=zqcanary1",
	"hooks.slack.com/services/T0/B0/zqcanary1",
	"u:zqcanary1@db.example.net:5432/x",
}

// TestAddressesStayIn writes such addresses at every path that the catalog reads
// of any type, and looks for more of them than a host.
func TestAddressesStayIn(t *testing.T) {
	inFull(t)
	changes := everyPath()
	if len(changes) < 1000 {
		t.Fatalf("only %d paths are tried", len(changes))
	}
	name := filepath.Join(t.TempDir(), "plan.json")
	for part := range slices.Chunk(changes, 300) { // small plans: a child counts the memory of the process that starts it
		plan, err := json.Marshal(map[string]any{"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": part})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, plan, 0o600); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(everything(t, name)) {
			if at := strings.Index(line, "zqcanary"); at >= 0 {
				t.Errorf("…%s", line[max(0, at-300):min(len(line), at+80)])
				break
			}
		}
	}
}

// everyPath has a resource for each path that tells where data of a type goes, of
// every type of the catalog. The addresses take turns.
func everyPath() []any {
	c := catalog.Embedded()
	var changes []any
	for _, source := range c.Sources() {
		for _, typ := range c.Types(source) {
			paths := slices.Clone(typ.Where)
			for _, l := range typ.Links {
				paths = append(paths, l.Path)
			}
			for _, p := range c.Places(source, typ.Name) {
				paths = append(paths, p.Path)
			}
			for _, path := range paths {
				name := fmt.Sprintf("r%d", len(changes))
				changes = append(changes, map[string]any{"address": typ.Name + "." + name, "mode": "managed", "type": typ.Name, "name": name,
					"provider_name": "registry.terraform.io/" + source,
					"change":        map[string]any{"actions": []string{"create"}, "after": valueAt(path, secretAddresses[len(changes)%len(secretAddresses)])}})
			}
		}
	}
	return changes
}

// valueAt is an object that has a text at a path: a.b[].c.
func valueAt(path, text string) any {
	if path == "" {
		return text
	}
	name, rest, _ := strings.Cut(path, ".")
	inner := valueAt(rest, text)
	for _, mark := range []string{"[]", "{}"} {
		if cut, ok := strings.CutSuffix(name, mark); ok && mark == "[]" {
			name, inner = cut, []any{inner}
		} else if ok {
			name, inner = cut, map[string]any{"k": inner}
		}
	}
	return map[string]any{name: inner}
}
