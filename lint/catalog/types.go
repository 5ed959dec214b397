// Package catalog holds what is: vendors, their regions, who controls them,
// which offers a register lists, and what each resource type holds. It says
// nothing of what ought to be.
package catalog

import (
	"slices"

	"github.com/sovlint/sovlint/lint/evidence"
)

// A Vendor runs a cloud or a service.
type Vendor struct {
	ID            string
	Name          string
	Role          string // host, operator, saas, telemetry, ...
	LegalEntity   string
	Seat          string // ISO 3166-1 alpha-2; "" when not known
	Parent        string // ultimate parent
	ParentCountry string
	Control       string // eu us cn ru ch ca mx nz ..., "unknown" when not established
	EUControlled  Tri
	Reach         []Reach
	Technology    string // licensed technology, "" for none known
	Uncertainty   string // what is contested or not established, in words
	Match         string // how region codes compare: lower, azure, ovh, zone-letter, ...
	Home          Home
	Source        evidence.Source

	regions map[string]*Region // by code, alias and zone, folded
	list    []*Region
}

// A Home is the country from which a vendor runs what has no region: accounts,
// rights, names. The zero value is not known.
type Home struct {
	Country string // ISO 3166-1 alpha-2
	Source  evidence.Source
}

// Tri is a fact that may not be established. The zero value is NotEstablished.
type Tri uint8

// The three answers.
const (
	NotEstablished Tri = iota
	Yes
	No
)

// A Reach is a foreign law that may reach a vendor, and how surely.
type Reach struct {
	State string // ISO country, lower case as in the data: "us"
	Grade string // controlled, contested-establishment, court-order, technology-licence, hosted-on, applies, none-known
	Why   string
}

// A Region is a place a vendor sells.
type Region struct {
	ID        string // canonical code
	City      string
	Country   string   // ISO 3166-1 alpha-2; "EU" for an EU multi-region; "" when it is no single country
	Countries []string // of a multi-region's members, sorted
	EU, EEA   Tri
	Kind      string // region, zone, multi, dual, logical, local-zone, edge
	Partition string
	Pair      string   // the region that geo-redundancy uses; "" for none known
	Aliases   []string // other spellings
	Zones     []string
	Members   []string
	Source    evidence.Source
}

// A Register is one edition of a published list of offers.
type Register struct {
	ID     string // "secnumcloud"
	Title  string
	AsOf   string // YYYY-MM-DD, the edition
	Offers []*Offer
	Source evidence.Source
}

// An Offer is one row of a register.
type Offer struct {
	ID       string // "secnumcloud/outscale-iaas"
	Name     string
	Vendor   string   // catalog id
	Kinds    []string // iaas caas paas saas
	Regions  []string // canonical region codes it covers; empty: code cannot tell
	Hosts    []string // host suffixes that identify it
	Services []string // service categories inside its row; empty: all
	NotTypes []string // type globs outside its row
	Status   string   // qualified, candidate, withdrawn
	From     string   // YYYY-MM-DD; "" for a candidate
	Until    string   // YYYY-MM-DD, the last day; "" for a candidate
	// Declared is true where nothing in code tells this offer from the vendor's
	// ordinary one, so that only the user's own declaration places it.
	Declared bool
	// Seen is the month in which a row of history was in force by somebody's
	// account, its dates not being established, YYYY-MM; "" for a row with dates.
	Seen       string
	Precedes   string // id of the row that came after a row of history; "" for none
	Technology string // third-party technology under licence; "" for none
	Source     evidence.Source
}

// Holding is what a resource type does with data.
type Holding string

// The ways to hold data, spelled as in the report.
const (
	Stores    Holding = "stores"
	Processes Holding = "processes"
	Transits  Holding = "transits"
	Keys      Holding = "keys"
	Identity  Holding = "identity"
	Telemetry Holding = "telemetry"
	Nothing   Holding = "nothing"
)

// A Type is a resource type.
type Type struct {
	Name    string
	Holds   Holding   // the weightiest
	Also    []Holding // what else it does with data, in order of weight; nil for nothing
	Service string    // category: database, object-storage, compute, ...
	Where   []string  // attribute paths that say where it is, in order of precedence
	Parent  string    // attributes, comma-separated, that name the resource whose place it takes; "" for none
	Links   []Link
	Overlay string // the user's file that says so; "" for the catalog's own
}

// Does reports whether the type holds data in one way, be it the weightiest or
// not.
func (t *Type) Does(h Holding) bool { return t.Holds == h || slices.Contains(t.Also, h) }

// A Link is another place or resource a type sends data to.
type Link struct {
	Kind string // copies, backs-up, geo, geo-backup, default, logs, encrypted-by, fronts, identified-by, infers, mails, from, shares, pulls, fetches, passes, idle, sends, names, at
	Path string // attribute path
	// Values make the link: "(absent)" stands for an argument left out; empty
	// means any. Of a default they are the place that the vendor documents: a
	// region's code, "!anywhere" or "!global".
	Values []string
}
