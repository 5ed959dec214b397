package place_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestSurprisesTable wants a line for each of the 78 cases in CONTRIBUTING.md,
// an archive for each name in it, and a name for each archive of that number.
func TestSurprisesTable(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(b), "\n## Surprises\n")
	if !ok {
		t.Fatal("no section Surprises")
	}
	table, _, _ = strings.Cut(table, "\n## ")
	rows := regexp.MustCompile(`(?m)^\| (\d+) \| (.+) \| (.+) \|$`).FindAllStringSubmatch(table, -1)
	if len(rows) != 78 {
		t.Errorf("got %d rows, want 78", len(rows))
	}
	names := regexp.MustCompile("`(\\d\\d_[a-z_0-9]+)`")
	named := map[string]bool{}
	for i, row := range rows {
		if row[1] != strconv.Itoa(i+1) {
			t.Errorf("row %d is of case %s", i+1, row[1])
		}
		for _, m := range names.FindAllStringSubmatch(row[3], -1) {
			named[m[1]] = true
			if _, err := os.Stat("testdata/surprises/" + m[1] + ".txtar"); err != nil {
				t.Errorf("case %s: %v", row[1], err)
			}
		}
	}
	files, _ := filepath.Glob("testdata/surprises/*.txtar")
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		if !named[name] && !strings.HasPrefix(name, "72_backend_") {
			t.Errorf("%s is in no row", name)
		}
	}
}
