package hcleval

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/tf"
)

// An input is a root variable's value as somebody gives it.
type input struct {
	expr  hclsyntax.Expression // nil where text is given
	text  string
	val   *cty.Value // of a Terragrunt unit; nil for none
	where string
	at    *tf.Range // nil where nobody knows
}

// readInputs gathers the values of root variables, later ones winning: the
// environment, terraform.tfvars, terraform.tfvars.json, *.auto.tfvars in the
// order of their names, named files, the command line.
func (e *evaluator) readInputs() {
	e.inputs = map[string]input{}
	for name, text := range e.o.Env {
		e.inputs[name] = input{text: text, where: "TF_VAR_" + name}
	}
	maps.Copy(e.inputs, e.preset)
	var auto []string
	entries, _ := fs.ReadDir(e.fsys, e.root)
	for _, x := range entries {
		if !x.IsDir() && IsVarFile(x.Name()) {
			auto = append(auto, x.Name())
		}
	}
	rank := func(name string) int {
		return slices.Index([]string{"terraform.tfvars", "terraform.tfvars.json"}, name)
	}
	slices.SortFunc(auto, func(a, b string) int {
		if ra, rb := rank(a), rank(b); ra >= 0 || rb >= 0 {
			if ra < 0 {
				return 1
			}
			if rb < 0 {
				return -1
			}
			return ra - rb
		}
		return strings.Compare(a, b)
	})
	for _, name := range auto {
		e.varFile(path.Join(e.root, name))
	}
	e.hand()
	for _, name := range e.o.VarFiles {
		e.varFile(path.Clean(name))
	}
	e.tellUnused()
	for name, text := range e.o.Vars {
		e.inputs[name] = input{text: text, where: "--var " + name}
	}
}

func (e *evaluator) varFile(name string) {
	src, err := readFile(e.fsys, name, maxFile)
	if info, e2 := fs.Lstat(e.fsys, name); e2 == nil && info.Mode()&fs.ModeSymlink != 0 && e.private(name) {
		err = errHidden
	}
	if err != nil {
		e.unread(e.o.Lang.Say("the variables file %s was not read: %v", path.Base(name), reason(err)), e.gapAt(lineOne(name)))
		return
	}
	s := parse(name, src)
	if strings.HasSuffix(name, ".json") {
		s = parseVarsJSON(name, src)
	}
	e.varFiles[name], e.sources[name] = s, s
	if s.odd != "" {
		e.unread(e.o.Lang.Say("the variables file %s was read in part only: %s", path.Base(name), s.why(e.o.Lang)), e.gapAt(s.oddAt()))
	}
	for key, a := range s.body.Attributes {
		e.inputs[key] = input{expr: a.Expr, where: name}
	}
}

// parseVarsJSON reads variables in JSON, where text is no template.
func parseVarsJSON(name string, src []byte) *source {
	s := &source{name: name, src: src, body: &hclsyntax.Body{}}
	if tooDeep(src, true) {
		s.odd = "it is nested too deeply"
		return s
	}
	f := newJSON(name, src)
	top, err := f.value()
	if err != nil || top.kind != '{' {
		s.odd = "it is no valid JSON object"
		return s
	}
	f.plain = true
	s.body = f.body(top, "variable")
	s.note(f.diags)
	return s
}

// rootInput is what is given for a root variable.
func (e *evaluator) rootInput(s *scope, name string, v *variable) (cty.Value, bool) {
	in, ok := e.inputs[name]
	if !ok {
		return cty.NilVal, false
	}
	e.used(in.where)
	marks := cty.NewValueMarks(given)
	if strings.HasPrefix(in.where, "TF_VAR_") {
		marks = cty.NewValueMarks(ambient)
	}
	if in.val != nil {
		return *in.val, true
	}
	if in.expr == nil {
		return s.e.throughout(v.parse(in.text, func(x hclsyntax.Expression) cty.Value { return s.eval(x, nil) }), marks), true
	}
	return s.e.throughout(s.eval(in.expr, nil), marks), true
}

// rootCall stands for the run's own input: the variables given, as far as they
// are plain.
func (s *scope) rootCall() *tf.Call {
	c := &tf.Call{Args: tf.Attrs{}}
	c.Defaults, c.Secret = s.f.defaults()
	s.e.propose(s.f, c.Defaults)
	for _, name := range slices.Sorted(maps.Keys(s.e.inputs)) {
		v, in := s.f.variable(name), s.e.inputs[name]
		if v == nil {
			continue
		}
		at := in.at
		if in.expr != nil {
			at = s.e.where(s.f, in.expr.Range())
		}
		val := s.e.ground(s.variable(name), at, "")
		switch x := val.V.(type) {
		case string:
			if len(x) > maxLiteral {
				val.V = nil
			}
		case []tf.Value, tf.Attrs:
			if weight(s.variable(name), maxLiteral) > maxLiteral {
				val.V = nil
			}
		}
		c.Args[name] = val
	}
	return c
}
