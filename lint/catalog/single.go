package catalog

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// opened is the one file of a single, being read.
type opened struct {
	*bytes.Reader
	info entry
}

func (f *opened) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *opened) Close() error               { return nil }

// folder is a folder above it.
type folder struct {
	info, child entry
	read        bool
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Read([]byte) (int, error)   { return 0, fs.ErrInvalid }
func (f *folder) Close() error               { return nil }

func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	switch {
	case !f.read:
		f.read = true
		return []fs.DirEntry{f.child}, nil
	case n > 0:
		return nil, io.EOF
	}
	return nil, nil
}

// entry is a file's name and size in bytes; size -1 is a folder.
type entry struct {
	name string
	size int
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return int64(max(e.size, 0)) }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) IsDir() bool                { return e.size < 0 }
func (e entry) Sys() any                   { return nil }
func (e entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

func (e entry) Mode() fs.FileMode {
	if e.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
