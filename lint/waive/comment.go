package waive

import (
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/sovlint/sovlint/lint"
)

// comments adds what comments of the source say: each is a waiver of its own, or
// names one of the configuration.
func (l *layer) comments() {
	for _, r := range l.p.Remarks {
		o := l.comment(r)
		if o.Waiver.Short && len(o.Faults) == 0 {
			o.Lapsed, o.Faults = o.Waiver.Until < l.p.AsOf, faults(o.Waiver, l.p)
		}
		l.out = append(l.out, o)
		for a := range r.Resources() {
			l.on[a] = append(l.on[a], len(l.out)-1)
		}
	}
}

// grammar splits a comment: the word after "sovlint:", the waiver or the rules, and
// what follows "until".
var grammar = regexp.MustCompile(`^(\S*)(?:\s+(\S.*?))??(?:(\s+until)\b\s*(.*))?$`)

// comment reads a remark. What is wrong with it is a fault; it waives nothing
// then.
func (l *layer) comment(r *lint.Remark) lint.Outcome {
	w := &lint.Waiver{At: r.At}
	m := grammar.FindStringSubmatch(strings.TrimSpace(r.Text))
	refuse := func(key string, args lint.Args) lint.Outcome {
		if w.ID == "" {
			w.ID = standing("sovlint:"+m[1], r)
		}
		w.Names = ""
		return lint.Outcome{Waiver: w, Faults: []lint.Fault{{Key: key, Args: args}}}
	}
	subject := strings.TrimSpace(m[2])
	switch {
	case m[1] != "accept":
		return refuse("verb", lint.Args{"word": "sovlint:" + m[1]})
	case subject == "":
		return refuse("no-subject", nil)
	case m[3] == "" && l.waiver(subject) != nil:
		w.ID, w.Names, w.Rules = standing(subject, r), subject, l.waiver(subject).Rules
	default:
		w.ID = standing(subject, r)
		if key, args := l.short(w, subject, m[3] != "", m[4]); key != "" {
			return refuse(key, args)
		}
	}
	if r.On == nil {
		return refuse("homeless", nil)
	}
	return lint.Outcome{Waiver: w}
}

// short reads the short form, RULE[, RULE] until DAY: REASON; key tells what is
// wrong with it, "" for nothing.
func (l *layer) short(w *lint.Waiver, subject string, ends bool, rest string) (key string, args lint.Args) {
	for _, text := range strings.Split(subject, ",") {
		text = strings.TrimSpace(text)
		name, ok := l.p.Waivable(text)
		switch {
		case !ok && name != "":
			return "not-waivable", lint.Args{"rule": name}
		case !ok && !ends:
			return "unknown", lint.Args{"name": text}
		case !ok:
			return "no-rule", lint.Args{"rule": text}
		}
		w.Rules = append(w.Rules, name)
	}
	day, reason, _ := strings.Cut(rest, ":")
	day, reason = strings.TrimSpace(day), strings.TrimSpace(reason)
	if first, _, more := strings.Cut(day, " "); more {
		day, reason = first, ""
	}
	switch _, err := time.Parse(time.DateOnly, day); {
	case !ends || day == "":
		return "no-end", nil
	case err != nil:
		return "bad-day", lint.Args{"day": day}
	case reason == "":
		return "no-reason", nil
	}
	w.Until, w.Reason, w.Short = day, reason, true
	return "", nil
}

// standing names a comment by what it is about and where it stands, without a
// line: those drift.
func standing(subject string, r *lint.Remark) string {
	if r.Block == "" {
		return subject + "@" + path.Base(r.At.File)
	}
	return subject + "@" + r.Block
}
