package hcleval

import (
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
	names, _, err := sourceFiles(fsys, dir)
	if err != nil {
		return Outline{}, err
	}
	var out Outline
	if isUnit(fsys, dir) {
		out = unitOutline(fsys, dir)
	}
	if len(names) == 0 && !out.Unit {
		return Outline{}, errNoSource
	}
	for _, name := range names {
		src, err := readFile(fsys, name, maxFile)
		if err != nil {
			continue // evaluating it says so
		}
		s := outline(name, src)
		if s == nil {
			continue
		}
		for _, b := range s.body.Blocks {
			switch b.Type {
			case "module":
				if a := b.Body.Attributes["source"]; a != nil {
					text, _ := literal(a.Expr)
					if down, ok := within(dir, text); ok && IsLocal(text) {
						out.Calls = append(out.Calls, down)
					}
				}
			case "terraform":
				for _, n := range b.Body.Blocks {
					out.Backend = out.Backend || n.Type == "backend" || n.Type == "cloud"
				}
			}
		}
	}
	slices.Sort(out.Calls)
	out.Calls = slices.Compact(out.Calls)
	return out, nil
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
