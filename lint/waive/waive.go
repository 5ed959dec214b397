// Package waive lays waivers over the findings of a run: what an owner has
// excepted, for a reason and until a day, within what the edition allows.
package waive

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/tf"
)

// Lay gives the function that lays waivers over a run's findings: those given,
// and those that stand in comments of the source. A waiver that has ended, or
// that the edition does not allow, waives nothing.
func Lay(waivers []*lint.Waiver) func(*lint.Pass) []lint.Outcome {
	return func(p *lint.Pass) []lint.Outcome {
		l := layer{p: p, file: len(waivers), on: map[*tf.Addr][]int{}}
		for _, w := range waivers {
			l.out = append(l.out, lint.Outcome{Waiver: w, Lapsed: w.Until < p.AsOf, Faults: faults(w, p)})
		}
		if !p.NoRemarks {
			l.comments()
		}
		if len(l.out) > 0 {
			p.Entries(l.resource)
		}
		return l.out
	}
}

// A layer lays the waivers of one run.
type layer struct {
	p    *lint.Pass
	out  []lint.Outcome
	file int                // how many of them are the configuration's; comments follow
	on   map[*tf.Addr][]int // the comments that a resource's block bears, by place in out
}

func (l *layer) resource(r lint.Resource, findings []*lint.Finding) {
	for _, f := range findings {
		named := l.named(r, f)
		for i := range l.file {
			w := l.out[i].Waiver
			if slices.Contains(w.Rules, f.Name) && (matches(w, *r.Address) || slices.Contains(named, w.ID)) && l.waives(i, r, f) {
				break
			}
		}
		for _, i := range l.on[r.Address] {
			if w := l.out[i].Waiver; f.Waiver == nil && w.Names == "" && slices.Contains(w.Rules, f.Name) {
				l.waives(i, r, f)
			}
		}
	}
}

// named gives the waivers of the configuration that comments on the resource's
// block name, and that are about the finding's rule.
func (l *layer) named(r lint.Resource, f *lint.Finding) []string {
	var out []string
	for _, i := range l.on[r.Address] {
		o := &l.out[i]
		if id := o.Waiver.Names; id != "" && len(o.Faults) == 0 && slices.Contains(o.Waiver.Rules, f.Name) {
			o.Covers++
			out = append(out, id)
		}
	}
	return out
}

// waiver is the configuration's waiver with an id; nil for none.
func (l *layer) waiver(id string) *lint.Waiver {
	for _, o := range l.out[:l.file] {
		if o.Waiver.ID == id {
			return o.Waiver
		}
	}
	return nil
}

// waives lays one waiver over one finding that it is about; true when the
// finding is waived.
func (l *layer) waives(i int, r lint.Resource, f *lint.Finding) bool {
	o := &l.out[i]
	o.Covers++
	if o.Lapsed || slices.ContainsFunc(o.Faults, func(f lint.Fault) bool { return !f.Doubt }) {
		return false
	}
	if fault, ok := l.excepted(o.Waiver, r, f); !ok {
		if !slices.ContainsFunc(o.Faults, func(old lint.Fault) bool { return old.Key == fault.Key && old.Args["service"] == fault.Args["service"] }) {
			fault.Doubt = true // it counts where it may
			o.Faults = append(o.Faults, fault)
		}
		o.Covers--
		return false
	}
	if l.p.Edition.Waiver.Engaged && r.Action == tf.Create.String() {
		o.Created = append(o.Created, r.Address)
	}
	f.Waiver = o.Waiver
	return true
}

// excepted holds a waiver against the text that names the resource's service,
// where one does.
func (l *layer) excepted(w *lint.Waiver, r lint.Resource, f *lint.Finding) (lint.Fault, bool) {
	s := l.p.Doctrine.Service(r.Vendor, r.Service, l.p.Body, l.p.AsOf)
	switch {
	case s == nil:
		return lint.Fault{}, true
	case !slices.Contains(s.Excepts[w.Kind], r.Service):
		return lint.Fault{Key: "service", Args: lint.Args{"service": s.Name, "kind": cmp.Or(w.Kind, "-"), "what": lint.Category(l.p.Lang, r.Service)}}, false
	case s.Months > 0 && w.OfferSince != "" && w.Until > After(w.OfferSince, s.Months):
		return lint.Fault{Key: "service-long", Args: lint.Args{"service": s.Name, "since": w.OfferSince, "months": strconv.Itoa(s.Months), "latest": After(w.OfferSince, s.Months)}}, false
	}
	return lint.Fault{}, true
}

func matches(w *lint.Waiver, a tf.Addr) bool {
	return slices.ContainsFunc(w.Match, func(g string) bool { return classify.Covers(g, a) })
}

// maxYears bounds how far away a waiver may end: no text allows as much, and what
// is further has no end that anybody will see.
const maxYears = 10

// faults holds a waiver against what the edition asks of one.
func faults(w *lint.Waiver, p *lint.Pass) []lint.Fault {
	terms := p.Edition.Waiver
	var out []lint.Fault
	add := func(key string, doubt bool, args lint.Args) {
		out = append(out, lint.Fault{Key: key, Args: args, Doubt: doubt})
	}
	if len(terms.Kinds) > 0 && w.Kind != "" && !slices.Contains(terms.Kinds, w.Kind) {
		add("kind", false, lint.Args{"kind": w.Kind, "kinds": list(terms.Kinds)})
	}
	if len(terms.Kinds) > 0 && w.Kind == "" {
		add("no-kind", false, lint.Args{"kinds": list(terms.Kinds)})
	}
	var missing []string
	for _, need := range terms.Needs {
		if w.Refs[need] == "" {
			missing = append(missing, need)
		}
	}
	if len(missing) > 0 {
		add("refs", false, lint.Args{"refs": list(missing)})
	}
	if w.Granted > p.AsOf {
		add("not-yet", false, lint.Args{"granted": w.Granted})
	}
	if latest := After(p.AsOf, 12*maxYears); latest != "" && w.Until > latest {
		add("far", false, lint.Args{"latest": latest, "years": strconv.Itoa(maxYears)})
	}
	if w.Short && (len(terms.Needs) > 0 || len(terms.Kinds) > 0 || terms.Months > 0) {
		return append(out[:0], lint.Fault{Key: "short"})
	}
	if terms.Months > 0 {
		out = append(out, tooLong(w, terms)...)
	}
	return out
}

// tooLong holds the end of a waiver against the months that its edition allows
// from the day a conforming offer came to exist.
func tooLong(w *lint.Waiver, terms lint.WaiverTerms) []lint.Fault {
	months := strconv.Itoa(terms.Months)
	if w.OfferSince == "" {
		return []lint.Fault{{Key: "no-clock", Doubt: true, Args: lint.Args{"months": months}}}
	}
	latest := After(w.OfferSince, terms.Months)
	if w.Until <= latest {
		return nil
	}
	return []lint.Fault{{Key: "long", Doubt: terms.Unverified, Args: lint.Args{"months": months, "since": w.OfferSince, "latest": latest}}}
}

// After is the last day of a term of so many months that begins on a day: the
// same day of the month, or its last one where the month is shorter. Days are
// YYYY-MM-DD; "" for what is no day.
func After(day string, months int) string {
	from, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	first := time.Date(from.Year(), from.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(from.Day(), last)-1).Format(time.DateOnly)
}

func list(words []string) string {
	out := ""
	for i, w := range words {
		if i > 0 {
			out += ", "
		}
		out += w
	}
	return out
}
