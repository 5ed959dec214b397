package rules

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/speech"
)

// Doctrines lists the ids of the embedded doctrines.
func Doctrines() []string {
	var out []string
	entries, _ := compiledFiles.ReadDir("compiled") // it is embedded
	for _, e := range entries {
		if id, ok := strings.CutPrefix(e.Name(), "doctrine."); ok {
			out = append(out, strings.TrimSuffix(id, ".json"))
		}
	}
	return out
}

// Doctrine returns an embedded doctrine.
func Doctrine(id string) (*lint.Doctrine, error) {
	if !slices.Contains(Doctrines(), id) {
		return nil, speech.Errorf("doctrine %q: no such doctrine; known are %s", id, strings.Join(Doctrines(), ", "))
	}
	d := &lint.Doctrine{}
	return d, compiled("doctrine."+id, d)
}

// ParseDoctrine reads a doctrine; its id is the file's name. Errors name file,
// line and column.
func ParseDoctrine(filename string, raw []byte) (*lint.Doctrine, error) {
	var f doctrineFile
	if err := hclsimple.Decode(filename, raw, nil, &f); err != nil {
		return nil, place(err)
	}
	d := f.doctrine(strings.TrimSuffix(path.Base(filename), ".hcl"))
	return d, check(filename, d)
}

// place writes the first of several errors with its place.
func place(err error) error {
	diags, ok := err.(hcl.Diagnostics)
	if !ok || len(diags) == 0 {
		return err
	}
	d := diags[0]
	if d.Subject == nil {
		return speech.Errorf("%s: %s", strings.ToLower(d.Summary), d.Detail)
	}
	return speech.Errorf("%s:%d:%d: %s: %s", d.Subject.Filename, d.Subject.Start.Line, d.Subject.Start.Column, strings.ToLower(d.Summary), d.Detail)
}

// check holds a doctrine against its own words: every clause it cites is there.
func check(filename string, d *lint.Doctrine) error {
	if len(d.Editions) == 0 {
		return speech.Errorf("%s: no edition", filename)
	}
	for _, e := range d.Editions {
		for rule, id := range e.Cites {
			if d.Clause(id) == nil {
				return speech.Errorf("%s: edition %s: rule %s cites clause %q, which is not there", filename, e.From, rule, id)
			}
		}
	}
	for _, r := range d.Routes {
		if (r.Offer == "") == (r.Status == "") {
			return speech.Errorf("%s: route %q needs either its offer or its status", filename, r.ID)
		}
	}
	for _, s := range d.Services {
		if d.Clause(s.Clause) == nil {
			return speech.Errorf("%s: service %q cites clause %q, which is not there", filename, s.Name, s.Clause)
		}
	}
	return nil
}

type doctrineFile struct {
	Title       string         `hcl:"title"`
	Register    string         `hcl:"register,optional"`
	Mark        string         `hcl:"mark,optional"`
	Attestation string         `hcl:"attestation,optional"`
	Home        []string       `hcl:"home,optional"`
	Territory   *territoryFile `hcl:"territory,block"`
	Clauses     []clauseFile   `hcl:"clause,block"`
	Routes      []routeFile    `hcl:"route,block"`
	Services    []serviceFile  `hcl:"service,block"`
	Editions    []editionFile  `hcl:"edition,block"`
	Levels      []levelFile    `hcl:"level,block"`
}

type territoryFile struct {
	Name      string   `hcl:"name"`
	French    string   `hcl:"fr,optional"`
	Countries []string `hcl:"countries"`
}

type sourceFile struct {
	Name       string `hcl:"name"`
	URL        string `hcl:"url,optional"`
	AsOf       string `hcl:"as_of"`
	Confidence string `hcl:"confidence"`
}

func (s sourceFile) source() evidence.Source {
	return evidence.Source{Name: s.Name, URL: s.URL, AsOf: s.AsOf, Confidence: s.Confidence}
}

type clauseFile struct {
	ID      string     `hcl:"id,label"`
	Title   string     `hcl:"title"`
	Article string     `hcl:"article"`
	Source  sourceFile `hcl:"source,block"`
}

type routeFile struct {
	ID     string `hcl:"id,label"`
	Text   string `hcl:"text"`
	French string `hcl:"fr,optional"`
	Offer  string `hcl:"offer,optional"`
	Status string `hcl:"status,optional"`
}

type serviceFile struct {
	Name       string              `hcl:"name,label"`
	Vendors    []string            `hcl:"vendors"`
	Categories []string            `hcl:"categories"`
	Shown      []string            `hcl:"shown,optional"`
	Clause     string              `hcl:"clause"`
	Bodies     []string            `hcl:"bodies"`
	From       string              `hcl:"from,optional"`
	Excepts    map[string][]string `hcl:"excepts,optional"`
	Months     int                 `hcl:"months,optional"`
}

type editionFile struct {
	From     string            `hcl:"from,label"`
	Title    string            `hcl:"title"`
	Bodies   []string          `hcl:"bodies"`
	Reserves map[string]string `hcl:"reserves"`
	Grades   []string          `hcl:"grades,optional"`
	Cites    map[string]string `hcl:"cites"`
	Waiver   *waiverFile       `hcl:"waiver,block"`
	Source   sourceFile        `hcl:"source,block"`
}

type waiverFile struct {
	Months     int      `hcl:"months"`
	Needs      []string `hcl:"needs"`
	Kinds      []string `hcl:"kinds"`
	Unverified bool     `hcl:"unverified,optional"`
	Engaged    bool     `hcl:"engaged,optional"`
}

type levelFile struct {
	Rule  string `hcl:"rule,label"`
	Level string `hcl:"level"`
}

func (f doctrineFile) doctrine(id string) *lint.Doctrine {
	d := &lint.Doctrine{ID: id, Title: f.Title, Register: f.Register, Mark: f.Mark, Attestation: f.Attestation, Home: f.Home}
	if f.Territory != nil {
		d.Territory = lint.Territory(*f.Territory)
	}
	for _, c := range f.Clauses {
		d.Clauses = append(d.Clauses, lint.Clause{ID: c.ID, Title: c.Title, Article: c.Article, Source: c.Source.source()})
	}
	for _, r := range f.Routes {
		d.Routes = append(d.Routes, lint.Route(r))
	}
	for _, s := range f.Services {
		d.Services = append(d.Services, lint.Service(s))
	}
	for _, l := range f.Levels {
		d.Levels = append(d.Levels, lint.RuleLevel(l))
	}
	for _, e := range f.Editions {
		ed := lint.Edition{From: e.From, Title: e.Title, Bodies: e.Bodies, Reserves: e.Reserves, Grades: e.Grades, Cites: e.Cites, Source: e.Source.source()}
		if e.Waiver != nil {
			ed.Waiver = lint.WaiverTerms(*e.Waiver)
		}
		d.Editions = append(d.Editions, ed)
	}
	slices.SortFunc(d.Editions, func(a, b lint.Edition) int { return cmp.Compare(a.From, b.From) })
	return d
}
