package load

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// texts are the plans in words of one input: one, or one after the other, or
// one for each unit whose name a log prefix gives.
type texts struct {
	pool
	begun     bool // there is a plan
	failed    bool // an error message was seen
	refreshed bool // Terraform was at work
	many      bool // there are more units than documents may be
	units     map[string]*words
	order     []*words
}

func newTexts(o Options) *texts {
	return &texts{pool: newPool(o), units: map[string]*words{}}
}

// words is one plan in words while it is read.
type words struct {
	resources []*tf.Resource
	kept      refreshed // what is there, and perhaps does not change
	planned   bool      // the sentence before the resources was seen
	ended     bool      // the sentence after them was seen
	errored   bool
	partial   bool
	hides     bool // attributes of some resource are hidden
	unknown   int  // changes in words that are not known
	said      map[string]int
	open      *body // the resource at hand
	odd       []string
	acts      hcleval.Acts
}

// The sentences that tell where a plan is. Terraform and OpenTofu write them
// alike, with their names.
var (
	startLine = lazily(`^(Terraform|OpenTofu) (will perform the following actions:|planned the following actions, but then encountered a problem:)$`)
	// quietLine ends a plan that changes no resource.
	quietLine = lazily(`^(No changes\. |You can apply this plan to save these new output values|This is a refresh-only plan|Your configuration already applies )`)
	countLine = lazily(`^Plan: \d+ to `)
	countWord = lazily(`(\d+) to (import|add|change|destroy)`)
	actWord   = lazily(`Actions: (\d+) to invoke`)
	atWork    = lazily(`: (Refreshing state\.\.\.|Reading\.\.\.|Read complete after|Preparing import\.\.\.)|^(Acquiring state lock|Planning failed\. |Terraform used the selected providers|OpenTofu used the selected providers)`)
	partial   = lazily(`^(Warning: Resource targeting is in effect|Note: This is a partial plan)`)
)

// isError tells the head of an error message.
func isError(line []byte) bool {
	line = bytes.TrimLeft(line, "│╷ ")
	return bytes.HasPrefix(line, []byte("Error: ")) || bytes.HasPrefix(line, []byte("Planning failed. "))
}

// line takes one line as it came.
func (t *texts) line(b []byte, cut bool) {
	b = plain(b)
	unit := ""
	if n := logPrefix(b); n > 0 {
		unit = unitOf(b[:n])
		b = b[n:]
	}
	w := t.units[unit]
	if w == nil || w.ended && startLine().Match(b) {
		if t.many = t.many || len(t.order) >= maxDocuments; t.many {
			return
		}
		w = &words{}
		t.order = append(t.order, w)
		t.units[unit] = w
	}
	if !w.resource(t, b, cut) {
		w.sentence(t, b)
	}
	t.begun = t.begun || w.planned || w.ended
}

// sentence takes a line that belongs to no resource.
func (w *words) sentence(t *texts, b []byte) {
	if len(b) == 0 || b[0] == ' ' {
		return
	}
	b = bytes.TrimLeft(b, "│╷ ")
	switch {
	case startLine().Match(b):
		w.planned = true
		w.errored = w.errored || bytes.Contains(b, []byte("encountered a problem"))
	case countLine().Match(b):
		w.ended = true
		if m := actWord().FindSubmatch(b); m != nil {
			n, _ := strconv.Atoi(string(m[1]))
			w.acts.Add(hcleval.Action, string(m[0]), n, nil)
		}
		for _, m := range countWord().FindAllSubmatch(b, -1) {
			n, _ := strconv.Atoi(string(m[1]))
			set(&w.said, string(m[2]), n)
		}
	case quietLine().Match(b):
		w.ended = true
		w.kept.only = bytes.HasPrefix(b, []byte("This is a refresh-only plan"))
	case isError(b):
		t.failed, w.errored = true, true
	case partial().Match(b):
		w.partial = true
	case w.kept.line(&t.pool, b), atWork().Match(b):
		t.refreshed = true
	}
}

// configs gives what was read.
func (t *texts) configs() ([]*tf.Config, error) {
	if t.many {
		return nil, tooMuch("more than %d units or plans in words", maxDocuments)
	}
	var out []*tf.Config
	failed := false
	for _, w := range t.order {
		if !w.planned && !w.ended {
			failed = failed || w.errored
			continue
		}
		c, err := w.config(t)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	for _, c := range out {
		if failed { // of several, one has no plan at all
			c.Errored = true
			c.Gaps = append(c.Gaps, tf.Gap{What: gapOther})
		}
	}
	return out, nil
}

func (w *words) config(t *texts) (*tf.Config, error) {
	w.close(t)
	if !w.ended && !w.errored {
		return nil, fail(ErrTruncated, "the plan has no last sentence, \"Plan: ...\"")
	}
	if w.kept.over {
		return nil, tooMuch("more than %d resources", maxResources)
	}
	rest := w.kept.rest(w.resources)
	c := &tf.Config{Format: formatText, Resources: slices.Concat(w.resources, rest), Errored: w.errored, Incomplete: w.partial, Bare: true}
	add := func(what string) { c.Gaps = append(c.Gaps, tf.Gap{What: what}) }
	if w.errored {
		add(gapErrored)
	}
	if len(rest) > 0 {
		add(gapTextRefreshed)
	} else {
		add(gapText)
	}
	if len(c.Resources) > 0 {
		add(gapUnlent)
	}
	if w.hides {
		add(gapTextHidden)
	}
	if w.partial {
		add(gapIncomplete)
	}
	letGo(&w.acts, c.Resources)
	c.Gaps = append(c.Gaps, w.acts.Gaps(t.o.Lang)...)
	for _, odd := range w.odd {
		add(odd)
	}
	bad, short := w.miscounted(t.o.Lang)
	switch {
	case bad != "" && len(w.resources) == 0:
		return nil, failing(ErrNotPlan, bad)
	case short && !w.errored:
		return nil, failing(ErrPartial, bad)
	case bad != "":
		c.Incomplete = true
		add(bad)
	}
	tf.Sort(c.Resources)
	return c, nil
}

// tally counts changes as Terraform does in its own summary.
func tally(all []*tf.Resource) map[string]int {
	got := map[string]int{}
	for _, r := range all {
		switch r.Action {
		case tf.Create:
			got["add"]++
		case tf.Update:
			got["change"]++
		case tf.Delete:
			got["destroy"]++
		case tf.Replace:
			got["add"]++
			got["destroy"]++
		}
	}
	return got
}

// miscounted compares the resources with the plan's own count of them; short
// tells that some are missing. A change whose words are not known may be of any
// kind.
func (w *words) miscounted(l speech.Lang) (bad string, short bool) {
	got := tally(w.resources)
	for _, word := range []string{"add", "change", "destroy"} {
		if said := w.said[word]; said != got[word] && !short {
			bad = l.Say("the plan says %d to %s, its words show %d", said, word, got[word])
			short = said > got[word]+w.unknown
		}
	}
	return bad, short
}

// remark keeps a few remarks for the report.
func (w *words) remark(format string, args ...any) {
	if s := fmt.Sprintf(format, args...); len(w.odd) < 10 && !slices.Contains(w.odd, s) {
		w.odd = append(w.odd, s)
	}
}
