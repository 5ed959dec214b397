package report

import (
	"slices"

	"github.com/sovlint/sovlint/lint"
)

// told says in two or three words what a gap is about.
func told(g lint.Gap) string {
	switch {
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

// gapsInOrder are the gaps, those that the caller made first, so that no cut
// leaves them out.
func gapsInOrder(r *lint.Report) []lint.Gap {
	seen := slices.DeleteFunc(slices.Clone(r.Gaps), func(g lint.Gap) bool { return g.Kind != "" })
	return append(byCaller(r), seen...)
}
