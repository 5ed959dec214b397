package place

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// maxParents bounds how many parents a place is inherited through.
const maxParents = 8

// A Placer places the resources of one or more inputs. It is not safe for
// concurrent use.
type Placer struct {
	c    *catalog.Catalog
	o    Options
	busy map[*tf.Resource]bool
	typs map[[2]string]*catalog.Type // by provider and name
	prov map[string]*catalog.Provider

	patterns    map[string]*regexp.Regexp
	assumptions map[string]*Assumption // those that were asked for
	byAddress   bool                   // something is declared by address
	disputed    map[string]string      // by internal cloud: the vendor that is known to hold what it names

	// Of the input at hand:
	sole      map[string]bool         // by code: no other vendor has it
	like      map[likeness]*Placement // of resources whose placement is alike
	memo      map[*tf.Resource]*Placement
	witnesses map[witness]bool
	names     index
}

// New returns a Placer that reasons with the facts of c.
func New(c *catalog.Catalog, o Options) *Placer {
	p := &Placer{c: c, o: o, busy: map[*tf.Resource]bool{},
		typs: map[[2]string]*catalog.Type{}, prov: map[string]*catalog.Provider{}, patterns: map[string]*regexp.Regexp{},
		assumptions: map[string]*Assumption{}, byAddress: byAddress(o), disputed: map[string]string{}}
	p.Begin()
	return p
}

// Begin forgets the resources of the input before. Whoever places resources of
// several inputs begins each of them so.
func (p *Placer) Begin() {
	p.like, p.memo = map[likeness]*Placement{}, map[*tf.Resource]*Placement{}
	p.witnesses, p.names, p.sole = map[witness]bool{}, index{}, map[string]bool{}
}

// Place says who holds r and where. Every resource comes back with sites, or
// with a type that holds nothing, or with an open question.
func (p *Placer) Place(cfg *tf.Config, r *tf.Resource) *Placement {
	if pl, ok := p.memo[r]; ok {
		return pl
	}
	if p.busy[r] || len(p.busy) > maxParents {
		return &Placement{Type: &catalog.Type{}, Provider: &catalog.Provider{}}
	}
	like := likenessOf(r)
	if pl, ok := p.like[like]; ok {
		return pl
	}
	asked := len(p.busy) == 0 // by the caller, and not for the sake of another resource
	p.busy[r] = true
	defer delete(p.busy, r)
	t := &task{Placer: p, cfg: cfg, r: r, alone: !p.byAddress}
	t.run()
	out := t.out
	switch {
	case t.alone:
		p.like[like] = &out
	case !asked:
		p.memo[r] = &out // a whole has many parts; a placement made for its own sake is asked for once
	}
	return &out
}

// A task places one resource.
type task struct {
	*Placer
	cfg      *tf.Config
	r        *tf.Resource
	out      Placement
	host     catalog.Host    // the host that decided the vendor; zero for none
	named    string          // that host's name as written
	part     string          // what the deciding rule took out of its value: a region
	redir    bool            // the vendor was reached through a host
	byRule   bool            // the vendor rests on what is written, not on a default
	fork     string          // the source of a provider that is read as another's fork
	nobody   bool            // the service is run by an operator the catalog does not list
	arm      string          // the resource manager's type, of azapi
	spoken   []catalog.Place // the catalog's lines on values of its attributes
	looked   bool            // spoken was looked up
	spoke    bool            // the place is one of the vendor's, be it only in those lines
	settled  bool            // the place is that of another resource, known or not
	maybe    bool            // the vendor rests on a lone variable
	twice    bool            // two addresses are written that are not of one cloud
	doubt    bool            // what it does with data rests on an unknown flag
	nameless bool            // the provider block that may name another vendor is not shown
	opened   bool            // a rule that could change the vendor rests on an unknown value
	alone    bool            // neither other resources nor the module instance had a say
}

func (t *task) run() {
	if t.readsState() {
		return
	}
	prov, ok := t.providerOf(t.r.Provider.Source)
	if !ok {
		prov, ok = t.byPrefix()
	}
	if !ok {
		prov, ok = t.forkOf()
	}
	t.out.Provider, t.out.Type = prov, &catalog.Type{}
	if ok && !prov.Local && t.fork == "" && !t.public() {
		host, _, _ := strings.Cut(t.r.Provider.Source, "/")
		t.ask(t.say("the provider %s comes from a registry that is not public: it is read as %s, and whether it is that is not known", t.r.Provider.Source, prov.Source),
			t.say("use the source of the public registry, or lay %s over the catalog as a public-registry in traits/traits.tsv if it serves the same", host))
	}
	if ok {
		t.out.Type = t.typeOf(prov.Source, t.r.Type)
		if o := t.out.Type.Overlay; o != "" {
			t.because(fmt.Sprintf("%s: %s", t.r.Type, t.out.Type.Holds), evidence.Source{Name: o, Overlay: o})
		}
		t.narrow()
		t.passing()
	}
	switch {
	case (!ok || prov.Local && !t.public()) && t.owned():
		return
	case !ok:
		t.askUnknown()
		return
	case prov.Local && !t.public():
		t.out.Type = &catalog.Type{}
		t.ask(t.say("the provider %s comes from a registry that is not public", t.r.Provider.Source),
			t.say("use the provider of the public registry, or %s if it is yours", t.declareIt()))
		return
	case prov.Local && t.foreignType():
		t.out.Type = &catalog.Type{}
		t.ask(t.say("%s makes nothing outside the machine that runs Terraform, and %s is a type of another provider", prov.Source, t.r.Type),
			t.word("write the provider's source in required_providers"))
		return
	case prov.Local:
		t.out.Type = &catalog.Type{Name: t.r.Type, Holds: catalog.Nothing}
		t.because(t.say("%s makes nothing outside the machine that runs Terraform", prov.Source), prov.Fact)
		return
	}
	t.vendor()
	if t.twice {
		t.clashed()
		return
	}
	if t.out.Internal != "" || t.out.Vendor == nil && !t.out.Loopback && t.owned() || t.out.Loopback || t.out.SelfHosted {
		t.strays()
		t.beside()
		t.left()
		t.elsewhere()
		t.offers()
		return
	}
	t.sites()
	t.contradicted()
	t.reach()
	t.copies()
	if t.presume() && t.owned() {
		return
	}
	t.disowned()
	t.beside()
	t.left()
	t.elsewhere()
	t.offers()
	if t.nameless {
		t.out.Vendor = nil
	}
}

// byPrefix is the provider of a resource of which the input has no more than the
// prefix of its type: the only one of that name whose table knows the type.
func (t *task) byPrefix() (*catalog.Provider, bool) {
	word := t.r.Provider.Source
	if word == "" || strings.Contains(word, "/") {
		return &catalog.Provider{}, false
	}
	switch found := t.c.Holders(word, t.r.Type); len(found) {
	case 0:
	case 1:
		return t.providerOf(found[0])
	default:
		t.ask(t.say("this input does not tell which provider %s is of: %s", t.r.Type, strings.Join(found, ", ")), t.word(settleForm))
	}
	return &catalog.Provider{}, false
}

// foreignType reports whether another provider is known for the resource's type: a
// source that says something else hides whose it is.
func (t *task) foreignType() bool {
	word, _, _ := strings.Cut(t.r.Type, "_")
	return !strings.HasSuffix(t.out.Provider.Source, "/"+word) && len(t.c.Holders(word, t.r.Type)) > 0
}

// forkOf reads a provider nobody knows as a fork of the known one whose types
// it has. Who it really speaks to, its code does not tell.
func (t *task) forkOf() (*catalog.Provider, bool) {
	if len(t.out.Open) > 0 {
		return &catalog.Provider{}, false // one of several known ones
	}
	twin, ok := t.c.Namesake(t.r.Provider.Source, t.r.Type)
	if !ok {
		return &catalog.Provider{}, false
	}
	t.fork = t.r.Provider.Source
	t.ask(t.say("the provider %s is not in the catalog; it has the types of %s, and whether it speaks to the same cloud is not known", t.fork, twin.Source),
		t.say("use the provider of the public registry, or %s if it is yours", t.declareIt()))
	return &twin, true
}

func (t *task) askUnknown() {
	if t.r.Mode == tf.Backing {
		t.ask(t.say("the backend %s is not in the catalog", t.r.Type), t.word("update sovlint"))
		return
	}
	if t.r.Mode == tf.Module && t.r.Provider.Source == "" {
		t.ask(t.word("the source of this module was not read, and which provider it uses is not known"), t.word("run terraform init or tofu init, so that the module can be read, or judge a plan"))
		return
	}
	if len(t.out.Open) > 0 {
		return // one of several known ones
	}
	t.ask(t.say("the provider %s is not in the catalog", t.r.Provider.Source), t.say("%s if it is yours", t.declareIt()))
}

// public reports whether the provider comes from a registry that publishes
// what everybody gets; Terraform 0.12 names none.
func (t *task) public() bool {
	host, _, ok := strings.Cut(t.r.Provider.Source, "/")
	if !ok || strings.Count(t.r.Provider.Source, "/") < 2 {
		return true
	}
	_, known := t.c.Trait(strings.ToLower(host), "public-registry")
	return known
}

// say writes a sentence, and word a text without holes, in the language of the run.
func (t *task) word(text string) string { return t.o.Lang.Word(text) }

// say says a sentence. What it quotes, somebody wrote, and only that is shown of
// it which opens nothing.
func (t *task) say(sentence string, args ...any) string {
	if !strings.Contains(sentence, "%q") {
		return t.o.Lang.Say(sentence, args...)
	}
	for i, verb := range verbs.FindAllString(sentence, -1) {
		if text, ok := args[i].(string); ok && verb == "%q" {
			args[i] = evidence.Shown(text)
		}
	}
	return t.o.Lang.Say(sentence, args...)
}

var verbs = regexp.MustCompile(`%[a-z]`)

// wrote says what stands at a path, of which evidence.Shown decides how much is
// shown.
func wrote(path, text string) string {
	return fmt.Sprintf("%s = %q", clean(path), evidence.Shown(text))
}

func (t *task) ask(what, settle string) {
	for _, q := range t.out.Open {
		if q.What == what {
			return
		}
	}
	t.out.Open = append(t.out.Open, Question{What: what, Settle: settle})
}

func (t *task) because(claim string, src evidence.Source) {
	t.out.Why = append(t.out.Why, evidence.Step{Claim: claim, Source: src})
}

// follow gives the resources that references of the resource lead to.
func (t *task) follow(refs []string) []*tf.Resource {
	t.alone = t.alone && len(refs) == 0
	return t.cfg.Follow(t.r, refs)
}

// near names another resource as the resource's own module would, where it
// stands in the same one.
func (t *task) near(other *tf.Resource) string {
	if other.Module == t.r.Module {
		return other.Local
	}
	return other.String()
}

// TypeOf is what the catalog knows of a resource's type; nil for nothing.
func (p *Placer) TypeOf(r *tf.Resource) *catalog.Type {
	prov, ok := p.providerOf(r.Provider.Source)
	if !ok {
		return nil
	}
	return p.typeOf(prov.Source, r.Type)
}

func (p *Placer) typeOf(source, name string) *catalog.Type {
	key := [2]string{source, name}
	typ, ok := p.typs[key]
	if !ok {
		t, _ := p.c.Type(source, name)
		typ = &t
		p.typs[key] = typ
	}
	return typ
}

func (p *Placer) providerOf(source string) (*catalog.Provider, bool) {
	prov, ok := p.prov[source]
	if !ok {
		v, _ := p.c.Provider(source)
		prov = &v
		p.prov[source] = prov
	}
	return prov, prov.Source != ""
}
