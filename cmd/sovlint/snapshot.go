package main

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/tf"
)

// snapshot evaluates the configuration that a binary plan carries. Its places
// are named as they are found from here, where the folder of that configuration
// is still there.
func snapshot(snap load.Snapshot, input string, want load.Options) (*tf.Config, error) {
	cfg, err := hcleval.Eval(snap.FS, ".", hcleval.Options{VarFiles: snap.VarFiles, Modules: snap.Modules, Wanted: want.Wanted, Named: want.Named, Workspace: snap.Workspace})
	if err != nil {
		return nil, err
	}
	home := homeOf(snap.FS, input)
	to := func(file string) string {
		for dir, was := range snap.Outside {
			if rest, ok := strings.CutPrefix(file, dir+"/"); ok {
				file = path.Join(was, rest)
				break
			}
		}
		return path.Join(home, file)
	}
	for c := cfg; c != nil; c = c.Other {
		rename(c, to)
	}
	return cfg, nil
}

// homeOf finds the folder whose source a binary plan was made from: the current
// one or the one that the plan lies in, where it holds the same files, else the
// one of these that holds files of these names. "." is also for neither.
func homeOf(source fs.FS, input string) string {
	dirs := []string{"."}
	if input != "-" {
		dirs = append(dirs, fromHere(filepath.Dir(input)))
	}
	for _, same := range []func(a, b []byte) bool{bytes.Equal, func(_, _ []byte) bool { return true }} {
		if i := slices.IndexFunc(dirs, func(dir string) bool { return holds(dir, source, same) }); i >= 0 {
			return filepath.ToSlash(dirs[i])
		}
	}
	return "."
}

// fromHere is a folder as it is called from the current one.
func fromHere(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	cwd, err := os.Getwd()
	if err != nil {
		return dir
	}
	rel, err := filepath.Rel(cwd, abs)
	if err != nil {
		return dir
	}
	return rel
}

// holds reports whether a folder has every source file of a root module.
func holds(dir string, source fs.FS, same func(a, b []byte) bool) bool {
	entries, err := fs.ReadDir(source, ".")
	found := false
	for _, e := range entries {
		if e.IsDir() || !sourceFile(e.Name()) {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, e.Name()))
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxShownSource {
			return false
		}
		there, err1 := os.ReadFile(filepath.Join(dir, e.Name()))
		here, err2 := fs.ReadFile(source, e.Name())
		if err1 != nil || err2 != nil || !same(here, there) {
			return false
		}
		found = true
	}
	return err == nil && found
}

// maxShownSource bounds a file that is compared with one in a plan.
const maxShownSource = 16 << 20
