package hcleval

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// sameReading reports whether two readings of a folder have the same resources
// and the same backend.
func sameReading(a, b *tf.Config) bool {
	return slices.EqualFunc(a.Resources, b.Resources, func(x, y *tf.Resource) bool {
		return x.Addr == y.Addr && x.Type == y.Type && spellBody(x.Body.Written) == spellBody(y.Body.Written) &&
			spellProvider(x.Provider) == spellProvider(y.Provider)
	}) && spellBackend(a.Backend) == spellBackend(b.Backend)
}

func spellBackend(b *tf.Backend) string {
	if b == nil {
		return ""
	}
	return b.Type + " " + spellBody(b.Written)
}

func spellBody(a tf.Attrs) string {
	var k strings.Builder
	spellAttrs(&k, a)
	return k.String()
}

// spellProvider leaves out the registry: each tool has its own.
func spellProvider(p *tf.Provider) string {
	source := strings.Split(p.Source, "/")
	return strings.Join(source[max(0, len(source)-2):], "/") + " " + p.Key + " " + spellBody(p.Written)
}

// otherReading is what Terraform reads of a folder that OpenTofu reads
// differently. What both cannot see is said once.
func otherReading(cfg, other *tf.Config) *tf.Config {
	fresh := func(seen []tf.Gap) func(tf.Gap) bool {
		return func(g tf.Gap) bool {
			return slices.ContainsFunc(seen, func(s tf.Gap) bool { return compareGaps(s, g) == 0 })
		}
	}
	other.Gaps = slices.DeleteFunc(other.Gaps, fresh(cfg.Gaps))
	other.Unread = slices.DeleteFunc(other.Unread, fresh(cfg.Unread))
	other.Source += " as Terraform reads it"
	other.Gaps = append(other.Gaps, tf.Gap{What: "OpenTofu reads its .tofu files in place of .tf, and Terraform does not know them: both readings were judged"})
	return other
}
