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

// isBackend reports whether a file gives arguments to a backend.
func isBackend(name string) bool { return strings.HasSuffix(name, ".tfbackend") }

// tellUnused says which variables files and backend files lie in the root's
// folder, or in one below it without source, and were not used: who runs Terraform
// names one of them, and then the defaults do not count.
func (e *evaluator) tellUnused() {
	values, backends := e.unused()
	if len(values) > 0 && len(e.o.VarFiles) == 0 && len(e.o.Vars) == 0 { // else the caller has chosen
		e.gap(e.o.Lang.Say("variables files were not used: %s; --var-file judges with one", firstOf(values)), e.gapAt(lineOne(path.Join(e.root, values[0]))))
	}
	if len(backends) > 0 {
		e.gap(e.o.Lang.Say("backend files were not used: %s; terraform init -backend-config may keep the state elsewhere with one", firstOf(backends)), e.gapAt(lineOne(path.Join(e.root, backends[0]))))
	}
}

// unused are the files beside the root's source that were not read, by the names
// that its folder has for them, in order.
func (e *evaluator) unused() (values, backends []string) {
	look := func(dir string) {
		entries, _ := fs.ReadDir(e.fsys, dir)
		for _, x := range entries {
			name := path.Join(dir, x.Name())
			switch {
			case x.IsDir():
			case isValues(x.Name()) && e.varFiles[name] == nil:
				values = append(values, relative(e.root, name))
			case isBackend(x.Name()):
				backends = append(backends, relative(e.root, name))
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
	slices.Sort(values)
	slices.Sort(backends)
	return values, backends
}

// firstOf names up to three files.
func firstOf(found []string) string {
	text := strings.Join(found[:min(len(found), 3)], ", ")
	if len(found) > 3 {
		text += fmt.Sprintf(" and %d more", len(found)-3)
	}
	return text
}
