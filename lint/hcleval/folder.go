package hcleval

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/speech"
)

// A folder is one module's source. It knows no instance and no value.
type folder struct {
	lang      speech.Lang // of what could not be read
	dir       string
	tofu      bool // has files only OpenTofu reads
	mixed     bool // Terraform and OpenTofu read different files of it
	files     map[string]*source
	inputs    map[string]*block // variable blocks by name
	locals    map[string]*block // the block that each stands in
	outputs   map[string]*block // by name
	resources map[string]*block // by address within the module: "aws_s3_bucket.b", "data.aws_region.r"
	calls     map[string]*block // by name
	providers map[string]*block // by reference: "aws", "aws.paris"
	required  map[string]string // source address as written, by local name
	besides   []*block          // actions, ephemeral resources, imports, removals, checks: in order
	backend   *block            // nil for none; labels hold its type
	unread    []gap             // source that was not read
	gaps      []gap             // what else was not looked at

	variables map[string]*variable // those asked for
	prepared  map[hclsyntax.Expression]*prep
}

// A gap is what could not be read, and where.
type gap struct {
	what string
	at   *hcl.Range
}

// ErrNoSource means that a folder has nothing to read.
var ErrNoSource = errors.New("the folder has no Terraform or OpenTofu source")

// readFolder parses the source of one folder.
func readFolder(fsys fs.FS, dir string, by tool, lang speech.Lang) (*folder, error) {
	l, err := list(fsys, dir)
	if err != nil {
		return nil, err
	}
	files := l.of(by)
	if len(files) == 0 {
		return nil, ErrNoSource
	}
	f := newFolder(dir, lang)
	f.mixed = l.mixed()
	if l.left > 0 {
		what := lang.Say("only %d of %d files were read", len(l.files), len(l.files)+l.left)
		f.unread = append(f.unread, gap{what, lineOne(l.files[len(l.files)-1].name)})
	}
	for _, file := range files {
		name := file.name
		src, err := file.read(fsys)
		if err != nil {
			f.unread = append(f.unread, gap{what: f.lang.Say("%s was not read: %s", path.Base(name), f.lang.Error(reason(err))), at: lineOne(name)})
			continue
		}
		f.tofu = f.tofu || file.tofu()
		f.add(read(name, src))
	}
	return f, nil
}

func newFolder(dir string, lang speech.Lang) *folder {
	return &folder{
		dir: dir, lang: lang, files: map[string]*source{}, inputs: map[string]*block{}, locals: map[string]*block{},
		outputs: map[string]*block{}, resources: map[string]*block{}, calls: map[string]*block{}, providers: map[string]*block{},
		required:  map[string]string{},
		variables: map[string]*variable{}, prepared: map[hclsyntax.Expression]*prep{},
	}
}

// reason is an error without the path, which the message names already.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func lineOne(name string) *hcl.Range {
	return &hcl.Range{Filename: name, Start: firstPos, End: firstPos}
}

// add lays a file over what was read before.
func (f *folder) add(s *source, blocks []*block) {
	f.files[s.name] = s
	over := isOverride(s.name)
	for _, b := range blocks {
		f.block(b, over)
	}
}

// oddities are the files that could be read in part only. Some show it only
// when a member of a block is parsed.
func (f *folder) oddities() (out []gap) {
	for _, name := range slices.Sorted(maps.Keys(f.files)) {
		if s := f.files[name]; s.odd != "" {
			out = append(out, gap{f.lang.Say("%s was read in part only: %s", path.Base(name), s.why(f.lang)), s.oddAt()})
		}
	}
	return out
}

// kinds tells how many labels a block at the top level has. Some hold nothing
// that stays anywhere: they are looked into only for what a run does with them.
var kinds = map[string]int{
	"resource": 2, "data": 2, "module": 1, "provider": 1, "variable": 1, "output": 1, "locals": 0, "terraform": 0,
	"ephemeral": 2, "action": 2, "check": 1, "moved": 0, "removed": 0, "import": 0,
}

func (f *folder) block(b *block, over bool) {
	labels, known := kinds[b.typ]
	put := func(all map[string]*block, name string) { f.lay(all, name, b, over) }
	switch {
	case !known:
		f.gaps = append(f.gaps, gap{f.lang.Say("block %q is of no kind that is known here: what it declares was not judged", cut(b.typ)), &b.header})
		return
	case len(b.labels) != labels:
		f.unread = append(f.unread, gap{f.lang.Say("block %s has %d labels, want %d", b.typ, len(b.labels), labels), &b.header})
		return
	}
	switch b.typ {
	case "resource":
		put(f.resources, b.labels[0]+"."+b.labels[1])
	case "data":
		put(f.resources, "data."+b.labels[0]+"."+b.labels[1])
	case "module":
		put(f.calls, b.labels[0])
	case "provider":
		put(f.providers, providerName(b))
	case "variable":
		put(f.inputs, b.labels[0])
	case "output":
		put(f.outputs, b.labels[0])
	case "locals":
		for _, name := range b.names() {
			if old := f.locals[name]; old != nil && !over {
				f.again(old, b, "local."+name)
			}
			f.locals[name] = b
		}
	case "terraform":
		f.settings(b, over)
	case "action", "ephemeral", "import", "removed", "check":
		f.besides = append(f.besides, b)
	}
}

// cut shortens a name that somebody else chose.
func cut(name string) string { return cutTo(name, 40) }

func cutTo(name string, n int) string {
	if r := []rune(name); len(r) > n {
		return string(r[:n]) + "..."
	}
	return name
}

func providerName(b *block) string {
	if a := b.attr("alias"); a != nil {
		if alias, ok := literal(a.Expr); ok {
			return b.labels[0] + "." + alias
		}
	}
	return b.labels[0]
}

// lay puts a block among those of its kind, over the one of its name if it
// stands in an override file.
func (f *folder) lay(all map[string]*block, name string, b *block, over bool) {
	old := all[name]
	switch {
	case old == nil:
		all[name] = b
	case over:
		for old.over != nil {
			old = old.over
		}
		old.over = b
	default:
		key := name
		if b.typ != "resource" && b.typ != "data" {
			name = b.typ + " " + name
		}
		f.again(old, b, name)
		all[key] = b
	}
}

// again notes what is declared twice: Terraform refuses it, so nobody knows
// which of the two is meant.
func (f *folder) again(old, b *block, name string) {
	f.unread = append(f.unread, gap{f.lang.Say("%s is declared twice, first in %s:%d",
		cut(name), path.Base(old.header.Filename), old.header.Start.Line), &b.header})
}

// local is the expression of a local; nil for none.
func (f *folder) local(name string) hclsyntax.Expression {
	if b := f.locals[name]; b != nil {
		if a := b.attr(name); a != nil {
			return a.Expr
		}
	}
	return nil
}

// variable is the declaration of an input variable; nil for none.
func (f *folder) variable(name string) *variable {
	if v, ok := f.variables[name]; ok {
		return v
	}
	var v *variable
	if b := f.inputs[name]; b != nil {
		v = readVariable(b)
	}
	f.variables[name] = v
	return v
}

// output is the expression of an output, and whether it is sensitive; nil for
// none.
func (f *folder) output(name string) (hclsyntax.Expression, bool) {
	b := f.outputs[name]
	if b == nil || b.attr("value") == nil {
		return nil, false
	}
	hidden := false
	for _, mark := range []string{"sensitive", "ephemeral"} {
		if a := b.attr(mark); a != nil {
			hidden = hidden || !isFalse(a.Expr)
		}
	}
	return b.attr("value").Expr, hidden
}

// settings reads a terraform block.
func (f *folder) settings(b *block, over bool) {
	for _, n := range b.blocks(func(typ string) bool { return typ != "provider_meta" }) {
		switch n.Type {
		case "required_providers":
			for name, a := range n.Body.Attributes {
				f.require(name, a.Expr)
			}
		case "backend", "cloud", "state_store":
			where := parsedBlock(b.src, n)
			if f.backend != nil && !over {
				f.again(f.backend, where, "the backend")
			}
			f.backend = where
		case "encryption":
			f.encryption(n)
		}
	}
}

// encryption says whose keys OpenTofu encrypts the state with: they are not
// judged.
func (f *folder) encryption(n *hclsyntax.Block) {
	for _, k := range n.Body.Blocks {
		if k.Type == "key_provider" && len(k.Labels) == 2 && k.Labels[0] != "pbkdf2" {
			at := k.DefRange()
			f.gaps = append(f.gaps, gap{f.lang.Say("the state is encrypted with a key of %s, and who holds that was not judged", cut(k.Labels[0])), &at})
		}
	}
}

// require reads an entry of required_providers: an object, or before
// Terraform 0.13 only a version.
func (f *folder) require(name string, e hclsyntax.Expression) {
	obj, ok := unwrap(e).(*hclsyntax.ObjectConsExpr)
	if !ok {
		return
	}
	for _, item := range obj.Items {
		if keyOf(item.KeyExpr) != "source" {
			continue
		}
		if src, ok := literal(item.ValueExpr); ok {
			f.required[name] = src
		}
	}
}

// keyOf is the name of an object's key; "" for a computed one.
func keyOf(e hclsyntax.Expression) string {
	if k, ok := e.(*hclsyntax.ObjectConsKeyExpr); ok {
		if name := hcl.ExprAsKeyword(k.Wrapped); name != "" {
			return name
		}
		e = k.Wrapped
	}
	s, _ := literal(e)
	return s
}

// unwrap takes parentheses and lone interpolations off an expression.
func unwrap(e hclsyntax.Expression) hclsyntax.Expression {
	for {
		switch x := e.(type) {
		case *hclsyntax.ParenthesesExpr:
			e = x.Expression
		case metered:
			e = x.Expression
		case *hclsyntax.TemplateWrapExpr:
			e = x.Wrapped
		default:
			return e
		}
	}
}

// literal is the text of a quoted text without interpolation.
func literal(e hclsyntax.Expression) (string, bool) {
	t, ok := unwrap(e).(*hclsyntax.TemplateExpr)
	if !ok {
		return "", false
	}
	var b strings.Builder
	for _, p := range t.Parts {
		lit, ok := p.(*hclsyntax.LiteralValueExpr)
		if !ok || lit.Val.Type().FriendlyName() != "string" || !lit.Val.IsKnown() || lit.Val.IsNull() {
			return "", false
		}
		b.WriteString(lit.Val.AsString())
	}
	return b.String(), true
}
