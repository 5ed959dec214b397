package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// A tree is a file system that source is read from: the repository, so that
// nothing outside of it can be read, and no link leads out of it.
type tree struct {
	files *shelf
	top   string // absolute
	cwd   string // the current folder, absolute
}

// treeAt opens the repository of a folder; outside of a repository the current
// folder where it holds the folder, else the folder itself; never the root of
// the machine unless that is what was asked for.
func treeAt(dir string) (*tree, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	top := repository(abs)
	if top == "" {
		top = abs
		if below(cwd, abs) && filepath.Dir(cwd) != cwd { // a whole machine is no project
			top = cwd
		}
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return nil, unreadable(dir, err)
	}
	return &tree{files: newShelf(root), top: top, cwd: cwd}, nil
}

func below(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// inside gives a name's path in the tree.
func (t *tree) inside(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(t.top, abs)
	if err != nil || !below(t.top, abs) {
		return "", speech.Errorf("%s: it lies outside of %s", name, t.top)
	}
	return filepath.ToSlash(rel), nil
}

// shown gives a path of the tree as reports have it: relative to the current
// folder.
func (t *tree) shown(file string) string {
	rel, err := filepath.Rel(t.cwd, filepath.Join(t.top, filepath.FromSlash(file)))
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

// values are what --var and --var-file and the environment give to variables.
type values struct {
	vars, env map[string]string
	files     []string
	known     func(text string) bool // whether a text names a place
	lang      speech.Lang
}

func valuesOf(c *cli.Context, o lint.Options) (values, error) {
	v := values{vars: map[string]string{}, env: map[string]string{}, files: several(c, "var-file"), known: placeNames(o.Catalog), lang: speaking(c)}
	for _, pair := range several(c, "var") {
		name, text, ok := strings.Cut(pair, "=")
		if !ok || name == "" {
			return v, errors.New("--var: want NAME=VALUE") // what was given may be a secret
		}
		v.vars[name] = text
	}
	for _, pair := range os.Environ() {
		if rest, ok := strings.CutPrefix(pair, "TF_VAR_"); ok {
			name, text, _ := strings.Cut(rest, "=")
			v.env[name] = text
		}
	}
	return v, nil
}

// folders lists the root modules that folders and files of source stand for;
// inputs are all that were named.
func (s *session) folders(c *cli.Context, names, inputs []string, o lint.Options) (out []read, end func(), err error) {
	end = func() {}
	t, err := treeAt(folderOf(names[0]))
	if err != nil {
		return nil, end, err
	}
	end = t.files.close
	var in []string
	for _, name := range names {
		rel, err := t.inside(name)
		if err != nil {
			return nil, end, err
		}
		in = append(in, rel)
	}
	roots, passed, err := load.Folders(t.files, in...)
	if err != nil {
		return nil, end, sourceless(err)
	}
	vals, err := valuesOf(c, o)
	if err != nil {
		return nil, end, err
	}
	for _, g := range passed {
		g.At.File = t.shown(g.At.File)
	}
	want := asked("", o)
	for i, root := range roots {
		out = append(out, func() ([]*tf.Config, error) {
			all, err := s.readings(t, root, vals, want)
			if err == nil && i == 0 {
				all[0].Gaps = slices.Concat(all[0].Gaps, passed, beside(names, inputs, vals.lang))
			}
			return all, err
		})
	}
	return out, end, nil
}

// readings evaluates one root as each tool reads it, where that differs. One
// that cannot be read is said in its place: there may be others.
func (s *session) readings(t *tree, root string, v values, want load.Options) ([]*tf.Config, error) {
	cfg, err := s.evaluate(t, root, v, want)
	if bad := (*rootError)(nil); errors.As(err, &bad) {
		return []*tf.Config{bad.config()}, nil
	}
	if err != nil || cfg.Other == nil {
		return []*tf.Config{cfg}, err
	}
	return []*tf.Config{cfg, cfg.Other}, nil
}

// A rootError says why a root module cannot be read.
type rootError struct {
	dir string
	err error
}

// Error names the folder and the reason.
func (e *rootError) Error() string { return e.dir + ": " + e.err.Error() }

// config stands for the root, so that those that can be read are judged.
func (e *rootError) config() *tf.Config {
	at := &tf.Range{File: e.dir, Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
	return &tf.Config{Source: e.dir, Format: "hcl", Unread: []tf.Gap{{What: "the folder was not read: " + e.err.Error(), At: at}}}
}

func resources(n int, l speech.Lang) string { return l.Count(n, "%d resource", "%d resources") }

func sourceless(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return speech.Errorf("%s: %w", path.Path, path.Err)
	}
	return err
}

// evaluate evaluates one root; what it takes from the environment is said.
func (s *session) evaluate(t *tree, root string, v values, want load.Options) (*tf.Config, error) {
	var files []string
	for _, name := range v.files {
		rel, err := t.inside(name)
		if err != nil {
			return nil, speech.Errorf("--var-file %w", err)
		}
		files = append(files, rel)
	}
	var used []string
	cfg, err := hcleval.Eval(t.files, root, hcleval.Options{
		Lang: v.lang,
		Vars: v.vars, Env: v.env, VarFiles: files, Wanted: want.Wanted, Named: want.Named,
		Used:  func(where string) { used = append(used, where) },
		Known: v.known,
	})
	if err != nil {
		return nil, &rootError{t.shown(root), err}
	}
	cfg.Source = t.shown(root)
	rename(cfg, t.shown)
	if cfg.Other != nil {
		cfg.Other.Source = cfg.Source + strings.TrimPrefix(cfg.Other.Source, root)
		rename(cfg.Other, t.shown)
	}
	for _, where := range used {
		cfg.Given = append(cfg.Given, s.givenBy(t, where))
	}
	return cfg, nil
}

// givenBy writes what gave a value to a variable as the user knows it.
func (s *session) givenBy(t *tree, where string) string {
	name, isFlag := strings.CutPrefix(where, "--var ")
	switch {
	case isFlag:
		return s.said("var", "") + " " + name
	case strings.HasPrefix(where, "TF_VAR_"):
		return where + " of the environment"
	}
	return t.shown(where)
}

// rename gives every place of a configuration another file name. Places are
// shared, so each is renamed once.
func rename(cfg *tf.Config, to func(string) string) {
	r := renamer{to: to, seen: map[*tf.Range]bool{}, names: map[string]string{}, attrs: map[uintptr]bool{}}
	for _, x := range cfg.Resources {
		r.at(x.At)
		r.in(x.Body.Planned)
		r.in(x.Body.Written)
		if x.Provider != nil {
			r.at(x.Provider.At)
			r.in(x.Provider.Written)
		}
	}
	for _, call := range cfg.Calls {
		r.at(call.At)
		r.in(call.Args)
		r.in(call.Outputs)
	}
	for _, g := range slices.Concat(cfg.Gaps, cfg.Unread) {
		r.at(g.At)
	}
	for _, at := range cfg.Declared {
		r.at(at)
	}
	for _, c := range cfg.Comments {
		r.at(c.At)
		r.at(c.On)
	}
	if cfg.Backend != nil {
		r.at(cfg.Backend.At)
		r.in(cfg.Backend.Written)
	}
}

type renamer struct {
	to    func(string) string
	seen  map[*tf.Range]bool
	names map[string]string
	attrs map[uintptr]bool
}

func (r *renamer) at(at *tf.Range) {
	if at == nil || r.seen[at] {
		return
	}
	r.seen[at] = true
	name, ok := r.names[at.File]
	if !ok {
		name = path.Clean(r.to(at.File))
		r.names[at.File] = name
	}
	at.File = name
}

func (r *renamer) in(a tf.Attrs) {
	if a == nil || r.attrs[a.Identity()] {
		return
	}
	r.attrs[a.Identity()] = true
	for _, v := range a {
		r.value(v)
	}
}

func (r *renamer) value(v tf.Value) {
	r.at(v.At)
	switch x := v.V.(type) {
	case tf.Attrs:
		r.in(x)
	case []tf.Value:
		for _, e := range x {
			r.value(e)
		}
	}
}
