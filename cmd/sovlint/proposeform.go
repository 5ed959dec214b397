package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// waiverBlock proposes a waiver over what fails, with what the edition asks of
// one. Nobody but the user can complete it.
func (s *seen) waiverBlock(ed *lint.Edition) []string {
	names, match := map[string]bool{}, map[string]bool{}
	for _, f := range s.report.Findings {
		if f.Level == lint.Error && !f.Address.IsZero() && waivable(f.Name) {
			names[f.Name], match[pattern(*f.Address)] = true, true
		}
	}
	if len(names) == 0 {
		return nil
	}
	out := []string{fmt.Sprintf("waiver %s {", hclText("W-"+s.o.AsOf[:4]+"-01"))}
	out = append(out, listed("  rules       = ", slices.Sorted(maps.Keys(names)))...)
	out = append(out, listed("  match       = ", slices.Sorted(maps.Keys(match)))...)
	if kinds := ed.Waiver.Kinds; len(kinds) > 0 {
		out = append(out, `  kind        = "" # `+strings.Join(kinds, ", "))
	}
	out = append(out, `  reason      = ""`, `  owner       = ""`, `  granted     = ""`)
	if ed.Waiver.Months > 0 {
		out = append(out, `  offer_since = ""`)
	}
	out = append(out, `  until       = ""`)
	if needs := ed.Waiver.Needs; len(needs) > 0 {
		out = append(out, "  refs        = { "+strings.Join(needs, ` = "", `)+` = "" }`)
	}
	return remarks(append(out, "}"))
}

// pattern covers a resource: the module of the root it stands in, or its block.
func pattern(a tf.Addr) string {
	if a.Module == "" {
		return a.Base()
	}
	steps := tf.Split(tf.Unkeyed(a.Module))
	return strings.Join(steps[:2], ".") + ".**"
}

// terms says how long an exception may last.
func (s *seen) terms(ed *lint.Edition) string {
	months := ed.Waiver.Months
	switch {
	case months == 0:
		return ""
	case s.o.Lang == "fr" && ed.Waiver.Unverified:
		return fmt.Sprintf("Durée rapportée, non vérifiée dans le texte : %d mois.", months)
	case s.o.Lang == "fr":
		return fmt.Sprintf("Au plus %d mois après le jour où une offre conforme existe (offer_since).", months)
	case ed.Waiver.Unverified:
		return fmt.Sprintf("Length as reported, not verified in the text: %d months.", months)
	}
	return fmt.Sprintf("At most %d months after the day a conforming offer came to exist (offer_since).", months)
}

// filled fills a form: a hole {name} with what one line is, or where the hole is
// the whole line with as many lines as there are; a section from `#: name` to
// `#: end` is left out where nothing fills it.
func filled(form string, blocks map[string][]string) string {
	var out strings.Builder
	skip := false
	for line := range strings.Lines(form) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "#: "); ok {
			skip = name != "end" && len(blocks[name]) == 0
			continue
		}
		if !skip {
			out.WriteString(filledLine(line, blocks))
		}
	}
	return out.String()
}

func filledLine(line string, blocks map[string][]string) string {
	hole := strings.TrimSpace(line)
	if strings.HasPrefix(hole, "{") && strings.HasSuffix(hole, "}") {
		indent := line[:strings.Index(line, "{")]
		return indent + strings.Join(blocks[hole[1:len(hole)-1]], "\n"+indent) + "\n"
	}
	var pairs []string
	for name, lines := range blocks {
		pairs = append(pairs, "{"+name+"}", strings.Join(lines, " "))
	}
	return strings.TrimRight(strings.NewReplacer(pairs...).Replace(line), " \n") + "\n"
}

// hclText quotes a text so that HCL reads it back and nothing in it begins an
// interpolation, a line or a change of direction.
func hclText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case (r == '$' || r == '%') && strings.HasPrefix(s[i+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r)
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// maxListed bounds a list of the proposal: nobody should waive everything.
const maxListed = 8

// listed writes an argument that is a list, a long one over several lines.
func listed(argument string, texts []string) []string {
	if len(texts) <= 2 {
		return []string{argument + hclList(texts)}
	}
	out := []string{argument + "["}
	for i, t := range texts {
		if i == maxListed {
			out = append(out, fmt.Sprintf("    # ... %d", len(texts)-i))
			break
		}
		out = append(out, "    "+hclText(t)+",")
	}
	return append(out, "  ]")
}

// hclList writes a list of texts.
func hclList(texts []string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = hclText(t)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
