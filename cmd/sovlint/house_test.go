package main

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/sovlint/sovlint/"

// law is the import table of CONTRIBUTING.md.
var law = map[string][]string{
	"lint/tf":       {},
	"lint/speech":   {},
	"lint/evidence": {"lint/tf"},
	"lint/hcleval":  {"lint/speech", "lint/tf"},
	"lint/load":     {"lint/speech", "lint/tf", "lint/hcleval"},
	"lint/catalog":  {"lint/speech", "lint/evidence"},
	"lint/classify": {"lint/speech", "lint/tf", "lint/evidence", "lint/catalog"},
	"lint/place":    {"lint/speech", "lint/tf", "lint/evidence", "lint/catalog"},
	"lint/flow":     {"lint/speech", "lint/tf", "lint/evidence", "lint/catalog", "lint/place"},
	"lint":          {"lint/speech", "lint/tf", "lint/evidence", "lint/catalog", "lint/classify", "lint/place", "lint/flow"},
	"lint/waive":    {"lint/speech", "lint", "lint/tf", "lint/evidence", "lint/catalog", "lint/classify", "lint/place"},
	"lint/report":   {"lint/speech", "lint", "lint/tf", "lint/evidence", "lint/catalog", "lint/classify", "lint/place"},
	"rules":         {"lint/speech", "lint", "lint/flow", "lint/tf", "lint/evidence", "lint/catalog", "lint/classify", "lint/place"},
	"cmd/sovlint":   nil, // anything
}

// TestImportLaw holds the packages against the table of the house.
func TestImportLaw(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Name", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	mains := 0
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p struct {
			ImportPath, Name string
			Imports          []string
		}
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		if p.Name == "main" {
			mains++
		}
		checkImports(t, strings.TrimPrefix(p.ImportPath, module), p.Imports)
	}
	if mains != 1 {
		t.Errorf("got %d packages main, want 1: go install ./... is what a hook runs", mains)
	}
}

func checkImports(t *testing.T, pkg string, imports []string) {
	t.Helper()
	allowed, ok := law[pkg]
	if !ok {
		t.Errorf("package %s is not in the import table", pkg)
		return
	}
	for _, imp := range imports {
		ours, is := strings.CutPrefix(imp, module)
		if is && allowed != nil && !slices.Contains(allowed, ours) {
			t.Errorf("%s imports %s, which the house does not allow", pkg, ours)
		}
	}
}
