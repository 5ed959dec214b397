// Package lint holds a configuration against a doctrine: it is the contract
// between the stations that find out what is, the rules that say what ought to
// be, and the report.
package lint

import (
	"cmp"
	"encoding/hex"
	"strings"

	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// A Report is one run's answer. Its JSON form is the public report format
// sovlint/report/v1, described in report.schema.json.
type Report struct {
	Schema    string        `json:"schema"`
	Tool      Tool          `json:"tool"`
	AsOf      string        `json:"as_of"` // YYYY-MM-DD, the day judged for
	Doctrine  DoctrineRef   `json:"doctrine"`
	Registers []RegisterRef `json:"registers"`
	Inputs    []Input       `json:"inputs"`
	Summary   Summary       `json:"summary"`
	Resources []Resource    `json:"resources"`
	Findings  []Finding     `json:"findings"`
	Gaps      []Gap         `json:"gaps"`
	Moved     []Moved       `json:"moved,omitempty"` // to another address, by the plan

	// Links lead from place to place, for a drawing; none in a report that was
	// read back.
	Links []Link `json:"-"`
}

// Schema is the value of Report.Schema.
const Schema = "sovlint/report/v1"

// A Tool names the program that made a report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// A DoctrineRef names the norms a report was made under.
type DoctrineRef struct {
	ID      string `json:"id"`
	Edition string `json:"edition"` // YYYY-MM-DD, the day it came into force
	Title   string `json:"title"`
}

// A RegisterRef names a register's edition.
type RegisterRef struct {
	ID   string `json:"id"`
	AsOf string `json:"as_of"`
}

// An Input is one thing that was read.
type Input struct {
	Name             string `json:"name"`
	Format           string `json:"format"`
	SHA256           string `json:"sha256"`
	TerraformVersion string `json:"terraform_version"`
}

// A Summary counts. Placed and Undetermined count holding resources only: those
// of which it is known in which countries they are, and those whose verdict is
// open. One may be both, as one in a known place under an offer that is not.
type Summary struct {
	Resources    int `json:"resources"`
	Holding      int `json:"holding"`
	Placed       int `json:"placed"`
	Undetermined int `json:"undetermined"`
	Errors       int `json:"errors"`
	Warnings     int `json:"warnings"`
	Notices      int `json:"notices"`
	Waived       int `json:"waived"`
}

// A Resource is what is believed of one resource, and why. What is believed of
// many alike is held once.
type Resource struct {
	Address *tf.Addr `json:"address"`
	*Belief
	At *At `json:"at,omitempty"`
}

// A Belief is what is believed of a resource, whatever its address.
type Belief struct {
	Type      string      `json:"type"`
	Mode      string      `json:"mode"`
	Action    string      `json:"action"`
	Provider  ProviderRef `json:"provider"`
	Vendor    string      `json:"vendor"`
	Holds     string      `json:"holds"`
	Service   string      `json:"service"`
	Class     Class       `json:"class"`
	Sites     []Site      `json:"sites"`
	Verdict   string      `json:"verdict"`
	Questions []Question  `json:"questions"`
	Why       []Why       `json:"why"`
	Input     string      `json:"input,omitempty"` // its name, where there are several
}

// A ProviderRef names a configured provider instance.
type ProviderRef struct {
	Source string `json:"source"`
	Alias  string `json:"alias"`
}

// A Class is the class of the data; Assumed when nobody declared it.
type Class struct {
	Name    string `json:"name"`
	Assumed bool   `json:"assumed"`
}

// A Site is one place where a resource's data is, with who operates it.
type Site struct {
	Role    string `json:"role"` // primary replica backup edge key log host
	Region  string `json:"region"`
	Country string `json:"country"`
	// Countries are those of a place that spans several, with Country empty.
	Countries []string `json:"countries,omitempty"`
	Operator  string   `json:"operator"`
	Offer     string   `json:"offer"`
	Certainty string   `json:"certainty"` // proven probable
	Verdict   string   `json:"verdict"`
}

// Lands writes the site's country, or the countries that it spans: "BE+NL"; ""
// where none is known.
func (s Site) Lands() string { return cmp.Or(s.Country, strings.Join(s.Countries, "+")) }

// A Question is what is not known, and what would settle it.
type Question struct {
	What   string `json:"what"`
	Settle string `json:"settle"`
}

// An At is a place in a source file.
type At = tf.Range

// A Why is one reason.
type Why struct {
	Claim  string  `json:"claim"`
	At     *At     `json:"at,omitempty"`
	Source *Source `json:"source,omitempty"`
}

// A Source is where a fact comes from.
type Source = evidence.Source

// A Finding is one departure from the doctrine, or one thing to know.
type Finding struct {
	Address *tf.Addr `json:"address"` // never nil; empty for the run itself
	*Cause
	At          *At         `json:"at,omitempty"`
	Related     []Related   `json:"related"`
	Waiver      *Waiver     `json:"waiver"`
	Fingerprint Fingerprint `json:"fingerprint"`
}

// A Cause is what findings of one cause have in common. It is shared: whoever
// changes one finding's cause gives it a copy first.
type Cause struct {
	Rule    string   `json:"rule"` // "SOV101"
	Name    string   `json:"name"` // "unqualified-offer"
	Level   string   `json:"level"`
	Assumed bool     `json:"assumed,omitempty"`
	Message string   `json:"message"` // without the address
	Hint    string   `json:"hint"`
	Cites   []string `json:"cites"`
	// Instead lists offers in force that serve the same, and the resource types
	// that address them; nil where none is known.
	Instead []string `json:"instead,omitempty"`
	Why     []Why    `json:"why"`
	Input   string   `json:"input,omitempty"` // its name, where there are several

	// Vendor and Region are the operator and the region it is about; "" when
	// it is about no site, and in a report that was read back.
	Vendor string `json:"-"`
	Region string `json:"-"`
}

// A Fingerprint is the same from run to run while the cause is the same: it
// rests on rule, address, vendor and the role of the site, never on lines or
// the region. Its text is sixteen hexadecimal digits.
type Fingerprint [8]byte

// String writes the digits.
func (f Fingerprint) String() string { return hex.EncodeToString(f[:]) }

// MarshalText writes the digits.
func (f Fingerprint) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the digits.
func (f *Fingerprint) UnmarshalText(text []byte) error {
	if hex.DecodedLen(len(text)) != len(f) {
		return speech.Errorf("fingerprint %.40q: want sixteen hexadecimal digits", text)
	}
	_, err := hex.Decode(f[:], text)
	return err
}

// A Related is another place that belongs to a finding.
type Related struct {
	Message string `json:"message"`
	At      *At    `json:"at,omitempty"`
}

// A Gap is what keeps a report from being the whole answer: something that could
// not be read or seen, that the caller left out, or that was taken on the
// caller's word.
type Gap struct {
	What string `json:"what"`
	At   *At    `json:"at,omitempty"`
	Kind string `json:"kind,omitempty"` // one of the Gap constants; "" for what could not be read or seen
	Held int    `json:"held,omitempty"` // how many findings on resources, or resources, are not shown for it
}
