package hcleval

import (
	_ "embed"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

//go:embed backends.tsv
var backendTable string

// A backendKind is what is kept of a kind of backend.
type backendKind struct{ required, settling, naming []string }

func (k backendKind) keeps(name string) bool {
	return slices.ContainsFunc(k.naming, func(s string) bool { return s == name || strings.HasPrefix(s, name+".") }) || slices.ContainsFunc(k.settling, func(s string) bool {
		return slices.Contains(strings.Split(s, "|"), name)
	})
}

// kept takes out of an argument what is not kept of it: a block that signs in holds
// secrets beside what it names.
func (k backendKind) kept(name string, v tf.Value) tf.Value {
	part := func(member string) bool { return slices.Contains(k.naming, name+"."+member) }
	if slices.Contains(k.naming, name) || !slices.ContainsFunc(k.naming, func(s string) bool { return strings.HasPrefix(s, name+".") }) {
		return v
	}
	switch x := v.V.(type) {
	case tf.Attrs:
		out := tf.Attrs{}
		for member, e := range x {
			if part(member) {
				out[member] = e
			}
		}
		v.V = out
	case []tf.Value:
		out := make([]tf.Value, 0, len(x))
		for _, e := range x {
			out = append(out, k.kept(name, e))
		}
		v.V = out
	case nil:
	default:
		return tf.Value{State: tf.Unknown, At: v.At}
	}
	return v
}

// KeptOf is what is kept of a backend's arguments: what names a place, its lock or
// its key, without user names and passwords. Nil where nothing is.
func KeptOf(typ string, args tf.Attrs) tf.Attrs {
	kind, _ := kindOf(typ)
	var out tf.Attrs
	for name, v := range args {
		if kind.keeps(name) {
			set(&out, name, kind.kept(name, v))
		}
	}
	return withoutSecrets(out)
}

// Keeps reports whether anything of an argument of a backend is kept.
func Keeps(typ, name string) bool {
	kind, _ := kindOf(typ)
	return kind.keeps(name)
}

// kindOf looks a backend up; false for one that nobody knows.
func kindOf(name string) (backendKind, bool) {
	for line := range strings.Lines(backendTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) == 4 && f[0] == name {
			return backendKind{split(f[1]), split(f[2]), split(f[3])}, true
		}
	}
	return backendKind{}, false
}

func split(s string) []string {
	if s == "-" {
		return nil
	}
	return strings.Split(s, ",")
}

// backend is where the root's state is kept. Without a block it is a local
// file, as Terraform documents.
func (s *scope) backend() *tf.Backend {
	b := s.f.backend
	if b == nil {
		return &tf.Backend{Type: "local"}
	}
	out := &tf.Backend{Type: b.typ, At: s.e.where(s.f, b.DefRange())}
	switch {
	case b.typ == "state_store":
		out.Written = s.store(b)
		return out
	case len(b.labels) == 1:
		out.Type = b.labels[0]
	}
	kind, ok := kindOf(out.Type)
	if !ok {
		s.gap(s.e.o.Lang.Say("what the backend %q says of its place is not known", out.Type), b.DefRange())
		return out
	}
	out.Written = KeptOf(out.Type, s.attrs(b, kind.keeps, nil))
	if lacks(b, kind) {
		s.complete(out, kind)
	}
	return out
}

// store is Terraform's state_store block: a provider keeps the state.
func (s *scope) store(b *block) tf.Attrs {
	out := s.attrs(b, func(n string) bool { return placeLike(n) || n == "bucket" }, nil)
	if out == nil {
		out = tf.Attrs{}
	}
	for i, name := range []string{"type", "provider_name"} {
		if i < len(b.labels) {
			out[name] = tf.Value{State: tf.Known, V: b.labels[i], At: s.e.where(s.f, b.DefRange())}
		}
	}
	for _, n := range b.blocks(everything) {
		if n.Type == "provider" && len(n.Labels) == 1 {
			out["provider_source"] = tf.Value{State: tf.Known, V: s.source(n.Labels[0]), At: s.e.where(s.f, n.DefRange())}
			if a := s.members(excerptOf(n.Body).only(placeLike), nil); a != nil {
				out["provider"] = tf.Value{State: tf.Known, V: []tf.Value{{State: tf.Known, V: withoutSecrets(a)}}}
			}
		}
	}
	return withoutSecrets(out)
}

func lacks(b *block, k backendKind) bool {
	return slices.ContainsFunc(k.required, func(name string) bool { return b.attr(name) == nil })
}

// complete fills a backend that its block describes only in part: from what
// terraform init has noted, if it was run here, else with what is not known.
func (s *scope) complete(b *tf.Backend, kind backendKind) {
	noted := s.e.initialised(b.Type)
	add := func(name string, v tf.Value) {
		if _, ok := b.Written[name]; !ok {
			v.At = b.At
			set(&b.Written, name, v)
		}
	}
	for name, v := range noted {
		add(name, v)
	}
	if noted != nil {
		return
	}
	for _, names := range kind.settling {
		either := strings.Split(names, "|")
		if !slices.ContainsFunc(either, func(n string) bool { _, ok := b.Written[n]; return ok }) {
			for _, n := range either {
				add(n, tf.Value{State: tf.Unknown})
			}
		}
	}
}

// initialised reads what terraform init noted of the backend: only the
// arguments that name a place. Nil when it was not run here.
func (e *evaluator) initialised(typ string) tf.Attrs {
	raw, err := readFile(e.fsys, path.Join(e.root, ".terraform/terraform.tfstate"), maxRead)
	if err != nil {
		return nil
	}
	var noted struct {
		Backend struct {
			Type   string
			Config map[string]json.RawMessage
		}
	}
	if json.Unmarshal(raw, &noted) != nil || noted.Backend.Type != typ {
		return nil
	}
	kind, _ := kindOf(typ)
	out := tf.Attrs{}
	for name, raw := range noted.Backend.Config {
		var v any
		if !kind.keeps(name) || json.Unmarshal(raw, &v) != nil {
			continue
		}
		if val := fromJSON(v); val.State == tf.Known {
			out[name] = kind.kept(name, val)
		}
	}
	return withoutSecrets(out)
}

func fromJSON(v any) tf.Value {
	switch x := v.(type) {
	case string:
		if x != "" {
			return tf.Value{State: tf.Known, V: x}
		}
	case bool:
		return tf.Value{State: tf.Known, V: x}
	case []any:
		var out []tf.Value
		for _, e := range x {
			if val := fromJSON(e); val.State == tf.Known {
				out = append(out, val)
			}
		}
		if len(out) > 0 {
			return tf.Value{State: tf.Known, V: out}
		}
	case map[string]any:
		out := tf.Attrs{}
		for k, e := range x {
			if val := fromJSON(e); val.State == tf.Known {
				out[k] = val
			}
		}
		if len(out) > 0 {
			return tf.Value{State: tf.Known, V: out}
		}
	}
	return tf.Value{}
}

// withoutSecrets takes user names, passwords and queries out of addresses.
func withoutSecrets(a tf.Attrs) tf.Attrs {
	for name, v := range a {
		a[name] = plainAddress(v)
	}
	return a
}

func plainAddress(v tf.Value) tf.Value {
	switch x := v.V.(type) {
	case string:
		if text, ok := Address(x); ok {
			v.V = text
		} else {
			v.State, v.V = tf.Unknown, nil
		}
	case tf.Attrs:
		v.V = withoutSecrets(x)
	case []tf.Value:
		for i, e := range x {
			x[i] = plainAddress(e)
		}
	}
	return v
}

// remoteState keeps of a terraform_remote_state data source what tells where
// the state is that it reads.
func (s *scope) remoteState(b *block, in *frame) tf.Attrs {
	out := s.attrs(b, func(n string) bool { return n == "backend" || n == "config" || n == "workspace" }, in)
	kind, known := backendKind{}, false
	if name, ok := out["backend"].Str(); ok {
		kind, known = kindOf(name)
	}
	config, ok := out["config"]
	if !ok {
		return out
	}
	if list, isList := config.V.([]tf.Value); isList && len(list) == 1 {
		config = list[0] // a block, as before Terraform 0.12
	}
	args, isAttrs := config.V.(tf.Attrs)
	switch {
	case isAttrs:
		kept := tf.Attrs{}
		for name, v := range args {
			if known && kind.keeps(name) {
				kept[name] = kind.kept(name, v)
			}
		}
		config.V = withoutSecrets(kept)
	case config.State == tf.Known:
		config.V = nil
	}
	out["config"] = config
	return out
}
