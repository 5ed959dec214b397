package load

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// maxShared bounds how many different sets of attributes are remembered.
const maxShared = 2048

// maxWords bounds how many words are remembered. What a large plan says again
// and again it has said again soon after they are forgotten.
const maxWords = 1 << 12

// resourcesPerPage is how many resources are made at a time: four KiB.
const resourcesPerPage = 64

// maxKey is up to where the text itself is the key, in bytes; of a longer one
// only the digest is kept.
const maxKey = 128

// A pool keeps one copy of what many resources share.
type pool struct {
	o      Options
	words  map[string]string
	shared map[string]tf.Attrs
	long   map[[sha256.Size]byte]tf.Attrs
	bare   map[string]*tf.Provider // by source, or by the words an input has for an instance
	page   []tf.Resource           // not given out yet
	kinds  kinds
	n      int             // resources so far
	asks   map[string]bool // what Options.Label said of a word

	// Room to work in, for one resource at a time.
	key, kept []byte
	parts     []part
}

func newPool(o Options) pool {
	return pool{o: o, words: map[string]string{}, shared: map[string]tf.Attrs{}, long: map[[sha256.Size]byte]tf.Attrs{}, bare: map[string]*tf.Provider{}, kinds: newKinds(), asks: map[string]bool{}}
}

// resource is a new resource. They are made by the page: a hundred thousand of
// them are most of what a large plan leaves in memory. Its kind is to be
// shared when it is complete, before the next resource.
func (p *pool) resource() *tf.Resource {
	if len(p.page) == 0 {
		p.page = make([]tf.Resource, resourcesPerPage)
	}
	r := &p.page[0]
	p.page = p.page[1:]
	p.kinds.begin(r)
	return r
}

// wordOf gives one string for all its copies.
func (p *pool) wordOf(b []byte) string {
	if s, ok := p.words[string(b)]; ok {
		return s
	}
	s := string(b)
	if len(p.words) >= maxWords {
		clear(p.words)
	}
	p.words[s] = s
	return s
}

// addr is an address with its halves shared.
func (p *pool) addr(text []byte) tf.Addr {
	at := tf.ParseAddr(string(text))
	return tf.Addr{Module: p.wordOf([]byte(at.Module)), Local: p.wordOf([]byte(at.Local))}
}

// nested refuses modules that nest deeper than anybody nests them: what follows
// takes them apart step by step.
func nested(module string) error {
	if strings.Count(module, "module.") > maxModules && len(tf.Split(module)) > 2*maxModules {
		return tooMuch("modules nest deeper than %d", maxModules)
	}
	return nil
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

// copyOf gives the attributes that were read from the same text before; share
// remembers them.
func (p *pool) copyOf(key []byte) (tf.Attrs, bool) {
	if len(key) > maxKey {
		a, ok := p.long[sha256.Sum256(key)]
		return a, ok
	}
	a, ok := p.shared[string(key)]
	return a, ok
}

func (p *pool) share(key []byte, a tf.Attrs) {
	if len(p.shared)+len(p.long) >= maxShared {
		clear(p.shared)
		clear(p.long)
	}
	if len(key) > maxKey {
		p.long[sha256.Sum256(key)] = a
		return
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
	if a, ok := p.copyOf(key); ok {
		return a
	}
	names, _ := p.wanted(source, typ)
	self := p.self(source)
	var out tf.Attrs
	for _, n := range names {
		if n != "" && n[0] != '*' && n != self {
			set(&out, n, hiddenValue)
		}
	}
	p.share(key, out)
	return out
}

// hiddenValue is what words and messages have for a value they do not show.
var hiddenValue = tf.Value{State: tf.Unknown, Hidden: true}

// self is the attribute that is the identifier of a provider's resources; "" for
// none, or when all attributes go into the body.
func (p *pool) self(source string) string {
	if p.o.Self == nil || p.o.Wanted == nil {
		return ""
	}
	return p.o.Self(source)
}

// label asks once for every word whether its label is wanted.
func (p *pool) label(word []byte) bool {
	yes, ok := p.asks[string(word)]
	if !ok {
		yes = p.o.Label(string(word))
		if len(p.asks) < maxShared && len(word) < maxLiteral {
			p.asks[string(word)] = yes
		}
	}
	return yes
}

// equal gives the one copy of equal attributes, without the labels that nobody
// asks for.
func (p *pool) equal(a tf.Attrs) tf.Attrs {
	if p.o.Label != nil {
		for _, name := range p.o.Labels {
			if v, ok := a[name]; ok {
				a[name] = p.labels(v)
			}
		}
	}
	key := appendAttrs([]byte("equal\x00"), a)
	if known, ok := p.copyOf(key); ok {
		return known
	}
	p.share(key, a)
	return a
}

// labels leaves out the labels that nobody asks for.
func (p *pool) labels(v tf.Value) tf.Value {
	switch x := v.V.(type) {
	case tf.Attrs:
		out := tf.Attrs{}
		for k, e := range x {
			if p.o.Label(k) {
				out[k] = e
			}
		}
		v.V = out
	case []tf.Value:
		out := []tf.Value{}
		for _, e := range x {
			if word, ok := e.Str(); !ok || p.o.Label(word) {
				out = append(out, p.labels(e))
			}
		}
		v.V = out
	}
	return v
}

// appendAttrs writes attributes so that equal ones give equal bytes.
func appendAttrs(b []byte, a tf.Attrs) []byte {
	for _, k := range sortedNames(a) {
		b = appendValue(strconv.AppendQuote(b, k), a[k])
	}
	return append(b, 1)
}

func appendValue(b []byte, v tf.Value) []byte {
	b = append(b, byte('0'+v.State))
	if v.Sensitive {
		b = append(b, '!')
	}
	switch x := v.V.(type) {
	case nil:
	case tf.Attrs:
		return appendAttrs(append(b, '{'), x)
	case []tf.Value:
		b = append(b, '[')
		for _, e := range x {
			b = appendValue(b, e)
		}
	case string:
		b = strconv.AppendQuote(b, x)
	default:
		b = fmt.Append(b, x)
	}
	return append(b, 2)
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
