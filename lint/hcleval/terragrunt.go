package hcleval

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/tf"
)

const (
	unitFile    = "terragrunt.hcl"
	maxIncludes = 16 // files that one unit takes in; real ones have two or three
)

// A unit is a folder that Terragrunt runs: what its files say of the module it
// runs, of the files it writes into it, of the variables it sets.
type unit struct {
	e       *evaluator // evaluates the unit's own files, not the module
	dir     string
	parent  string // folder of the file that is taken in; "" for none
	files   map[string]*scope
	source  string // of the module; "" where it is the unit's own folder
	sources *tf.Range
	written map[string]generated
	inputs  map[string]input
	extras  []extra
	backend *tf.Backend
	gaps    []tf.Gap
	unread  []tf.Gap
}

// A generated file is one that Terragrunt writes before it runs.
type generated struct {
	text string
	at   *tf.Range
	skip bool // not where the file is there already
}

// isUnit reports whether a folder's file of Terragrunt runs something, and is
// not only taken in by others.
func isUnit(fsys fs.FS, dir string) bool {
	name := unitPath(fsys, dir)
	src, err := readFile(fsys, name, maxFile)
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist) // reading it says why
	}
	s := parseUnit(name, src)
	if l, err := list(fsys, dir); s.odd != "" || err == nil && len(l.files) > 0 {
		return true // it sets variables, at least
	}
	return slices.ContainsFunc(s.body.Blocks, func(b *hclsyntax.Block) bool {
		return b.Type == "include" || b.Type == "terraform" && b.Body.Attributes["source"] != nil || b.Type == "dependency"
	})
}

// readUnit reads what the files of a unit say.
func (e *evaluator) readUnit(dir string) (*unit, error) {
	u := &unit{dir: dir, files: map[string]*scope{}, written: map[string]generated{}, inputs: map[string]input{}}
	ue := newEvaluator(e.fsys, dir, Options{Lang: e.o.Lang, Prefix: e.o.Prefix, Known: e.o.Known})
	ue.unit, u.e = u, ue
	own, err := u.file(unitPath(e.fsys, dir))
	if err != nil {
		return nil, err
	}
	for _, b := range own.only().Blocks {
		if b.Type == "include" {
			u.include(own, b)
		}
	}
	u.take(own)
	u.gaps, u.unread = append(ue.cfg.Gaps, ue.acts.Gaps(e.o.Lang)...), ue.cfg.Unread
	return u, nil
}

// file reads one file of Terragrunt as a scope of its own: its locals.
func (u *unit) file(name string) (*scope, error) {
	if s, ok := u.files[name]; ok {
		return s, nil
	}
	if len(u.files) >= maxIncludes {
		return nil, errors.New("too many files are taken in")
	}
	src, err := readFile(u.e.fsys, name, maxFile)
	if err != nil {
		return nil, reason(err)
	}
	f := newFolder(u.dir, u.e.o.Lang)
	parsed := parseUnit(name, src)
	f.files[name] = parsed
	if parsed.odd != "" {
		u.e.unread(u.e.o.Lang.Say("%s was read in part only: %s", path.Base(name), parsed.why(u.e.o.Lang)), u.e.gapAt(parsed.oddAt()))
	}
	for _, b := range parsed.body.Blocks {
		if b.Type == "locals" {
			f.block(parsedBlock(parsed, b), false)
		}
	}
	s := u.e.newScope(f)
	s.base = path.Dir(name)
	u.files[name] = s
	return s, nil
}

// only is the one file of a scope of Terragrunt.
func (s *scope) only() *hclsyntax.Body {
	for _, f := range s.f.files {
		return f.body
	}
	return &hclsyntax.Body{}
}

// include takes in another file. What the unit itself says wins over it.
func (u *unit) include(own *scope, b *hclsyntax.Block) {
	a := b.Body.Attributes["path"]
	if a == nil {
		return
	}
	name, ok := known(own.eval(a.Expr, nil))
	p, inside := own.at(name)
	if !ok || !inside {
		own.gap("the file that is included here is not known or lies outside of what was given", a.Expr.Range())
		return
	}
	u.parent = path.Dir(p)
	s, err := u.file(p)
	if err != nil {
		own.gap(own.e.o.Lang.Say("%s was not read: %v", own.called(p), err), a.Expr.Range())
		return
	}
	u.take(s)
}

func known(v cty.Value) (string, bool) {
	v, _ = v.Unmark()
	if v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// take notes what a file says.
func (u *unit) take(s *scope) {
	s.loose(s.only())
	for _, b := range s.only().Blocks {
		switch b.Type {
		case "terraform":
			if a := b.Body.Attributes["source"]; a != nil {
				v := s.eval(a.Expr, nil)
				text, ok := known(v)
				if u.source, u.sources = text, s.e.where(s.f, a.Expr.Range()); !ok || !s.e.showable(text, origin(v.Marks())) {
					u.source = "?"
				}
			}
			u.settings(s, b)
		case "generate":
			u.generate(s, b)
		case "remote_state":
			u.remoteState(s, b)
		}
	}
	if a := s.only().Attributes["inputs"]; a != nil {
		u.input(s, a.Expr)
	}
}

func (u *unit) generate(s *scope, b *hclsyntax.Block) {
	at := s.e.where(s.f, b.DefRange())
	get := func(name string) (string, bool) {
		a := b.Body.Attributes[name]
		if a == nil {
			return "", false
		}
		v := s.eval(a.Expr, nil)
		text, ok := known(v)
		// What is put together from the text of a file would be source here, and
		// all that source says may be shown.
		return text, ok && (origin(v.Marks()) == "" || s.e.texts[text])
	}
	name, ok := get("path")
	text, plain := get("contents")
	if !ok || !plain {
		s.gap("what is generated here is not plain text: providers or the backend may be among it; pipe the plan instead", b.DefRange())
		return
	}
	exists, _ := get("if_exists")
	u.written[name] = generated{text: text, at: at, skip: exists == "skip"}
}

func (u *unit) remoteState(s *scope, b *hclsyntax.Block) {
	at := s.e.where(s.f, b.DefRange())
	typ, config := b.Body.Attributes["backend"], b.Body.Attributes["config"]
	if typ == nil {
		return
	}
	name, ok := known(s.eval(typ.Expr, nil))
	kind, has := kindOf(name)
	if !ok || !has {
		s.gap("the backend of remote_state is not known; pipe the plan instead", b.DefRange())
		return
	}
	u.backend = &tf.Backend{Type: name, At: at}
	if config == nil {
		return
	}
	v := s.value(config.Expr, nil)
	args, _ := v.V.(tf.Attrs)
	u.backend.Written = KeptOf(name, args)
	for _, arg := range strings.Split(strings.Join(kind.settling, "|"), "|") {
		if v.State != tf.Known && arg != "" {
			set(&u.backend.Written, arg, tf.Value{State: tf.Unknown, Refs: v.Refs, At: v.At})
		}
	}
}

func set(a *tf.Attrs, name string, v tf.Value) {
	if *a == nil {
		*a = tf.Attrs{}
	}
	(*a)[name] = v
}

// input notes the variables that a file sets. One whose value is not known
// must not fall back to the module's default.
func (u *unit) input(s *scope, x hclsyntax.Expression) {
	v, marks := s.eval(x, nil).Unmark()
	if obj, ok := unwrap(x).(*hclsyntax.ObjectConsExpr); ok {
		for _, item := range obj.Items {
			if k := keyOf(item.KeyExpr); k != "" {
				val := s.eval(item.ValueExpr, nil)
				u.inputs[k] = input{val: &val, where: item.ValueExpr.Range().Filename, at: s.e.where(s.f, item.ValueExpr.Range())}
			}
		}
		return
	}
	if isSecret(marks) || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() || v.Type().IsSetType() {
		s.gap("the inputs are not plain: what variables are set is not known; pipe the plan instead", x.Range())
		return
	}
	for it := v.ElementIterator(); it.Next(); {
		k, val := it.Element()
		if name, ok := known(k); ok {
			u.inputs[name] = input{val: &val, where: x.Range().Filename, at: s.e.where(s.f, x.Range())}
		}
	}
}

// evalUnit evaluates the module that a unit runs, with the files that
// Terragrunt writes into it and the variables it sets.
func (e *evaluator) evalUnit() error {
	u, err := e.readUnit(e.root)
	if err != nil {
		return err
	}
	for _, g := range u.gaps {
		e.gap(g.What, g.At)
	}
	for _, g := range u.unread {
		e.unread(g.What, g.At)
	}
	dir, ok := moduleOf(u.dir, u.source)
	if !ok {
		e.gap(e.o.Lang.Say("the module %q that this unit runs is not here: its resources were not seen; pipe the plan instead (terragrunt show -json)", cleanSource(u.source)), u.sources)
		e.emitUnit(u)
		e.cfg.Backend = u.backend
		return nil
	}
	if l, err := list(e.fsys, dir); u.source != "" && (err != nil || len(l.files) == 0) {
		e.unread(e.o.Lang.Say("the module %q that this unit runs has no source here", cleanSource(u.source)), u.sources)
		e.cfg.Backend = u.backend
		return nil
	}
	over := overlay{FS: e.fsys, dir: dir, files: map[string][]byte{}}
	for _, name := range slices.Sorted(maps.Keys(u.written)) {
		g := u.written[name]
		p, inside := within(dir, name)
		if _, err := fs.Stat(e.fsys, p); !inside || path.Dir(p) != dir || g.skip && err == nil {
			continue
		}
		over.files[path.Base(p)] = []byte(g.text)
		e.generated[p] = g.at
	}
	for _, x := range u.extras {
		maps.Copy(u.inputs, x.env)
	}
	e.fsys, e.root, e.preset, e.extras = over, dir, u.inputs, u.extras
	if err := e.evalRoot(); err != nil {
		return err
	}
	if u.backend != nil {
		e.cfg.Backend = u.backend
	}
	return nil
}

// emitUnit stands for a unit whose module is not here, with the variables that
// say where it will be.
func (e *evaluator) emitUnit(u *unit) {
	name := strings.Map(func(r rune) rune {
		if r < 0x80 && wordByte(byte(r)) {
			return r
		}
		return '_'
	}, path.Base(u.dir))
	if u.dir == "." {
		name = "unit"
	}
	var args tf.Attrs
	for _, arg := range slices.Sorted(maps.Keys(u.inputs)) {
		if in := u.inputs[arg]; placeLike(arg) && in.val != nil {
			set(&args, arg, e.ground(*in.val, in.at, ""))
		}
	}
	e.cfg.Resources = append(e.cfg.Resources, &tf.Resource{
		Addr: tf.Addr{Module: "module." + name},
		Kind: &tf.Kind{Mode: tf.Module, Action: tf.Exists, Provider: &tf.Provider{}, At: u.sources, Body: tf.Body{Planned: args, Written: args}},
	})
}

// moduleOf is the folder of a unit's module; false where it is not here.
func moduleOf(dir, source string) (string, bool) {
	if source == "" {
		return dir, true
	}
	if rest, ok := strings.CutPrefix(source, repository); ok {
		return within(".", strings.ReplaceAll(rest, "//", "/"))
	}
	if !IsLocal(source) {
		return "", false
	}
	return within(dir, strings.ReplaceAll(source, "//", "/"))
}
