package lint

import "fmt"

// given says what rests on the caller's word alone, and what of it rests on
// nothing.
func (p *Pass) given() []Gap {
	var out []Gap
	for _, a := range p.placer.Assumptions() {
		text := fmt.Sprintf("%s %s=%s", p.flag("assume"), a.Key, a.Value)
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
