// Package evidence holds the reasons behind a belief: the user's own line
// first, then the facts it was read with.
package evidence

import "github.com/sovlint/sovlint/lint/tf"

// A Source says where a fact comes from and how far to trust it.
type Source struct {
	Name       string `json:"name"`                 // the publication; never empty
	URL        string `json:"url,omitempty"`        // "" when no address is known; never invented
	AsOf       string `json:"as_of,omitempty"`      // YYYY-MM-DD, or YYYY-MM when only the month is known
	Confidence string `json:"confidence,omitempty"` // verified, reported or unverified
	Overlay    string `json:"overlay,omitempty"`    // the user's file that lays the fact over the catalog; "" for a fact of the catalog's own
}

// A Step is one reason. At is where the user's own words stand; Source is the
// fact used. Either may be zero.
type Step struct {
	Claim  string
	At     *tf.Range
	Source Source
}

// A Trail is the chain of reasons, the user's words first.
type Trail []Step
