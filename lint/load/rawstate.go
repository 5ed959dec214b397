package load

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// A rawState is a state as Terraform stores it, versions 3 and 4.
type rawState struct {
	version   string
	resources []*tf.Resource
	listed    bool // it has its resources or modules
	backend   *tf.Backend
}

// known refuses the versions that are not read.
func (s *rawState) known() error {
	if s.version != "3" && s.version != "4" {
		return fail(ErrVersion, "state version %.20s, want 3 or 4", s.version)
	}
	if !s.listed && s.backend == nil {
		return fail(ErrPartial, "the state has no list of resources")
	}
	return nil
}

func (s *rawState) config(c *tf.Config) *tf.Config {
	c.Format, c.Resources, c.Backend = formatRaw, s.resources, s.backend
	gap := gapRaw
	if s.backend != nil && len(s.resources) == 0 {
		gap = gapRemembered
	}
	c.Gaps = append(c.Gaps, tf.Gap{What: gap})
	tf.Sort(c.Resources)
	return c
}

// rawTop reads a top-level member of what may be a raw state.
func (d *document) rawTop(key string) error {
	switch key {
	case "version":
		return d.value(func(v []byte) error { d.raw.version = string(v); return nil })
	case "resources":
		d.raw.listed = true
		return d.array(d.rawResource)
	case "modules":
		d.raw.listed = true
		return d.array(func() error { return d.value(d.oldModule) })
	case "backend":
		return d.value(d.rawBackend)
	}
	return d.dec.SkipValue()
}

// A rawBlock is what the instances of one resource have in common.
type rawBlock struct {
	module, mode, typ, name, provider string
	waiting                           [][]byte // instances that came before the rest
}

// rawResource reads one resource of version 4, an instance at a time.
func (d *document) rawResource() error {
	var b rawBlock
	listed := false
	err := d.object(func(key string) error {
		if key == "instances" {
			listed = true
			return d.array(func() error {
				return d.value(func(v []byte) error {
					if b.typ == "" || b.provider == "" {
						b.waiting = append(b.waiting, bytes.Clone(v))
						return nil
					}
					return d.rawInstance(&b, v)
				})
			})
		}
		return d.value(func(v []byte) error { b.take(key, v); return nil })
	})
	if err == nil && !listed {
		err = fail(ErrPartial, "%.80s.%.80s of the state has no list of instances", b.typ, b.name)
	}
	for _, v := range b.waiting {
		if err == nil {
			err = d.rawInstance(&b, v)
		}
	}
	return err
}

func (b *rawBlock) take(key string, v []byte) {
	switch key {
	case "module":
		b.module = text(v)
	case "mode":
		b.mode = text(v)
	case "type":
		b.typ = text(v)
	case "name":
		b.name = text(v)
	case "provider":
		b.provider = text(v)
	}
}

func (d *document) rawInstance(b *rawBlock, raw []byte) error {
	if b.typ == "" || b.name == "" {
		return fail(ErrNotPlan, "a resource without a type or a name")
	}
	r := d.resource()
	r.Action, r.Type, r.Provider = tf.Exists, d.wordOf([]byte(b.typ)), d.instance(b.provider)
	local := b.typ + "." + b.name
	if b.mode == "data" {
		r.Mode, local = tf.Data, "data."+local
	}
	var attrs, flat, hidden []byte
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "index_key":
			local += keyed(v)
		case "deposed":
			r.Past = &tf.Past{Deposed: text(v)}
		case "attributes":
			attrs = v
		case "attributes_flat":
			flat = v
		case "sensitive_attributes":
			hidden = v
		}
	})
	r.Addr = tf.Addr{Module: d.wordOf([]byte(b.module)), Local: d.wordOf([]byte(local))}
	if err := nested(r.Module); err != nil {
		return err
	}
	if d.o.skip != nil && d.o.skip(r) {
		return nil
	}
	if isNull(attrs) && !isNull(flat) {
		r.Body.Planned = d.flat(r, flat)
	} else {
		r.Body.Planned = typed(d.attrs(r, attrs, nil, secrets(hidden).over(attrs)))
	}
	d.kinds.share(r)
	d.raw.resources = append(d.raw.resources, r)
	return d.count()
}

// typed forgets the values that a raw state holds together with their type: an
// object of the two looks the same.
func typed(a tf.Attrs) tf.Attrs {
	for k, v := range a {
		if o, ok := v.V.(tf.Attrs); ok && isTyped(o) {
			a[k] = tf.Value{State: tf.Unknown}
		}
	}
	return a
}

func isTyped(o tf.Attrs) bool {
	typ, has := o["type"]
	if _, value := o["value"]; !has || !value || len(o) != 2 {
		return false
	}
	if list, ok := typ.V.([]tf.Value); ok && len(list) > 0 {
		typ = list[0]
	}
	s, _ := typ.Str()
	switch s {
	case "string", "number", "bool", "dynamic", "object", "tuple", "list", "map", "set":
		return true
	}
	return false
}

// keyed writes an instance key as addresses have it.
func keyed(raw []byte) string {
	switch {
	case isNull(raw):
		return ""
	case raw[0] == '"':
		return "[" + quoteKey(text(raw)) + "]"
	}
	return "[" + string(raw) + "]"
}

// quoteKey quotes a key as Terraform does in addresses.
func quoteKey(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case (r == '$' || r == '%') && strings.HasPrefix(s[i+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r)
		case !strconv.IsPrint(r) && r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		case !strconv.IsPrint(r):
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// instance is the provider instance that an address names:
// `module.a.provider["registry.terraform.io/hashicorp/aws"].paris`, before
// Terraform 0.13 `provider.aws.paris`. What its block says is not known.
func (p *pool) instance(address string) *tf.Provider {
	if known, ok := p.bare["instance\x00"+address]; ok {
		return known
	}
	out := &tf.Provider{}
	steps := tf.Split(address)
	if len(steps) > 2*maxModules {
		steps = []string{""} // of no module that is read
	}
	i := 0
	for ; i+1 < len(steps) && steps[i] == "module"; i += 2 {
		out.Module = within(out.Module, "module."+steps[i+1])
	}
	rest := steps[i:]
	switch {
	case len(rest) == 0: // a module and nothing in it
	case strings.HasPrefix(rest[0], `provider["`):
		out.Source = strings.TrimSuffix(strings.TrimPrefix(rest[0], `provider["`), `"]`)
		rest = rest[1:]
	case rest[0] == "provider" && len(rest) > 1:
		out.Source = rest[1]
		rest = rest[2:]
	}
	if len(rest) > 0 {
		out.Alias, _, _ = strings.Cut(rest[0], "[")
	}
	out.Key = out.Source[strings.LastIndexByte(out.Source, '/')+1:]
	if out.Alias != "" {
		out.Key += "." + out.Alias
	}
	if out.Module != "" {
		out.Key = tf.Unkeyed(out.Module) + ":" + out.Key
	}
	p.bare["instance\x00"+address] = out
	return out
}

// oldModule reads one module of version 3.
func (d *document) oldModule(raw []byte) error {
	var path, resources []byte
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "path":
			path = v
		case "resources":
			resources = v
		}
	})
	if len(resources) == 0 || resources[0] != '{' && !isNull(resources) {
		return fail(ErrPartial, "a module of the state has no resources")
	}
	module := ""
	for i, name := range stringsIn(path) {
		if i > 0 || name != "root" {
			module = within(module, "module."+name)
		}
		if err := nested(module); err != nil {
			return err
		}
	}
	var err error
	members(resources, func(k, v []byte) {
		if err == nil {
			err = d.oldResource(module, string(k), v)
		}
	})
	return err
}

// oldResource reads one resource of version 3. Its key is its address, the
// index behind a dot: aws_instance.a.0.
func (d *document) oldResource(module, key string, raw []byte) error {
	var typ, provider string
	var primary []byte
	var deposed [][]byte
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "type":
			typ = text(v)
		case "provider":
			provider = text(v)
		case "primary":
			primary = v
		case "deposed":
			deposed = elementsOf(v)
		}
	})
	local, mode := oldAddress(key)
	if typ == "" {
		typ, _, _ = strings.Cut(strings.TrimPrefix(local, "data."), ".")
	}
	if provider == "" {
		provider = "provider." + implied(typ)
	}
	add := func(v []byte, past *tf.Past) error {
		r := d.resource()
		r.Past = past
		r.Action, r.Mode, r.Type, r.Provider = tf.Exists, mode, d.wordOf([]byte(typ)), d.instance(provider)
		r.Addr = tf.Addr{Module: d.wordOf([]byte(module)), Local: d.wordOf([]byte(local))}
		r.Body.Planned = d.flat(r, field(v, "attributes"))
		d.kinds.share(r)
		d.raw.resources = append(d.raw.resources, r)
		return d.count()
	}
	if !isNull(primary) {
		if err := add(primary, nil); err != nil {
			return err
		}
	}
	for i, v := range deposed {
		if err := add(v, &tf.Past{Deposed: strconv.Itoa(i)}); err != nil {
			return err
		}
	}
	return nil
}

func oldAddress(key string) (local string, mode tf.Mode) {
	if strings.HasPrefix(key, "data.") {
		mode = tf.Data
	}
	if i := strings.LastIndexByte(key, '.'); i > 0 {
		if _, err := strconv.Atoi(key[i+1:]); err == nil {
			return key[:i] + "[" + key[i+1:] + "]", mode
		}
	}
	return key, mode
}
