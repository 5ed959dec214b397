package lint

import (
	"fmt"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
)

// given says what rests on the caller's word alone, and what of it rests on
// nothing.
func (p *Pass) given() []Gap {
	var out []Gap
	if d := p.Doctrine; d.File != "" {
		out = append(out, Gap{Kind: GapGiven, What: fmt.Sprintf("the doctrine %s of %s, which is not one of sovlint's own (%s)", d.ID, d.File, p.flag("doctrine"))})
	}
	for _, o := range p.Catalog.Overlays() {
		out = append(out, Gap{Kind: GapGiven, What: fmt.Sprintf("facts of %s, laid over the catalog (%s): %s", o.Name, p.flag("catalog"), entries(o.Entries))})
	}
	out = append(out, p.declaredGaps()...)
	for _, a := range p.placer.Assumptions() {
		text := fmt.Sprintf("%s %s=%s", p.flag("assume"), a.Key, shown(a.Value))
		if a.Used {
			out = append(out, Gap{Kind: GapGiven, What: text})
		}
		if a.Written != "" {
			out = append(out, Gap{Kind: GapUnused, What: fmt.Sprintf("%s: the configuration writes %s", text, a.Written)})
		}
		if !a.Used && a.Written == "" {
			out = append(out, Gap{Kind: GapUnused, What: text + ": nothing of the input asks for it"})
		}
	}
	return out
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

// shown leaves of an address only its host: the rest may hold a password.
func shown(text string) string {
	if strings.Contains(text, "@") || strings.Contains(text, "://") {
		return catalog.HostName(text)
	}
	return text
}
