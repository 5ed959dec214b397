package hcleval

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// An extra is what a unit hands to Terraform beside its inputs: in order, the
// variables and the variables files of one block extra_arguments.
type extra struct {
	label string
	set   []setting
	env   map[string]input
}

// A setting is one of them: a variable, or where file is not "" a file.
type setting struct {
	file, name string
	optional   bool
	in         input
}

// runs are the commands of Terraform whose arguments decide what is judged.
var runs = []string{"plan", "apply", "refresh", "import"}

// settings reads the terraform block of a unit: what it hands to Terraform and
// what it runs beside it.
func (u *unit) settings(s *scope, b *hclsyntax.Block) {
	s.loose(b.Body)
	for _, n := range b.Body.Blocks {
		switch n.Type {
		case "before_hook", "after_hook", "error_hook":
			s.act(Hook, cmp.Or(strings.Join(n.Labels, "."), n.Type), 1, n.DefRange())
		case "extra_arguments":
			u.extraArguments(s, n)
		}
	}
}

// extraArguments reads a block of them. One of the same label in a file that was
// taken in before gives way.
func (u *unit) extraArguments(s *scope, b *hclsyntax.Block) {
	x := extra{label: strings.Join(b.Labels, "."), env: map[string]input{}}
	commands, whole := s.texts(b.Body.Attributes["commands"])
	of := func(names ...string) bool {
		return !whole || slices.ContainsFunc(names, func(n string) bool { return slices.Contains(commands, n) })
	}
	if !of(append(runs, "init")...) {
		return
	}
	x.arguments(s, b, of(runs...))
	if of(runs...) {
		x.files(s, b.Body.Attributes["required_var_files"], false)
		x.files(s, b.Body.Attributes["optional_var_files"], true)
		x.environment(s, b.Body.Attributes["env_vars"])
	}
	u.extras = slices.DeleteFunc(u.extras, func(old extra) bool { return x.label != "" && old.label == x.label })
	u.extras = append(u.extras, x)
}

// texts are the texts of a list; whole is false where some is not known.
func (s *scope) texts(a *hclsyntax.Attribute) (out []string, whole bool) {
	if a == nil {
		return nil, true
	}
	for _, p := range s.parts(a.Expr) {
		text, ok := known(p.v)
		if !ok {
			return out, false
		}
		out = append(out, text)
	}
	return out, true
}

// A part is an element of a list.
type part struct {
	v cty.Value
	x hclsyntax.Expression // nil where the list is not written out
}

// parts are the elements of a list, or one that is not known for the list.
func (s *scope) parts(x hclsyntax.Expression) (out []part) {
	if list, ok := unwrap(x).(*hclsyntax.TupleConsExpr); ok {
		for _, e := range list.Exprs {
			out = append(out, part{s.eval(e, nil), e})
		}
		return out
	}
	v, marks := s.eval(x, nil).Unmark()
	if isSecret(marks) || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return []part{{v: cty.DynamicVal}}
	}
	for it := v.ElementIterator(); it.Next(); {
		_, e := it.Element()
		out = append(out, part{v: e.WithMarks(marks)})
	}
	return out
}

// arguments reads -var, -var-file and -backend-config. What is not known may be
// any of them.
func (x *extra) arguments(s *scope, b *hclsyntax.Block, decides bool) {
	a := b.Body.Attributes["arguments"]
	if a == nil {
		return
	}
	before := ""
	for _, p := range s.parts(a.Expr) {
		text, whole := p.text()
		if before != "" {
			text, before = before+"="+text, ""
		}
		name, rest, joined := strings.Cut("-"+strings.TrimLeft(text, "-"), "=")
		switch {
		case name == "-backend-config":
			s.gap("the backend is completed by an argument here, and was judged without; pipe the plan instead", a.Expr.Range())
		case !joined && whole:
			if name == "-var" || name == "-var-file" {
				before = name
			}
		case !decides:
		case name == "-var" && joined:
			x.variable(s, a, rest, whole)
		case name == "-var-file" && whole:
			x.set = append(x.set, setting{file: s.absolute(rest)})
		case !whole && (name == "-var-file" || !joined):
			s.gap("an argument for Terraform is not known here, and may set variables; pipe the plan instead", a.Expr.Range())
		}
	}
}

// text is the text of a part, or what is known that it starts with.
func (p part) text() (text string, whole bool) {
	v, marks := p.v.Unmark()
	if text, ok := known(v); ok && origin(marks) == "" && !isSecret(marks) {
		return text, true
	}
	if t, ok := p.x.(*hclsyntax.TemplateExpr); ok && len(t.Parts) > 0 {
		text, _ = literal(&hclsyntax.TemplateExpr{Parts: t.Parts[:1]})
	}
	return text, false
}

// variable notes one variable, as -var gives it.
func (x *extra) variable(s *scope, a *hclsyntax.Attribute, pair string, whole bool) {
	name, text, ok := strings.Cut(pair, "=")
	if !ok {
		s.gap("an argument for Terraform is not known here, and may set variables; pipe the plan instead", a.Expr.Range())
		return
	}
	in := input{text: text, where: a.Expr.Range().Filename, at: s.e.where(s.f, a.Expr.Range())}
	if !whole {
		in.val = &cty.DynamicVal
	}
	x.set = append(x.set, setting{name: name, in: in})
}

// files notes variables files.
func (x *extra) files(s *scope, a *hclsyntax.Attribute, optional bool) {
	if a == nil {
		return
	}
	for _, p := range s.parts(a.Expr) {
		name, ok := known(p.v)
		if !ok {
			s.gap("a variables file is not known here; pipe the plan instead", a.Expr.Range())
			continue
		}
		x.set = append(x.set, setting{file: s.absolute(name), optional: optional})
	}
}

// absolute is a path as the folder of the unit names it.
func (s *scope) absolute(name string) string {
	if strings.HasPrefix(name, repository) {
		return name
	}
	if p, ok := within(s.e.unit.dir, name); ok {
		return repository + p
	}
	return name
}

// environment notes the variables that the environment gives, and says of all
// else that it was not judged: providers read regions there.
func (x *extra) environment(s *scope, a *hclsyntax.Attribute) {
	if a == nil {
		return
	}
	obj, ok := unwrap(a.Expr).(*hclsyntax.ObjectConsExpr)
	if !ok {
		s.gap("the environment that is set here is not written out, and was not judged; pipe the plan instead", a.Expr.Range())
		return
	}
	for _, item := range obj.Items {
		key := keyOf(item.KeyExpr)
		name, ok := strings.CutPrefix(key, "TF_VAR_")
		if !ok {
			s.gap(s.e.o.Lang.Say("%s is set in the environment here, and was not judged; pipe the plan instead", cmp.Or(cut(key), "?")), item.ValueExpr.Range())
			continue
		}
		in := input{where: item.ValueExpr.Range().Filename, at: s.e.where(s.f, item.ValueExpr.Range())}
		v, marks := s.eval(item.ValueExpr, nil).Unmark()
		if in.text, ok = known(v); !ok || origin(marks) != "" || isSecret(marks) {
			in.val = &cty.DynamicVal
		}
		x.env[name] = in
	}
}

// hand lays what a unit hands to Terraform over what the module's folder says.
func (e *evaluator) hand() {
	for _, x := range e.extras {
		for _, one := range x.set {
			if one.file == "" {
				e.inputs[one.name] = one.in
				continue
			}
			name, ok := strings.CutPrefix(one.file, repository)
			if name = path.Clean(name); !ok || !fs.ValidPath(name) {
				e.unread(e.o.Lang.Say("the variables file %s was not read: %v", path.Base(one.file), fs.ErrNotExist), nil)
				continue
			}
			if _, err := fs.Stat(e.fsys, name); err != nil && one.optional {
				continue
			}
			e.varFile(name)
		}
	}
}
