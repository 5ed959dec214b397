package report

import (
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// pathOf writes the way that data takes to where a finding on a flow sees it go,
// source first; "" where the message says all there is.
func pathOf(f *lint.Finding) string {
	if len(f.Related) < 2 {
		return ""
	}
	steps := make([]string, len(f.Related))
	for i, s := range f.Related {
		steps[i] = Clean(s.Message)
	}
	return strings.Join(steps, " -> ")
}

// pathsOf are the paths of some findings, each once, and at most so many.
func pathsOf(findings []*lint.Finding, limit int) []string {
	var out []string
	for _, f := range findings {
		if p := pathOf(f); p != "" && len(out) < limit {
			out = append(out, p)
		}
	}
	return out
}

// paths writes the ways that data takes out of where it is.
func (p *printer) paths(all []group) {
	var lines []string
	for _, g := range all {
		for _, path := range pathsOf(g.findings, shownAddresses) {
			lines = append(lines, "- "+markdown(cut(path, 4*maxName)))
		}
	}
	if len(lines) > 0 {
		p.folded(p.word("Which way the data takes"), func() { p.bullets(sharePaths, lines) })
	}
}
