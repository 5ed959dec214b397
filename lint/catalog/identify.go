package catalog

import "github.com/sovlint/sovlint/lint/evidence"

// A Provider is a Terraform provider by its source address: which vendor it
// speaks to unless its configuration says otherwise, and where it says so.
type Provider struct {
	Source  string   // "hashicorp/aws", lower case, without the registry host
	Family  string   // "aws", "azure", "google", ...: names its Identification rules
	Vendor  string   // vendor unless a rule says otherwise; "" for none (random, null, tls)
	Local   bool     // makes nothing outside the machine that runs Terraform
	Regions []string // provider arguments that name a region or zone, in order of precedence
	Hosts   []string // provider arguments that name a host, in order of precedence
	// Default is the region the provider itself falls back on when neither the
	// configuration nor the environment names one; "" for none.
	Default string
	// DefaultHost is the host a backend falls back on; "" for none.
	DefaultHost string
	// Stores are a backend's arguments that name the bucket or account it keeps
	// the state in.
	Stores []string
	Links  []Link // of a backend: where its arguments lead
	Note   string // what to know of a backend, in words
	// Environment lists the variables that may supply what is not written, one that
	// supplies one argument alone as "argument=VARIABLE".
	Environment []string
	// Types is the source whose table of types serves this one too, a former
	// name or the origin of a fork; "" for its own.
	Types string
	Fact  evidence.Source
}

// An Identification is one rule of a family, tried in order; the first whose
// conditions all hold decides. A condition on an unknown value leaves the
// vendor open.
type Identification struct {
	When      []Cond
	Vendor    string // "@host": the vendor of the host that matched; "@reference": of the resource referred to; "unknown" leaves it open; "self-hosted"; "loopback"
	Partition string
	// Stands is true for a rule that decides even though an earlier one rests on
	// an unknown value: what it looks at exists in one cloud only.
	Stands bool
	Note   string
	Fact   evidence.Source
}

// A Cond is a condition on one argument.
type Cond struct {
	Arg    string // path in the provider block; "resource:location" for one of the resource
	Op     string // host_suffix, host_table, host_known, in, in_norm, prefix, prefix_norm, regex, not_regex, set, set_and_not, region, not_region, reference, absent
	Values []string
}

// A Host tells whose a host name is.
type Host struct {
	Suffix  string // compared on label borders, lower case
	Vendor  string
	Region  string // canonical region code, or "" when the host does not tell
	Country string // when only the country is known
	Service string // the service it serves, "" for any
	Fact    evidence.Source
}
