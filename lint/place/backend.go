package place

import (
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

// beside asks about a second host that is not the one that decided.
func (t *task) beside() {
	for _, trait := range t.c.Traits(t.out.Provider.Source, "beside") {
		for _, v := range t.block(trait.Arg) {
			text, known, _ := t.providerText(v)
			if host := hostOf(text); known && host != "" && t.named != "" && host != t.named {
				t.ask(t.say("%s is at another host, %q", trait.Arg, host), t.word("let both addresses be of one host"))
			}
		}
	}
}
