package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var heldBy = regexp.MustCompile("`([^`]+)`")

// TestThreatModel wants every row of the threat model to name tests that exist.
func TestThreatModel(t *testing.T) {
	raw, err := os.ReadFile(root + "SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	known := testNames(t)
	rows := 0
	for line := range strings.Lines(string(raw)) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != 6 || strings.HasPrefix(cells[1], "--") || strings.Contains(cells[4], "held by") {
			continue
		}
		rows++
		names := heldBy.FindAllStringSubmatch(cells[4], -1)
		if len(names) == 0 {
			t.Errorf("no test holds:%s:%s", cells[1], cells[2])
		}
		for _, name := range names {
			if !known[name[1]] {
				t.Errorf("%s: no such test; it is to hold:%s:%s", name[1], cells[1], cells[2])
			}
		}
	}
	if rows < 15 {
		t.Errorf("%d rows were read: the table has another form", rows)
	}
}

var declares = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(|t\.Run\("(\w+)"`)

// testNames are the tests of the whole module, subtests with the name of their
// test before them, and the scripts.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case strings.HasSuffix(name, ".txtar") && filepath.Base(filepath.Dir(name)) == "script":
			out[d.Name()] = true
		case strings.HasSuffix(name, "_test.go"):
			raw, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			last := ""
			for _, m := range declares.FindAllStringSubmatch(string(raw), -1) {
				if m[1] != "" {
					last = m[1]
					out[last] = true
				} else {
					out[last+"/"+m[2]] = true
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
