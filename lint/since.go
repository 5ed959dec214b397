package lint

import (
	"maps"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/speech"
)

// What a change does to a waiver of a finding, as a base shows it.
const (
	WaiverAdded     = "added"     // the base has no waiver of that id
	WaiverProlonged = "prolonged" // it ends later than in the base
	WaiverWidened   = "widened"   // the base has it, and does not waive this finding by it
)

// An Exception is a finding that a waiver covers, as a base remembers it.
type Exception struct {
	Fingerprint Fingerprint `json:"fingerprint"`
	Waiver      string      `json:"waiver"` // its id
	Until       string      `json:"until"`  // YYYY-MM-DD
}

// Exceptions lists what the waivers of a report cover; never nil.
func (r *Report) Exceptions() []Exception {
	out := []Exception{}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Waiver != nil {
			out = append(out, Exception{f.Fingerprint, f.Waiver.ID, f.Waiver.Until})
		}
	}
	return out
}

// A touched waiver is one whose finding stands in another way than in the base.
type touched struct {
	*Waiver
	change string
}

// WaiversSince notes at each waived finding what a change does to its waiver, held
// against what a base waives.
func (r *Report) WaiversSince(base []Exception) {
	was, ends := map[Fingerprint][]Exception{}, map[string]string{}
	for _, e := range base {
		was[e.Fingerprint] = append(was[e.Fingerprint], e)
		ends[e.Waiver] = max(ends[e.Waiver], e.Until)
	}
	before := map[Fingerprint]Fingerprint{} // of what moves
	for _, m := range r.Moved {
		for now, old := range m.Fingerprints {
			before[now] = old
		}
	}
	copies := map[touched]*Waiver{}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Waiver == nil {
			continue
		}
		known := was[f.Fingerprint]
		if old, ok := before[f.Fingerprint]; ok && known == nil {
			known = was[old]
		}
		t := touched{f.Waiver, changeOf(f.Waiver, known, ends)}
		if copies[t] == nil {
			w := *f.Waiver
			w.Change = t.change
			copies[t] = &w
		}
		f.Waiver = copies[t]
	}
}

// changeOf is what becomes of a waiver for one finding; known is how the base waives
// that finding, and ends when the base's waivers end.
func changeOf(w *Waiver, known []Exception, ends map[string]string) string {
	end, there := ends[w.ID]
	switch {
	case !there:
		return WaiverAdded
	case w.Until > end:
		return WaiverProlonged
	case !slices.ContainsFunc(known, func(e Exception) bool { return e.Waiver == w.ID }):
		return WaiverWidened
	}
	return ""
}

// Touched are the waived findings whose waiver the change adds, prolongs or widens.
func (r *Report) Touched() []Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return f.Waiver == nil || f.Waiver.Change == "" })
}

// WaiverGaps names the waivers that a change adds, prolongs or widens. base is the
// base's name, for people.
func (r *Report) WaiverGaps(base string, l speech.Lang) []Gap {
	covers := map[string]map[string]int{WaiverAdded: {}, WaiverProlonged: {}, WaiverWidened: {}} // by change and id
	for _, f := range r.Touched() {
		covers[f.Waiver.Change][f.Waiver.ID]++
	}
	var out []Gap
	add := func(change string, sentence func(string) string) {
		if ids := covers[change]; len(ids) > 0 {
			out = append(out, Gap{Kind: GapGiven, What: sentence(counted(ids, l))})
		}
	}
	add(WaiverAdded, func(ids string) string { return l.Say("waivers that this change adds, since %s: %s", base, ids) })
	add(WaiverProlonged, func(ids string) string { return l.Say("waivers that this change prolongs, since %s: %s", base, ids) })
	add(WaiverWidened, func(ids string) string {
		return l.Say("waivers that cover more by this change, since %s: %s", base, ids)
	})
	return out
}

// counted names waivers with how many findings each covers, in order.
func counted(covers map[string]int, l speech.Lang) string {
	var out []string
	for i, id := range slices.Sorted(maps.Keys(covers)) {
		if i == maxNamed {
			out = append(out, l.Count(len(covers)-i, "and %d more", "and %d more"))
			break
		}
		out = append(out, id+" ("+l.Count(covers[id], "%d finding", "%d findings")+")")
	}
	return strings.Join(out, ", ")
}
