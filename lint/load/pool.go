package load

import (
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// maxShared bounds how many different sets of attributes are remembered.
const maxShared = 2048

// A pool keeps one copy of what many resources share.
type pool struct {
	o      Options
	words  map[string]string
	shared map[string]tf.Attrs
	bare   map[string]*tf.Provider // by source, or by the words an input has for an instance
	n      int                     // resources so far
}

func newPool(o Options) pool {
	return pool{o: o, words: map[string]string{}, shared: map[string]tf.Attrs{}, bare: map[string]*tf.Provider{}}
}

// wordOf gives one string for all its copies.
func (p *pool) wordOf(b []byte) string {
	if s, ok := p.words[string(b)]; ok {
		return s
	}
	s := string(b)
	if len(p.words) < 1<<14 {
		p.words[s] = s
	}
	return s
}

// addr is an address with its halves shared.
func (p *pool) addr(text []byte) tf.Addr {
	at := tf.ParseAddr(string(text))
	return tf.Addr{Module: p.wordOf([]byte(at.Module)), Local: p.wordOf([]byte(at.Local))}
}

// unjoined is the provider of a resource whose provider block is not known.
func (p *pool) unjoined(source string) *tf.Provider {
	known, ok := p.bare[source]
	if !ok {
		known = &tf.Provider{Source: source}
		p.bare[source] = known
	}
	return known
}

func (p *pool) share(key []byte, a tf.Attrs) {
	if len(key) > 1<<10 {
		return
	}
	if len(p.shared) >= maxShared {
		clear(p.shared)
	}
	p.shared[string(key)] = a
}

func (p *pool) wanted(source, typ string) (names []string, all bool) {
	if p.o.Wanted == nil {
		return nil, true
	}
	return p.o.Wanted(source, typ), false
}

// hidden says of every wanted attribute of a type that it is there or not, and
// that nobody can tell from this input.
func (p *pool) hidden(source, typ string) tf.Attrs {
	key := []byte("hidden\x00" + source + "\x00" + typ)
	if a, ok := p.shared[string(key)]; ok {
		return a
	}
	names, _ := p.wanted(source, typ)
	var out tf.Attrs
	for _, n := range names {
		if n != "" && n[0] != '*' {
			set(&out, n, tf.Value{State: tf.Unknown})
		}
	}
	p.share(key, out)
	return out
}

// count refuses more resources than anybody has.
func (p *pool) count() error {
	if p.n++; p.n > maxResources {
		return tooMuch("more than %d resources", maxResources)
	}
	return nil
}

// implied is the provider that a resource type points to when nothing else
// does: the local name that its first word is. Terraform's own types belong to
// Terraform.
func implied(typ string) string {
	name, _, _ := strings.Cut(typ, "_")
	if name == "terraform" {
		return "terraform.io/builtin/terraform"
	}
	return name
}
