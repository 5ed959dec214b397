package load

import (
	"bytes"
	"cmp"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// A body is a resource of a plan in words while its lines come in.
type body struct {
	r      *tf.Resource // nil while drift is read, which is no plan
	action string       // the words behind the address
	inside bool         // the line that opens the braces was seen
	item   []string     // the lines of the wanted attribute at hand
	size   int
	broken bool // lines of it were too long or too many
	items  []item
	hidden bool // unchanged attributes or blocks are not shown
	names  []string
	all    bool
	self   string   // the attribute that goes to Resource.Called
	named  []string // the attributes whose texts go to Resource.Called
}

// An item is one attribute or one block, in lines.
type item struct {
	lines  []string
	broken bool
}

// headLine is the comment above a resource: two blanks before the mark, one
// where the resource is only forgotten.
var headLine = lazily(`^  ?# [\pL_]`)

// openLine begins a resource: its sign in three columns, then its block.
var openLine = lazily(`^(?:   |  [-+~.]| \.| <=|-/\+|\+/-) (resource|data) "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)" \{(\})?( # .*)?$`)

// drift tells what happened, not what will.
func drift(phrase string) bool {
	return strings.HasPrefix(phrase, "has been ") || strings.HasPrefix(phrase, "has changed")
}

var phrases = []struct {
	text   string
	action tf.Action
}{
	{"will be created", tf.Create},
	{"will be updated in-place", tf.Update},
	{"will be destroyed", tf.Delete},
	{"must be replaced", tf.Replace},
	{"is tainted, so must be replaced", tf.Replace},
	{"will be replaced", tf.Replace},
	{"will be read during apply", tf.Read},
	{"will be imported", tf.Import},
	{"has moved to ", tf.NoOp},
	{"will no longer be managed by ", tf.Forget},
	{"will be removed from the ", tf.Forget},
}

// resource takes a line that belongs to a resource; false for any other. The
// columns decide: what a heredoc holds stands further in than any line that is
// looked at, so that no value can pass for a resource.
func (w *words) resource(t *texts, b []byte, cut bool) bool {
	switch {
	case headLine().Match(b):
		return w.head(t, b)
	case w.open == nil:
		return false
	case !w.open.inside:
		return w.enter(t, b)
	case string(b) == "    }":
		w.close(t)
		return true
	case len(b) < 9 || !isBlank(b[:4]):
		return len(bytes.TrimSpace(b)) == 0
	}
	w.open.line(b, cut)
	return true
}

func isBlank(b []byte) bool { return len(bytes.TrimLeft(b, " ")) == 0 }

// head takes the comment above a resource.
func (w *words) head(t *texts, b []byte) bool {
	address, phrase, deposed := cutHead(string(bytes.TrimLeft(b, " ")[2:]))
	if address == "" {
		return false
	}
	w.close(t)
	w.open = &body{action: phrase}
	if drift(phrase) {
		if phrase == "has been deleted" {
			w.kept.lost(t.addr([]byte(address)))
		}
		return true
	}
	r := &tf.Resource{Addr: t.addr([]byte(address)), Kind: &tf.Kind{Action: tf.Update}} // its lines may never end
	known := false
	for _, p := range phrases {
		if rest, ok := strings.CutPrefix(phrase, p.text); ok {
			r.Action, known = p.action, true
			if to, _, _ := cutHead(rest); p.text == "has moved to " && to != "" {
				r.Addr, r.Past = t.addr([]byte(to)), &tf.Past{Address: address}
			}
			break
		}
	}
	if deposed != "" {
		r.Past = &tf.Past{Deposed: t.wordOf([]byte(deposed))}
	}
	typ, mode := typeOf(r.Local)
	r.Type, r.Mode = t.wordOf([]byte(typ)), mode
	r.Provider = t.unjoined(t.wordOf([]byte(implied(typ))))
	w.open.r = r
	w.open.names, w.open.all = t.wanted(r.Provider.Source, r.Type)
	w.open.self = cmp.Or(t.self(r.Provider.Source), w.open.identifier())
	if t.o.Named != nil {
		w.open.named = t.o.Named(r.Provider.Source, r.Type)
	}
	if known {
		w.add(t, r)
	}
	return true
}

// add enters a resource; that its body is missing does not take it away.
func (w *words) add(t *texts, r *tf.Resource) {
	w.resources = append(w.resources, r)
	r.Body.Planned = t.hidden(r.Provider.Source, r.Type)
	t.n++
}

// cutHead takes an address from the start of a text, and what is said of it.
func cutHead(s string) (address, phrase, deposed string) {
	end := addressEnd(s)
	address, phrase = s[:end], strings.TrimPrefix(s[end:], " ")
	if len(address) > maxAddress || !isAddress(address) || nested(tf.ParseAddr(address).Module) != nil {
		return "", "", ""
	}
	if rest, ok := strings.CutPrefix(phrase, "(deposed object "); ok {
		deposed, phrase, _ = strings.Cut(rest, ") ")
	}
	return address, phrase, deposed
}

// addressEnd finds the first blank outside of instance keys.
func addressEnd(s string) int {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case quoted && s[i] == '\\':
			i++
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ' ' && !quoted:
			return i
		}
	}
	return len(s)
}

var name = lazily(`^[\pL_][\pL\pN_-]*(\[.*\])?$`)

// isAddress reports whether a text is the address of a resource.
func isAddress(s string) bool {
	parts := tf.Split(tf.ParseAddr(s).Local)
	if len(parts) == 3 && parts[0] == "data" {
		parts = parts[1:]
	}
	return len(parts) == 2 && name().MatchString(parts[0]) && name().MatchString(parts[1])
}

func typeOf(local string) (string, tf.Mode) {
	mode := tf.Managed
	rest, ok := strings.CutPrefix(local, "data.")
	if ok {
		mode = tf.Data
	}
	typ, _, _ := strings.Cut(rest, ".")
	return typ, mode
}

// enter takes the lines between the comment and the braces: more comments,
// then the one that opens them.
func (w *words) enter(t *texts, b []byte) bool {
	if bytes.HasPrefix(bytes.TrimLeft(b, " "), []byte("# (")) {
		if from, ok := bytes.CutPrefix(bytes.TrimLeft(b, " "), []byte("# (moved from ")); ok && w.open.r != nil && w.open.r.Past == nil {
			w.open.r.Past = &tf.Past{Address: string(bytes.TrimSuffix(from, []byte(")")))}
		}
		return true
	}
	m := openLine().FindSubmatch(b)
	if m == nil {
		w.open = nil
		return false
	}
	r := w.open.r
	if r != nil && (r.Type != string(m[2]) || (r.Mode == tf.Data) != (string(m[1]) == "data")) {
		w.remark("a resource's words do not fit its address and were not read")
		w.open = nil
		return true
	}
	if r != nil && !w.has(r) {
		w.remark("what will happen to some resources is said in words that are not known; they are taken as updated")
		w.unknown++
		w.add(t, r)
	}
	w.open.inside = true
	if len(m[4]) > 0 {
		w.close(t)
	}
	return true
}

func (w *words) has(r *tf.Resource) bool {
	return len(w.resources) > 0 && w.resources[len(w.resources)-1] == r
}
