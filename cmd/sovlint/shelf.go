package main

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"syscall"
)

// mostKept is how many folders a shelf keeps open, and mostListed of how many
// names it remembers in which folder they are.
const (
	mostKept   = 16
	mostListed = 50000
)

// A shelf is the file system below a root. Source is read folder by folder, and
// every name is looked up from the root on: a shelf keeps the folders that were
// used last open. Each is listed when roots are looked for and when it is
// evaluated: what it lists is remembered.
type shelf struct {
	root  *os.Root
	whole fs.FS // the same without a shelf

	mu     sync.Mutex
	kept   []*keptFolder // the one used last at the end
	lists  map[string][]fs.DirEntry
	listed int // names in lists
}

// A keptFolder is a folder that is open.
type keptFolder struct {
	name  string
	root  *os.Root
	using int // how many do right now
}

// A shelved entry is a name in a folder, with its kind; what more there is to
// know of it is looked up.
type shelved struct {
	s         *shelf
	dir, name string
	kind      fs.FileMode
}

// Name is the last step of the path.
func (e shelved) Name() string { return e.name }

// IsDir reports whether it is a folder.
func (e shelved) IsDir() bool { return e.kind.IsDir() }

// Type is its kind.
func (e shelved) Type() fs.FileMode { return e.kind }

// Info looks up the rest.
func (e shelved) Info() (fs.FileInfo, error) { return e.s.Lstat(path.Join(e.dir, e.name)) }

// String writes it as others are written.
func (e shelved) String() string { return fs.FormatDirEntry(e) }

func newShelf(root *os.Root) *shelf {
	return &shelf{root: root, whole: root.FS(), lists: map[string][]fs.DirEntry{}}
}

// Open opens a file. What cannot be opened from its folder, such as a link that
// leads out of it, is looked up from the root.
func (s *shelf) Open(name string) (fs.File, error) {
	if fs.ValidPath(name) && name != "." {
		if k := s.take(path.Dir(name)); k != nil {
			f, err := k.root.OpenFile(path.Base(name), os.O_RDONLY|syscall.O_NONBLOCK, 0) // Go asks less of what is opened so
			s.give(k)
			if err == nil {
				return f, nil
			}
		}
	}
	return s.whole.Open(name)
}

// ReadDir lists a folder.
func (s *shelf) ReadDir(name string) ([]fs.DirEntry, error) {
	s.mu.Lock()
	list, ok := s.lists[name]
	s.mu.Unlock()
	if ok {
		return slices.Clone(list), nil
	}
	k := s.take(name)
	if k == nil {
		return fs.ReadDir(s.whole, name)
	}
	list, err := fs.ReadDir(k.root.FS(), ".")
	s.give(k)
	if err != nil {
		return fs.ReadDir(s.whole, name)
	}
	for i, e := range list {
		list[i] = shelved{s, name, e.Name(), e.Type()}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.listed += len(list); s.listed > mostListed {
		clear(s.lists)
		s.listed = len(list)
	}
	s.lists[name] = list
	return slices.Clone(list), nil
}

// Stat tells what a name stands for.
func (s *shelf) Stat(name string) (fs.FileInfo, error) { return fs.Stat(s.whole, name) }

// Lstat tells what a name is, without following it.
func (s *shelf) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(s.whole, name) }

// ReadLink tells where a link leads.
func (s *shelf) ReadLink(name string) (string, error) { return fs.ReadLink(s.whole, name) }

// take gives a folder, open, until give; nil for one that cannot be opened.
func (s *shelf) take(name string) *keptFolder {
	if !fs.ValidPath(name) {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.IndexFunc(s.kept, func(k *keptFolder) bool { return k.name == name }); i >= 0 {
		k := s.kept[i]
		k.using++
		copy(s.kept[i:], s.kept[i+1:])
		s.kept[len(s.kept)-1] = k
		return k
	}
	root, err := s.root.OpenRoot(name)
	if err != nil {
		return nil
	}
	if i := slices.IndexFunc(s.kept, func(k *keptFolder) bool { return k.using == 0 }); i >= 0 && len(s.kept) >= mostKept {
		s.kept[i].root.Close()
		s.kept = slices.Delete(s.kept, i, i+1)
	}
	k := &keptFolder{name: name, root: root, using: 1}
	s.kept = append(s.kept, k)
	return k
}

func (s *shelf) give(k *keptFolder) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k.using--
}

// close ends the use of the shelf and of its root.
func (s *shelf) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, k := range s.kept {
		k.root.Close()
	}
	s.kept = nil
	s.root.Close()
}
