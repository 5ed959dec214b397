package load

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/hcleval"
)

// maxFolders bounds how many folders of a tree are looked at.
const maxFolders = 100000

// Folders finds the root modules that names stand for. A folder stands for the
// roots at or below it: the folders with source that no other folder below it
// calls as a module, or that say where their state is kept. A file, as a
// pre-commit hook passes it, stands for the roots whose tree of modules its
// folder belongs to. Each root is given once, sorted. A tree without source is
// an error.
func Folders(fsys fs.FS, names ...string) ([]string, error) {
	roots := map[string]bool{}
	var whole *forest
	for _, name := range names {
		name = path.Clean(name)
		info, err := fs.Stat(fsys, name)
		if err != nil {
			return nil, err
		}
		if info.IsDir() {
			f, err := grow(fsys, name)
			if err != nil {
				return nil, err
			}
			found := f.roots()
			if len(found) == 0 {
				return nil, fmt.Errorf("%s: %w", name, ErrNoSource)
			}
			add(roots, found)
			continue
		}
		if whole == nil {
			if whole, err = grow(fsys, "."); err != nil {
				return nil, err
			}
		}
		add(roots, whole.rootsOf(path.Dir(name)))
	}
	return slices.Sorted(maps.Keys(roots)), nil
}

var (
	// ErrNoSource is the reason when a folder and those below it have no source.
	ErrNoSource = errors.New("no folder here has .tf files")
	errTooMany  = fmt.Errorf("more than %d folders", maxFolders)
)

func add(set map[string]bool, names []string) {
	for _, n := range names {
		set[n] = true
	}
}

// A forest is how the folders of a tree call one another.
type forest struct {
	folders map[string]hcleval.Outline
	called  map[string]bool
	memo    []string
	owners  map[string][]string // the roots whose tree holds a folder
}

func grow(fsys fs.FS, from string) (*forest, error) {
	f := &forest{folders: map[string]hcleval.Outline{}, called: map[string]bool{}}
	seen := 0
	err := fs.WalkDir(fsys, from, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			if p == from {
				return err
			}
			return nil // what cannot be read is not judged, and evaluating what calls it says so
		}
		if !d.IsDir() {
			return nil
		}
		if p != from && passedOver(d.Name()) {
			return fs.SkipDir
		}
		if seen++; seen > maxFolders {
			return errTooMany
		}
		if o, err := hcleval.Survey(fsys, p); err == nil {
			f.folders[p] = o
		}
		return nil
	})
	for dir, o := range f.folders {
		for _, down := range o.Calls {
			if down != dir {
				f.called[down] = true
			}
		}
	}
	return f, err
}

// passedOver reports whether a folder is none of the user's own source.
func passedOver(name string) bool { return strings.HasPrefix(name, ".") || name == "node_modules" }

// roots are the folders that stand for themselves. Folders that only call one
// another in a circle are given too: leaving them out would be silence.
func (f *forest) roots() []string {
	if f.memo != nil {
		return f.memo
	}
	reached := map[string]bool{}
	var out []string
	take := func(dir string) {
		out = append(out, dir)
		f.reach(dir, reached)
	}
	for _, dir := range slices.Sorted(maps.Keys(f.folders)) {
		if o := f.folders[dir]; !f.called[dir] || o.Backend || o.Unit {
			take(dir)
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(f.folders)) {
		if !reached[dir] {
			take(dir)
		}
	}
	slices.Sort(out)
	f.memo = out
	return out
}

// reach notes the folders that a folder's tree of modules holds.
func (f *forest) reach(dir string, reached map[string]bool) {
	todo := []string{dir}
	for len(todo) > 0 {
		dir := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !reached[dir] {
			reached[dir] = true
			todo = append(todo, f.folders[dir].Calls...)
		}
	}
}

// rootsOf are the roots whose tree holds a folder, or the nearest folder above
// it that has source: variables often lie in one below. What stands above every
// root, as a file of Terragrunt that others take in, means all below it.
func (f *forest) rootsOf(from string) []string {
	if f.owners == nil {
		f.owners = map[string][]string{}
		for _, root := range f.roots() {
			reached := map[string]bool{}
			f.reach(root, reached)
			for down := range reached {
				f.owners[down] = append(f.owners[down], root)
			}
		}
	}
	for dir := from; ; dir = path.Dir(dir) {
		if _, ok := f.folders[dir]; ok {
			return f.owners[dir]
		}
		if dir == "." {
			break
		}
	}
	return slices.DeleteFunc(slices.Clone(f.roots()), func(root string) bool {
		return from != "." && !strings.HasPrefix(root, from+"/")
	})
}
