package hcleval

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

var (
	errIrregular = errors.New("it is not a regular file")
	errTooLarge  = errors.New("it is too large")
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
	} else if info.Size() > limit {
		return nil, errTooLarge
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = errTooLarge
	}
	return b, err
}

// sourceFiles gives the names of a folder's source files: the ordinary ones in
// order, then the overrides. A .tofu file stands in place of the .tf of its name.
func sourceFiles(fsys fs.FS, dir string) (files []string, gaps []string, err error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, nil, err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && IsSource(e.Name()) {
			names = append(names, e.Name())
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool {
		return strings.HasSuffix(n, ".tf") && slices.Contains(names, strings.TrimSuffix(n, ".tf")+".tofu") ||
			strings.HasSuffix(n, ".tf.json") && slices.Contains(names, strings.TrimSuffix(n, ".tf.json")+".tofu.json")
	})
	if len(names) > maxFiles {
		gaps = append(gaps, fmt.Sprintf("%s: only %d of %d files were read", dir, maxFiles, len(names)))
		names = names[:maxFiles]
	}
	slices.SortStableFunc(names, func(a, b string) int { return order(a) - order(b) })
	for _, n := range names {
		files = append(files, path.Join(dir, n))
	}
	return files, gaps, nil
}

func order(name string) int {
	if isOverride(name) {
		return 1
	}
	return 0
}

// IsSource reports whether a file name is one that Terraform or OpenTofu reads
// as configuration.
func IsSource(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") {
		return false
	}
	return stem(name) != name
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
