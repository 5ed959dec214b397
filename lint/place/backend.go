package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// stateData is the data source that reads another state.
const stateData = "terraform_remote_state"

// Backend makes a resource of where the configuration keeps its state, to be
// placed and judged like all others: mode Backing, address "backend.s3". Nil
// where the input does not show it.
func Backend(cfg *tf.Config) *tf.Resource {
	if cfg.Backend == nil {
		return nil
	}
	return backing(cfg.Backend, "")
}

func backing(b *tf.Backend, module string) *tf.Resource {
	return &tf.Resource{
		Addr: tf.Addr{Module: module, Local: "backend." + b.Type},
		Kind: &tf.Kind{
			Mode: tf.Backing, Type: b.Type, At: b.At, Body: tf.Body{Written: b.Written},
			Provider: &tf.Provider{Source: catalog.BackendSource(b.Type), Key: b.Type, Module: module, Joined: true, Written: b.Written, At: b.At},
		},
	}
}

// readsState places a data source that reads another state where that state is.
func (t *task) readsState() bool {
	if t.r.Type != stateData {
		return false
	}
	prov, ok := t.providerOf(t.r.Provider.Source)
	trait, reads := t.c.Trait(prov.Source, "reads-state")
	if !ok || !reads {
		return false
	}
	b := &tf.Backend{At: t.r.At, Written: tf.Attrs{}}
	for _, a := range []tf.Attrs{t.r.Body.Written, t.r.Body.Planned} {
		if s, ok := a.One(trait.Arg).Str(); ok {
			b.Type = s
		}
		for k, v := range configOf(a) {
			b.Written[k] = v
		}
	}
	if b.Type == "" {
		return false
	}
	t.alone = false
	of := &task{Placer: t.Placer, cfg: t.cfg, r: backing(b, t.r.Module), alone: true}
	of.run()
	t.out = of.out
	t.out.Provider = prov
	t.because(t.say("it reads the state that backend %s keeps", b.Type), prov.Fact)
	return true
}

// configOf are the backend's arguments, an object or a block.
func configOf(a tf.Attrs) tf.Attrs {
	switch x := a["config"].V.(type) {
	case tf.Attrs:
		return x
	case []tf.Value:
		if len(x) == 1 {
			c, _ := x[0].V.(tf.Attrs)
			return c
		}
	}
	return nil
}

// beside asks about a second host that is of somebody else than the one that
// decided, or somewhere else. A host that only passes data on (beside-known)
// counts where somebody is known by it.
func (t *task) beside() {
	for _, name := range []string{"beside", "beside-known"} {
		for _, trait := range t.c.Traits(t.out.Provider.Source, name) {
			for _, v := range t.block(trait.Arg) {
				text, known, _ := t.providerText(v)
				if known && t.strange(text, name == "beside-known") {
					t.ask(t.say("%s is at another host, %q", clean(trait.Arg), hostOf(text)), t.word("let both addresses be of one cloud, in one region"))
				}
			}
		}
	}
}

// strange reports whether a second host is not known to be where the resource is.
// Where onlyKnown, a host that nobody knows is not.
func (t *task) strange(text string, onlyKnown bool) bool {
	host, known := t.c.Host(text)
	switch {
	case hostOf(text) == "" || hostOf(text) == t.named || t.c.Loopback(text):
		return false
	case !known:
		return !onlyKnown && !t.internalHost(text)
	case t.out.Vendor == nil:
		return true
	}
	elsewhere := func(s Site) bool { return s.Region == nil || s.Region.ID != host.Region }
	return host.Vendor != t.out.Vendor.ID || host.Region != "" && !slices.ContainsFunc(t.out.Sites, func(s Site) bool { return !elsewhere(s) })
}

// internalHost reports whether a host is of the declared cloud that holds the
// resource.
func (t *task) internalHost(text string) bool {
	return slices.ContainsFunc(t.o.Internal, func(in Internal) bool {
		return in.Name == t.out.Internal && slices.ContainsFunc(in.Hosts, func(h string) bool { return hostUnder(text, strings.TrimPrefix(h, "*.")) })
	})
}

// fills reports whether the block writes something for an argument.
func (t *task) fills(arg string) bool {
	return slices.ContainsFunc(t.block(arg), func(v tf.Value) bool {
		text, known, _ := t.providerText(v)
		return known && text != "" || v.State == tf.Unknown
	})
}

// left asks about what an argument of the block asks for beside the endpoint that
// was written: without an address of its own it stays with the block's own vendor.
func (t *task) left() {
	for _, trait := range t.c.Traits(t.out.Provider.Source, "left") {
		arg, others, _ := strings.Cut(trait.Arg, "|")
		if t.named == "" || !t.fills(arg) || slices.ContainsFunc(strings.Split(others, "|"), t.fills) {
			continue
		}
		vendor := t.c.Vendor(t.out.Provider.Vendor)
		if vendor == nil || t.out.Vendor == vendor {
			continue
		}
		t.ask(t.say("%s asks for a service of %s, and no address of it is written: %s", clean(arg), vendor.Name, t.word(trait.Why)),
			t.say("leave %s out, or write %s", clean(arg), clean(strings.Split(others, "|")[0])))
	}
}
