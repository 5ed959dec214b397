package hcleval

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/tf"
)

// A scope is one instance of a module: where references are looked up.
type scope struct {
	e      *evaluator
	f      *folder
	parent *scope // nil for the root
	call   *block // the call in the parent; nil for the root
	in     *frame // each and count of that call
	path   string // the call's path without keys, "a.b"
	addr   string // the module instance's address
	base   string // the folder that relative paths start from; "" for the root's

	memo     map[named]cty.Value
	busy     map[named]bool
	repeated map[string]*repetitions
	children map[string]*child
	configs  map[string]*tf.Provider
}

// A frame is what an expression sees beside its module: each and count of its
// block, iterators of dynamic blocks.
type frame struct {
	key   string // the instance key as an address has it; "" for none
	names map[string]cty.Value
	rests []string // what each and count rest on where they are not known
}

func (e *evaluator) newScope(f *folder) *scope {
	return &scope{
		e: e, f: f, memo: map[named]cty.Value{}, busy: map[named]bool{},
		repeated: map[string]*repetitions{}, children: map[string]*child{}, configs: map[string]*tf.Provider{},
	}
}

// eval evaluates an expression. What cannot be known, for whatever reason, is
// unknown; the reason is no error here.
func (s *scope) eval(x hclsyntax.Expression, in *frame) cty.Value {
	switch lit := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		if harmless(lit.Val) {
			return lit.Val
		}
		return cty.DynamicVal
	case *hclsyntax.TemplateExpr:
		if text, ok := literal(lit); ok {
			return cty.StringVal(text)
		}
	}
	if s.e.depth >= maxDepth {
		s.gap("values rest on one another too deeply here", x.Range())
		return cty.DynamicVal
	}
	s.e.depth++
	before, outer := s.e.now, s.e.meter.enter()
	defer func() { s.e.depth--; s.e.now = before }()
	s.e.now = expression{s, x}
	v, ok := s.direct(x, in)
	if !s.e.meter.leave(outer) {
		s.gap("an expression makes too much to be evaluated", x.Range())
		return cty.DynamicVal
	}
	if !ok || !harmless(v) {
		return cty.DynamicVal
	}
	return v
}

// An expression is one that is being evaluated, for messages of functions. The
// zero value is none.
type expression struct {
	s *scope
	x hclsyntax.Expression
}

// at is where it stands; nil for none.
func (x expression) at() *tf.Range {
	if x.x == nil {
		return nil
	}
	return x.s.e.where(x.s.f, x.x.Range())
}

// context gives an expression what it reads, and nothing else.
func (s *scope) context(p *prep, in *frame) *hcl.EvalContext {
	vars := map[string]cty.Value{}
	groups := groups{}
	for _, t := range p.refs {
		root := t.RootName()
		if in != nil {
			if v, ok := in.names[root]; ok {
				vars[root] = v
				continue
			}
		}
		if !s.provide(groups, p, t) {
			vars[root] = cty.DynamicVal
		}
	}
	for root, g := range groups {
		if _, taken := vars[root]; taken {
			continue
		}
		if vars[root] = cty.ObjectVal(g); root == "data" {
			vars[root] = nestData(g)
		}
	}
	ctx := (&hcl.EvalContext{Variables: map[string]cty.Value{meterName: s.e.meterVal}, Functions: s.e.functionsFor(s, p.funcs)}).NewChild()
	ctx.Variables = vars
	return ctx
}

// groups are the values an expression reads, by what their references start with.
type groups map[string]map[string]cty.Value

func (g groups) put(root, name string, v func() cty.Value) {
	if g[root] == nil {
		g[root] = map[string]cty.Value{}
	}
	if _, ok := g[root][name]; !ok {
		g[root][name] = v()
	}
}

// provide finds what a reference starts from; false for what nobody knows.
func (s *scope) provide(g groups, p *prep, t hcl.Traversal) bool {
	root := t.RootName()
	name, _ := attrAt(t, 1)
	switch root {
	case "var":
		g.put(root, name, func() cty.Value { return s.variable(name) })
	case "local":
		g.put(root, name, func() cty.Value { return s.local(name) })
	case "path":
		g.put(root, name, func() cty.Value { return s.pathOf(name) })
	case "terraform", "tofu":
		g.put(root, name, func() cty.Value { return s.e.workspace(name) })
	default:
		addr, _ := subject(t)
		if addr == "" {
			return false
		}
		s.putObject(g, addr, p.uses[addr])
	}
	return true
}

// putObject puts a resource, data source or module where the expression looks
// for it.
func (s *scope) putObject(g groups, addr string, u *use) {
	root, name, _ := strings.Cut(addr, ".")
	if u == nil {
		u = &use{whole: true}
	}
	g.put(root, name, func() cty.Value {
		if root == "module" {
			return s.module(name, u)
		}
		return s.resource(addr, u)
	})
}

// nestData turns "type.name" keys into an object of objects.
func nestData(flat map[string]cty.Value) cty.Value {
	byType := map[string]map[string]cty.Value{}
	for k, v := range flat {
		typ, name, _ := strings.Cut(k, ".")
		if byType[typ] == nil {
			byType[typ] = map[string]cty.Value{}
		}
		byType[typ][name] = v
	}
	out := map[string]cty.Value{}
	for typ, names := range byType {
		out[typ] = cty.ObjectVal(names)
	}
	return cty.ObjectVal(out)
}

// A named thing is one that a module has once: a variable, a local, an output,
// an attribute of a resource's instance.
type named struct{ of, key, name string }

// once evaluates a named thing a single time. What rests on itself is unknown.
func (s *scope) once(key named, at hcl.Range, make func() cty.Value) cty.Value {
	if v, ok := s.memo[key]; ok {
		return v
	}
	if s.busy[key] {
		s.gap(s.e.o.Lang.Say("%s rests on itself", key.of+key.key+"."+key.name), at)
		return cty.DynamicVal
	}
	s.busy[key] = true
	v := make()
	delete(s.busy, key)
	s.memo[key] = v
	return v
}

func (s *scope) local(name string) cty.Value {
	x := s.f.local(name)
	if x == nil {
		return cty.DynamicVal
	}
	return s.once(named{of: "local", name: name}, x.Range(), func() cty.Value { return s.eval(x, nil) })
}

// variable is an input variable's value: what the caller gives, else the default.
func (s *scope) variable(name string) cty.Value {
	v := s.f.variable(name)
	if v == nil || s.e.blind {
		return cty.DynamicVal
	}
	return s.once(named{of: "var", name: name}, v.at, func() cty.Value { return s.input(name, v) })
}

func (s *scope) input(name string, v *variable) cty.Value {
	val, given := s.given(name, v)
	if given && (v.nullable || !val.IsKnown() || !val.IsNull()) {
		return v.accept(val)
	}
	if v.fallback == nil {
		return v.accept(cty.DynamicVal)
	}
	return v.accept(s.eval(v.fallback, nil))
}

func (s *scope) given(name string, v *variable) (cty.Value, bool) {
	if s.parent == nil {
		return s.e.rootInput(s, name, v)
	}
	a := s.call.attr(name)
	if a == nil {
		return cty.NilVal, false
	}
	return s.parent.eval(a.Expr, s.in), true
}

func (s *scope) pathOf(name string) cty.Value {
	switch name {
	case "module":
		return cty.StringVal(relative(s.e.root, s.f.dir))
	case "root":
		return cty.StringVal(".")
	}
	return cty.UnknownVal(cty.String)
}

func (e *evaluator) workspace(name string) cty.Value {
	if name == "workspace" && e.o.Workspace != "" {
		return cty.StringVal(e.o.Workspace)
	}
	return cty.UnknownVal(cty.String)
}

// resource is a resource or data source as an expression sees it: of its
// attributes, those that its own block writes as plain text.
func (s *scope) resource(addr string, u *use) cty.Value {
	b := s.f.resources[addr]
	if b == nil {
		return cty.DynamicVal
	}
	key := named{of: addr, key: " "} // no instance's key
	if !u.whole {
		key.name = strings.Join(u.attrs, " ")
	}
	if v, ok := s.memo[key]; ok {
		return v
	}
	v := s.gather(s.repetitions(addr, b), func(in *frame) cty.Value {
		if u.whole {
			return cty.DynamicVal
		}
		obj := map[string]cty.Value{}
		for _, attr := range u.attrs {
			obj[attr] = s.attribute(addr, b, attr, in)
		}
		return cty.ObjectVal(obj)
	})
	s.memo[key] = v
	return v
}

// gather makes one value of the instances of a block.
func (s *scope) gather(r *repetitions, each func(*frame) cty.Value) cty.Value {
	if !r.known {
		return cty.DynamicVal
	}
	switch r.kind {
	case byCount:
		vals := make([]cty.Value, 0, len(r.frames))
		for _, in := range r.frames {
			vals = append(vals, each(in))
		}
		return cty.TupleVal(vals)
	case byKey:
		vals := map[string]cty.Value{}
		for i, in := range r.frames {
			vals[r.keys[i]] = each(in)
		}
		return cty.ObjectVal(vals)
	}
	if len(r.frames) == 0 {
		return cty.DynamicVal
	}
	return each(r.frames[0])
}

// ownArguments are those that Terraform keeps for itself.
var ownArguments = []string{"count", "for_each", "provider", "depends_on", "lifecycle", "source", "version", "providers"}

// attribute is what a block writes for one of its attributes, as far as that
// is sure to come back: text that no schema turns into another type.
func (s *scope) attribute(addr string, b *block, name string, in *frame) cty.Value {
	a := b.attr(name)
	if a == nil || slices.Contains(ownArguments, name) {
		return cty.DynamicVal
	}
	v := s.once(named{addr, in.key, name}, a.SrcRange, func() cty.Value { return s.eval(a.Expr, in) })
	bare, marks := v.Unmark()
	if bare.Type() != cty.String || !bare.IsKnown() || bare.IsNull() || numeric(bare.AsString()) {
		return cty.DynamicVal.WithMarks(marks)
	}
	return v
}

// numeric reports whether a schema might read a text as a number or a truth.
func numeric(s string) bool {
	if s == "true" || s == "false" || s == "" {
		return true
	}
	_, err := cty.ParseNumberVal(s)
	return err == nil
}
