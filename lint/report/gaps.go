package report

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// told says in two or three words what a gap is about.
func told(g lint.Gap) string {
	switch {
	case g.Kind == excepted:
		return "exception"
	case g.HeldBack():
		return "held back"
	case g.Kind == lint.GapUnused:
		return "not used"
	case g.Kind != "":
		return "taken as given"
	}
	return "not seen"
}

// gapText writes a gap with where it stands.
func (o Options) gapText(g lint.Gap) string { return o.label(told(g)) + g.What + place(g.At) }

// byCaller are the gaps that the caller made: whoever reads only the report
// could not know of them.
func byCaller(r *lint.Report) []lint.Gap {
	return slices.DeleteFunc(slices.Clone(r.Gaps), func(g lint.Gap) bool { return g.Kind == "" })
}

// excepted is the kind of a gap that stands for what one waiver covers. It is no
// part of a report: the findings themselves are there, with their waiver.
const excepted = "waived"

// aside is what a format that has no place for waived findings says beside the
// others: the gaps that the caller made, and each waiver with how many it covers.
func aside(r *lint.Report, o Options) []lint.Gap {
	type named struct{ id, until, reason, change string }
	covers := map[named]int{}
	var all []*lint.Waiver
	for i := range r.Findings {
		if w := r.Findings[i].Waiver; w != nil {
			k := named{w.ID, w.Until, w.Reason, w.Change}
			if covers[k]++; covers[k] == 1 {
				all = append(all, w)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *lint.Waiver) int { return strings.Compare(a.ID, b.ID) })
	out := byCaller(r)
	for _, w := range all {
		n := covers[named{w.ID, w.Until, w.Reason, w.Change}]
		out = append(out, lint.Gap{Kind: excepted, At: w.At, What: waivedBy(w, o) + " (" + o.count(n, "%d finding", "%d findings") + ")"})
	}
	return out
}

// gapsInOrder are the gaps, those that the caller made first, so that no cut
// leaves them out.
func gapsInOrder(r *lint.Report) []lint.Gap {
	seen := slices.DeleteFunc(slices.Clone(r.Gaps), func(g lint.Gap) bool { return g.Kind != "" })
	return append(byCaller(r), seen...)
}
