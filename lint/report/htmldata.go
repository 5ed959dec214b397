package report

import (
	"cmp"
	"io"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// The script's data: what many resources share is written once and pointed to
// by number.
type (
	jsBelief struct {
		Type      string       `json:"type"`
		Action    string       `json:"action"`
		Provider  string       `json:"provider"`
		Vendor    string       `json:"vendor"`
		Holds     string       `json:"holds"`
		Service   string       `json:"service"`
		Class     string       `json:"class"`
		Assumed   bool         `json:"assumed"`
		Verdict   string       `json:"verdict"`
		Input     string       `json:"input"`
		Sites     []jsSite     `json:"sites"`
		Questions []jsQuestion `json:"questions"`
		Why       []int        `json:"why"`
	}
	jsSite struct {
		Role      string `json:"role"`
		Region    string `json:"region"`
		Country   string `json:"country"`
		Operator  string `json:"operator"`
		Offer     string `json:"offer"`
		Certainty string `json:"certainty"`
		Verdict   string `json:"verdict"`
	}
	jsQuestion struct {
		What   string `json:"what"`
		Settle string `json:"settle"`
	}
	jsCause struct {
		Rule    string   `json:"rule"`
		Name    string   `json:"name"`
		Level   string   `json:"level"`
		Message string   `json:"message"`
		Hint    string   `json:"hint"`
		Clauses []string `json:"clauses"`
	}
	jsWhy struct {
		Claim  string `json:"claim"`
		File   string `json:"file"`
		Line   int    `json:"line"`
		Source string `json:"source"`
		URL    string `json:"url"`
	}
	jsWaiver struct {
		ID     string `json:"id"`
		Until  string `json:"until"`
		Reason string `json:"reason"`
	}
)

// A htmlWriter writes the data of the page, list after list.
type htmlWriter struct {
	*jsonWriter
	o        Options
	whys     []jsWhy
	whyAt    map[jsWhy]int
	beliefs  map[*lint.Belief]int
	causes   map[*lint.Cause]int
	waivers  map[string]int
	findings map[tf.Addr][]int // indexes into the report's findings
}

// htmlData writes the data element. Inside of a script element only `<` could
// end it, and the encoder writes that as an escape.
func htmlData(w io.Writer, r *lint.Report, o Options) error {
	h := &htmlWriter{jsonWriter: newJSONWriter(w), o: o, whyAt: map[jsWhy]int{}, beliefs: map[*lint.Belief]int{}, causes: map[*lint.Cause]int{},
		waivers: map[string]int{}, findings: map[tf.Addr][]int{}}
	h.enc.SetEscapeHTML(true)
	h.raw(`<script type="application/json" id="data">{"verdicts":`)
	h.compact(lint.Verdicts())
	h.raw(",\n\"words\":")
	h.compact(scriptWords(o))
	h.raw(",\n\"vendors\":")
	h.compact(h.vendors(r))
	h.lists(r)
	h.raw(",\n\"resources\":[")
	comma := ""
	for i := range r.Resources {
		if x := &r.Resources[i]; holding(*x) {
			h.raw(comma + "\n")
			h.resource(r, x)
			comma = ","
		}
	}
	h.raw("]}</script>\n")
	return h.flush()
}

// sentence finds the sentences of the page's script.
var sentence = lazily(`\bt\("([^"]*)"`)

// scriptWords gives the sentences of the script, and the verdicts and levels it
// shows, their twins; nothing where the page is English.
func scriptWords(o Options) map[string]string {
	out := map[string]string{}
	if o.Lang != speech.French {
		return out
	}
	for _, m := range sentence().FindAllStringSubmatch(htmlFile("script.js"), -1) {
		out[m[1]] = o.word(m[1])
	}
	for _, v := range lint.Verdicts() {
		v = strings.ReplaceAll(v, "-", " ")
		out[v] = o.word(v)
	}
	for _, l := range levels {
		out[l] = o.word(l)
	}
	return out
}

func (h *htmlWriter) vendors(r *lint.Report) map[string]string {
	out := map[string]string{}
	for i := range r.Resources {
		b := r.Resources[i].Belief
		out[Clean(b.Vendor)] = h.name(b.Vendor)
		for _, s := range b.Sites {
			out[Clean(s.Operator)] = h.name(s.Operator)
		}
	}
	delete(out, "")
	return out
}

func (h *htmlWriter) name(vendor string) string { return Clean(cmp.Or(h.o.Vendors[vendor], vendor)) }

// lists writes what is shared: beliefs, causes, waivers and reasons.
func (h *htmlWriter) lists(r *lint.Report) {
	h.raw(",\n\"beliefs\":[")
	for i := range r.Resources {
		x := &r.Resources[i]
		if _, ok := h.beliefs[x.Belief]; ok || !holding(*x) {
			continue
		}
		h.element(len(h.beliefs), h.belief(x.Belief))
		h.beliefs[x.Belief] = len(h.beliefs)
	}
	h.raw("],\n\"causes\":[")
	for i := range r.Findings {
		f := &r.Findings[i]
		h.findings[*f.Address] = append(h.findings[*f.Address], i)
		if _, ok := h.causes[f.Cause]; !ok {
			h.element(len(h.causes), h.cause(f.Cause))
			h.causes[f.Cause] = len(h.causes)
		}
	}
	h.raw("],\n\"waivers\":[")
	for i := range r.Findings {
		if w := r.Findings[i].Waiver; w != nil {
			if _, ok := h.waivers[w.Change+w.ID]; !ok {
				h.element(len(h.waivers), jsWaiver{Clean(h.o.waiver(w)), Clean(w.Until), Clean(w.Reason)})
				h.waivers[w.Change+w.ID] = len(h.waivers)
			}
		}
	}
	h.raw("],\n\"whys\":[")
	for i, w := range h.whys {
		h.element(i, w)
	}
	h.raw("]")
}

func (h *htmlWriter) element(i int, v any) {
	if i > 0 {
		h.raw(",")
	}
	h.raw("\n")
	h.compact(v)
}

func (h *htmlWriter) belief(b *lint.Belief) jsBelief {
	out := jsBelief{Type: Clean(b.Type), Action: Clean(h.o.word(b.Action)), Provider: Clean(b.Provider.Source), Vendor: Clean(b.Vendor), Holds: Clean(h.o.word(b.Holds)),
		Service: Clean(lint.Category(h.o.Lang, b.Service)), Class: Clean(h.o.word(b.Class.Name)), Assumed: b.Class.Assumed, Verdict: Clean(b.Verdict), Input: Clean(b.Input),
		Sites: []jsSite{}, Questions: []jsQuestion{}, Why: []int{}}
	if b.Provider.Alias != "" {
		out.Provider += h.o.say(" as %s", Clean(b.Provider.Alias))
	}
	for _, s := range b.Sites {
		out.Sites = append(out.Sites, jsSite{Clean(h.o.word(s.Role)), Clean(s.Region), Clean(s.Lands()), Clean(s.Operator), Clean(s.Offer), Clean(h.o.word(s.Certainty)), Clean(s.Verdict)})
	}
	for _, q := range b.Questions {
		out.Questions = append(out.Questions, jsQuestion{Clean(q.What), Clean(q.Settle)})
	}
	for _, w := range b.Why {
		out.Why = append(out.Why, h.why(w))
	}
	return out
}

// why gives the number of a reason.
func (h *htmlWriter) why(w lint.Why) int {
	x := jsWhy{Claim: Clean(w.Claim)}
	x.File, x.Line = htmlAt(w.At)
	if s := w.Source; s != nil {
		x.Source = Clean(s.Name + cond(s.AsOf != "", ", "+s.AsOf) + cond(s.Confidence != "", ", "+h.o.word(s.Confidence)))
		x.URL = Clean(s.URL)
	}
	n, ok := h.whyAt[x]
	if !ok {
		n = len(h.whys)
		h.whyAt[x] = n
		h.whys = append(h.whys, x)
	}
	return n
}

func htmlAt(at *lint.At) (string, int) {
	if at == nil || at.Line < 1 {
		return "", 0
	}
	return Clean(at.File), at.Line
}

func (h *htmlWriter) cause(c *lint.Cause) jsCause {
	out := jsCause{Rule: Clean(c.Rule), Name: Clean(c.Name), Level: cmp.Or(levelClass(c.Level), lint.Notice), Message: Clean(c.Message), Hint: Clean(c.Hint), Clauses: []string{}}
	for _, cite := range c.Cites {
		out.Clauses = append(out.Clauses, Clean(cite+cond(h.o.Clauses[cite] != "", ": "+h.o.Clauses[cite])))
	}
	return out
}

// resource writes [address, belief, file, line, [[cause, waiver, file, line]]].
func (h *htmlWriter) resource(r *lint.Report, x *lint.Resource) {
	file, line := htmlAt(x.At)
	own := [][4]any{}
	for _, i := range h.findings[*x.Address] {
		f := &r.Findings[i]
		if f.Input != x.Input {
			continue
		}
		waiver := -1
		if f.Waiver != nil {
			waiver = h.waivers[f.Waiver.Change+f.Waiver.ID]
		}
		file, line := htmlAt(f.At)
		own = append(own, [4]any{h.causes[f.Cause], waiver, file, line})
	}
	h.compact([]any{Clean(x.Address.String()), h.beliefs[x.Belief], file, line, own})
}
