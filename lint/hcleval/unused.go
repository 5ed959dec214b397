package hcleval

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// isValues reports whether a file gives values to variables.
func isValues(name string) bool {
	return strings.HasSuffix(name, ".tfvars") || strings.HasSuffix(name, ".tfvars.json")
}

// tellUnused says which variables files lie in the root's folder, or in one below
// it without source, and were not used: who runs Terraform names one of them, and
// then the defaults do not count.
func (e *evaluator) tellUnused() {
	if len(e.o.VarFiles) > 0 || len(e.o.Vars) > 0 {
		return // the caller has chosen
	}
	var found []string
	look := func(dir string) {
		entries, _ := fs.ReadDir(e.fsys, dir)
		for _, x := range entries {
			if name := path.Join(dir, x.Name()); !x.IsDir() && isValues(x.Name()) && e.varFiles[name] == nil {
				found = append(found, relative(e.root, name))
			}
		}
	}
	look(e.root)
	entries, _ := fs.ReadDir(e.fsys, e.root)
	for _, x := range entries {
		dir := path.Join(e.root, x.Name())
		if !x.IsDir() || strings.HasPrefix(x.Name(), ".") {
			continue
		}
		if l, err := list(e.fsys, dir); err == nil && len(l.files) == 0 {
			look(dir)
		}
	}
	if len(found) == 0 {
		return
	}
	slices.Sort(found)
	text := strings.Join(found[:min(len(found), 3)], ", ")
	if len(found) > 3 {
		text += fmt.Sprintf(" and %d more", len(found)-3)
	}
	e.gap(e.o.Lang.Say("variables files were not used: %s; --var-file judges with one", text), e.gapAt(lineOne(path.Join(e.root, found[0]))))
}
