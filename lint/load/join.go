package load

import (
	"reflect"
	"strings"

	"github.com/hashicorp/go-version"

	"github.com/sovlint/sovlint/lint/tf"
)

// config joins what was read.
func (d *document) config() *tf.Config {
	c := &tf.Config{
		Format: formatPlan, TerraformVersion: d.version,
		Errored: d.errored, Incomplete: d.partial || d.later,
	}
	switch {
	case d.isRaw():
		return d.raw.config(c)
	case d.isState():
		c.Format = formatState
	}
	c.Resources = append(d.changes, d.remaining()...)
	d.gaps(c)
	if c.Format == formatPlan && !d.conf.present {
		strip(c)
	}
	j := joiner{d: d, dropsEmpty: dropsEmpty(d.version), made: map[instance]*tf.Provider{}}
	for _, r := range c.Resources {
		j.join(r)
	}
	d.missing(c)
	for _, m := range d.conf.modules {
		m.blockList = blockList{} // their calls stay
	}
	c.Calls, c.Sources = d.calls(c.Resources), d.conf.sources
	tf.Sort(c.Resources)
	return c
}

// strip marks a plan as one without its configuration, and what is unknown in
// it: nothing tells whether anybody wrote it.
func strip(c *tf.Config) {
	c.Bare = true
	for _, r := range c.Resources {
		veil(r.Body.Planned)
	}
}

// veil marks every unknown value as one that may not be there at all.
func veil(a tf.Attrs) {
	for name, v := range a {
		switch x := v.V.(type) {
		case tf.Attrs:
			veil(x)
		case []tf.Value:
			for i := range x {
				veil(tf.Attrs{"": x[i]})
				x[i].Hidden = x[i].State == tf.Unknown
			}
		}
		v.Hidden = v.State == tf.Unknown
		a[name] = v
	}
}

func (d *document) isState() bool {
	return !d.seen["resource_changes"] && !d.seen["planned_values"] && !d.seen["configuration"] && !d.seen["prior_state"]
}

func (d *document) gaps(c *tf.Config) {
	add := func(what string) { c.Gaps = append(c.Gaps, tf.Gap{What: what}) }
	if d.strange.n > 0 {
		add("members that are not known were not read: " + d.strange.String())
	}
	letGo(&d.acts, c.Resources)
	c.Gaps = append(c.Gaps, d.acts.Gaps(d.o.Lang)...)
	if d.isState() {
		add(gapState)
		return
	}
	if d.errored {
		add(gapErrored)
	}
	if d.later || d.partial && !d.errored {
		add(gapIncomplete)
	}
	if !d.conf.present {
		add(gapNoConfig)
	}
	add(gapBackend)
}

// dropsEmpty reports whether a version of Terraform leaves provider blocks
// with nothing in them out of provider_config.
func dropsEmpty(v string) bool { return since(v, 1, 2) }

// since reports whether a version of Terraform is a given one or later.
func since(v string, major, minor int) bool {
	got, err := version.NewVersion(v)
	if err != nil {
		return false
	}
	s := got.Segments()
	return len(s) >= 2 && (s[0] > major || s[0] == major && s[1] >= minor)
}

type joiner struct {
	d          *document
	dropsEmpty bool
	made       map[instance]*tf.Provider
}

// An instance is what tells provider instances apart.
type instance struct {
	source, key string
	inRoot      bool
}

func (j *joiner) join(r *tf.Resource) {
	m := j.d.conf.modules[tf.Unkeyed(r.Module)]
	if m == nil {
		return
	}
	b := m.meet(r.Base())
	if b == nil {
		return
	}
	is := instance{r.Provider.Source, b.key, r.Module == ""}
	if j.made[is] == nil {
		j.made[is] = j.provider(r, is.key)
	}
	j.d.kinds.change(r, func(own *tf.Kind) { own.Provider, own.Body.Written = j.made[is], b.written })
}

func (j *joiner) provider(r *tf.Resource, key string) *tf.Provider {
	p := &tf.Provider{Source: r.Provider.Source, Key: key, Alias: aliasIn(key)}
	e, ok := j.d.conf.providers[key]
	switch {
	case ok:
		p.Joined, p.Alias, p.Written, p.Module = true, e.alias, e.written, e.module
		if p.Source == "" {
			p.Source = e.source
		}
	case key != "" && (j.dropsEmpty || r.Module == ""):
		p.Joined = true
	case key != "" && p.Alias == "":
		p.Written, p.Joined = j.common(p.Source)
	}
	return p
}

// common is for a resource whose provider block cannot be told: where every
// block of that provider in the plan says the same, it does not matter which.
func (j *joiner) common(source string) (tf.Attrs, bool) {
	var all tf.Attrs
	root, seen := false, false
	for key, e := range j.d.conf.providers {
		if !sameProvider(e.source, source) {
			continue
		}
		if seen && (len(all) > 0 || len(e.written) > 0) && !reflect.DeepEqual(all, e.written) {
			return nil, false
		}
		all, seen = e.written, true
		root = root || !strings.ContainsAny(key, ":.")
	}
	return all, root && len(all) > 0
}

func sameProvider(a, b string) bool {
	return a[strings.LastIndexByte(a, '/')+1:] == b[strings.LastIndexByte(b, '/')+1:]
}

// aliasIn gives the alias in a key such as "module.a:aws.paris".
func aliasIn(key string) string {
	_, alias, _ := strings.Cut(key[strings.LastIndexByte(key, ':')+1:], ".")
	return alias
}

// calls gives the module calls by module instance; the root's arguments are
// the plan's variables.
func (d *document) calls(rs []*tf.Resource) map[string]*tf.Call {
	root := d.conf.module("").Call
	root.Args = d.variables
	out := make(map[string]*tf.Call, len(d.conf.modules))
	out[""] = &root
	for _, r := range rs {
		for m := r.Module; m != ""; m = tf.Up(m) {
			if _, ok := out[m]; ok {
				break
			}
			if b, ok := d.conf.modules[tf.Unkeyed(m)]; ok {
				out[m], b.placed = &b.Call, true
			}
		}
	}
	for path, b := range d.conf.modules {
		if path != "" && !b.placed {
			out[path] = &b.Call
		}
	}
	return out
}
