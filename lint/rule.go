package lint

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// A Rule is one thing that is looked for.
type Rule struct {
	ID    string // "SOV101"
	Name  string // "unqualified-offer"
	Level string // before doctrine and user have their say; Off for one that speaks only when asked
	Asked string // its level when it is asked for by name; "" for Level
	// Norm names the rule whose clause and level a doctrine gives to this one too,
	// where it gives it none of its own; "" for none.
	Norm string
	// Open is true for a rule about what cannot be established; --strict makes
	// it an error.
	Open    bool
	Subject func(*Pass, *Subject) // for every resource; may be nil
	Run     func(*Pass)           // once, after all resources; may be nil
	Texts   map[string]Text       // by language; "en" is always there

	muted string // the flag that keeps it silent in this run; "" for none
}

// A Text is what a rule says in one language.
type Text struct {
	Summary string            // one line, for the list of rules
	Say     map[string]string // message by key; "" is the ordinary one
	Hint    map[string]string // what to do, by the same keys
}

// Text returns the rule's words in a language, English where there are none.
func (r Rule) Text(lang string) Text {
	if t, ok := r.Texts[lang]; ok {
		return t
	}
	return r.Texts["en"]
}

func (r Rule) is(s string) bool { return strings.EqualFold(s, r.ID) || s == r.Name }

// A Pass is one run, as a rule sees it.
type Pass struct {
	Options
	Edition     *Edition
	Body        string // declared or assumed
	BodyAssumed bool
	Register    *catalog.Register // nil when the catalog lacks it
	Summary     Summary           // of the subjects so far; complete when a rule's Run is called
	Outcomes    []Outcome         // of the waivers; set before a rule's Run is called
	Remarks     []*Remark         // comments of the source that speak to sovlint; complete when a rule's Run is called
	Undeclared  int               // holding resources whose class nobody declared
	Unread      []tf.Gap          // source that could not be read, of all inputs

	entries        []Resource
	placer         *place.Placer
	tracer         *flow.Tracer
	rules          []Rule
	rule           Rule // the one that speaks
	several        bool // there is more than one input
	inputs         []Input
	gaps           []openGap      // of the inputs so far
	gapAt          map[gapKey]int // where each stands in gaps
	findings       []Finding
	moves          []Moved // in the order of entries
	links          []Link
	linked         map[between]int // where each stands in links
	seen           map[string]bool
	beliefs        *interner[Belief]
	causes         *interner[Cause]
	subjects       Subject                     // room for one at a time
	belief         Belief                      // room to work in
	cause          Cause                       // room to work in
	cites          map[string][]string         // by clause, one copy of each
	sites          []Site                      // room to work in
	facts          map[Source]*Source          // one copy of each
	questions      []Question                  // room to work in
	why            []Why                       // room to work in
	strictest      *classify.Class             // of the input's resources that hold data, so far; nil for none
	text           []byte                      // room to work in
	texts          map[string]string           // one copy of each
	descent        descent                     // in the input at hand
	alternatives   map[string][]string         // by service
	paths, ends    int                         // shown so far
	classes        map[labelled]classify.Class // of the input at hand
	ways           string                      // the routes that are open, in words
	excluded       int
	excludes       map[string]bool // the patterns that left something out
	sayings        map[saying]weight
	valued         map[string]bool // what gave values to variables
	free           map[freed]int   // resources whose declared class is not reserved
	covered        map[string]int  // resources, by "internal NAME" and "offer ID"
	remarkAt       map[spot]*Remark
	part           bool // an input says that it is not whole
	unchanged, let int  // left out by ChangedOnly; leaving Terraform while their data stays
}

// Idle reports whether a waiver that covers nothing is shown to have no use: the
// inputs were judged whole, and its rules were all looked for.
func (p *Pass) Idle(w *Waiver) bool {
	unheard := func(r Rule) bool { return r.muted != "" && slices.Contains(w.Rules, r.Name) }
	return !p.part && p.unchanged == 0 && p.excluded == 0 && !slices.ContainsFunc(p.rules, unheard)
}

// Waivable gives the name of the rule with a name or id whose findings can be
// excepted: those on resources, not those on the run, its waivers or its register.
func (p *Pass) Waivable(text string) (string, bool) {
	for _, r := range p.rules {
		if r.is(text) {
			return r.Name, r.Subject != nil
		}
	}
	return "", false
}

// A Subject is one resource with all that is believed of it.
type Subject struct {
	Config    *tf.Config
	Resource  *tf.Resource
	Placement *place.Placement
	Class     classify.Class
	// Reserved says whether the doctrine reserves the data: "always",
	// "assessed" when a person must assess the harm, "" when it is free.
	Reserved string
	// Service is the service the doctrine names as not conforming; nil for none.
	Service *Service
	Sites   []Judged
	Verdict string
	// Open are the questions that are left, the placement's and the verdict's.
	Open []place.Question
	// Flows are the ways that data, or a hold on it, takes from the resource; set
	// for what the doctrine has something to say of, and for what carries it.
	Flows []flow.Edge

	addr *tf.Addr // the resource's, as the report keeps it
}

// A Judged is a site with its verdict.
type Judged struct {
	place.Site
	Verdict string
	// Implied is true where only the vendor is known and the place is open.
	Implied bool
}

// Nowhere reports whether nothing is known of the site's place.
func (j Judged) Nowhere() bool {
	return j.Code == "" && (j.Region == nil || j.Region.Country == "" && len(j.Region.Countries) == 0)
}

// Holds reports whether the resource holds or may hold data.
func (s *Subject) Holds() bool {
	r := s.Resource
	return r.Mode != tf.Data && r.Action.Remains() && s.Placement.Type.Holds != catalog.Nothing
}

// Concerned reports whether the doctrine has something to say of the resource.
func (s *Subject) Concerned() bool { return s.Verdict != NotConcerned }

// Each returns the first site of every operator and role that has the verdict.
func (s *Subject) Each(verdict string) []Judged {
	var out []Judged
	for i, site := range s.Sites {
		same := func(o Judged) bool { return o.Operator == site.Operator && (o.Role == site.Role || !copied(site.Role)) }
		switch {
		case site.Verdict != verdict || slices.ContainsFunc(out, same):
		case out == nil:
			out = s.Sites[i : i+1 : i+1] // a list of its own only where there are several
		default:
			out = append(out, site)
		}
	}
	return out
}

// IsCopy reports whether the site is that of a copy, and not of the resource.
func (j Judged) IsCopy() bool { return j.Via != "" }

func copied(role string) bool { return role == "replica" || role == "backup" }

func cmpString(a, b string) int { return strings.Compare(a, b) }
