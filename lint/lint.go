// Package lint holds a configuration against a doctrine: it is the contract
// between the stations that find out what is, the rules that say what ought to
// be, and the report.
package lint

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

// A Summary counts. Placed and Undetermined count holding resources only.
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

// A Resource is what is believed of one resource, and why.
type Resource struct {
	Address   string      `json:"address"`
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
	At        *At         `json:"at,omitempty"`
	Why       []Why       `json:"why"`
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
	Role      string `json:"role"` // primary replica backup edge key log host
	Region    string `json:"region"`
	Country   string `json:"country"`
	Operator  string `json:"operator"`
	Offer     string `json:"offer"`
	Certainty string `json:"certainty"` // proven probable
	Verdict   string `json:"verdict"`
}

// A Question is what is not known, and what would settle it.
type Question struct {
	What   string `json:"what"`
	Settle string `json:"settle"`
}

// An At is a place in a source file.
type At struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

// A Why is one reason.
type Why struct {
	Claim  string  `json:"claim"`
	At     *At     `json:"at,omitempty"`
	Source *Source `json:"source,omitempty"`
}

// A Source is where a fact comes from.
type Source struct {
	Name       string `json:"name"`
	URL        string `json:"url,omitempty"`
	AsOf       string `json:"as_of,omitempty"`
	Confidence string `json:"confidence,omitempty"`
}

// A Finding is one departure from the doctrine, or one thing to know.
type Finding struct {
	Rule        string    `json:"rule"` // "SOV101"
	Name        string    `json:"name"` // "unqualified-offer"
	Level       string    `json:"level"`
	Address     string    `json:"address"` // "" for the run itself
	Assumed     bool      `json:"assumed,omitempty"`
	Message     string    `json:"message"`
	Hint        string    `json:"hint"`
	Cites       []string  `json:"cites"`
	At          *At       `json:"at,omitempty"`
	Related     []Related `json:"related"`
	Waiver      *Waiver   `json:"waiver"`
	Fingerprint string    `json:"fingerprint"`
	Why         []Why     `json:"why"`
}

// A Related is another place that belongs to a finding.
type Related struct {
	Message string `json:"message"`
	At      *At    `json:"at,omitempty"`
}

// A Waiver is the exception that covers a finding.
type Waiver struct {
	ID     string `json:"id"`
	Reason string `json:"reason"`
	Until  string `json:"until"`
}

// A Gap is something that could not be read or seen.
type Gap struct {
	What string `json:"what"`
	At   *At    `json:"at,omitempty"`
}
