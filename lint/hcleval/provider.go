package hcleval

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sovlint/sovlint/lint/tf"
)

const (
	terraformRegistry = "registry.terraform.io"
	tofuRegistry      = "registry.opentofu.org"
	builtin           = "terraform.io/builtin/terraform"
)

// A configRef names a provider configuration as a module sees it.
type configRef struct {
	local, alias string
	key          hclsyntax.Expression // OpenTofu's aws.by_region[each.key]; nil for none
}

func (r configRef) name() string {
	if r.alias == "" {
		return r.local
	}
	return r.local + "." + r.alias
}

// providerRef reads `aws.paris`, quoted where JSON or old code quotes it.
func providerRef(x hclsyntax.Expression) (configRef, bool) {
	x = unwrap(x)
	if text, ok := literal(x); ok {
		parsed, diags := hclsyntax.ParseExpression([]byte(text), "", firstPos)
		if diags.HasErrors() || len(text) > maxLiteral {
			return configRef{}, false
		}
		x = parsed
	}
	var key hclsyntax.Expression
	if idx, ok := x.(*hclsyntax.IndexExpr); ok {
		key, x = idx.Key, idx.Collection
	}
	t, ok := x.(*hclsyntax.ScopeTraversalExpr)
	if !ok || len(t.Traversal) > 3 {
		return configRef{}, false
	}
	ref := configRef{local: t.Traversal.RootName(), key: key}
	ref.alias, _ = attrAt(t.Traversal, 1)
	if len(t.Traversal) == 3 {
		idx, ok := t.Traversal[2].(hcl.TraverseIndex)
		if !ok {
			return configRef{}, false
		}
		ref.key = &hclsyntax.LiteralValueExpr{Val: idx.Key}
	}
	return ref, true
}

// source is the address of the provider that a local name stands for.
func (s *scope) source(local string) string {
	return s.e.fullSource(s.f.required[local], local)
}

func (e *evaluator) fullSource(written, local string) string {
	if written == "" {
		if local == "terraform" {
			return builtin
		}
		written = "hashicorp/" + local
	}
	switch strings.Count(written, "/") {
	case 0:
		return e.registry + "/hashicorp/" + written
	case 1:
		return e.registry + "/" + written
	}
	return written
}

// defaultRegistry is OpenTofu's where the folder is plainly meant for it.
func (e *evaluator) defaultRegistry(f *folder) string {
	lock, _ := readFile(e.fsys, path.Join(e.root, lockFile), maxRead)
	of := func(host string) bool { return bytes.Contains(lock, []byte(`provider "`+host+"/")) }
	if of(tofuRegistry) && !of(terraformRegistry) || f.tofu && !of(terraformRegistry) {
		return tofuRegistry
	}
	return terraformRegistry
}

// providerFor finds the provider instance of a resource block's instance.
func (s *scope) providerFor(b *block, typ string, in *frame) *tf.Provider {
	local, _, _ := strings.Cut(typ, "_")
	ref := configRef{local: local}
	if a := b.attr("provider"); a != nil {
		written, ok := providerRef(a.Expr)
		if !ok {
			return &tf.Provider{Source: s.source(local), Key: local, Module: s.addr}
		}
		ref = written
	}
	return s.provider(ref, in, s.source(ref.local))
}

// provider resolves a reference: what the caller passes, then the module's own
// block, then for the default configuration what the caller itself would use.
func (s *scope) provider(ref configRef, in *frame, source string) *tf.Provider {
	key, unknown := s.configKey(ref, in)
	memo := ref.name() + key + "\x00" + source
	if p, ok := s.configs[memo]; ok && !unknown {
		return p
	}
	p := s.resolve(ref, in, key, source)
	s.configs[memo] = p
	return p
}

func (s *scope) resolve(ref configRef, in *frame, key, source string) *tf.Provider {
	if x := s.passed(ref); x != nil {
		passed, ok := providerRef(x)
		if !ok {
			return &tf.Provider{Source: source, Alias: ref.alias, Key: ref.name(), Module: s.addr}
		}
		return s.parent.provider(passed, s.in, s.parent.source(passed.local))
	}
	if b := s.f.providers[ref.name()]; b != nil {
		return s.configured(b, ref, key, source)
	}
	switch {
	case ref.alias != "":
		return &tf.Provider{Source: source, Alias: ref.alias, Key: ref.name(), Module: s.addr}
	case s.parent != nil:
		return s.parent.provider(configRef{local: s.parent.localFor(source)}, nil, source)
	}
	return &tf.Provider{Source: source, Key: ref.local, Joined: true}
}

// configKey is the instance key of a reference, as an address has it.
func (s *scope) configKey(ref configRef, in *frame) (key string, unknown bool) {
	if ref.key == nil {
		return "", false
	}
	v, marks := s.eval(ref.key, in).Unmark()
	if isSecret(marks) || v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
		return "", true
	}
	if !s.e.showable(v.AsString(), origin(marks)) {
		return "", true
	}
	return keyText(v.AsString()), false
}

// passed is the caller's name for a configuration that it passes; nil for one
// that it does not.
func (s *scope) passed(ref configRef) hclsyntax.Expression {
	if s.parent == nil {
		return nil
	}
	a := s.call.attr("providers")
	if a == nil {
		return nil
	}
	obj, _ := unwrap(a.Expr).(*hclsyntax.ObjectConsExpr)
	if obj == nil {
		return nil
	}
	for _, item := range obj.Items {
		if inner, ok := passedName(item.KeyExpr); ok && inner.name() == ref.name() {
			return item.ValueExpr
		}
	}
	return nil
}

// passedName reads the left side of a providers entry: `aws`, `aws.paris`.
func passedName(x hclsyntax.Expression) (configRef, bool) {
	if k, ok := x.(*hclsyntax.ObjectConsKeyExpr); ok {
		x = k.Wrapped
	}
	return providerRef(x)
}

// localFor is the name a module gives to a provider.
func (s *scope) localFor(source string) string {
	for _, local := range slices.Sorted(maps.Keys(s.f.required)) {
		if strings.EqualFold(s.source(local), source) {
			return local
		}
	}
	return source[strings.LastIndexByte(source, '/')+1:]
}

// configured reads a provider block.
func (s *scope) configured(b *block, ref configRef, key, source string) *tf.Provider {
	name := ref.name() + key
	if s.addr != "" {
		name = tf.Unkeyed(s.addr) + ":" + name
	}
	p := &tf.Provider{Source: source, Alias: ref.alias, Key: name, Module: s.addr, Joined: true}
	p.At = s.blockAt(b)
	in := s.configFrame(b, key)
	names, all := s.e.wanted(source, "")
	p.Written = s.attrs(b, wants(names, all), in)
	return p
}

// configFrame is the instance of a provider block with for_each that a key
// names; without a key, one of which nothing is known.
func (s *scope) configFrame(b *block, key string) *frame {
	if b.attr("for_each") == nil {
		return nil
	}
	r := s.repetitions("provider."+providerName(b), b)
	for _, in := range r.frames {
		if r.known && in.key == key {
			return in
		}
	}
	return unknownRepetitions(byKey, nil).frames[0]
}
