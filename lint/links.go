package lint

import (
	"cmp"
	"slices"

	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/tf"
)

// A Link is one way that data, or a hold on it, takes from one place to another:
// a copy, a log, a key. Links of many resources between the same places are one.
type Link struct {
	From, To Spot
	Relation string // in words: "copies to", "logs to", "encrypted by"
	Verdict  string // on the place it leads to
	Count    int    // how many links of resources it stands for
}

// A Spot is one place of one operator; what is not known of it is "".
type Spot struct{ Operator, Country, Region string }

// relations say what an edge of a kind does, and what a site of a role is to the
// data.
var relations = map[string]string{
	"replica": "copies to", "backup": "backs up to", "host": "runs on", "sent": "sends to",
	flow.Logs: "logs to", flow.EncryptedBy: "encrypted by", flow.Fronts: "fronts", flow.IdentifyBy: "identified by",
	flow.Infers: "inferred by", flow.Mails: "mails through", flow.Shares: "shared with", flow.Pulls: "pulls from",
}

// between is what tells links apart.
type between struct {
	from, to Spot
	relation string
}

// draw gathers the links of a subject that lead to another place.
func (p *Pass) draw(s *Subject) {
	if s.Resource.Mode != tf.Managed || !s.Resource.Action.Remains() {
		return
	}
	if len(s.Sites) < 2 && len(s.Flows) == 0 {
		return
	}
	home := homeOf(s)
	from := home
	for i := range s.Sites {
		j := &s.Sites[i]
		relation := relationOf(*j)
		if j.Role != "host" {
			from = home
		}
		if relation == "" {
			continue
		}
		to := spotOf(s, *j)
		p.link(between{from, to, relation}, func() string { return j.Verdict })
		if j.Role != "host" && j.IsCopy() {
			from = to // what it runs on follows
		}
	}
	for _, e := range s.Flows {
		if !e.Known() {
			p.link(between{home, Spot{}, relations[e.Kind]}, func() string { return Undetermined })
		}
		for _, site := range e.Sites {
			p.link(between{home, spotOf(s, Judged{Site: site}), relations[e.Kind]}, func() string {
				return p.verdict(&Subject{Resource: s.Resource, Placement: s.Placement}, site)
			})
		}
	}
}

// link counts a link, unless it stays where it is; the verdict is asked for once.
func (p *Pass) link(k between, verdict func() string) {
	if k.from == k.to {
		return
	}
	i, ok := p.linked[k]
	if !ok {
		if p.linked == nil {
			p.linked = map[between]int{}
		}
		i = len(p.links)
		p.linked[k] = i
		p.links = append(p.links, Link{From: k.from, To: k.to, Relation: k.relation, Verdict: verdict()})
	}
	p.links[i].Count++
}

// relationOf says what leads from a subject's data to another of its sites; "" for
// a place of the data itself.
func relationOf(j Judged) string {
	switch {
	case j.Role == "host", j.Role == "backup":
		return relations[j.Role]
	case j.Sent:
		return relations["sent"]
	case j.IsCopy():
		return relations["replica"]
	}
	return ""
}

// homeOf is the main place of a subject's data.
func homeOf(s *Subject) Spot {
	out := Spot{}
	if v := s.Placement.Vendor; v != nil {
		out.Operator = v.ID
	}
	if i := slices.IndexFunc(s.Sites, func(j Judged) bool { return relationOf(j) == "" && !j.Implied }); i >= 0 {
		out = spotOf(s, s.Sites[i])
	}
	return out
}

func spotOf(s *Subject, j Judged) Spot {
	site := j.report()
	operator := site.Operator
	if v := s.Placement.Vendor; v != nil && j.Site.Role != "" {
		operator = cmp.Or(operator, v.ID)
	}
	return Spot{Operator: operator, Country: site.Lands(), Region: site.Region}
}
