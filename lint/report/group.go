package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
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
	waiver, change              string // of what is waived: its id, and what becomes of it
	message                     string // of what is about the run itself: nothing else tells it apart
}

// groups gathers the findings by cause, worst first, and within a level by
// rule, operator and region.
func groups(r *lint.Report) []group {
	at := map[groupKey]int{}
	var out []group
	var sizes []int
	in := make([]int32, len(r.Findings)) // by finding, its group
	for i := range r.Findings {
		k := keyOf(r, &r.Findings[i])
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k], out, sizes = n, append(out, group{key: k}), append(sizes, 0)
		}
		in[i] = int32(n)
		sizes[n]++
	}
	room := make([]*lint.Finding, len(r.Findings)) // of all groups
	for n, size := range sizes {
		out[n].findings, room = room[:0:size], room[size:]
	}
	for i, n := range in {
		out[n].findings = append(out[n].findings, &r.Findings[i])
	}
	slices.SortStableFunc(out, worse)
	return out
}

func keyOf(r *lint.Report, f *lint.Finding) groupKey {
	k := groupKey{level: f.Level, rule: f.Rule, waived: f.Waiver != nil}
	if f.Waiver != nil {
		k.waiver, k.change = f.Waiver.ID, f.Waiver.Change
	}
	k.vendor, k.region = about(r, f)
	if f.Address.IsZero() {
		k.message = f.Message
	}
	return k
}

func worse(a, b group) int {
	return cmp.Or(
		trueLast(a.key.waived, b.key.waived),
		trueLast(a.key.rule != unjudged, b.key.rule != unjudged),
		cmp.Compare(rank(a.key.level), rank(b.key.level)),
		cmp.Compare(a.key.rule, b.key.rule),
		cmp.Compare(a.key.vendor, b.key.vendor),
		cmp.Compare(a.key.region, b.key.region),
		cmp.Compare(a.key.waiver, b.key.waiver),
		cmp.Compare(a.key.change, b.key.change),
	)
}

// unjudged is the rule on what could not be read: it comes before all that was.
const unjudged = "SOV903"

func trueLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// about gives the operator and the region a finding is about. In a report that
// was read back they are those of the first site whose region the message
// names, else those of the main place.
func about(r *lint.Report, f *lint.Finding) (vendor, region string) {
	if f.Vendor != "" || f.Address.IsZero() {
		return f.Vendor, f.Region
	}
	i, ok := slices.BinarySearchFunc(r.Resources, f.Address, func(x lint.Resource, a *tf.Addr) int { return x.Address.Compare(*a) })
	if !ok {
		return "", ""
	}
	for ; r.Resources[i].Input != f.Input && i+1 < len(r.Resources) && *r.Resources[i+1].Address == *f.Address; i++ {
	}
	x := r.Resources[i]
	for _, named := range []bool{true, false} {
		for _, s := range x.Sites {
			if named && s.Region != "" && strings.Contains(f.Message, s.Region) || !named && s.Role == "primary" {
				return cmp.Or(s.Operator, x.Vendor), s.Region
			}
		}
	}
	return x.Vendor, ""
}

// heads gives what differs between some messages: each without the words that
// all of them end with, and, where it is one term in brackets, that term alone. A
// sentence is cut at the end of a part of it only, so that "block storage" stays
// whole. All are "" when all are the same.
func heads(findings []*lint.Finding) []string {
	words := make([][]string, len(findings))
	for i, f := range findings {
		words[i] = strings.Split(f.Message, " ")
	}
	first := words[0]
	same := len(first)
	for _, w := range words[1:] {
		n := 0
		for n < min(same, len(w)) && w[len(w)-1-n] == first[len(first)-1-n] {
			n++
		}
		same = n
	}
	for same > 0 && slices.ContainsFunc(words, func(w []string) bool { return len(w) > same && !partEnds(w[len(w)-same-1], w[len(w)-same]) }) {
		same--
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.TrimRight(strings.Join(w[:len(w)-same], " "), ",;")
	}
	return inBrackets(out)
}

// partEnds reports whether a sentence may be cut between two words.
func partEnds(before, after string) bool {
	return strings.HasSuffix(before, ",") || strings.HasSuffix(before, ";") || slices.Contains([]string{"is", "are", "cannot", ":", ";"}, after)
}

// inBrackets gives the terms in brackets where texts are alike but for them, and
// end with them.
func inBrackets(texts []string) []string {
	out := make([]string, len(texts))
	before := ""
	for i, s := range texts {
		from := strings.LastIndex(s, " (")
		if from < 0 || !strings.HasSuffix(s, ")") || i > 0 && s[:from] != before {
			return texts
		}
		before, out[i] = s[:from], s[from+len(" ("):len(s)-1]
	}
	return out
}
