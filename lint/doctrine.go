package lint

import (
	"slices"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
)

// A Doctrine is a body of norms as data: what it asks of whom, edition by
// edition.
type Doctrine struct {
	ID        string
	File      string `json:"-"` // the user's file that it was read from; "" for one of ours
	Title     string
	Register  string    // id of the register whose offers conform; "" when no qualification is asked for
	Mark      string    // what the register's offers are qualified as, "SecNumCloud"; "" for the register's title
	Territory Territory // where data may be; no countries when any place will do
	// Attestation names a proof that the text asks for and no register here
	// lists, so that nothing can be established; "" for none.
	Attestation string
	Home        []string    // countries whose control is accepted beside the Union's, ISO 3166-1 alpha-2
	Clauses     []Clause    // what messages cite
	Routes      []Route     // ways that are open
	Services    []Service   // services named in a text, whatever the data
	Editions    []Edition   // oldest first
	Levels      []RuleLevel // levels that differ from the rules' own
}

// A Territory is a list of countries.
type Territory struct {
	Name      string   // after "the"
	French    string   // with its article; "" for none
	Countries []string // ISO 3166-1 alpha-2
}

// A Clause is one passage of a text that can be cited.
type Clause struct {
	ID      string // "R9"
	Title   string
	Article string // where it stands in the text
	Source  evidence.Source
}

// A Route is a way to conform that the doctrine names.
type Route struct {
	ID     string
	Text   string
	French string // "" for none
	Offer  string // id in the register of the offer it rests on; "" for none
	Status string // open, candidate; of a route that rests on an offer "", since the register tells
}

// A Service is a vendor's service that a text names as not conforming.
type Service struct {
	Name       string
	Vendors    []string // catalog ids
	Categories []string // the catalog's service categories that the text speaks of
	// Shown are the categories of which a setting, though it holds no data, shows
	// that the service is used.
	Shown  []string
	Clause string
	Bodies []string
	From   string // YYYY-MM-DD, the day of the text; "" for always
	// Excepts lists, by kind of waiver, the catalog's service categories that
	// the text lets an exception cover. Nothing else of the service can be waived.
	Excepts map[string][]string
	Months  int // longest exception of the text, as WaiverTerms.Months; 0 for the edition's
}

// An Edition is the doctrine as it stood from a day on.
type Edition struct {
	From     string // YYYY-MM-DD, the day it came into force
	Title    string
	Bodies   []string          // bodies bound
	Reserves map[string]string // class -> always, assessed; other classes are free
	Grades   []string          // grades of foreign reach that do not conform; empty when control is not asked about
	Cites    map[string]string // rule name -> clause id
	Waiver   WaiverTerms
	Source   evidence.Source
}

// WaiverTerms are what an edition asks of an exception.
type WaiverTerms struct {
	Months int      // longest, counted from the day a conforming offer came to exist; 0 for no limit
	Needs  []string // references it must carry
	Kinds  []string // kinds it may be of; empty for any
	// Unverified is true where the length is not verified in the text: what is
	// longer is doubtful then, and not refused.
	Unverified bool
	Engaged    bool // only for what was there already
}

// A RuleLevel is the level a doctrine gives to a rule.
type RuleLevel struct {
	Rule  string
	Level string
}

// EditionOn returns the edition in force on a day (YYYY-MM-DD); nil before the
// first one.
func (d *Doctrine) EditionOn(day string) *Edition {
	var out *Edition
	for i := range d.Editions {
		if d.Editions[i].From <= day {
			out = &d.Editions[i]
		}
	}
	return out
}

// Clause returns the clause with an id, or nil.
func (d *Doctrine) Clause(id string) *Clause {
	for i := range d.Clauses {
		if d.Clauses[i].ID == id {
			return &d.Clauses[i]
		}
	}
	return nil
}

// Binds reports whether the edition binds a body.
func (e *Edition) Binds(body string) bool { return slices.Contains(e.Bodies, body) }

// Bodies lists the bodies a user can declare.
func Bodies() []string {
	return []string{"state", "operator", "listed-group", "local-authority", "private"}
}

func (d *Doctrine) level(rule string) string {
	for _, l := range d.Levels {
		if l.Rule == rule {
			return l.Level
		}
	}
	return ""
}

// Standing says on a day (YYYY-MM-DD) whether a route is open, candidate or
// closed; a register that is not there leaves it closed.
func (r Route) Standing(reg *catalog.Register, day string) string {
	if r.Offer == "" {
		return r.Status
	}
	if reg == nil {
		return "closed"
	}
	for _, o := range reg.Offers {
		switch {
		case o.ID != r.Offer:
		case o.Status == "candidate":
			return "candidate"
		case o.Status == "qualified" && o.From <= day && (o.Until == "" || day <= o.Until):
			return "open"
		}
	}
	return "closed"
}

// Service returns the service of a text that a vendor's resources of a category
// are, for a body on a day (YYYY-MM-DD); nil for none.
func (d *Doctrine) Service(vendor, category, body, day string) *Service {
	for i, s := range d.Services {
		if s.From > day || !slices.Contains(s.Categories, category) {
			continue
		}
		if vendor != "" && slices.Contains(s.Vendors, vendor) && slices.Contains(s.Bodies, body) {
			return &d.Services[i]
		}
	}
	return nil
}

// In gives the territory's name in a language, with its article in French.
func (t Territory) In(l speech.Lang) string {
	if l == speech.French && t.French != "" {
		return t.French
	}
	return l.Word(t.Name)
}

// In gives the way in words, in a language.
func (r Route) In(l speech.Lang) string {
	if l == speech.French && r.French != "" {
		return r.French
	}
	return l.Word(r.Text)
}

func (t Territory) has(country string) bool {
	return country == "EU" || slices.Contains(t.Countries, country)
}
