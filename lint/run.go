package lint

import (
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// The levels, gravest first.
const (
	Error   = "error"
	Warning = "warning"
	Notice  = "notice"
	Off     = "off" // as an override: the rule says nothing
)

// Options are what a run is made under.
type Options struct {
	Doctrine     *Doctrine
	Edition      string // YYYY-MM-DD; "" for the one in force on AsOf
	AsOf         string // YYYY-MM-DD, the day judged for
	Catalog      *catalog.Catalog
	Body         string // "" for not declared: state, assumed
	Classify     classify.Rules
	DefaultClass string // class of what is not classified; "" for Classify's own
	Strict       bool
	AllLabels    bool // a rule may ask for labels that do not classify: keep them all
	Internal     []Internal
	Offers       []DeclaredOffer
	Assume       map[string]string // what the environment will supply, by "aws.region"
	Assessments  []Assessment
	Levels       map[string]Setting // by the rule's name
	Folders      []FolderLevel      // levels of rules in some folders; the last that fits counts
	Only         []string           // ids or names; empty for all
	Disable      []string           // ids or names
	Exclude      []string           // address globs
	ChangedOnly  bool
	// Said writes a flag as the caller gave it, "--disable" or "SOVLINT_DISABLE";
	// nil for the flag itself.
	Said      func(flag string) string
	Expiring  int  // days before an end that turn a notice into a warning; 0 for 30
	NoRemarks bool // comments of the source have no say
	// Waive lays waivers over the findings on resources, before rules speak of
	// the run itself, and tells what came of each; nil for none.
	Waive func(*Pass) []Outcome
	Tool  Tool
	Lang  speech.Lang // "" for English
}

// An Internal is a cloud of the State or one's own, as the user declares it.
type Internal = place.Internal

// A DeclaredOffer says which hosts belong to an offer that code cannot tell.
type DeclaredOffer = place.DeclaredOffer

// Inputs are what a run is made over, in order. Each is made when it is its
// turn, and let go once it is judged; an error ends the run.
type Inputs = iter.Seq2[*tf.Config, error]

// Given are inputs that are there already.
func Given(configs ...*tf.Config) Inputs {
	return func(yield func(*tf.Config, error) bool) {
		for _, cfg := range configs {
			if !yield(cfg, nil) {
				return
			}
		}
	}
}

// Run holds the inputs against the doctrine. Of an input that is judged only
// what the report shows is kept.
func Run(inputs Inputs, rules []Rule, o Options) (*Report, error) {
	p, err := newPass(o)
	if err != nil {
		return nil, err
	}
	if p.rules, err = chosen(rules, o); err != nil {
		return nil, err
	}
	if err := p.all(inputs); err != nil {
		return nil, err
	}
	if p.excluded > 0 && len(p.entries) == 0 {
		return nil, speech.Errorf("nothing was judged: %s %s leaves out every resource of the input (%d)", p.flag("exclude"), strings.Join(o.Exclude, ", "), p.excluded)
	}
	if o.Waive != nil {
		p.Outcomes = o.Waive(p)
	}
	for _, r := range p.rules {
		p.rule = r
		if r.Run != nil {
			r.Run(p)
		}
	}
	return p.finish(), nil
}

// all judges every input. It stays one behind what is read: the first input
// must be named in what is said of it where another follows.
func (p *Pass) all(inputs Inputs) error {
	var next *tf.Config
	for cfg, err := range inputs {
		if err != nil {
			return err
		}
		if next != nil {
			p.several = true
			p.input(next)
		}
		next = cfg
	}
	if next != nil {
		p.input(next)
	}
	return nil
}

func newPass(o Options) (*Pass, error) {
	if _, err := time.Parse(time.DateOnly, o.AsOf); err != nil {
		return nil, speech.Errorf("as-of %q: want a day as YYYY-MM-DD", o.AsOf)
	}
	if o.Doctrine == nil || o.Catalog == nil {
		return nil, speech.Errorf("no doctrine or no catalog given")
	}
	if o.Body != "" && !slices.Contains(Bodies(), o.Body) {
		return nil, speech.Errorf("body %q: want one of %v", o.Body, Bodies())
	}
	if o.DefaultClass != "" {
		if !classify.Known(o.DefaultClass) {
			return nil, speech.Errorf("class %q: want one of %v", o.DefaultClass, classify.Classes())
		}
		o.Classify.Default = o.DefaultClass
	}
	ed, err := edition(o)
	if err != nil {
		return nil, err
	}
	if err := declarations(o); err != nil {
		return nil, err
	}
	if id := o.Doctrine.Register; id != "" && o.Catalog.Register(id) == nil {
		return nil, speech.Errorf("doctrine %s: no register %q in the catalog; --catalog lays one over it", o.Doctrine.ID, id)
	}
	if o.Expiring == 0 {
		o.Expiring = 30
	}
	p := &Pass{excludes: map[string]bool{}, sayings: map[saying]weight{}, covered: map[string]int{}, valued: map[string]bool{}, free: map[freed]int{}, Options: o, Edition: ed, Body: o.Body, Register: o.Catalog.Register(o.Doctrine.Register)}
	if p.Body == "" {
		p.Body, p.BodyAssumed = "state", true
	}
	p.Classify.Lang = o.Lang
	p.placer = place.New(o.Catalog, place.Options{Lang: o.Lang, AsOf: o.AsOf, Internal: o.Internal, Offers: o.Offers, Assume: o.Assume, Covers: classify.Covers})
	p.tracer = flow.New(o.Catalog, p.placer)
	p.ways = p.routes()
	p.seen, p.cites = map[string]bool{}, map[string][]string{}
	p.beliefs, p.causes = newInterner(beliefKey), newInterner(causeKey)
	return p, nil
}

func edition(o Options) (*Edition, error) {
	day := o.AsOf
	if o.Edition != "" {
		day = o.Edition
	}
	ed := o.Doctrine.EditionOn(day)
	if ed == nil {
		return nil, speech.Errorf("doctrine %s: no edition in force on %s; the first is of %s", o.Doctrine.ID, day, firstEdition(o.Doctrine))
	}
	if o.Edition != "" && ed.From != o.Edition {
		return nil, speech.Errorf("doctrine %s: no edition %s; the nearest before it is %s", o.Doctrine.ID, o.Edition, ed.From)
	}
	return ed, nil
}

func firstEdition(d *Doctrine) string {
	if len(d.Editions) == 0 {
		return "no day"
	}
	return d.Editions[0].From
}

// chosen gives the rules by id. Those that the options leave out run as well,
// without a word, so that a report can say what was held back.
func chosen(rules []Rule, o Options) ([]Rule, error) {
	for _, want := range slices.Concat(o.Only, o.Disable) {
		if !slices.ContainsFunc(rules, func(r Rule) bool { return r.is(want) }) {
			return nil, speech.Errorf("rule %q: no such rule; sovlint rules lists them", want)
		}
	}
	var out []Rule
	for _, r := range rules {
		is := func(s string) bool { return r.is(s) }
		switch {
		case slices.ContainsFunc(o.Disable, is):
			r.muted = "disable"
		case len(o.Only) > 0 && !slices.ContainsFunc(o.Only, is):
			r.muted = "rule"
		}
		if r.Asked != "" && slices.ContainsFunc(o.Only, is) {
			r.Level = r.Asked
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Rule) int { return cmpString(a.ID, b.ID) })
	return out, nil
}

// input places, classifies and judges every resource of an input.
func (p *Pass) input(cfg *tf.Config) {
	p.Unread = append(p.Unread, cfg.Unread...)
	p.entries = slices.Grow(p.entries, len(cfg.Resources))
	before := len(p.findings)
	p.strictest, p.classes = nil, map[labelled]classify.Class{}
	p.placer.Begin()
	p.descend(cfg)
	here := p.hear(cfg)
	p.part = p.part || cfg.Incomplete || cfg.Errored || len(cfg.Unread) > 0
	for i, r := range cfg.Resources {
		if n := len(p.findings); n+maxEach > cap(p.findings) {
			more := max(foreseen(n-before, i, len(cfg.Resources)), n/8)
			p.findings = append(make([]Finding, 0, n+maxEach+more), p.findings...)
		}
		p.resource(cfg, r, here)
	}
	if b := place.Backend(cfg); b != nil && !unwritten(cfg.Backend) {
		p.resource(cfg, b, here)
	}
	p.inputs = append(p.inputs, Input{Name: cfg.Source, Format: cfg.Format, SHA256: cfg.SHA256, TerraformVersion: cfg.TerraformVersion})
	p.notSeen(cfg)
	for _, by := range cfg.Given {
		p.valued[by] = true
	}
}

const (
	maxEach = 16    // more findings than most resources have
	sample  = 1_024 // from how many findings the rest can be told
)

// foreseen is how many findings the rest of an input's resources will have, where
// so many were found on the first of them, and a little more. Room that is doubled
// when it is full would be the largest thing in memory.
func foreseen(found, done, all int) int {
	if found < sample {
		return found
	}
	rest := found * (all - done) / done
	return rest + rest/32
}

func (p *Pass) resource(cfg *tf.Config, r *tf.Resource, here []*Remark) {
	if p.left(r) {
		return
	}
	s := p.subject(cfg, r)
	for _, rule := range p.rules {
		p.rule = rule
		if rule.Subject != nil {
			rule.Subject(p, s)
		}
	}
	p.enter(s)
	remark(here, cfg, r, s.addr)
}

// left reports whether a resource is not to be judged, and counts it.
func (p *Pass) left(r *tf.Resource) bool {
	out := false
	for _, g := range p.Exclude {
		if classify.Covers(g, r.Addr) {
			out, p.excludes[g] = true, true
		}
	}
	if out {
		p.excluded++
		return true
	}
	if p.ChangedOnly && r.Mode != tf.Backing && !slices.Contains([]tf.Action{tf.Create, tf.Update, tf.Replace}, r.Action) {
		p.unchanged++
		return true
	}
	return false
}

// subject makes the subject that the rules are asked about, in the place of the
// one before.
func (p *Pass) subject(cfg *tf.Config, r *tf.Resource) *Subject {
	s := &p.subjects
	*s = Subject{Config: cfg, Resource: r, Placement: p.placer.Place(cfg, r), addr: p.address(r), Sites: s.Sites[:0], Open: s.Open[:0]}
	s.Class = p.class(r, s.Placement.Type.Service)
	if r.Mode == tf.Backing && p.strictest != nil {
		s.Class = *p.strictest // the state is a copy of what the resources hold
	}
	p.judge(s)
	if s.Holds() && (p.strictest == nil || classify.Stricter(s.Class.Name, p.strictest.Name)) {
		c := s.Class
		p.strictest = &c
	}
	if s.Concerned() || s.Carries() {
		s.Flows = p.tracer.Edges(cfg, r, s.Placement)
		p.askEnds(s)
	}
	return s
}

// address is what the report points to. An address of its own lets the rest of
// the resource go; that of a single input would only be held twice.
func (p *Pass) address(r *tf.Resource) *tf.Addr {
	if !p.several {
		return &r.Addr
	}
	own := r.Addr
	return &own
}

// labelled tells apart what the labels of one input's resources stand in; a reader
// shares bodies that are equal. Provider is nil where its block labels nothing.
type labelled struct {
	planned, written uintptr
	provider         *tf.Provider
}

// ownClass is the class that a resource's own labels and address give; resources
// with equal labels once, unless their addresses or services have a say.
func (p *Pass) ownClass(r *tf.Resource, service string) classify.Class {
	if len(p.Classify.Matches) > 0 || len(p.Classify.Services) > 0 {
		return p.Classify.Class(r, service)
	}
	is := labelled{planned: r.Body.Planned.Identity(), written: r.Body.Written.Identity()}
	if classify.Labels(r.Provider) {
		is.provider = r.Provider
	}
	c, ok := p.classes[is]
	if !ok {
		c = p.Classify.Class(r, service)
		p.classes[is] = c
	}
	return c
}
