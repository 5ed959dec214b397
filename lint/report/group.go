package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// A group is the findings of one cause: one rule, one level, one operator, one
// region.
type group struct {
	key      groupKey
	findings []*lint.Finding
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
	for i := range r.Findings {
		f := &r.Findings[i]
		k := groupKey{level: f.Level, rule: f.Rule, waived: f.Waiver != nil}
		if res, ok := byAddress[f.Address]; ok {
			k.vendor, k.region = about(res, f.Message)
		}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			out = append(out, group{key: k})
		}
		out[n].findings = append(out[n].findings, f)
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

// about gives the operator and the region a finding is about: those of the
// first site whose region the message names, else those of the main place.
func about(r *lint.Resource, message string) (vendor, region string) {
	for _, s := range r.Sites {
		if s.Region != "" && strings.Contains(message, s.Region) {
			return cmp.Or(s.Operator, r.Vendor), s.Region
		}
	}
	for _, s := range r.Sites {
		if s.Role == "primary" {
			return cmp.Or(s.Operator, r.Vendor), s.Region
		}
	}
	return r.Vendor, ""
}

// bare is a finding's message without the address it begins with.
func bare(f *lint.Finding) string {
	if rest, ok := strings.CutPrefix(f.Message, f.Address+": "); ok && f.Address != "" {
		return rest
	}
	return f.Message
}

// heads gives what differs between some messages: each without the words all
// of them end with. All are "" when all are the same.
func heads(findings []*lint.Finding) []string {
	words := make([][]string, len(findings))
	for i, f := range findings {
		words[i] = strings.Split(bare(f), " ")
	}
	same := 0
	for ended := false; !ended; {
		for _, w := range words {
			ended = ended || same == len(w) || w[len(w)-1-same] != words[0][max(len(words[0])-1-same, 0)]
		}
		if !ended {
			same++
		}
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.TrimRight(strings.Join(w[:len(w)-same], " "), ",;")
	}
	return out
}
