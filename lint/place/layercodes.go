package place

import (
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/evidence"
	"github.com/sovlint/sovlint/lint/tf"
)

// A code is what an operator calls a place, and the words that say so.
type code struct {
	text  string // as the table of codes has it: "AWS/EU_WEST_3"
	shown string // as the user wrote it: "EU_WEST_3"
	step  evidence.Step
	maybe bool
}

// A word is one value of an argument, or one that only apply will know.
type word struct {
	text  string
	at    *tf.Range
	maybe bool
	open  *tf.Value // nil when the text is known
}

// codes reads the codes that a line finds on the resource or in the provider
// block; open is an argument that only apply will know.
func (t *task) codes(l catalog.Layer) (out []code, open *tf.Value) {
	for _, a := range []tf.Attrs{t.r.Body.Planned, t.r.Body.Written} {
		for _, path := range orNothing(l.Region) {
			out, open = t.codesAt(l, path, a)
			if len(out) > 0 {
				return out, nil
			}
			if open != nil {
				break
			}
		}
	}
	return nil, open
}

// orNothing is a list with one empty path where no path is given.
func orNothing(paths []string) []string {
	if len(paths) == 0 {
		return []string{""}
	}
	return paths
}

// codesAt pairs cloud and region, element by element of the list that both
// stand in.
func (t *task) codesAt(l catalog.Layer, path string, a tf.Attrs) (out []code, open *tf.Value) {
	base := commonList(path, l.Cloud)
	for _, e := range elements(a, base) {
		cloud := word{}
		for _, p := range l.Cloud {
			if cloud.text == "" && cloud.open == nil {
				cloud = firstWord(t.words(e, strings.TrimPrefix(p, base)))
			}
		}
		regions := []word{{}}
		if path != "" {
			regions = t.words(e, strings.TrimPrefix(path, base))
		}
		for _, r := range regions {
			switch {
			case cloud.open != nil:
				open = cloud.open
			case r.open != nil:
				open = r.open
			default:
				if c, ok := t.code(l, path, cloud, r); ok {
					out = append(out, c)
				}
			}
		}
	}
	return out, open
}

// code joins the words of a pair; false where one is missing, or is not of the
// form in which it tells a place.
func (t *task) code(l catalog.Layer, path string, cloud, region word) (code, bool) {
	if len(l.Cloud) > 0 && cloud.text == "" || path != "" && region.text == "" {
		return code{}, false
	}
	main, arg := region, path
	if path == "" {
		main, arg = cloud, l.Cloud[0]
	}
	text := main.text
	if strings.Contains(text, "://") {
		text = hostOf(text)
	}
	if l.Form != nil {
		m := l.Form.FindStringSubmatch(text)
		if len(m) < 2 {
			return code{}, false
		}
		text = m[1]
	}
	c := code{text: text, shown: evidence.Shown(text), maybe: cloud.maybe || region.maybe}
	if path != "" && cloud.text != "" {
		c.text = cloud.text + "/" + text
	}
	c.step = evidence.Step{Claim: wrote(strings.TrimPrefix(arg, "provider:"), text), At: main.at}
	if c.maybe && l.Host == "" && !t.knows(path, c.text) {
		return code{}, false // the expression may wrap the variable
	}
	return c, true
}

// commonList is the path of the innermost list that a path and all others stand
// in, with its dot; "" where they share none.
func commonList(path string, others []string) string {
	base := path
	for _, o := range others {
		for base != "" && !strings.HasPrefix(o, base) {
			base = base[:strings.LastIndex(base[:len(base)-1], ".")+1]
		}
	}
	if i := strings.LastIndex(base, "[]."); i >= 0 && len(others) > 0 {
		return base[:i+3]
	}
	return ""
}

// elements are the attributes of each element of a list; of the whole where the
// base is empty.
func elements(a tf.Attrs, base string) []tf.Attrs {
	if base == "" {
		return []tf.Attrs{a}
	}
	var out []tf.Attrs
	for v := range a.Each(strings.TrimSuffix(base, ".")) {
		if e, ok := v.V.(tf.Attrs); ok {
			out = append(out, e)
		}
	}
	return out
}

func firstWord(ws []word) word {
	if i := slices.IndexFunc(ws, func(w word) bool { return w.text != "" || w.open != nil }); i >= 0 {
		return ws[i]
	}
	return word{}
}

// words reads the values at a path of an element, or of the provider block.
func (t *task) words(a tf.Attrs, path string) []word {
	read, vals := t.expression, []tf.Value(nil)
	if arg, ok := strings.CutPrefix(path, "provider:"); ok {
		read, vals = t.providerText, t.block(arg)
	} else {
		vals = a.At(path)
	}
	var out []word
	for _, v := range vals {
		text, known, maybe := read(v)
		switch {
		case known:
			out = append(out, word{text: text, at: v.At, maybe: maybe})
		case v.State == tf.Unknown && len(v.Refs) > 0:
			out = append(out, word{at: v.At, open: &v})
		}
	}
	return out
}
