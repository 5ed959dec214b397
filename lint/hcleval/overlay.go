package hcleval

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"time"
)

// An overlay is a file system with more files in one of its folders.
type overlay struct {
	fs.FS
	dir   string
	files map[string][]byte // by name in dir
}

// Open opens a file of the overlay, or of the file system below it.
func (o overlay) Open(name string) (fs.File, error) {
	if b, ok := o.files[path.Base(name)]; ok && path.Dir(name) == o.dir {
		return &memFile{Reader: bytes.NewReader(b), info: memInfo{path.Base(name), int64(len(b))}}, nil
	}
	return o.FS.Open(name)
}

// ReadDir lists a folder with what lies over it.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if name != o.dir || err != nil {
		return entries, err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return o.files[e.Name()] != nil })
	for _, n := range slices.Sorted(maps.Keys(o.files)) {
		entries = append(entries, fs.FileInfoToDirEntry(memInfo{n, int64(len(o.files[n]))}))
	}
	return entries, nil
}

type memFile struct {
	*bytes.Reader
	info memInfo
}

// Stat describes the file.
func (f *memFile) Stat() (fs.FileInfo, error) { return f.info, nil }

// Read reads from the file.
func (f *memFile) Read(b []byte) (int, error) { return io.Reader(f.Reader).Read(b) }

// Close does nothing.
func (f *memFile) Close() error { return nil }

type memInfo struct {
	name string
	size int64
}

func (i memInfo) Name() string       { return i.name }
func (i memInfo) Size() int64        { return i.size }
func (i memInfo) Mode() fs.FileMode  { return 0o444 }
func (i memInfo) ModTime() time.Time { return time.Time{} }
func (i memInfo) IsDir() bool        { return false }
func (i memInfo) Sys() any           { return nil }
