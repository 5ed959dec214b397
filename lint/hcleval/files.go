package hcleval

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

var (
	errIrregular = errors.New("it is not a regular file")
	errTooLarge  = errors.New("it is too large")
	errHidden    = errors.New("it is a link to what is hidden")
)

// readFile reads a regular file of bounded size.
func readFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrNotExist
	}
	// A device or a pipe must not even be opened: that alone may block.
	if info, err := fs.Stat(fsys, name); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errIrregular
	}
	return readRegular(fsys, name, limit)
}

// readRegular reads a file that is known to be a regular one.
func readRegular(fsys fs.FS, name string, limit int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errIrregular
	case info.Size() > limit:
		return nil, errTooLarge
	}
	b := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case err == io.EOF:
			return b, nil
		case err != nil:
			return nil, err
		case int64(len(b)) > limit:
			return nil, errTooLarge
		case len(b) == cap(b):
			b = append(b, 0)[:len(b)] // it grows while it is read
		}
	}
}

// A listing is what a folder holds for Terraform.
type listing struct {
	dir    string
	files  []sourceFile // the ordinary ones in order, then the overrides
	unit   bool         // it has a file of Terragrunt
	rooted bool         // it has what only a root has: a variables file
	locked bool         // it has the lock file of terraform init
	left   int          // files beyond the bound
}

type sourceFile struct {
	name    string // in the file system
	regular bool   // false for a link, and for what is no file
}

func (f sourceFile) read(fsys fs.FS) ([]byte, error) {
	if f.regular {
		return readRegular(fsys, f.name, maxFile)
	}
	return readFile(fsys, f.name, maxFile)
}

// list lists a folder's source files, of both tools.
func list(fsys fs.FS, dir string) (listing, error) {
	out := listing{dir: dir}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return out, err
	}
	for _, e := range entries {
		if !e.IsDir() && IsSource(e.Name()) {
			out.files = append(out.files, sourceFile{e.Name(), e.Type().IsRegular()})
		}
		out.rooted = out.rooted || !e.IsDir() && isValues(e.Name())
		out.locked = out.locked || !e.IsDir() && e.Name() == lockFile
		out.unit = out.unit || IsUnitFile(e.Name())
	}
	if n := len(out.files); n > maxFiles {
		out.files, out.left = out.files[:maxFiles], n-maxFiles
	}
	slices.SortStableFunc(out.files, func(a, b sourceFile) int { return order(a.name) - order(b.name) })
	for i := range out.files {
		out.files[i].name = path.Join(dir, out.files[i].name)
	}
	return out, nil
}

// mixed reports whether OpenTofu and Terraform read different files of the
// folder, and both read some.
func (l listing) mixed() bool {
	return slices.ContainsFunc(l.files, sourceFile.tofu) &&
		slices.ContainsFunc(l.files, func(f sourceFile) bool { return !f.tofu() })
}

// of gives the files that a tool reads. For OpenTofu a .tofu file stands in place
// of the .tf of its name; Terraform does not know it.
func (l listing) of(t tool) []sourceFile {
	if t == terraform {
		return slices.DeleteFunc(slices.Clone(l.files), sourceFile.tofu)
	}
	names := map[string]bool{}
	for _, f := range l.files {
		names[f.name] = true
	}
	return slices.DeleteFunc(slices.Clone(l.files), func(f sourceFile) bool {
		n := f.name
		return strings.HasSuffix(n, ".tf") && names[strings.TrimSuffix(n, ".tf")+".tofu"] ||
			strings.HasSuffix(n, ".tf.json") && names[strings.TrimSuffix(n, ".tf.json")+".tofu.json"]
	})
}

// A tool is whose rules a folder is read by. The zero tool is OpenTofu, which
// reads all that Terraform reads.
type tool uint8

const (
	tofu tool = iota
	terraform
)

func (f sourceFile) tofu() bool {
	return strings.HasSuffix(f.name, ".tofu") || strings.HasSuffix(f.name, ".tofu.json")
}

func order(name string) int {
	if isOverride(name) {
		return 1
	}
	return 0
}

const lockFile = ".terraform.lock.hcl"

// IsSource reports whether a file name is one that Terraform or OpenTofu reads
// as configuration.
func IsSource(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") {
		return false
	}
	return stem(name) != name
}

// IsStack reports whether a file belongs to a stack, of Terraform or of
// Terragrunt, which nothing here reads.
func IsStack(name string) bool {
	return name == "terragrunt.stack.hcl" || slices.ContainsFunc([]string{".tfcomponent.hcl", ".tfstack.hcl", ".tfdeploy.hcl"}, func(ext string) bool {
		return strings.HasSuffix(name, ext)
	})
}

// stem is a source file's name without what makes it one.
func stem(name string) string {
	for _, ext := range []string{".tf", ".tofu", ".tf.json", ".tofu.json"} {
		if s, ok := strings.CutSuffix(name, ext); ok {
			return s
		}
	}
	return name
}

func isOverride(name string) bool {
	s := stem(path.Base(name))
	return s == "override" || strings.HasSuffix(s, "_override")
}

// within joins a path written in dir with dir; false for one that leads out of
// the file system.
func within(dir, name string) (string, bool) {
	name = strings.ReplaceAll(name, `\`, "/")
	if path.IsAbs(name) || strings.HasPrefix(name, "~") || len(name) > 1 && name[1] == ':' {
		return "", false
	}
	p := path.Join(dir, name)
	return p, fs.ValidPath(p)
}

// relative writes a path of the file system as seen from dir.
func relative(dir, name string) string {
	a, b := strings.Split(dir, "/"), strings.Split(name, "/")
	if dir == "." {
		a = nil
	}
	if name == "." {
		b = nil
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	out := path.Join(append(slices.Repeat([]string{".."}, len(a)), b...)...)
	if out == "" {
		return "."
	}
	return out
}
