package report

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// A Masker writes accounts and hosts out of texts. One name always gets the same
// mask, so that a reader can still tell which are the same. Make one with NewMasker.
type Masker struct {
	known    func(host string) (suffix string, ok bool)
	masks    map[string]string
	counts   map[string]int
	replacer *strings.Replacer // of the hosts found so far; nil when it has to be made again
}

// NewMasker returns a Masker. known gives the suffix by which everybody knows whose
// a host is, which is kept.
func NewMasker(known func(host string) (suffix string, ok bool)) *Masker {
	return &Masker{known: known, masks: map[string]string{}, counts: map[string]int{}}
}

var (
	// An account of AWS or Google, of Azure, of OpenStack.
	accounts = regexp.MustCompile(`\b(\d{12}|(?i:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(?i:[0-9a-f]{32}))\b`)
	// The value of an argument that names one.
	named = regexp.MustCompile(`((?i:[a-z_]*(?:account|subscription|tenant|project|organi[sz]ation)[a-z_]*)\s*=\s*"?)([^"\s,;]+)`)
	// A host where one stands: in an address, in quotes, behind an equals sign.
	hosts   = regexp.MustCompile(`(://(?:[^/@\s"]*@)?|["=])(\*?[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z][A-Za-z0-9-]*|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:]+\])`)
	numbers = regexp.MustCompile(`\b\d{1,3}(?:\.\d{1,3}){3}\b`)
)

// notHosts are the first words of addresses, and the ends of file names.
var notHosts = []string{"module", "data", "backend", "var", "local", "each", "count", "path", "terraform",
	".tf", ".tofu", ".json", ".hcl", ".tfvars", ".tfstate", ".tfplan", ".md", ".csv", ".html", ".yaml", ".yml", ".tsv", ".txt"}

// Text masks one text.
func (m *Masker) Text(s string) string {
	if s == "" {
		return s
	}
	s = named.ReplaceAllStringFunc(s, func(x string) string {
		part := named.FindStringSubmatch(x)
		return part[1] + m.mask("account", part[2])
	})
	s = accounts.ReplaceAllStringFunc(s, func(x string) string { return m.mask("account", x) })
	m.gather(s)
	if m.replacer == nil {
		m.replacer = m.replaces()
	}
	return m.replacer.Replace(s)
}

// Report masks a report. What one text shows to be a host, another may only
// mention: all are read before one is written.
func (m *Masker) Report(r *lint.Report) {
	newEditor(func(s string) string { m.gather(s); return s }).report(r)
	newEditor(m.Text).report(r)
	slices.SortStableFunc(r.Resources, func(a, b lint.Resource) int { return a.Address.Compare(*b.Address) })
	slices.SortStableFunc(r.Findings, func(a, b lint.Finding) int { return a.Address.Compare(*b.Address) })
}

// gather finds the hosts of a text.
func (m *Masker) gather(s string) {
	for _, part := range hosts.FindAllStringSubmatch(s, -1) {
		host := strings.TrimPrefix(part[2], "*.")
		first, _, _ := strings.Cut(host, ".")
		if !slices.Contains(notHosts, first) && !slices.Contains(notHosts, path.Ext(host)) {
			m.host(host)
		}
	}
	for _, host := range numbers.FindAllString(s, -1) {
		m.host(host)
	}
}

func (m *Masker) host(host string) {
	if _, seen := m.masks[host]; seen || strings.HasPrefix(host, maskedAs) {
		return
	}
	suffix, known := m.known(host)
	if known && strings.EqualFold(suffix, host) {
		return
	}
	text := m.mask("host", host)
	if known {
		m.masks[host] = text + "." + suffix
	}
	m.replacer = nil
}

// maskedAs begins every mask.
const maskedAs = "masked-"

// mask gives a name its mask.
func (m *Masker) mask(kind, name string) string {
	if strings.HasPrefix(name, maskedAs) {
		return name
	}
	if _, ok := m.masks[name]; !ok {
		m.counts[kind]++
		m.masks[name] = fmt.Sprintf("%s%s-%d", maskedAs, kind, m.counts[kind])
	}
	return m.masks[name]
}

// replaces writes every host out, the longest first: one may be the end of another.
func (m *Masker) replaces() *strings.Replacer {
	var all []string
	for name := range m.masks {
		if strings.ContainsAny(name, ".:") {
			all = append(all, name)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	var pairs []string
	for _, name := range all {
		pairs = append(pairs, name, m.masks[name])
	}
	return strings.NewReplacer(pairs...)
}
