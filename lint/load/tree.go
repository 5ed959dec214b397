package load

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"time"

	"github.com/sovlint/sovlint/lint/tf"
)

func sortedNames(a tf.Attrs) []string { return slices.Sorted(maps.Keys(a)) }

// A tree is a file system of files that are somewhere else.
type tree map[string]*folder

type folder map[string]opener // by name; nil for a folder

type opener interface{ open() (io.Reader, error) }

type inMemory []byte

func (b inMemory) open() (io.Reader, error) { return bytes.NewReader(b), nil }

type zipped struct{ *zip.File }

func (z zipped) open() (io.Reader, error) {
	var out []byte
	err := unpack(z.File, func(r io.Reader) error {
		b, err := io.ReadAll(io.LimitReader(r, maxSource+1))
		if len(b) > maxSource {
			return tooMuch("a source file of more than %d MB", maxSource>>20)
		}
		out = b
		return err
	})
	return bytes.NewReader(out), err
}

func newTree() tree { return tree{".": &folder{}} }

// add enters a file; a name that is taken keeps its first file.
func (t tree) add(name string, f opener) {
	if !fs.ValidPath(name) || t[name] != nil {
		return
	}
	for child, entry := name, f; child != "."; child, entry = path.Dir(child), nil {
		dir := path.Dir(child)
		if t[dir] == nil {
			t[dir] = &folder{}
		}
		if _, taken := (*t[dir])[path.Base(child)]; taken {
			return
		}
		(*t[dir])[path.Base(child)] = entry
	}
}

// Open opens a file or a folder.
func (t tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if dir := t[name]; dir != nil {
		return &openFolder{node: node{name: path.Base(name), dir: true}, rest: dir.entries()}, nil
	}
	if dir := t[path.Dir(name)]; dir != nil {
		if f := (*dir)[path.Base(name)]; f != nil {
			r, err := f.open()
			if err != nil {
				return nil, &fs.PathError{Op: "open", Path: name, Err: err}
			}
			return &openFile{node{name: path.Base(name)}, r}, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (d *folder) entries() []fs.DirEntry {
	var out []fs.DirEntry
	for _, name := range slices.Sorted(maps.Keys(*d)) {
		out = append(out, fs.FileInfoToDirEntry(node{name: name, dir: (*d)[name] == nil}))
	}
	return out
}

// A node is what is known of a file: its name. Sizes and times are not kept.
type node struct {
	name string
	dir  bool
}

// Name is the last step of the path.
func (n node) Name() string { return n.name }

// Size is not known.
func (n node) Size() int64 { return 0 }

// Mode tells folders from files.
func (n node) Mode() fs.FileMode {
	if n.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// ModTime is not known.
func (n node) ModTime() time.Time { return time.Time{} }

// IsDir reports whether it is a folder.
func (n node) IsDir() bool { return n.dir }

// Sys gives nothing.
func (n node) Sys() any { return nil }

// Stat gives the node itself.
func (n node) Stat() (fs.FileInfo, error) { return n, nil }

// Close does nothing: nothing is held open.
func (n node) Close() error { return nil }

type openFile struct {
	node
	io.Reader
}

type openFolder struct {
	node
	rest []fs.DirEntry
}

// Read is not for folders.
func (d *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: fs.ErrInvalid}
}

// ReadDir gives the entries in order, n at a time, or with n <= 0 all of them.
func (d *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(d.rest) == 0 {
		return nil, io.EOF
	}
	if n <= 0 {
		n = len(d.rest)
	}
	n = min(n, len(d.rest))
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out, nil
}
