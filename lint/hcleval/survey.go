package hcleval

import (
	"bytes"
	"io/fs"
	"slices"
)

// An Outline is what a folder's source says of other folders, without being
// evaluated.
type Outline struct {
	// Calls are the folders of the local modules it calls, sorted. A call that
	// never has an instance, whatever the variables are, is none.
	Calls []string
	// Plain are those of Calls that are written without count, for_each and
	// depends_on: a module that configures providers of its own is called in no
	// other way (https://developer.hashicorp.com/terraform/language/modules/develop/providers).
	Plain []string
	// Root is true where something stands in it that only a root has: where the
	// state is kept, values for its variables.
	Root bool
	// Settled is true where something stands in it as in a root, and in modules too
	// that are called plainly: a provider's configuration in plain text, the lock
	// file that terraform init leaves where somebody tries a module by itself.
	Settled bool
	Unit    bool // Terragrunt runs it
}

// Survey reads the outline of a folder's source. ErrNoSource means that there is
// none to read.
func Survey(fsys fs.FS, dir string) (Outline, error) {
	l, err := list(fsys, dir)
	if err != nil {
		return Outline{}, err
	}
	out := Outline{Root: l.rooted, Settled: l.locked}
	if l.unit && isUnit(fsys, dir) {
		out = unitOutline(fsys, dir)
	}
	if len(l.files) == 0 && !out.Unit {
		return Outline{}, ErrNoSource
	}
	v := surveyor{Outline: &out, fsys: fsys, dir: dir}
	for _, f := range l.files {
		src, err := f.read(fsys)
		if err != nil {
			continue // evaluating it says so
		}
		v.file(f.name, src)
	}
	slices.Sort(out.Calls)
	out.Calls = slices.Compact(out.Calls)
	slices.Sort(out.Plain)
	out.Plain = slices.Compact(out.Plain)
	return out, nil
}

// A surveyor fills an outline.
type surveyor struct {
	*Outline
	fsys  fs.FS
	dir   string
	scope *scope // evaluates without variables; nil until it is asked for
}

// file reads the outline of one file.
func (v *surveyor) file(name string, src []byte) {
	if !mentions(src) {
		return
	}
	_, blocks := read(name, src)
	for _, b := range blocks {
		switch b.typ {
		case "module":
			if down, ok := localCall(v.dir, b); ok && !v.never(b) {
				v.Calls = append(v.Calls, down)
				if isPlain(b) {
					v.Plain = append(v.Plain, down)
				}
			}
		case "provider":
			v.Settled = v.Settled || settled(b)
		case "terraform":
			v.Root = v.Root || b.has("backend") || b.has("cloud") || b.has("state_store")
		}
	}
}

// localCall is the folder of a module call, where it is a path.
func localCall(dir string, b *block) (string, bool) {
	a := b.attr("source")
	if a == nil {
		return "", false
	}
	text, _ := literal(a.Expr)
	down, ok := within(dir, text)
	return down, ok && IsLocal(text)
}

// never reports whether a call has no instance, whatever the variables are.
func (v *surveyor) never(b *block) bool {
	if b.attr("count") == nil && b.attr("for_each") == nil && !b.has("lifecycle") {
		return false
	}
	if v.scope == nil {
		f, err := readFolder(v.fsys, v.dir, tofu, "")
		if err != nil {
			return false
		}
		e := newEvaluator(v.fsys, v.dir, Options{})
		e.blind = true
		v.scope = e.newScope(f)
	}
	r := v.scope.expand(b)
	return r.known && len(r.frames) == 0
}

// isPlain reports whether a call always has its one instance.
func isPlain(b *block) bool {
	return b.attr("count") == nil && b.attr("for_each") == nil && b.attr("depends_on") == nil && !b.has("lifecycle")
}

// settled reports whether a provider block says something in plain text: a
// module that others call leaves that to them.
func settled(b *block) bool {
	return slices.ContainsFunc(b.names(), func(name string) bool {
		if name == "alias" || name == "version" {
			return false
		}
		_, plain := literal(b.attr(name).Expr)
		return plain
	})
}

// mentions reports whether a file can hold anything an outline tells.
func mentions(src []byte) bool {
	return bytes.Contains(src, []byte("module")) || bytes.Contains(src, []byte("backend")) || bytes.Contains(src, []byte("cloud")) ||
		bytes.Contains(src, []byte("state_store")) || configures(src)
}

// configures reports whether a file can hold a provider block, and does not only
// say which one a resource uses.
func configures(src []byte) bool {
	word := []byte("provider")
	for {
		i := bytes.Index(src, word)
		if i < 0 {
			return false
		}
		src = src[i+len(word):]
		rest := bytes.TrimLeft(src, " \t")
		if len(rest) > 0 && rest[0] != '=' && (!wordByte(rest[0]) || len(rest) < len(src)) {
			return true
		}
	}
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
