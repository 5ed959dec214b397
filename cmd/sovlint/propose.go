package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/tf"
)

//go:embed proposal/en.hcl
var proposalEnglish string

//go:embed proposal/fr.hcl
var proposalFrench string

// declared is what the user says with flags; the proposal declares it.
type declared struct{ doctrine, edition, body, class string }

// A seen gathers what a proposal is made from.
type seen struct {
	o         lint.Options
	report    *lint.Report
	vendors   map[string]int             // holding resources, by vendor; "" for not known
	hosts     map[string]map[string]bool // hosts that nobody knows, by provider
	providers map[string]bool            // not in the catalog
	labels    map[string][]classify.Tagged
	match     map[string]map[string]bool // patterns that cover holding resources, by vendor
}

func newSeen(o lint.Options) *seen {
	return &seen{o: o, vendors: map[string]int{}, hosts: map[string]map[string]bool{}, providers: map[string]bool{}, labels: map[string][]classify.Tagged{}, match: map[string]map[string]bool{}}
}

// rule looks at every resource and says nothing.
func (s *seen) rule() lint.Rule {
	return lint.Rule{ID: "init", Name: "init", Subject: func(_ *lint.Pass, x *lint.Subject) { s.subject(x) }}
}

func (s *seen) subject(x *lint.Subject) {
	if !x.Holds() {
		return
	}
	for _, t := range classify.Found(x.Resource) {
		if !slices.Contains(s.labels[t.Key], t) {
			s.labels[t.Key] = append(s.labels[t.Key], t)
		}
	}
	pl, source := x.Placement, x.Resource.Provider.Source
	vendor := ""
	if pl.Vendor != nil {
		vendor = pl.Vendor.ID
	}
	s.vendors[vendor]++
	if s.match[vendor] == nil {
		s.match[vendor] = map[string]bool{}
	}
	s.match[vendor][pattern(x.Resource.Addr)] = true
	switch {
	case strings.Contains(pl.Stranger, "."):
		if s.hosts[source] == nil {
			s.hosts[source] = map[string]bool{}
		}
		s.hosts[source][pl.Stranger] = true
	case pl.Provider.Source == "" && x.Resource.Mode == tf.Managed:
		s.providers[source] = true
	}
}

// proposal fills the form of the language.
func (s *seen) proposal(said declared) string {
	form := proposalEnglish
	if s.o.Lang == "fr" {
		form = proposalFrench
	}
	return filled(form, s.blocks(said))
}

// blocks are the lines that fill the form, by name.
func (s *seen) blocks(said declared) map[string][]string {
	ed := s.o.Doctrine.EditionOn(cmp.Or(s.o.Edition, s.o.AsOf))
	one := func(text string, args ...any) []string { return []string{fmt.Sprintf(text, args...)} }
	out := map[string][]string{
		"day": one("%s", s.o.AsOf), "inputs": one("%s", s.inputs()), "vendors": one("%s", s.vendorList()),
		"resources": one("%d", s.report.Summary.Resources), "holding": one("%d", s.report.Summary.Holding),
		"doctrine": one("%s", hclText(cmp.Or(said.doctrine, defaultDoctrine))),
		"bodies":   one("%s", strings.Join(lint.Bodies(), ", ")), "classes": one("%s", strings.Join(classify.Classes(), ", ")),
		"edition": one("# edition = %s # %s", hclText(ed.From), report.Clean(ed.Title)),
		"body":    one("# body = %q", "state"), "default": one("# default = %q", classify.Sensitive),
		"labels": s.labelBlocks(), "hosts": s.hostBlocks(), "providers": s.providerBlocks(), "offers": s.offerBlocks(),
		"assume": s.questions(), "waivers": s.waiverBlock(ed), "terms": one("%s", s.terms(ed)),
	}
	for name, v := range map[string]string{"edition": said.edition, "body": said.body, "default": said.class} {
		if v != "" {
			out[name] = one("%s = %s", name, hclText(v))
		}
	}
	return out
}

func (s *seen) inputs() string {
	var names []string
	for _, in := range s.report.Inputs {
		names = append(names, report.Clean(display(in.Name)))
	}
	return strings.Join(names, ", ")
}

// vendorList counts, the most frequent vendor first.
func (s *seen) vendorList() string {
	ids := slices.SortedFunc(maps.Keys(s.vendors), func(a, b string) int {
		return cmp.Or(s.vendors[b]-s.vendors[a], strings.Compare(a, b))
	})
	var out []string
	for _, id := range ids {
		out = append(out, fmt.Sprintf("%s (%d)", cmp.Or(vendorName(s.o.Catalog, id), s.o.Lang.Word("not known")), s.vendors[id]))
	}
	return cmp.Or(strings.Join(out, ", "), "-")
}

// labelBlocks declare the labels found with the classes that they have
// already. Of a key that only raises a class the block is a remark, since
// values that are declared lower it too.
func (s *seen) labelBlocks() []string {
	var out []string
	for _, key := range classify.Keys() {
		if len(s.labels[key]) == 0 {
			continue
		}
		out = append(out, labelBlock(key, s.labels[key])...)
	}
	return out
}

func labelBlock(key string, values []classify.Tagged) []string {
	slices.SortFunc(values, func(a, b classify.Tagged) int { return strings.Compare(a.Value, b.Value) })
	lowers := slices.ContainsFunc(values, func(t classify.Tagged) bool { return t.Mild })
	known := slices.ContainsFunc(values, func(t classify.Tagged) bool { return t.Class != "" })
	whole := lowers || !known
	out := []string{fmt.Sprintf("label %s {", hclText(key)), "  values = {"}
	for _, v := range values {
		line := fmt.Sprintf("%s = %s", hclText(v.Value), hclText(cmp.Or(v.Class, classify.Sensitive)))
		if v.Class == "" && !whole {
			line = "# " + line
		}
		out = append(out, "    "+line)
	}
	if out = append(out, "  }", "}"); whole {
		return remarks(out)
	}
	return out
}

// hostBlocks propose an internal cloud for every provider that speaks to hosts
// that nobody knows.
func (s *seen) hostBlocks() []string {
	var out []string
	for _, source := range slices.Sorted(maps.Keys(s.hosts)) {
		hosts := slices.Sorted(maps.Keys(s.hosts[source]))
		out = append(out, internalBlock(source, hosts)...)
	}
	return remarks(out)
}

func (s *seen) providerBlocks() []string {
	var out []string
	for _, source := range slices.Sorted(maps.Keys(s.providers)) {
		out = append(out, internalBlock(source, nil)...)
	}
	return remarks(out)
}

func internalBlock(source string, hosts []string) []string {
	name := source[strings.LastIndexByte(source, '/')+1:]
	out := []string{fmt.Sprintf("internal %s {", hclText(name)), "  provider = " + hclText(lastTwoOf(source))}
	if len(hosts) > 0 {
		out = append(out, "  hosts    = "+hclList(hosts))
	}
	return append(out, `  country  = ""`, "}")
}

// lastTwoOf is a provider's source without the registry's host.
func lastTwoOf(source string) string {
	parts := strings.Split(source, "/")
	return strings.Join(parts[max(len(parts)-2, 0):], "/")
}

// offerBlocks propose the offers that code cannot tell, of the vendors seen.
func (s *seen) offerBlocks() []string {
	reg := s.o.Catalog.Register(s.o.Doctrine.Register)
	if reg == nil {
		return nil
	}
	var out []string
	for _, o := range reg.Offers {
		if o.Declared && o.Vendor != "" && s.vendors[o.Vendor] > 0 && o.Until >= s.o.AsOf {
			out = append(out, offerBlock(o, slices.Sorted(maps.Keys(s.match[o.Vendor]))))
		}
	}
	return remarks(out)
}

// offerBlock declares an offer by addresses, which always work: not every provider
// writes a host.
func offerBlock(o *catalog.Offer, match []string) string {
	more := ""
	if n := len(match) - maxListed; n > 0 {
		match, more = match[:maxListed], fmt.Sprintf(" ... %d", n)
	}
	return fmt.Sprintf("offer %s { match = %s } # %s, %s%s", hclText(o.ID), hclList(match), report.Clean(o.Name), o.Until, more)
}

// questions are what the environment supplies and --assume can stand for.
func (s *seen) questions() []string {
	count := map[string]int{}
	for _, r := range s.report.Resources {
		for _, q := range r.Questions {
			if strings.Contains(q.Settle, "--assume") {
				count[q.What+": "+q.Settle]++
			}
		}
	}
	var out []string
	for _, text := range slices.Sorted(maps.Keys(count)) {
		out = append(out, fmt.Sprintf("%s (%d)", report.Clean(text), count[text]))
	}
	return remarks(eight(out))
}

// eight keeps eight lines and counts the rest.
func eight(lines []string) []string {
	if len(lines) <= 8 {
		return lines
	}
	return append(lines[:8:8], fmt.Sprintf("... %d", len(lines)-8))
}

// remarks makes lines of code declare nothing.
func remarks(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = "# " + l
	}
	return out
}
