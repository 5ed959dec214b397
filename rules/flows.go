package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/tf"
)

var logExport = along("SOV302", "log-export", lint.Warning, flow.Logs)
var foreignKey = along("SOV202", "foreign-key", lint.Warning, flow.EncryptedBy)
var foreignIdentity = along("SOV203", "foreign-identity", lint.Warning, flow.IdentifyBy)
var aiInference = along("SOV304", "ai-inference", lint.Error, flow.Infers)

// along is a rule on the other end of a kind of flow: one that does not conform
// is a finding; one that cannot be seen is a question, unless the data itself is
// where it should not be and the source would not show more.
func along(id, name, level, kind string) lint.Rule {
	return lint.Rule{ID: id, Name: name, Level: level,
		Subject: func(p *lint.Pass, s *lint.Subject) {
			for _, e := range p.Ends(s, kind) {
				switch {
				case e.Anywhere:
					p.SetLevel(level)
					p.SayEnd(s, e, "anywhere", nil)
				case lint.Conforms(e.Verdict):
				case e.Verdict != lint.Undetermined:
					p.SetLevel(level)
					p.SayEnd(s, e, "", nil)
				case lint.Conforms(p.Home(s)), e.Hidden:
					p.SetLevel(lint.Notice)
					p.SayEnd(s, e, "open", nil)
				}
			}
		}}
}

// edgeTermination is about a front that is worse off than what stands behind it,
// and about names that such an operator answers for. A front of the same operator
// is judged as what it is.
var edgeTermination = lint.Rule{ID: "SOV204", Name: "edge-termination", Level: lint.Warning,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		front := p.Home(s)
		if !bad(front) {
			return
		}
		for _, e := range p.Ends(s, flow.Fronts) {
			switch {
			case !e.Known() || e.Verdict == lint.Undetermined:
			case s.Placement.Type.Service != "dns" && lint.Worse(front, e.Verdict):
				p.SetNorm(front)
				p.SayEnd(s, e, "", lint.Args{"front": operatorOf(s)})
			}
		}
		if v := s.Placement.Vendor; answersNames(s) && p.Foreign(v) && p.First(v.ID) {
			p.SetLevel(lint.Notice)
			p.Say(s, nil, "dns", nil)
		}
	}}

// answersNames reports whether a subject is a zone of public names: it has no
// single place, and is a part of nothing.
func answersNames(s *lint.Subject) bool {
	t := s.Placement.Type
	return t.Service == "dns" && t.Parent == "" && s.Resource.Mode == tf.Managed && s.Resource.Action.Remains() && s.Reserved != "" &&
		slices.ContainsFunc(s.Sites, func(j lint.Judged) bool { return j.Code == "global" })
}

// everyone are the words that share with the public.
var everyone = []string{"all", "*", "allusers", "allauthenticatedusers", "public"}

// copies are the services whose resources are copies of somebody's data; a
// website that is open to everyone is none.
var copies = []string{"block-storage", "backup", "database", "compute", "file-storage"}

var snapshotShared = lint.Rule{ID: "SOV110", Name: "snapshot-shared", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		t := s.Placement.Type
		if s.Reserved == "" || s.Resource.Mode != tf.Managed || !s.Resource.Action.Remains() || !slices.Contains(copies, t.Service) {
			return
		}
		for _, l := range t.Links {
			if l.Kind == flow.Shares && slices.ContainsFunc(s.Resource.Body.Planned.At(l.Path), func(v tf.Value) bool { return open(l, v) }) {
				p.Say(s, nil, "", lint.Args{"via": strings.ReplaceAll(l.Path, "[]", "")})
				return
			}
		}
	}}

// open reports whether a value shares with everyone.
func open(l catalog.Link, v tf.Value) bool {
	text, ok := v.Str()
	if on, flag := v.V.(bool); flag && v.State == tf.Known {
		text, ok = strconv.FormatBool(on), true
	}
	words := l.Values
	if len(words) == 0 {
		words = everyone
	}
	return ok && slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, text) })
}
