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

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/rules"
)

// TestChecks runs the command on the cases that show what the checks of
// CONTRIBUTING.md come to: one archive each, with its flags, and what is found.
func TestChecks(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/checks/*.txtar")
	if err != nil || len(files) < 13 {
		t.Fatalf("got %d cases (%v), want at least 13", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
			if i < 0 {
				t.Fatal("no part named want")
			}
			got := checked(t, a)
			if *update {
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(a.Files[i].Data), got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// checked lays a case out and writes what is found, one line each.
func checked(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range a.Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, input := "", "."
	for line := range strings.Lines(string(a.Comment)) {
		if rest, ok := strings.CutPrefix(line, "input: "); ok {
			input = strings.TrimSpace(rest)
		}
	}
	runs := [][]string{nil}
	for line := range strings.Lines(string(a.Comment)) {
		key, rest, _ := strings.Cut(line, ": ")
		switch key {
		case "flags":
			runs[0] = strings.Fields(rest)
		case "also":
			runs = append(runs, append(slices.Clone(runs[0]), strings.Fields(rest)...))
		}
	}
	for i, flags := range runs {
		if i > 0 {
			out += "also\n"
		}
		out += outcome(t, dir, filepath.Join(dir, input), flags)
	}
	return out
}

func outcome(t *testing.T, dir, input string, flags []string) string {
	t.Helper()
	args := []string{"sovlint", "-q", "-o", "json", input}
	if !slices.Contains(flags, "--as-of") {
		args = append(args, "--as-of", "2026-11-01")
	}
	for i, f := range flags {
		if i > 0 && flags[i-1] == "--catalog" {
			f = filepath.Join(dir, f)
		}
		args = append(args, f)
	}
	var stdout, stderr bytes.Buffer
	code := inProcess(args, nil, &stdout, &stderr)
	var rep lint.Report
	if err := json.Unmarshal(stdout.Bytes(), &rep); err != nil || code == exitFailed {
		t.Fatalf("exit %d: %v: %s", code, err, stderr.String())
	}
	out := ""
	for _, f := range rep.Findings {
		marks := ""
		if f.Assumed {
			marks += ", assumed"
		}
		if f.Waiver != nil {
			marks += ", waived"
		}
		out += strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Level, f.Name, f.Address)) + marks + "\n    " + f.Message + "\n"
	}
	return out + fmt.Sprintf("exit %d\n", code)
}

// TestChecksAreListed holds that CONTRIBUTING.md says of every check by which
// rule it is decided, or why it is not.
func TestChecksAreListed(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(root + "CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, r := range rules.All() {
		ids[r.ID] = true
	}
	_, table, _ := strings.Cut(string(page), "\n## Checks\n")
	table, _, _ = strings.Cut(table, "\n## ")
	row := regexp.MustCompile(`(?m)^\| (\d+)\. .* \| (.*) \|$`)
	for i, m := range row.FindAllStringSubmatch(table, -1) {
		if m[1] != fmt.Sprint(i+1) {
			t.Errorf("row %d is check %s", i+1, m[1])
		}
		named := regexp.MustCompile(`SOV\d+`).FindAllString(m[2], -1)
		for _, id := range named {
			if !ids[id] {
				t.Errorf("check %s: no rule %s", m[1], id)
			}
		}
		if len(named) == 0 && !strings.Contains(m[2], "not decidable") && m[1] != "22" {
			t.Errorf("check %s is neither decided by a rule nor said to be undecidable", m[1])
		}
	}
	if n := len(row.FindAllString(table, -1)); n != 36 {
		t.Errorf("got %d checks, want 36", n)
	}
}
