package place

import (
	"encoding/json"
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
func (t *task) written(path string) []tf.Value { return through(t.r.Body.Written, path) }

func through(a tf.Attrs, path string) []tf.Value {
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
