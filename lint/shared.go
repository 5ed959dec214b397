package lint

import "fmt"

// shared keeps one copy of every chain of reasons: a thousand resources of one
// provider instance have the same.
type shared map[string][]Why

func (s shared) share(w []Why) []Why {
	if len(w) == 0 {
		return w
	}
	var key []byte
	for _, step := range w {
		key = fmt.Appendf(key, "%q", step.Claim)
		if step.At != nil {
			key = fmt.Appendf(key, "%v", *step.At)
		}
		if step.Source != nil {
			key = fmt.Appendf(key, "%q%q", step.Source.Name, step.Source.URL)
		}
	}
	if kept, ok := s[string(key)]; ok {
		return kept
	}
	kept := append(make([]Why, 0, len(w)), w...)
	s[string(key)] = kept
	return kept
}

// word keeps one copy of a sentence.
func (s shared) word(text string) string {
	return s.share([]Why{{Claim: text}})[0].Claim
}
