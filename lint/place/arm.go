package place

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
)

// armName is the type of Azure's resource manager that a resource of the
// provider azapi names in an argument; "" for all others, and where only apply
// will know.
func (p *Placer) armName(r *tf.Resource) string {
	trait, ok := p.c.Trait(r.Provider.Source, "names-type")
	if !ok {
		return ""
	}
	for _, a := range []tf.Attrs{r.Body.Planned, r.Body.Written} {
		if s, ok := a.One(trait.Arg).Str(); ok && strings.Contains(s, "/") {
			name, _, _ := strings.Cut(s, "@")
			return name
		}
	}
	return ""
}

// narrow puts what the catalog knows of the resource manager's type into the
// place of the provider's general one. What a type holds that it does not know
// is a question.
func (t *task) narrow() {
	trait, ok := t.c.Trait(t.out.Provider.Source, "names-type")
	if !ok || t.out.Type.Holds == catalog.Nothing || !t.c.HasARMTypes() {
		return
	}
	t.arm = t.armName(t.r)
	if arm, ok := t.c.ARMType(t.arm); ok {
		t.out.Type = &arm.Type
		return
	}
	general := t.out.Type
	t.out.Type = &catalog.Type{Where: general.Where, Parent: general.Parent}
	if t.arm == "" {
		t.ask(t.say("what it holds is not known: %s is not a literal", trait.Arg), t.say("write %s as a literal", trait.Arg))
		return
	}
	t.ask(t.say("what %s holds is not in the catalog", t.arm), t.word("update sovlint, or look the type up and leave its address out with --exclude"))
}

// planned gives the planned values at a path. An argument that holds JSON as a
// text, as body of azapi once did, is read through.
func (t *task) planned(path string) []tf.Value { return through(t.r.Body.Planned, path) }

// written gives the expressions at a path.
func (t *task) written(path string) []tf.Value {
	if silentOn(t.r, path) {
		return nil
	}
	return through(t.r.Body.Written, path)
}

// silentOn reports whether the plan shows that nothing stands at a path within an
// argument. What is written as one expression mentions more than each of its
// parts, and nothing of it is about such a part.
func silentOn(r *tf.Resource, path string) bool {
	name, _, below := strings.Cut(path, ".")
	if !below {
		return false
	}
	root := r.Body.Planned[strings.TrimRight(name, "[]{}()")]
	if _, text := root.V.(string); root.State != tf.Known || text {
		return false
	}
	for range r.Body.Planned.Each(path) {
		return false
	}
	return true
}

// Planned goes through the planned values of a resource at a path, of which "()"
// opens a text that is JSON: "container_definitions()[].image". Of a text that is
// not known nothing is.
func Planned(r *tf.Resource, path string) iter.Seq[tf.Value] {
	if strings.Contains(path, "()") {
		return slices.Values(through(r.Body.Planned, path))
	}
	return r.Body.Planned.Each(path)
}

// Written goes through the expressions of a resource at a path.
func Written(r *tf.Resource, path string) iter.Seq[tf.Value] {
	switch {
	case silentOn(r, path):
		return func(func(tf.Value) bool) {}
	case strings.Contains(path, "()"):
		return slices.Values(through(r.Body.Written, path))
	}
	return r.Body.Written.Each(path)
}

func through(a tf.Attrs, path string) []tf.Value {
	if name, rest, ok := strings.Cut(path, "()"); ok {
		var out []tf.Value
		for _, v := range a.At(name) {
			out = append(out, inText(v, rest)...)
		}
		return out
	}
	root, rest, below := strings.Cut(path, ".")
	if below {
		if text, ok := a[root].Str(); ok && !a[root].Sensitive && strings.HasPrefix(strings.TrimSpace(text), "{") {
			var body any
			if json.Unmarshal([]byte(text), &body) == nil {
				if attrs, ok := valueOf(body).V.(tf.Attrs); ok {
					return attrs.At(rest)
				}
			}
			return nil
		}
	}
	return a.At(path)
}

// inText gives the values at a path of a JSON text, or of what source shows of one
// that is not known.
func inText(v tf.Value, path string) []tf.Value {
	switch v.V.(type) {
	case tf.Attrs, []tf.Value:
		return tf.Attrs{"text": v}.At("text" + path)
	}
	text, ok := v.Str()
	var body any
	if !ok || v.Sensitive || json.Unmarshal([]byte(text), &body) != nil {
		return nil
	}
	return tf.Attrs{"text": valueOf(body)}.At("text" + path)
}

func valueOf(x any) tf.Value {
	v := tf.Value{State: tf.Known}
	switch x := x.(type) {
	case nil:
		v.State = tf.Null
	case map[string]any:
		attrs := tf.Attrs{}
		for k, e := range x {
			attrs[k] = valueOf(e)
		}
		v.V = attrs
	case []any:
		list := make([]tf.Value, 0, len(x))
		for _, e := range x {
			list = append(list, valueOf(e))
		}
		v.V = list
	case float64:
		b, _ := json.Marshal(x) // of a number that was just read
		v.V = json.Number(b)
	default:
		v.V = x
	}
	return v
}
