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
	code := inProcess([]string{"sovlint", "--as-of", "2026-11-24", "-q", "--color", "never", "examples/portail-citoyen/plan.json"}, os.Stdin, &out, &errs)
	if code != 1 {
		t.Fatalf("exit code %d, want 1: %s", code, errs.String())
	}
	for piece := range strings.SplitSeq(parts[1], "\n[...]\n") {
		if piece = strings.Trim(piece, "\n"); !strings.Contains(out.String(), piece) {
			t.Errorf("the README shows what the command does not print:\n%s\ngot:\n%s", piece, out.String())
		}
	}
}

// TestReadmeCommands runs what the README says to type, and reads what it says
// to write into .sovlint.hcl.
func TestReadmeCommands(t *testing.T) {
	b, err := os.ReadFile(root + "README.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	dir := t.TempDir()
	var commands []string
	config := ""
	for block := range strings.SplitSeq(string(b), "\n\n") {
		lines := strings.Split(strings.Trim(block, "\n"), "\n")
		switch first := lines[0]; {
		case strings.HasPrefix(first, "    waiver "), strings.HasPrefix(first, "    offer "), strings.HasPrefix(first, "    level "), strings.HasPrefix(first, "    body "):
			config += block + "\n"
		case strings.HasPrefix(first, "    sovlint --"):
			commands = append(commands, lines...)
		}
	}
	if len(commands) < 3 || !strings.Contains(config, "waiver") {
		t.Fatalf("the README lost its commands or its configuration: %q", commands)
	}
	file := dir + "/.sovlint.hcl"
	if err := os.WriteFile(file, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	commands = append(commands, "sovlint --config "+file+" examples/portail-citoyen/plan.json")
	wants := map[string]int{"--write-baseline": 0, "--baseline": 0}
	for _, command := range commands {
		args := strings.Fields(strings.ReplaceAll(command, "known.json", dir+"/known.json"))
		var out, errs bytes.Buffer
		want, ok := wants[args[1]]
		if !ok {
			want = 1
		}
		if code := inProcess(append(args, "--as-of", "2026-11-24"), os.Stdin, &out, &errs); code != want {
			t.Errorf("%s: exit code %d, want %d: %s", command, code, want, errs.String())
		}
	}
}
