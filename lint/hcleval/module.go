package hcleval

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// A child is one module call, expanded.
type child struct {
	reps    *repetitions
	scopes  []*scope // one an instance; none where missing says why
	missing string
	source  string  // as written; "" when not known
	folder  *folder // nil where missing says why
}

func (s *scope) child(name string) *child {
	if c, ok := s.children[name]; ok {
		if c == nil {
			return &child{reps: unknownRepetitions(asOne, nil), missing: "it rests on itself"}
		}
		return c
	}
	s.children[name] = nil
	b := s.f.calls[name]
	c := &child{reps: s.repetitions("module."+name, b)}
	f, err := s.locate(name, b, c)
	c.folder = f
	switch {
	case err != nil:
		c.missing = err.Error()
	case !s.e.take(len(c.reps.frames)):
		c.missing = s.e.o.Lang.Say("more than %d instances", maxTotal)
		s.e.unread(s.e.o.Lang.Say("module.%s was not looked into: more than %d instances", cut(name), maxTotal), s.blockAt(b))
	default:
		for _, in := range c.reps.frames {
			n := s.e.newScope(f)
			n.parent, n.call, n.in = s, b, in
			n.path = strings.TrimPrefix(s.path+"."+name, ".")
			n.addr = tf.Addr{Module: s.addr, Local: "module." + name + in.key}.String()
			c.scopes = append(c.scopes, n)
		}
	}
	s.children[name] = c
	if c.source != "" && !IsLocal(c.source) {
		s.e.called(tf.Unkeyed(tf.Addr{Module: s.addr, Local: "module." + name}.String()), c.source)
	}
	return c
}

// called notes the source of a module call.
func (e *evaluator) called(call, source string) {
	if e.cfg.Sources == nil {
		e.cfg.Sources = map[string]string{}
	}
	e.cfg.Sources[call] = source
}

// locate finds and reads the folder of a module call.
func (s *scope) locate(name string, b *block, c *child) (*folder, error) {
	if a := b.attr("source"); a != nil {
		v, marks := s.eval(a.Expr, nil).Unmark()
		if v.Type() == cty.String && v.IsKnown() && !v.IsNull() && !isSecret(marks) && s.e.showable(v.AsString(), origin(marks)) {
			c.source = v.AsString()
		}
	}
	if c.source == "" {
		return nil, errors.New("its source is not plain text")
	}
	dir, err := s.folderOf(name, b, c.source)
	if err != nil {
		return nil, err
	}
	depth := 0
	for up := s; up != nil; up = up.parent {
		if up.f.dir == dir {
			return nil, s.closed(name, b, errors.New("it calls itself"))
		}
		depth++
	}
	if depth > maxModules {
		return nil, s.closed(name, b, speech.Errorf("it stands more than %d modules deep", maxModules))
	}
	f, err := s.e.folder(dir)
	if err != nil {
		err := speech.Errorf("folder %s was not read: %w", dir, reason(err))
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrNoSource) {
			return nil, err
		}
		return nil, s.closed(name, b, err)
	}
	return f, nil
}

// closed notes a module that is here and cannot be read.
func (s *scope) closed(name string, b *block, why error) error {
	s.e.unread(s.e.o.Lang.Say("module.%s was not looked into: %s", cut(name), s.e.o.Lang.Error(why)), s.blockAt(b))
	return why
}

func (s *scope) folderOf(name string, b *block, source string) (string, error) {
	if IsLocal(source) {
		dir, ok := within(s.f.dir, source)
		if !ok {
			return "", errors.New("its folder lies outside of what was given; name a folder that holds both, or pipe the plan")
		}
		return dir, nil
	}
	key := strings.TrimPrefix(s.path+"."+name, ".")
	m, ok := s.e.modules[key]
	if !ok {
		return "", errors.New("it was not downloaded; run terraform init, or pipe the plan")
	}
	return m.holds(source, s.versionOf(b))
}

// versionOf is the constraint on a module's version; "" for none in plain text.
func (s *scope) versionOf(b *block) string {
	a := b.attr("version")
	if a == nil {
		return ""
	}
	text, _ := literal(a.Expr)
	return text
}

// IsLocal reports whether a module source is a path.
func IsLocal(source string) bool {
	return source == "." || source == ".." || strings.HasPrefix(source, "./") || strings.HasPrefix(source, "../") ||
		strings.HasPrefix(source, `.\`) || strings.HasPrefix(source, `..\`)
}

// module is a module call as an expression sees it: its outputs.
func (s *scope) module(name string, u *use) cty.Value {
	if s.f.calls[name] == nil {
		return cty.DynamicVal
	}
	c := s.child(name)
	if c.missing != "" {
		return cty.DynamicVal
	}
	i := 0
	return s.gather(c.reps, func(*frame) cty.Value {
		in := c.scopes[i]
		i++
		outputs := map[string]cty.Value{}
		attrs := u.attrs
		if u.whole {
			attrs = slices.Concat(attrs, slices.Sorted(maps.Keys(in.f.outputs)))
		}
		for _, o := range attrs {
			outputs[o] = in.output(o)
		}
		return cty.ObjectVal(outputs)
	})
}

func (s *scope) output(name string) cty.Value {
	x, hidden := s.f.output(name)
	if x == nil {
		return cty.DynamicVal
	}
	return s.once(named{of: "output", name: name}, x.Range(), func() cty.Value {
		v := s.eval(x, nil)
		if hidden {
			v = v.Mark(sensitive)
		}
		return v
	})
}

// placeWords are what the names of arguments have in them that say where
// something will be.
var placeWords = []string{"region", "location", "zone", "endpoint", "datacenter", "data_center", "residency", "geograph"}

func placeLike(name string) bool {
	return slices.ContainsFunc(placeWords, func(w string) bool { return strings.Contains(strings.ToLower(name), w) })
}

// emitMissing reports a module that cannot be looked into: a gap, and in its
// place what its arguments say of where it will be.
func (s *scope) emitMissing(name string, c *child) {
	b := s.f.calls[name]
	at := s.blockAt(b)
	base := tf.Addr{Module: s.addr, Local: "module." + name}.String()
	l := s.e.o.Lang
	what := l.Say("%s could not be looked into: %s", base, l.Word(c.missing))
	if c.source != "" {
		what = l.Say("%s (source %q) could not be looked into: %s", base, cleanSource(c.source), l.Word(c.missing))
	}
	s.e.gap(what, at)
	for _, in := range c.reps.frames {
		body := s.intern(b, s.attrs(b, func(n string) bool { return !slices.Contains(ownArguments, n) && placeLike(n) }, in))
		s.e.cfg.Resources = append(s.e.cfg.Resources, &tf.Resource{
			Addr: tf.Addr{Module: base + in.key},
			Kind: &tf.Kind{Mode: tf.Module, Action: tf.Exists, Provider: s.providerOfMissing(b, c.source), At: at, Body: tf.Body{Planned: body, Written: body}},
		})
	}
}

// cleanSource takes what may be a password out of a module source.
func cleanSource(source string) string {
	source, _, _ = strings.Cut(source, "?")
	start := 0
	if i := strings.Index(source, "://"); i >= 0 {
		start = i + 3
	} else if i := strings.Index(source, "::"); i >= 0 {
		start = i + 2
	}
	host, rest, path := strings.Cut(source[start:], "/")
	if at := strings.LastIndexByte(host, '@'); at >= 0 {
		host = host[at+1:]
	}
	if path {
		host += "/"
	}
	return source[:start] + host + rest
}

// providerOfMissing is the provider a module that cannot be read will use,
// where only one is possible: the only one passed, the one that a registry
// address names, or the only one the caller has.
func (s *scope) providerOfMissing(b *block, source string) *tf.Provider {
	if a := b.attr("providers"); a != nil {
		if obj, ok := unwrap(a.Expr).(*hclsyntax.ObjectConsExpr); ok && len(obj.Items) == 1 {
			if ref, ok := providerRef(obj.Items[0].ValueExpr); ok {
				return s.provider(ref, nil, s.source(ref.local))
			}
		}
		return &tf.Provider{}
	}
	locals := s.locals()
	for _, l := range locals {
		if from := s.source(l); registryProvider(source) == from[strings.LastIndexByte(from, '/')+1:] {
			return s.provider(configRef{local: l}, nil, from)
		}
	}
	if len(locals) == 1 {
		return s.provider(configRef{local: locals[0]}, nil, s.source(locals[0]))
	}
	return &tf.Provider{}
}

// registryProvider is the provider that a module's registry address ends in,
// namespace/name/provider; "" for another kind of source.
func registryProvider(source string) string {
	source, _, _ = strings.Cut(source, "//")
	parts := strings.Split(source, "/")
	if strings.ContainsAny(source, ":?") || len(parts) != 3 && len(parts) != 4 {
		return ""
	}
	return parts[len(parts)-1]
}

// locals are the local names of the providers a module has, as far as their
// configuration can decide a place.
func (s *scope) locals() []string {
	names := map[string]bool{}
	for _, b := range s.f.resources {
		local, _, _ := strings.Cut(b.labels[0], "_")
		names[local] = true
	}
	for l := range s.f.required {
		names[l] = true
	}
	for l := range s.f.providers {
		l, _, _ = strings.Cut(l, ".")
		names[l] = true
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(names)), func(l string) bool {
		asked, all := s.e.wanted(s.source(l), "")
		return !all && len(asked) == 0
	})
}
