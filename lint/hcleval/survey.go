package hcleval

import (
	"bytes"
	"io/fs"
	"slices"
)

// An Outline is what a folder's source says of other folders, without being
// evaluated.
type Outline struct {
	Calls   []string // folders of the local modules it calls, sorted
	Backend bool     // it says where its state is kept, as only a root does
	Unit    bool     // Terragrunt runs it
}

// Survey reads the outline of a folder's source. An error means that there is
// none to read.
func Survey(fsys fs.FS, dir string) (Outline, error) {
	l, err := list(fsys, dir)
	if err != nil {
		return Outline{}, err
	}
	var out Outline
	if l.unit && isUnit(fsys, dir) {
		out = unitOutline(fsys, dir)
	}
	if len(l.files) == 0 && !out.Unit {
		return Outline{}, errNoSource
	}
	for _, f := range l.files {
		src, err := f.read(fsys)
		if err != nil {
			continue // evaluating it says so
		}
		out.add(dir, f.name, src)
	}
	slices.Sort(out.Calls)
	out.Calls = slices.Compact(out.Calls)
	return out, nil
}

// add reads the outline of one file.
func (o *Outline) add(dir, name string, src []byte) {
	if !mentions(src) {
		return
	}
	_, blocks := read(name, src)
	for _, b := range blocks {
		switch b.typ {
		case "module":
			if a := b.attr("source"); a != nil {
				text, _ := literal(a.Expr)
				if down, ok := within(dir, text); ok && IsLocal(text) {
					o.Calls = append(o.Calls, down)
				}
			}
		case "terraform":
			o.Backend = o.Backend || b.has("backend") || b.has("cloud")
		}
	}
}

// mentions reports whether a file can hold anything an outline tells.
func mentions(src []byte) bool {
	return bytes.Contains(src, []byte("module")) || bytes.Contains(src, []byte("backend")) || bytes.Contains(src, []byte("cloud"))
}

// unitOutline is what a unit's files say of the module it runs.
func unitOutline(fsys fs.FS, dir string) Outline {
	out := Outline{Unit: true}
	u, err := newEvaluator(fsys, dir, Options{}).readUnit(dir)
	if err != nil {
		return out
	}
	if down, ok := moduleOf(dir, u.source); ok && down != dir {
		out.Calls = append(out.Calls, down)
	}
	return out
}
