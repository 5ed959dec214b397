package rules

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCompiled holds the JSON that is embedded against the HCL it is made of.
func TestCompiled(t *testing.T) {
	made := map[string]any{}
	for _, lang := range Languages() {
		name := "messages." + lang
		words, err := parseMessages(name+".hcl", source(t, name+".hcl"))
		if err != nil {
			t.Fatal(err)
		}
		made[name] = words
	}
	doctrines, err := filepath.Glob("doctrine/*.hcl")
	if err != nil || len(doctrines) == 0 {
		t.Fatalf("got %d doctrines (%v)", len(doctrines), err)
	}
	for _, file := range doctrines {
		d, err := ParseDoctrine(file, source(t, file))
		if err != nil {
			t.Fatal(err)
		}
		made["doctrine."+d.ID] = d
	}
	for name, v := range made {
		raw, err := json.MarshalIndent(v, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		file := "compiled/" + name + ".json"
		if *update {
			if err := os.WriteFile(file, append(raw, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff(strings.TrimSpace(string(source(t, file))), string(raw)); d != "" {
			t.Errorf("%s is older than its HCL; go test ./rules -update makes it again (-have +want):\n%s", file, d)
		}
	}
	files, _ := filepath.Glob("compiled/*.json")
	if len(files) != len(made) {
		t.Errorf("got %d compiled files, want %d", len(files), len(made))
	}
}

func source(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
