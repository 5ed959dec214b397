package report

import (
	"io"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// maxJobSummary keeps a job summary below the 1 MiB over which the whole of it
// is refused.
const maxJobSummary = 900_000

// JobSummary writes the Markdown that GitHub Actions shows below a job.
func JobSummary(w io.Writer, r *lint.Report, o Options) error {
	p := &printer{o: Options{Lang: o.Lang, Vendors: o.Vendors}}
	p.line("## sovlint")
	p.line("")
	s := r.Summary
	p.line(markdown(o.say("%s; %s", o.placed(s), o.counts(s))) + ".")
	p.line("")
	if !slices.ContainsFunc(r.Findings, func(f lint.Finding) bool { return !f.Address.IsZero() }) {
		p.line(markdown(clean(r, o)))
		p.line("")
	}
	tail := foot(r, p.o)
	p.findingRows(groups(r), maxJobSummary-len(tail)-200)
	_, err := io.WriteString(w, p.b.String()+tail)
	return err
}

func (p *printer) findingRows(all []group, limit int) {
	if len(all) == 0 {
		return
	}
	p.line(p.head(findingHead...))
	for i, g := range all {
		line := p.findingRow(g)
		if p.b.Len()+len(line) > limit {
			p.line("")
			p.line(p.o.count(len(all)-i, "Cut here: %d more row does not fit into a job summary.", "Cut here: %d more rows do not fit into a job summary."))
			return
		}
		p.line(line)
	}
}

func (p *printer) findingRow(g group) string {
	f := g.findings[0]
	var names []string
	for i, f := range g.findings {
		if i == shownAddresses {
			names = append(names, p.more(len(g.findings)-i))
			break
		}
		if !f.Address.IsZero() {
			names = append(names, "<code>"+markdown(cut(f.Address.String(), maxName))+"</code>")
		}
	}
	cells := []string{markdown(p.o.level(f.Level, g.key.waived)), markdown(f.Rule + " " + f.Name), markdown(cut(p.where(g.key), maxName)), strings.Join(names, "<br>"),
		markdown(cut(f.Message, 4*maxName)), markdown(cut(strings.Join(f.Cites, ", "), maxName))}
	return "| " + strings.Join(cells, " | ") + " |"
}

func foot(r *lint.Report, o Options) string {
	p := &printer{o: o}
	p.line("")
	for i, g := range gapsInOrder(r) {
		if i == 50 {
			p.line("- " + o.label("not seen") + o.more(len(r.Gaps)-i))
			break
		}
		p.line("- " + markdown(cut(o.gapText(g), 500)))
	}
	return p.b.String() + p.tail(r)
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// markdownEscapes takes the meaning from what Markdown, HTML, and the mentions,
// references, links, formulas and emoji of GitHub and GitLab would act upon.
var markdownEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "|", "\\|", "`", "&#96;", "*", "\\*", "_", "\\_",
	"[", "\\[", "]", "\\]", "@", "&#64;", "\\", "\\\\", "#", "&#35;", "~", "&#126;", "!", "&#33;", "$", "&#36;",
	"://", "&#58;//", "www.", "www&#46;", "WWW.", "WWW&#46;")

// markdown writes text from an input so that nothing in it is markup.
func markdown(s string) string { return markdownEscapes.Replace(Clean(s)) }
