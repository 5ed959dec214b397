package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestReadme holds the README's output block against the real output.
func TestReadme(t *testing.T) {
	b, err := os.ReadFile(root + "README.md")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(b), "```\n")
	if len(parts) < 3 {
		t.Fatal("the README has no output block")
	}
	var out, errs bytes.Buffer
	t.Chdir(root)
	code := run([]string{"sovlint", "--as-of", "2026-11-24", "-q", "--color", "never", "examples/portail-citoyen/plan.json"}, os.Stdin, &out, &errs)
	if code != 1 {
		t.Fatalf("exit code %d, want 1: %s", code, errs.String())
	}
	for piece := range strings.SplitSeq(parts[1], "\n[...]\n") {
		if piece = strings.Trim(piece, "\n"); !strings.Contains(out.String(), piece) {
			t.Errorf("the README shows what the command does not print:\n%s\ngot:\n%s", piece, out.String())
		}
	}
}
