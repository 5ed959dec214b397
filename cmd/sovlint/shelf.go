package main

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"syscall"
)

// mostKept is how many folders a shelf keeps open.
const mostKept = 16

// A shelf is the file system below a root. Source is read folder by folder, and
// every name is looked up from the root on: a shelf keeps the folders that were
// used last open, with what they list.
type shelf struct {
	root  *os.Root
	whole fs.FS // the same without a shelf

	mu   sync.Mutex
	kept []*keptFolder // the one used last at the end
}

// A keptFolder is a folder that is open.
type keptFolder struct {
	name   string
	root   *os.Root
	using  int // how many do right now
	listed bool
	list   []fs.DirEntry
}

func newShelf(root *os.Root) *shelf { return &shelf{root: root, whole: root.FS()} }

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
	k := s.take(path.Clean(name))
	if k == nil {
		return fs.ReadDir(s.whole, name)
	}
	defer s.give(k)
	s.mu.Lock()
	list, listed := k.list, k.listed
	s.mu.Unlock()
	if listed {
		return slices.Clone(list), nil
	}
	list, err := fs.ReadDir(k.root.FS(), ".")
	if err != nil {
		return fs.ReadDir(s.whole, name)
	}
	s.mu.Lock()
	k.list, k.listed = list, true
	s.mu.Unlock()
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
