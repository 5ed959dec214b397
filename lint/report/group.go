package report

import (
	"cmp"
	"slices"

	"github.com/sovlint/sovlint/lint"
)

// A group is the findings of one cause: one rule, one level, one operator, one
// region.
type group struct {
	key      groupKey
	findings []lint.Finding
}

type groupKey struct {
	level, rule, vendor, region string
	waived                      bool
}

// groups gathers the findings by cause, worst first, and within a level by
// rule, operator and region.
func groups(r *lint.Report) []group {
	byAddress := index(r)
	at := map[groupKey]int{}
	var out []group
	for _, f := range r.Findings {
		k := groupKey{level: f.Level, rule: f.Rule, waived: f.Waiver != nil}
		if res, ok := byAddress[f.Address]; ok {
			k.vendor, k.region = res.Vendor, regionOf(res)
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, group{key: k})
		}
		out[i].findings = append(out[i].findings, f)
	}
	slices.SortStableFunc(out, worse)
	return out
}

func worse(a, b group) int {
	return cmp.Or(
		waivedLast(a.key.waived, b.key.waived),
		cmp.Compare(rank(a.key.level), rank(b.key.level)),
		cmp.Compare(a.key.rule, b.key.rule),
		cmp.Compare(a.key.vendor, b.key.vendor),
		cmp.Compare(a.key.region, b.key.region),
	)
}

func waivedLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func index(r *lint.Report) map[string]*lint.Resource {
	out := make(map[string]*lint.Resource, len(r.Resources))
	for i := range r.Resources {
		x := &r.Resources[i]
		if _, ok := out[x.Address]; !ok {
			out[x.Address] = x
		}
	}
	return out
}

func regionOf(r *lint.Resource) string {
	for _, s := range r.Sites {
		if s.Role == "primary" {
			return s.Region
		}
	}
	if len(r.Sites) > 0 {
		return r.Sites[0].Region
	}
	return ""
}
