package load

import (
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

// maxLiteral is how long a literal argument of a module call may be to be kept.
const maxLiteral = 256

// configuration is what the configuration section says, without instance keys.
type configuration struct {
	present   bool
	providers map[string]*providerBlock
	blocks    blockLists
	sources   map[string]string      // of module calls, by module path
	modules   map[string]*moduleConf // by module path; "" is the root
	counted   map[string]bool        // the module paths whose call may have no instance
}

type providerBlock struct {
	source, alias, module string
	written               tf.Attrs
}

// A moduleConf is a module call with what stands in the module.
type moduleConf struct {
	tf.Call
	blockList
	placed bool // an instance of it has a resource
}

func newConfiguration() configuration {
	return configuration{
		providers: map[string]*providerBlock{},
		modules:   map[string]*moduleConf{},
		blocks:    newBlockLists(),
	}
}

func (c *configuration) module(path string) *moduleConf {
	m, ok := c.modules[path]
	if !ok {
		m = &moduleConf{}
		c.modules[path] = m
	}
	return m
}

func (d *document) configuration(key string) error {
	d.conf.present = true
	switch key {
	case "provider_config":
		return d.object(d.providerBlock)
	case "root_module":
		return d.object(d.moduleBlock(""))
	}
	return d.pass("configuration", key, configurationMembers)
}

func (d *document) providerBlock(key string) error {
	return d.value(func(raw []byte) error {
		p := &providerBlock{}
		var name string
		var exprs []byte
		members(raw, func(k, v []byte) {
			switch string(k) {
			case "name":
				name = text(v)
			case "full_name":
				p.source = text(v)
			case "alias":
				p.alias = text(v)
			case "module_address":
				p.module = text(v)
			case "expressions":
				exprs = v
			default:
				if !providerMembers[string(k)] {
					d.strange.note("provider_config", string(k))
				}
			}
		})
		if p.source == "" {
			p.source = name
		}
		names, all := d.wanted(p.source, "")
		p.written = expressions(exprs, names, all)
		d.conf.providers[key] = p
		return nil
	})
}

// moduleBlock gives the reader of a module's members.
func (d *document) moduleBlock(path string) func(string) error {
	m := d.conf.module(path)
	return func(key string) error {
		switch key {
		case "resources":
			err := d.array(func() error {
				return d.value(func(v []byte) error { return d.resourceBlock(path, v) })
			})
			m.blockList = d.conf.blocks.list()
			return err
		case "module_calls":
			return d.object(func(name string) error { return d.moduleCall(within(path, "module."+name)) })
		case "outputs":
			return d.object(func(name string) error { return d.output(&m.Call, name) })
		case "variables":
			return d.object(func(name string) error { return d.input(&m.Call, name) })
		}
		return d.pass("module of the configuration", key, configModuleMembers)
	}
}

func (d *document) moduleCall(path string) error {
	if err := nested(path); err != nil {
		return err
	}
	m := d.conf.module(path)
	return d.object(func(key string) error {
		switch key {
		case "expressions":
			return d.object(func(name string) error {
				return d.value(func(v []byte) error {
					set(&m.Args, name, argument(v))
					return nil
				})
			})
		case "module":
			return d.object(d.moduleBlock(path))
		case "source":
			return d.value(func(v []byte) error {
				if source := d.word(v); !hcleval.IsLocal(source) {
					set(&d.conf.sources, path, source)
				}
				return nil
			})
		case "count_expression", "for_each_expression", "enabled_expression":
			set(&d.conf.counted, path, true)
		}
		return d.pass("module_calls", key, callMembers)
	})
}

func (d *document) output(m *tf.Call, name string) error {
	return d.value(func(v []byte) error {
		if e := field(v, "expression"); e != nil {
			set(&m.Outputs, name, argument(e))
		}
		return nil
	})
}

func (d *document) input(m *tf.Call, name string) error {
	return d.value(func(v []byte) error {
		if isTrue(field(v, "sensitive")) || isTrue(field(v, "ephemeral")) {
			set(&m.Secret, name, true)
			return nil
		}
		if def := field(v, "default"); len(def) <= maxLiteral {
			set(&m.Defaults, name, value(def, nil, nil).V)
		}
		return nil
	})
}

// argument decodes an expression, without the long literals.
func argument(raw []byte) tf.Value {
	if c := field(raw, "constant_value"); len(c) > maxLiteral {
		return tf.Value{State: tf.Known}
	}
	return expression(raw)
}

func (d *document) resourceBlock(path string, raw []byte) error {
	b := resourceBlock{}
	var exprs, each, provisioners []byte
	var mode, typ string
	var name []byte
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "mode":
			mode = d.word(v)
		case "type":
			typ = d.word(v)
		case "name":
			name = v
		case "provider_config_key":
			b.key = d.word(v)
		case "expressions":
			exprs = v
		case "provisioners":
			provisioners = v
		case "count_expression", "for_each_expression", "enabled_expression":
			b.counted = true
			if string(k) == "for_each_expression" {
				each = v
			}
		default:
			if !blockMembers[string(k)] {
				d.strange.note("resource of the configuration", string(k))
			}
		}
	})
	if mode != "managed" && mode != "data" {
		d.acts.Add(hcleval.Ephemeral, "ephemeral."+typ+"."+text(name), 1, nil)
		return nil // they share names with managed ones and keep nothing
	}
	local := d.key[:0]
	if mode == "data" {
		local = append(local, "data."...)
	}
	local = append(append(local, typ...), '.')
	if len(name) > 1 && name[0] == '"' {
		local = append(local, unquote(name)...)
	}
	d.key = local
	b.local = d.wordOf(local)
	d.does(tf.Addr{Module: path, Local: b.local}, mode, typ, exprs, provisioners)
	names, all := d.wanted(d.sourceOf(typ, b.key), typ)
	b.written = d.writtenIn(exprs, each, names, all)
	d.conf.blocks.add(b)
	return nil
}

// writtenIn decodes the wanted expressions of a resource block that is repeated
// over each. Blocks that say the same share them.
func (d *document) writtenIn(raw, each []byte, names []string, all bool) tf.Attrs {
	if len(names) == 0 && !all {
		return nil
	}
	key := append(d.key[:0], "written\x00"...)
	members(raw, func(k, v []byte) {
		if all || has(names, k) {
			key = append(append(append(append(key, k...), 0), v...), 0)
		}
	})
	key = append(key, each...)
	d.key = key
	if a, ok := d.copyOf(key); ok {
		return a
	}
	out := expressions(raw, names, all)
	if over := argument(each).Refs; len(over) > 0 {
		out = eachOf(out, over)
	}
	d.share(key, out)
	return out
}

// sourceOf tells which provider a resource block uses: as the resources of its
// type say when they agree, else as the provider block does.
func (d *document) sourceOf(typ, key string) string {
	if s := d.sources[typ]; s != "" {
		return s
	}
	if p, ok := d.conf.providers[key]; ok {
		return p.source
	}
	return ""
}

func (d *document) noteSource(r *tf.Resource) {
	if s, ok := d.sources[r.Type]; ok && s != r.Provider.Source {
		d.sources[r.Type] = ""
		return
	}
	d.sources[r.Type] = r.Provider.Source
}

// set puts a value into a map that may not be there yet.
func set[M ~map[string]V, V any](m *M, key string, v V) {
	if *m == nil {
		*m = M{}
	}
	(*m)[key] = v
}

func within(module, rest string) string {
	return tf.Addr{Module: module, Local: rest}.String()
}
