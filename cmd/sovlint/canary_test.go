package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

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
