package load

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

// A message is one line of `terraform plan -json`, cut where it matters.
type message struct {
	kind                                       string
	version, change, counts, diagnostics, hook []byte
}

// readMessage cuts a message whose grammar was checked.
func readMessage(raw []byte) (m message) {
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "type":
			m.kind = text(v)
		case "terraform", "tofu":
			m.version = v
		case "change":
			m.change = v
		case "changes":
			m.counts = v
		case "diagnostic":
			m.diagnostics = v
		case "hook":
			m.hook = v
		}
	})
	return m
}

// calledIn is what to call a message: by the resource it speaks of, else by its
// type.
func calledIn(raw []byte) string {
	if address := text(field(field(field(raw, "change"), "resource"), "addr")); address != "" {
		return address
	}
	return "a message of type " + text(field(raw, "type"))
}

// A stream is what the messages of one run of Terraform come to.
type stream struct {
	pool
	version   string
	resources []*tf.Resource
	kept      refreshed      // what is there, and perhaps does not change
	said      map[string]int // what the summary counts; nil until it came
	acts      hcleval.Acts
	odd       int // changes whose action is not known
	imports   int
	errored   bool
	partial   bool
}

func newStream(o Options) *stream { return &stream{pool: newPool(o)} }

func (s *stream) take(m message) error {
	switch m.kind {
	case "version":
		s.version = text(m.version)
	case "planned_change":
		return s.planned(m.change)
	case "refresh_complete":
		s.kept.add(&s.pool, text(field(field(m.hook, "resource"), "addr")), text(field(m.hook, "id_value")))
	case "resource_drift":
		if text(field(m.change, "action")) == "delete" {
			s.kept.lost(s.addr([]byte(text(field(field(m.change, "resource"), "addr")))))
		}
	case "deferred_change":
		s.partial = true
	case "change_summary":
		s.count(m.counts)
	case "diagnostic":
		summary := text(field(m.diagnostics, "summary"))
		s.errored = s.errored || text(field(m.diagnostics, "severity")) == "error"
		s.partial = s.partial || summary == "Resource targeting is in effect"
	}
	return nil
}

var streamActions = map[string]tf.Action{
	"create": tf.Create, "update": tf.Update, "delete": tf.Delete, "replace": tf.Replace, "read": tf.Read,
	"move": tf.NoOp, "noop": tf.NoOp, "import": tf.Import, "remove": tf.Forget, "forget": tf.Forget,
}

func (s *stream) planned(raw []byte) error {
	r := s.resource()
	r.Action = tf.Update
	var address, source []byte
	members(raw, func(k, v []byte) {
		switch string(k) {
		case "resource":
			address, source = field(v, "addr"), field(v, "implied_provider")
		case "previous_resource":
			r.Past = &tf.Past{Address: text(field(v, "addr"))}
		case "action":
			a, ok := streamActions[text(v)]
			if r.Action = a; !ok {
				r.Action = tf.Update
				s.odd++
			}
		case "importing":
			if v[0] == '{' {
				s.imports++
			}
		}
	})
	if at := text(address); at != "" {
		r.Addr = s.addr([]byte(at))
	}
	if r.Local == "" {
		return fail(ErrNotPlan, "a planned change without an address")
	}
	typ, mode := typeOf(r.Local)
	r.Type, r.Mode = s.wordOf([]byte(typ)), mode
	name := text(source)
	if name == "" || name == "terraform" {
		name = implied(typ)
	}
	r.Provider = s.unjoined(s.wordOf([]byte(name)))
	r.Body.Planned = s.hidden(r.Provider.Source, r.Type)
	s.kinds.share(r)
	s.resources = append(s.resources, r)
	if err := nested(r.Module); err != nil {
		return err
	}
	return s.pool.count()
}

// summed are the counts of a summary that are held against the changes.
var summed = []string{"add", "change", "remove", "import"}

// count takes the summary of a plan; that of an apply counts what was done.
func (s *stream) count(raw []byte) {
	if op := text(field(raw, "operation")); op != "" && op != "plan" {
		return
	}
	if n, err := strconv.Atoi(string(field(raw, "action_invocation"))); err == nil {
		s.acts.Add(hcleval.Action, fmt.Sprintf("action_invocation: %d", n), n, nil)
	}
	for _, word := range summed {
		n, err := strconv.Atoi(string(field(raw, word)))
		if err == nil {
			set(&s.said, word, s.said[word]+n)
		}
	}
}

// missing says which changes the summary counts that did not come; "" for none.
// A change of an action that is not known may be of any kind.
func (s *stream) missing() string {
	got := tally(s.resources)
	got["import"] = s.imports
	for _, word := range summed {
		name := word
		if word == "remove" {
			name = "destroy"
		}
		if n := s.said[word]; n > got[name]+s.odd {
			return fmt.Sprintf("the summary counts %d to %s, the messages show %d", n, name, got[name])
		}
	}
	return ""
}

func (s *stream) config() (*tf.Config, error) {
	if len(s.resources) == 0 && s.errored {
		return nil, fail(ErrNoPlan, "")
	}
	if s.said == nil && !s.errored {
		return nil, fail(ErrTruncated, "the messages have no summary of the changes")
	}
	if bad := s.missing(); bad != "" {
		return nil, failing(ErrPartial, bad)
	}
	if s.kept.over {
		return nil, tooMuch("more than %d resources", maxResources)
	}
	rest := s.kept.rest(s.resources)
	c := &tf.Config{Format: formatStream, TerraformVersion: s.version, Resources: slices.Concat(s.resources, rest), Errored: s.errored, Incomplete: s.partial, Bare: true}
	if s.errored {
		c.Gaps = append(c.Gaps, tf.Gap{What: gapErrored})
	}
	if len(rest) > 0 {
		c.Gaps = append(c.Gaps, tf.Gap{What: gapStreamRefreshed})
	} else {
		c.Gaps = append(c.Gaps, tf.Gap{What: gapStream})
	}
	if len(c.Resources) > 0 {
		c.Gaps = append(c.Gaps, tf.Gap{What: gapUnlent})
	}
	letGo(&s.acts, c.Resources)
	c.Gaps = append(c.Gaps, s.acts.Gaps(s.o.Lang)...)
	if s.partial {
		c.Gaps = append(c.Gaps, tf.Gap{What: gapIncomplete})
	}
	tf.Sort(c.Resources)
	return c, nil
}
