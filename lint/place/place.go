// Package place says who holds a resource's data and where, or what would have
// to be known to say it. It never guesses.
package place

import (
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// A Placement is what is believed of one resource's whereabouts.
type Placement struct {
	Type     *catalog.Type     // never nil; zero Name when the catalog does not know the type
	Provider *catalog.Provider // never nil; zero Source when the catalog does not know the provider
	Vendor   *catalog.Vendor   // nil when not known
	// SelfHosted is true where the address is private and nobody declared it;
	// Loopback where it is the machine itself.
	SelfHosted bool
	Loopback   bool
	Internal   string // name of the declared cloud that holds it; "" for none
	Stranger   string // the host that decides and that nobody knows or declared; "" for none
	Sites      []Site
	// Silent lists the arguments left out whose default makes a copy in a place
	// that is not known, as a user writes them.
	Silent []string
	// Strays are the open questions on where a copy is that somebody asked for.
	Strays []Question
	Open   []Question
	Why    evidence.Trail
}

// Service is the category of what the operator runs; "" for a product that
// whoever has machines there runs himself, which is no service of an offer.
func (pl *Placement) Service() string {
	if pl.Provider.Vendor == "" {
		return ""
	}
	return pl.Type.Service
}

// A Site is one place.
type Site struct {
	Role     string          // primary replica backup edge key log host
	Code     string          // the region's code: canonical when Region is set, else as written
	Region   *catalog.Region // nil when not in the catalog or not known
	Operator *catalog.Vendor // nil when not known
	Offer    *catalog.Offer  // the register's row that covers this site; nil for none
	// Uncovered is true where Offer covers the place but not this resource type.
	Uncovered bool
	Host      string // host name that told, "" for none
	Probable  bool   // rests on one variable reference that only the source could confirm
	// Via is the argument that makes a copy, as a user writes it; "" for a place
	// that is no copy. Unwritten is true where nobody wrote that argument, and its
	// default makes the copy.
	Via       string
	Unwritten bool
	Sent      bool         // events or requests go there; nothing is kept the same
	To        *tf.Resource // the resource of the input that a copy goes to; nil for none
	Why       evidence.Trail
}

// Country is the site's country, ISO 3166-1 alpha-2; "EU" for an EU
// multi-region; "" when not known.
func (s Site) Country() string {
	if s.Region == nil {
		return ""
	}
	return s.Region.Country
}

// A Question is what is not known, and what would settle it.
type Question struct{ What, Settle string }

// Options are what a user declares beside the facts. The zero value declares
// nothing.
type Options struct {
	Lang     speech.Lang // of reasons and questions; "" for English
	AsOf     string      // YYYY-MM-DD; chooses among the rows of a register
	Internal []Internal
	Offers   []DeclaredOffer
	// Assume holds what the environment will supply, by "aws.region" or
	// "aws.paris.region".
	Assume map[string]string
	// Covers reports whether a pattern of addresses covers one; nil where nothing
	// is declared by address.
	Covers func(pattern string, a tf.Addr) bool
}

// An Internal is a cloud of the State or one's own, as the user declares it. All
// that it names must hold of a resource, and no declaration turns what a vendor
// is known to hold into one's own.
type Internal struct {
	Name     string
	Provider string    // source address; "" for any
	Hosts    []string  // "*.example.gouv.fr" or a host; none for any
	Match    []string  // address patterns; none for any
	Country  string    // ISO 3166-1 alpha-2
	At       *tf.Range // where it is written; nil for not known
}

// A DeclaredOffer says what belongs to an offer that code cannot tell.
type DeclaredOffer struct {
	ID    string // "secnumcloud/ovh-hosted-private-cloud"
	Hosts []string
	Match []string  // address patterns
	At    *tf.Range // where it is written; nil for not known
}
