package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// Args fill the holes in a message: {what} takes the value of "what".
type Args map[string]string

// Say reports a finding of the rule that runs about a subject, with the words
// kept under key. site is the place it is about; nil for the whole resource.
func (p *Pass) Say(s *Subject, site *Judged, key string, args Args) {
	f := p.finding(key, p.fill(s, site, args))
	f.Address = s.Resource.Address
	f.Level = p.level(s, f.Level)
	if f.Level == Off {
		return
	}
	f.Assumed = s.Class.Assumed && s.Service == nil || p.BodyAssumed
	f.At = at(s.Resource.At)
	f.Why = whys(s.Placement.Why)
	role, vendor := "", ""
	if s.Placement.Vendor != nil {
		vendor = s.Placement.Vendor.ID
	}
	if site != nil {
		role = site.Role
		f.Why = append(f.Why, whys(site.Why)...)
		if site.Operator != nil {
			vendor = site.Operator.ID
		}
		if site.Offer != nil {
			f.Why = append(f.Why, whys(evidence.Trail{{Claim: "offer " + site.Offer.ID + " is " + site.Offer.Status, Source: site.Offer.Source}})...)
		}
	}
	f.Why = p.whys.share(append(f.Why, whys(s.Class.Why)...))
	f.Fingerprint = fingerprint(f.Rule, f.Address, vendor, role)
	p.findings = append(p.findings, f)
}

// Note reports a finding about the run itself.
func (p *Pass) Note(key string, args Args) {
	f := p.finding(key, p.fill(nil, nil, args))
	if f.Level = p.set(f.Level); f.Level == Off {
		return
	}
	f.Fingerprint = fingerprint(f.Rule, key, "", "")
	p.findings = append(p.findings, f)
}

func (p *Pass) finding(key string, args Args) Finding {
	text := p.rule.Text(p.Lang)
	f := Finding{Rule: p.rule.ID, Name: p.rule.Name, Level: p.rule.Level,
		Message: expand(text.Say[key], args), Hint: p.whys.word(expand(either(text.Hint, key), args)),
		Cites: []string{}, Related: []Related{}, Why: []Why{}}
	if id := p.Edition.Cites[p.rule.Name]; id != "" {
		f.Cites = append(f.Cites, p.Doctrine.ID+"/"+id)
	}
	return f
}

// SetLevel lowers or raises the rule's own level for what it says next.
func (p *Pass) SetLevel(level string) { p.rule.Level = level }

// level is what a finding weighs: the rule's own level, milder where the data
// only passes or only keys are held, where a person must assess the harm, and
// where the body is not bound; the user has the last word.
func (p *Pass) level(s *Subject, own string) string {
	level := own
	if l := p.Doctrine.level(p.rule.Name); l != "" && own == Error {
		level = l
	}
	switch s.Placement.Type.Holds {
	case catalog.Keys, catalog.Transits:
		level = milder(level, Warning)
	}
	if s.Reserved == "assessed" {
		level = milder(level, Warning)
	}
	if p.Strict && p.rule.Open && level != Notice {
		level = Error
	}
	if !p.Edition.Binds(p.Body) {
		level = milder(level, Notice)
	}
	return p.set(level)
}

func (p *Pass) set(level string) string {
	for _, name := range []string{p.rule.Name, p.rule.ID} {
		if l, ok := p.Levels[name]; ok {
			return l
		}
	}
	return level
}

func milder(a, b string) string {
	order := []string{Error, Warning, Notice, Off}
	if slices.Index(order, a) > slices.Index(order, b) {
		return a
	}
	return b
}

func either(m map[string]string, key string) string {
	if s, ok := m[key]; ok {
		return s
	}
	return m[""]
}

// expand fills the holes of a message.
func expand(text string, args Args) string {
	var pairs []string
	for k, v := range args {
		pairs = append(pairs, "{"+k+"}", v)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// fingerprint is the same from run to run while the cause is the same.
func fingerprint(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

func at(r tf.Range) *At {
	if r.IsZero() {
		return nil
	}
	return &At{File: r.File, Line: r.Line, Column: r.Column, EndLine: r.EndLine, EndColumn: r.EndColumn}
}

func whys(trail evidence.Trail) []Why {
	out := []Why{}
	for _, step := range trail {
		w := Why{Claim: step.Claim, At: at(step.At)}
		if step.Source.Name != "" {
			w.Source = &Source{Name: step.Source.Name, URL: step.Source.URL, AsOf: step.Source.AsOf, Confidence: step.Source.Confidence}
		}
		out = append(out, w)
	}
	return out
}
