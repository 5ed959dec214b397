package lint

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
)

// given says what rests on the caller's word alone, and what of it rests on
// nothing.
func (p *Pass) given() []Gap {
	var out []Gap
	if d := p.Doctrine; d.File != "" {
		out = append(out, Gap{Kind: GapGiven, What: p.Lang.Say("the doctrine %s of %s, which is not one of sovlint's own (%s)", d.ID, d.File, p.flag("doctrine"))})
	}
	if now := p.Doctrine.EditionOn(p.AsOf); now != nil && now.From != p.Edition.From {
		out = append(out, Gap{Kind: GapGiven, What: p.Lang.Say("the edition of %s (%s), where that of %s is in force", p.Edition.From, p.flag("edition"), now.From)})
	}
	for _, o := range p.Catalog.Overlays() {
		out = append(out, Gap{Kind: GapGiven, What: p.Lang.Say("facts of %s, laid over the catalog (%s): %s", o.Name, p.flag("catalog"), p.Lang.Count(o.Entries, "%d entry", "%d entries"))})
	}
	out = append(slices.Concat(out, p.bodyGap(), p.freeGaps(), p.declaredGaps()), p.valuedGap()...)
	for _, a := range p.placer.Assumptions() {
		text := fmt.Sprintf("%s %s=%s", p.flag("assume"), a.Key, shown(a.Value))
		if a.Used {
			out = append(out, Gap{Kind: GapGiven, What: text})
		}
		if a.Written != "" {
			out = append(out, Gap{Kind: GapUnused, What: p.Lang.Say("%s: the configuration writes %s", text, a.Written)})
		}
		if a.Against != "" {
			out = append(out, Gap{Kind: GapUnused, What: p.Lang.Say("%s: it is not of use for %s, which lies in another region", text, a.Against)})
		}
		if !a.Used && a.Written == "" {
			out = append(out, Gap{Kind: GapUnused, What: p.Lang.Say("%s: nothing of the input asks for it", text)})
		}
	}
	return out
}

// shown leaves of an address only its host: the rest may hold a password.
func shown(text string) string {
	if strings.Contains(text, "@") || strings.Contains(text, "://") {
		return catalog.HostName(text)
	}
	return text
}

// A freed is a class that the edition does not reserve, and what declares it.
type freed struct{ class, by string }

// frees notes a resource that is not judged for the class it was given.
func (p *Pass) frees(s *Subject) {
	if s.Holds() && s.Verdict == NotConcerned && !s.Class.Assumed {
		p.free[freed{s.Class.Name, s.Class.By}]++
	}
}

// freeGaps says how many resources are not judged for the class they were given.
func (p *Pass) freeGaps() []Gap {
	var out []Gap
	for by, n := range p.free {
		out = append(out, Gap{Kind: GapGiven, What: p.Lang.Say("class %s, which the doctrine does not reserve, by %s: %s", p.Lang.Word(by.class), by.by, p.Lang.Count(n, "%d resource", "%d resources"))})
	}
	slices.SortFunc(out, func(a, b Gap) int { return strings.Compare(a.What, b.What) })
	return out
}

// bodyGap says of a declared body that the edition does not bind it.
func (p *Pass) bodyGap() []Gap {
	if p.BodyAssumed || p.Edition.Binds(p.Body) {
		return nil
	}
	return []Gap{{Kind: GapGiven, What: p.Lang.Say("body %s (%s), which the edition of %s does not bind: every finding is a notice", p.Body, p.flag("body"), p.Edition.From)}}
}

// maxNamed bounds how many things are named in one line.
const maxNamed = 10

// valuedGap names what gave values to variables.
func (p *Pass) valuedGap() []Gap {
	by := slices.Sorted(maps.Keys(p.valued))
	if len(by) == 0 {
		return nil
	}
	more := ""
	if n := len(by) - maxNamed; n > 0 {
		by, more = by[:maxNamed], " "+p.Lang.Say("and %d more", n)
	}
	return []Gap{{Kind: GapGiven, What: p.Lang.Say("values of variables by %s", strings.Join(by, ", ")+more)}}
}
