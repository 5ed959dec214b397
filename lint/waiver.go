package lint

import "github.com/sovlint/sovlint/lint/tf"

// A Waiver is an exception as its owner wrote it down. What a report shows of
// it is its id, its reason and its end.
type Waiver struct {
	ID     string `json:"id"`
	Reason string `json:"reason"`
	Until  string `json:"until"` // YYYY-MM-DD; the last day counts, UTC
	// Change is what the change under review does to it, one of the Waiver
	// constants; "" where nothing, or where there is no base to tell by.
	Change string `json:"change,omitempty"`

	Rules      []string          `json:"-"` // names of the rules it covers
	Match      []string          `json:"-"` // address patterns
	Kind       string            `json:"-"` // mail, drive, project; "" for not said
	Owner      string            `json:"-"`
	Granted    string            `json:"-"` // YYYY-MM-DD; "" for not said
	OfferSince string            `json:"-"` // YYYY-MM-DD, when a conforming offer came to exist; "" for not said
	Refs       map[string]string `json:"-"` // minister, prime_minister, dinum, ...
	Short      bool              `json:"-"` // the short form of a comment: reason and end only
	Names      string            `json:"-"` // id of the waiver that a comment names; "" for a waiver of its own
	At         *At               `json:"-"` // where it is written
}

// An Outcome is what came of one waiver.
type Outcome struct {
	Waiver *Waiver
	Lapsed bool
	Faults []Fault // why it waives nothing, or what is doubtful about it
	Covers int     // findings it waives, or would if it could
	// Created are the resources that this plan creates under a waiver which is
	// meant for what was there already.
	Created []*tf.Addr
}

// A Fault is what is wrong with a waiver: a key into the words of the rule
// invalid-waiver, and what fills its holes.
type Fault struct {
	Key  string
	Args Args
	// Doubt is true where the text behind it is not verified: a warning then,
	// and the waiver counts.
	Doubt bool
}

// Entries gives every judged resource with its findings, in order, while the
// pass goes on.
func (p *Pass) Entries(each func(r Resource, findings []*Finding)) {
	at := 0
	for _, r := range p.entries {
		var own []*Finding
		for ; at < len(p.findings) && (p.findings[at].Address == r.Address || p.findings[at].Address == &nowhere); at++ {
			if p.findings[at].Address != &nowhere { // what a rule says of the run, it may say on the way
				own = append(own, &p.findings[at])
			}
		}
		each(r, own)
	}
}
