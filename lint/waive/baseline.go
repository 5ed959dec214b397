package waive

import (
	"encoding/json"
	"errors"
	"io"
	"slices"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
)

// BaselineSchema is the value of a baseline's schema.
const BaselineSchema = "sovlint/baseline/v1"

// A Baseline is the findings that were there already, by fingerprint. The zero
// Baseline holds none.
type Baseline struct {
	Schema   string  `json:"schema"`
	Findings []Known `json:"findings"`
	// Waived is what waivers covered; nil in a file of an earlier version, which
	// does not say.
	Waived []lint.Exception `json:"waived"`
}

// A Known is one finding of a baseline. The fingerprint tells which one it is,
// and the standing whether it has become worse; rule and address are for whoever
// reads the file. A file of an earlier version has no standings.
type Known struct {
	Fingerprint lint.Fingerprint `json:"fingerprint"`
	Rule        string           `json:"rule"`
	Address     string           `json:"address"`
	lint.Standing
}

// BaselineOf takes the findings on resources of a report. Waived ones stand apart:
// they come back when their waiver ends.
func BaselineOf(r *lint.Report) Baseline {
	b := Baseline{Schema: BaselineSchema, Findings: []Known{}, Waived: r.Exceptions()}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Waiver == nil && !f.Address.IsZero() {
			b.Findings = append(b.Findings, Known{f.Fingerprint, f.Name, f.Address.String(), r.Standing(f)})
		}
	}
	return b
}

// ReadBaseline reads what Write wrote.
func ReadBaseline(r io.Reader) (Baseline, error) {
	var b Baseline
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	switch err := dec.Decode(&b); {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return b, errors.New("the baseline ends too early; write it again with --write-baseline")
	case err != nil:
		return b, speech.Errorf("this is no baseline: %w", err)
	case b.Schema != BaselineSchema:
		return b, speech.Errorf("schema %.40q, want %s", b.Schema, BaselineSchema)
	}
	if _, err := dec.Token(); err != io.EOF {
		return b, errors.New("something follows the baseline")
	}
	return b, nil
}

// Write writes the baseline.
func (b Baseline) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(b)
}

// Lay takes the findings that the baseline holds out of a report, and says in a
// gap how many they were, and how many of its own are gone. One that stands worse
// than the baseline knows it stays, and says so. So does one that is waived, with
// what the change does to its waiver. name is the baseline's, for people; t is the
// territory that the doctrine permits.
func (b Baseline) Lay(r *lint.Report, name string, t lint.Territory, lang speech.Lang) {
	l := laid{r: r, lang: lang, name: name, territory: t, known: map[lint.Fingerprint][]lint.Standing{}, seen: map[lint.Fingerprint]bool{}}
	for _, k := range b.Findings {
		l.known[k.Fingerprint] = append(l.known[k.Fingerprint], k.Standing)
		l.old = l.old || k.Standing.IsZero()
	}
	for _, m := range r.Moved {
		l.rename(m)
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f lint.Finding) bool {
		return !f.Address.IsZero() && l.covers(&f) && f.Waiver == nil
	})
	for i := range r.Findings {
		l.worsened(&r.Findings[i])
	}
	l.gaps()
	l.waivers(b.Waived)
	r.Count()
}

// A laid is a baseline being laid over a report.
type laid struct {
	r         *lint.Report
	lang      speech.Lang
	name      string
	territory lint.Territory
	known     map[lint.Fingerprint][]lint.Standing
	seen      map[lint.Fingerprint]bool
	covered   int
	old       bool // it does not say where its findings stood
}

// rename knows the findings of a resource that moves by their new fingerprints.
func (l *laid) rename(m lint.Moved) {
	for now, before := range m.Fingerprints {
		if known, ok := l.known[before]; ok && l.known[now] == nil {
			l.known[now] = known
			delete(l.known, before)
		}
	}
}

// covers reports whether the baseline knows a finding as it stands.
func (l *laid) covers(f *lint.Finding) bool {
	before, ok := l.known[f.Fingerprint]
	if !ok {
		return false
	}
	l.seen[f.Fingerprint] = true
	now := l.r.Standing(f)
	if slices.ContainsFunc(before, func(s lint.Standing) bool { return !now.WorseThan(s, l.territory) }) {
		if f.Waiver == nil {
			l.covered++
		}
		return true
	}
	return false
}

// worsened says of a finding that the baseline knows where it knows it.
func (l *laid) worsened(f *lint.Finding) {
	before := l.known[f.Fingerprint]
	if len(before) == 0 || f.Address.IsZero() || f.Waiver != nil {
		return
	}
	cause := *f.Cause
	cause.Message += l.lang.Say("; the baseline %s knows it at %s", l.name, before[0].Since(l.r.Standing(f)))
	f.Cause = &cause
}

// gaps says what was left out, and what of the baseline is of no use.
func (l *laid) gaps() {
	var said []lint.Gap
	if l.covered > 0 {
		said = append(said, lint.Gap{Kind: lint.GapKnown, Held: l.covered, What: l.lang.Say("findings of the baseline %s that are still there: %d", l.name, l.covered)})
	}
	if l.covered > 0 && l.old {
		said = append(said, lint.Gap{What: l.lang.Say("the baseline %s does not say where its findings were: a move is not seen; write it again with --write-baseline", l.name)})
	}
	if gone := len(l.known) - len(l.seen); gone > 0 && l.r.Held() == 0 { // what was not looked for is not gone
		said = append(said, lint.Gap{Kind: lint.GapUnused, What: l.lang.Say("findings of the baseline %s that are gone: %d; write it again with --write-baseline", l.name, gone)})
	}
	l.r.Gaps = append(said, l.r.Gaps...)
}

// waivers says what has become of waivers since the baseline, where it can tell.
func (l *laid) waivers(base []lint.Exception) {
	if base != nil {
		l.r.WaiversSince(base)
		l.r.Gaps = append(l.r.WaiverGaps(l.name, l.lang), l.r.Gaps...)
		return
	}
	if len(l.r.Exceptions()) > 0 {
		l.r.Gaps = append(l.r.Gaps, lint.Gap{What: l.lang.Say("the baseline %s does not say what was waived: which waivers are new is not seen; write it again with --write-baseline", l.name)})
	}
}
