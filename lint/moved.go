package lint

import "github.com/sovlint/sovlint/lint/tf"

// A Moved is a resource that a plan gives another address. It is the same
// resource: what was known of it before the move is known of it still.
type Moved struct {
	Address  *tf.Addr `json:"address"`
	Previous *tf.Addr `json:"previous_address"`
	// Fingerprints are those that its findings had at the address before, by those
	// that they have now; nil for no findings.
	Fingerprints map[Fingerprint]Fingerprint `json:"fingerprints,omitempty"`
}

// moved is what is noted of a subject that moves; nil for one that does not.
func (p *Pass) moved(s *Subject) *Moved {
	past := s.Resource.Past
	if past == nil || past.Address == "" {
		return nil
	}
	if n := len(p.moves); n == 0 || p.moves[n-1].Address != s.addr {
		before := tf.ParseAddr(past.Address)
		p.moves = append(p.moves, Moved{Address: s.addr, Previous: &before})
	}
	return &p.moves[len(p.moves)-1]
}

// print is the fingerprint of a finding on a subject. Of one that moves, the one
// before the move is noted beside it.
func (p *Pass) print(s *Subject, rule, vendor, role string) Fingerprint {
	now := p.fingerprint(rule, s.Resource.Addr, vendor, role)
	if m := p.moved(s); m != nil {
		if m.Fingerprints == nil {
			m.Fingerprints = map[Fingerprint]Fingerprint{}
		}
		m.Fingerprints[now] = p.fingerprint(rule, *m.Previous, vendor, role)
	}
	return now
}
