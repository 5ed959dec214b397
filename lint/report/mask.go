package report

import (
	"fmt"
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/sovlint/sovlint/lint"
)

// A Masker writes accounts, hosts and mail addresses out of texts. One name always
// gets the same mask, so that a reader can still tell which are the same. Make one
// with NewMasker.
type Masker struct {
	known  func(host string) (suffix string, ok bool)
	public func(host string) bool
	masks  map[string]string // by name
	issued map[string]bool   // the masks themselves
	counts map[string]int    // by kind
}

// NewMasker returns a Masker. known gives the suffix by which everybody knows whose
// a host is, which is kept. public tells the registries whose publishers everybody
// may know.
func NewMasker(known func(host string) (suffix string, ok bool), public func(host string) bool) *Masker {
	return &Masker{known: known, public: public, masks: map[string]string{}, issued: map[string]bool{}, counts: map[string]int{}}
}

// Text masks one text.
func (m *Masker) Text(s string) string {
	if s == "" {
		return s
	}
	s = m.accounts(m.mails(s))
	m.gather(s)
	return m.replace(s)
}

// Report masks a report. What one text shows to be a host, another may only
// mention: all are read before one is written.
func (m *Masker) Report(r *lint.Report) {
	newEditor(func(s string) string { m.orgs(s); m.gather(s); return s }).report(r)
	newEditor(m.Text).report(r)
	slices.SortStableFunc(r.Resources, func(a, b lint.Resource) int { return a.Address.Compare(*b.Address) })
	slices.SortStableFunc(r.Findings, func(a, b lint.Finding) int { return a.Address.Compare(*b.Address) })
}

// lazily compiles an expression when it is asked for: most runs mask nothing, and the
// letters of all scripts take long to compile.
func lazily(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

// maskedAs begins every mask.
const maskedAs = "masked-"

var maskForm = lazily(`^` + maskedAs + `[a-z]+-\d+`)

// isMask reports whether a name begins with a mask that was given out.
func (m *Masker) isMask(name string) bool { return m.issued[maskForm().FindString(name)] }

// mask gives a name its mask.
func (m *Masker) mask(kind, name string) string {
	if m.isMask(name) {
		return name
	}
	if _, ok := m.masks[name]; !ok {
		m.counts[kind]++
		text := fmt.Sprintf("%s%s-%d", maskedAs, kind, m.counts[kind])
		m.masks[name], m.issued[text] = text, true
	}
	return m.masks[name]
}

// host gives a host its mask, which ends as everybody knows the host. It reports
// false for a host that tells nothing: the machine itself, a vendor's own name.
func (m *Masker) host(name string) (string, bool) {
	if m.isMask(name) || loopback(name) || m.public(name) {
		return name, false
	}
	suffix, known := m.known(name)
	if known && strings.EqualFold(suffix, name) {
		return name, false
	}
	if text, ok := m.masks[name]; ok {
		return text, true
	}
	text := m.mask("host", name)
	if known {
		text += "." + suffix
		m.masks[name] = text
	}
	return text, true
}

func loopback(name string) bool {
	ip, err := netip.ParseAddr(name)
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || err == nil && (ip.IsLoopback() || ip.IsUnspecified())
}
