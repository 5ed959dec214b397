package report

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/tf"
)

// maxName is where a name from an input is cut in formats that are shown, in
// characters.
const maxName = 300

// maxMessages is how many different messages of one block are written out.
const maxMessages = 3

// A block is the findings of one rule on one block of the source: the instances
// of a for_each, the several sites of one resource. They share an annotation.
type block struct {
	findings []*lint.Finding
	spot     spot
	waived   bool
	o        Options
}

// A spot is where a block stands, seen from the repository's root. The zero
// spot is not known.
type spot struct {
	file string // forward slashes, no "./", no ".."; "" when not known
	at   *lint.At
}

// merged gathers the findings into blocks, worst first and waived last. Where
// no place in the repository is known, the instances of one address are a block.
func merged(r *lint.Report, o Options) []block {
	type key struct {
		rule   string
		at     lint.At
		name   tf.Addr // without instance keys, where there is no place
		waived bool
	}
	seen := map[key]int{}
	var out []block
	for i := range r.Findings {
		f := &r.Findings[i]
		b := block{findings: []*lint.Finding{f}, spot: anchor(f, o.Prefix), waived: f.Waiver != nil, o: o}
		k := key{rule: f.Rule, waived: b.waived}
		switch {
		case b.spot.at != nil:
			k.at = *b.spot.at
		case f.Address.IsZero():
			out = append(out, b)
			continue
		default:
			k.name = tf.Addr{Module: f.Input + "\x00" + tf.Unkeyed(f.Address.Module), Local: f.Address.Base()}
		}
		if n, ok := seen[k]; ok {
			out[n].findings = append(out[n].findings, f)
			continue
		}
		seen[k] = len(out)
		out = append(out, b)
	}
	for _, b := range out {
		slices.SortStableFunc(b.findings, func(x, y *lint.Finding) int { return cmp.Compare(rank(x.Level), rank(y.Level)) })
	}
	slices.SortStableFunc(out, func(a, b block) int {
		return cmp.Or(trueLast(a.waived, b.waived), trueLast(a.first().Rule != unjudged, b.first().Rule != unjudged), cmp.Compare(rank(a.first().Level), rank(b.first().Level)),
			cmp.Compare(a.first().Rule, b.first().Rule), cmp.Compare(a.spot.file, b.spot.file), cmp.Compare(a.spot.line(), b.spot.line()))
	})
	return out
}

func (b block) first() *lint.Finding { return b.findings[0] }

func (p spot) line() int {
	if p.at == nil {
		return 0
	}
	return p.at.Line
}

// anchor is the place in the repository a finding belongs to: its own, else the
// nearest related one, the call of a module that was downloaded for example.
func anchor(f *lint.Finding, prefix string) spot {
	if p := standing(f.At, prefix); p.at != nil {
		return p
	}
	for _, rel := range f.Related {
		if p := standing(rel.At, prefix); p.at != nil {
			return p
		}
	}
	for _, w := range f.Why {
		if p := standing(w.At, prefix); p.at != nil {
			return p
		}
	}
	return spot{}
}

func standing(at *lint.At, prefix string) spot {
	if at == nil || at.Line < 1 {
		return spot{}
	}
	file, ok := inRepository(at.File, prefix)
	if !ok {
		return spot{}
	}
	return spot{file, at}
}

// inRepository gives a file's path from the repository's root. It is not ok for
// one that is not there: an absolute path, one above the root, the address of
// something remote, a module that init downloads, a name that cannot be shown.
func inRepository(file, prefix string) (string, bool) {
	full := path.Clean(prefix + file)
	switch {
	case file == "", Clean(full) != full, strings.ContainsAny(full, "\\"), strings.Contains(file, "::"), strings.Contains(file, "://"),
		path.IsAbs(full), path.IsAbs(file), len(file) > 1 && file[1] == ':', full == ".", full == "..", strings.HasPrefix(full, "../"),
		slices.Contains(strings.Split(full, "/"), ".terraform"):
		return "", false
	}
	return full, true
}

// who names the resources of a block; "" for the run itself.
func (b block) who() string {
	f := b.first()
	if f.Address.IsZero() {
		return ""
	}
	text := cut(Clean(f.Address.String()), maxName) + b.o.within(cut(f.Input, maxName))
	if n := len(b.names(0)) - 1; n > 0 {
		text += " " + b.o.more(n)
	}
	return text
}

// names lists the addresses of a block, each once, up to a limit; 0 is no limit.
func (b block) names(limit int) []string {
	var out []string
	last := ""
	for _, f := range b.findings {
		if f.Address.IsZero() {
			continue
		}
		if name := f.Address.String(); name != last {
			last = name
			out = append(out, cut(Clean(name), maxName))
		}
		if len(out) == limit {
			break
		}
	}
	return out
}

// says joins the different messages of a block, with its resources before them.
func (b block) says() string {
	var all []string
	for _, f := range b.findings {
		if m := cut(Clean(f.Message), 4*maxName); !slices.Contains(all, m) {
			if len(all) == maxMessages {
				all = append(all, b.o.word("and more"))
				break
			}
			all = append(all, m)
		}
	}
	text := strings.Join(all, "; ")
	if who := b.who(); who != "" {
		return who + ": " + text
	}
	return text
}

// foreign tells where a finding stands when that is not where its block is put.
func (b block) foreign() string {
	at := b.first().At
	if at == nil || at.Line < 1 || at == b.spot.at {
		return ""
	}
	return cut(Clean(fmt.Sprintf("%s:%d", at.File, at.Line)), maxName)
}

// numbered makes names that occur again unique: "x", "x #2", "x #3".
type numbered map[string]int

func (n numbered) name(s string) string {
	n[s]++
	if n[s] == 1 {
		return s
	}
	return n.name(fmt.Sprintf("%s #%d", s, n[s]))
}
