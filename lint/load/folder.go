package load

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// maxFolders bounds how many folders of a tree are looked at.
const maxFolders = 100000

// Folders finds the root modules that names stand for. A folder stands for the
// roots at or below it: the folders with source that no other folder below it
// calls as a module, or that have what only a root has. A file, as a
// pre-commit hook passes it, stands for the roots whose tree of modules its
// folder belongs to. Each root is given once, sorted. A folder that cannot be
// opened is a root: whoever evaluates it says so. A tree without source is
// an error. Passed are what was found and not looked into: hidden folders with
// source, files of a kind that nothing here reads.
func Folders(fsys fs.FS, names ...string) (found []string, passed []tf.Gap, err error) {
	roots := map[string]bool{}
	var whole *forest
	for _, name := range names {
		name = path.Clean(name)
		info, err := fs.Stat(fsys, name)
		if err != nil {
			return nil, nil, err
		}
		if info.IsDir() {
			f, err := grow(fsys, name)
			if err != nil {
				return nil, nil, err
			}
			found := f.roots()
			if len(found) == 0 {
				return nil, nil, speech.Errorf("%s: %w", name, ErrNoSource)
			}
			add(roots, found)
			passed = append(passed, f.passed...)
			continue
		}
		if whole == nil {
			if whole, err = grow(fsys, "."); err != nil {
				return nil, nil, err
			}
		}
		dir := path.Dir(name)
		if _, ok := whole.folders[dir]; !ok {
			whole.look(fsys, dir) // it is hidden, and was named
			whole.memo, whole.owners = nil, nil
		}
		add(roots, whole.rootsOf(dir))
	}
	return slices.Sorted(maps.Keys(roots)), passed, nil
}

var (
	// ErrNoSource is the reason when a folder and those below it have no source.
	ErrNoSource = errors.New("no folder here has .tf files")
	errTooMany  = speech.Errorf("more than %d folders", maxFolders)
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
	plainly map[string]bool // called in the only way that a module with providers of its own can be
	passed  []tf.Gap        // what was found and not looked into
	memo    []string
	owners  map[string][]string // the roots whose tree holds a folder
}

func grow(fsys fs.FS, from string) (*forest, error) {
	f := &forest{folders: map[string]hcleval.Outline{}, called: map[string]bool{}, plainly: map[string]bool{}}
	seen := 0
	err := fs.WalkDir(fsys, from, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p == from:
			return err
		case err != nil:
			f.folders[p] = hcleval.Outline{} // who evaluates it says why it cannot be read
			return nil
		case d.Type()&fs.ModeSymlink != 0 && leadsAway(fsys, from, p):
			f.look(fsys, p)
			return nil
		case !d.IsDir():
			if hcleval.IsStack(d.Name()) {
				f.pass(p, "stacks are not read; judge the plans of what they deploy")
			}
			return nil
		case p != from && passedOver(d.Name()):
			f.peek(fsys, p)
			return fs.SkipDir
		}
		if seen++; seen > maxFolders {
			return errTooMany
		}
		f.look(fsys, p)
		return nil
	})
	for dir, o := range f.folders {
		for _, down := range o.Calls {
			if down != dir {
				f.called[down] = true
			}
		}
		for _, down := range o.Plain {
			if down != dir {
				f.plainly[down] = true
			}
		}
	}
	f.passed = slices.DeleteFunc(f.passed, func(g tf.Gap) bool { return f.calls(g.At.File) })
	return f, err
}

// calls reports whether something calls a folder, or one below it.
func (f *forest) calls(dir string) bool {
	for down := range f.called {
		if down == dir || strings.HasPrefix(down, dir+"/") {
			return true
		}
	}
	return false
}

// look notes a folder that has source.
func (f *forest) look(fsys fs.FS, dir string) {
	if o, err := hcleval.Survey(fsys, dir); err == nil {
		f.folders[dir] = o
	}
}

// peek notes a hidden folder that has source of its own, or in a folder of its.
func (f *forest) peek(fsys fs.FS, dir string) {
	if caches[path.Base(dir)] {
		return
	}
	entries, _ := fs.ReadDir(fsys, dir)
	for _, in := range append([]string{"."}, names(entries)...) {
		if _, err := hcleval.Survey(fsys, path.Join(dir, in)); err == nil {
			f.pass(dir, "the folder is hidden and was passed over; name it to have it judged")
			return
		}
	}
}

func (f *forest) pass(name, why string) {
	f.passed = append(f.passed, tf.Gap{What: why, At: &tf.Range{File: name, Line: 1, Column: 1, EndLine: 1, EndColumn: 1}})
}

func names(entries []fs.DirEntry) (out []string) {
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

// leadsAway reports whether a name is a link to a folder that is not walked
// anyhow.
func leadsAway(fsys fs.FS, from, name string) bool {
	info, err := fs.Stat(fsys, name)
	if err != nil || !info.IsDir() {
		return false
	}
	to, err := fs.ReadLink(fsys, name)
	if err != nil || path.IsAbs(to) {
		return false
	}
	to = path.Join(path.Dir(name), to)
	return from != "." && to != from && !strings.HasPrefix(to, from+"/")
}

// caches are the folders that tools fill with what is not the user's own.
var caches = map[string]bool{
	".git": true, ".terraform": true, ".terragrunt-cache": true, ".cache": true, ".external_modules": true,
	".venv": true, ".tox": true, ".nox": true, ".direnv": true, ".npm": true, ".yarn": true, "node_modules": true,
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
		if o := f.folders[dir]; !f.called[dir] || o.Root || o.Settled && !f.plainly[dir] || o.Unit {
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
