package load

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	"io/fs"

	"google.golang.org/protobuf/encoding/protowire"

	"github.com/sovlint/sovlint/lint/tf"
)

// A Snapshot is the configuration that a binary plan was made from, with all
// its modules.
type Snapshot struct {
	// FS holds the files under the names they had when the plan was made: those
	// of the root as in its folder. A module from outside of it stands in a
	// folder named after its call, module.a.b.
	FS fs.FS
	// Modules gives the folder of each module by its call path, "a.b"; "" is
	// the root, ".".
	Modules map[string]string
	// Outside gives, for the folder of a module from outside of the root, where it
	// was as seen from there, "../m".
	Outside map[string]string
	// VarFiles are files of FS that hold the variables the plan was made with;
	// they may hold secrets.
	VarFiles []string
	// Workspace is terraform.workspace; "" when the plan does not say.
	Workspace string
}

// variablesFile is where a snapshot holds the variables.
const variablesFile = ".terraform/sovlint.tfvars.json"

// source has the snapshot evaluated and lends what comes of it to the plan.
func (p *planFile) source(c *tf.Config, files map[string]*zip.File) {
	gap := func(what string) {
		c.Gaps = append(c.Gaps, tf.Gap{What: what})
		strip(c)
	}
	if p.o.Source == nil {
		gap(gapBinaryConfig)
		return
	}
	snap, err := p.snapshot(files)
	if err != nil {
		gap(p.o.Lang.Word(gapBinaryConfig) + ": " + err.Error())
		return
	}
	src, err := p.o.Source(snap)
	if err != nil || src == nil {
		why := p.o.Lang.Word(gapBinaryConfig)
		if err != nil {
			why += ": " + err.Error()
		}
		gap(why)
		return
	}
	adopt(c, src, p.o.Lang)
}

// snapshot lays the files out as they were.
func (p *planFile) snapshot(files map[string]*zip.File) (Snapshot, error) {
	list := files["tfconfig/modules.json"]
	if list == nil {
		return Snapshot{}, fail(ErrCorrupt, "it holds no configuration")
	}
	tree := newTree()
	snap := Snapshot{FS: tree, Modules: map[string]string{}, Workspace: p.workspace}
	var modules []struct{ Key, Source, Version, Dir string }
	if err := unpack(list, func(r io.Reader) error {
		b, err := io.ReadAll(io.LimitReader(r, maxSource))
		if err == nil {
			err = json.Unmarshal(b, &modules)
		}
		return err
	}); err != nil {
		return Snapshot{}, err
	}
	for i, m := range modules {
		modules[i].Dir = folderOf(m.Key, m.Dir)
		if was := slashed(m.Dir); strings.HasPrefix(was, "../") {
			set(&snap.Outside, modules[i].Dir, was)
		}
		snap.Modules[m.Key] = modules[i].Dir
	}
	for name, f := range files {
		rest, ok := strings.CutPrefix(name, "tfconfig/m-")
		key, file, has := strings.Cut(rest, "/")
		if dir, known := snap.Modules[key]; ok && has && known && !strings.Contains(file, "/") {
			tree.add(path.Join(dir, file), zipped{f})
		}
	}
	if f := files[".terraform.lock.hcl"]; f != nil {
		tree.add(".terraform.lock.hcl", zipped{f})
	}
	manifest, _ := json.Marshal(map[string]any{"Modules": modules})
	tree.add(".terraform/modules/modules.json", inMemory(manifest))
	if len(p.variables) > 0 {
		vars, _ := json.Marshal(p.variables)
		tree.add(variablesFile, inMemory(vars))
		snap.VarFiles = []string{variablesFile}
	}
	return snap, nil
}

// slashed is a folder with forward slashes, whatever system named it.
func slashed(dir string) string { return path.Clean(strings.ReplaceAll(dir, `\`, "/")) }

// folderOf is where the files of a module stand in a snapshot.
func folderOf(key, dir string) string {
	dir = slashed(dir)
	if key == "" {
		return "."
	}
	if !fs.ValidPath(dir) || dir == "." {
		dir = "module." + key
	}
	if !fs.ValidPath(dir) {
		dir = "module"
	}
	return dir
}

// variable reads one variable that was set.
func (p *planFile) variable(b []byte) error {
	var name string
	var packed []byte
	err := fields(b, func(num protowire.Number, v []byte, _ uint64) error {
		switch num {
		case 1:
			name = string(v)
		case 2:
			packed = dynamic(v)
		}
		return nil
	})
	if v := packedValue(packed, nil); err == nil && len(packed) > 0 {
		if text, ok := asJSON(nil, v); ok {
			p.variables[name] = bytes.Clone(text)
		}
	}
	return err
}

// asJSON writes a value; false for one that is not wholly known.
func asJSON(b []byte, v tf.Value) ([]byte, bool) {
	switch x := v.V.(type) {
	case nil:
		return append(b, "null"...), v.State == tf.Null
	case []tf.Value:
		b = append(b, '[')
		for i, e := range x {
			if i > 0 {
				b = append(b, ',')
			}
			var ok bool
			if b, ok = asJSON(b, e); !ok {
				return b, false
			}
		}
		return append(b, ']'), true
	case tf.Attrs:
		b = append(b, '{')
		for i, k := range sortedNames(x) {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, k)
			var ok bool
			if b, ok = asJSON(append(b, ':'), x[k]); !ok {
				return b, false
			}
		}
		return append(b, '}'), true
	default:
		return appendJSON(b, x), true
	}
}

func appendJSON(b []byte, v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Appendf(b, "%q", fmt.Sprint(v))
	}
	return append(b, text...)
}
