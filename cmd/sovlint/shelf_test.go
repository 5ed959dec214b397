package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"
)

// TestShelf holds a shelf to what a file system is, and to its root.
func TestShelf(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	var names []string
	for i := range 2 * mostKept {
		name := fmt.Sprintf("top/d%02d/a.tf", i)
		names = append(names, name[len("top/"):])
		file := filepath.Join(top, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(top, "secret"), []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(filepath.Join(top, "top"))
	if err != nil {
		t.Fatal(err)
	}
	s := newShelf(root)
	defer s.close()
	if err := fstest.TestFS(s, names...); err != nil {
		t.Error(err)
	}
	var at sync.WaitGroup
	for range 4 {
		at.Go(func() {
			for i, name := range names {
				if text, err := fs.ReadFile(s, name); string(text) != "top/"+names[i] {
					t.Errorf("%s: got %q, %v", name, text, err)
				}
			}
		})
	}
	at.Wait()
	if len(s.kept) > mostKept+4 {
		t.Errorf("got %d folders open, want %d and those in use", len(s.kept), mostKept)
	}
	for link, want := range map[string]string{"../d01/a.tf": "top/d01/a.tf", "../../secret": ""} {
		name := filepath.Join(top, "top", "d00", "link")
		if err := os.Symlink(filepath.FromSlash(link), name); err != nil {
			t.Skip("no links here")
		}
		if text, err := fs.ReadFile(s, "d00/link"); string(text) != want || want == "" && err == nil {
			t.Errorf("link to %s: got %q, %v, want %q", link, text, err, want)
		}
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}
