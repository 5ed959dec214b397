package load

import (
	"bytes"
	"encoding/json"
	"slices"

	"google.golang.org/protobuf/encoding/protowire"

	"github.com/sovlint/sovlint/lint/tf"
)

// binaryActions are the actions by number; what is not listed is taken as an
// update, which remains.
var binaryActions = map[uint64]tf.Action{
	0: tf.NoOp, 1: tf.Create, 2: tf.Read, 3: tf.Update, 5: tf.Delete, 6: tf.Replace, 7: tf.Replace, 8: tf.Forget, 9: tf.Replace,
}

// A binaryChange is what a change says of values.
type binaryChange struct {
	action        uint64
	values        [][]byte
	before, after *mark
	importing     bool
}

// change reads one change of the plan.
func (p *planFile) change(b []byte) error {
	r := p.resource()
	var address, body []byte
	var previous, deposed string
	err := fields(b, func(num protowire.Number, v []byte, _ uint64) error {
		switch num {
		case changeDeposed:
			deposed = string(v)
		case changeProvider:
			r.Provider = p.one(p.instance(string(v)))
		case changeItself:
			body = v
		case changeAddress:
			address = v
		case changePrevious:
			previous = string(v)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(address) == 0 || r.Provider == nil {
		p.nameless++
		return nil
	}
	r.Addr = p.addr(address)
	typ, mode := typeOf(r.Local)
	r.Type, r.Mode = p.wordOf([]byte(typ)), mode
	if previous == string(address) {
		previous = ""
	}
	if previous != "" || deposed != "" {
		r.Past = &tf.Past{Address: previous, Deposed: deposed}
	}
	if err := p.values(r, body); err != nil {
		return err
	}
	p.kinds.share(r)
	p.changes = append(p.changes, r)
	if err := nested(r.Module); err != nil {
		return err
	}
	return p.count()
}

func (p *planFile) values(r *tf.Resource, b []byte) error {
	var c binaryChange
	err := fields(b, func(num protowire.Number, v []byte, n uint64) error {
		switch num {
		case 1:
			c.action = n
		case 2:
			c.values = append(c.values, dynamic(v))
		case 3:
			return c.mark(&c.before, v)
		case 4:
			return c.mark(&c.after, v)
		case 5:
			c.importing = true
		}
		return nil
	})
	if err != nil {
		return err
	}
	action, ok := binaryActions[c.action]
	switch {
	case !ok:
		action = tf.Update
	case action == tf.NoOp && c.importing:
		action = tf.Import
	}
	r.Action = action
	if len(c.values) == 0 {
		return nil
	}
	if action == tf.Delete || action == tf.Forget {
		r.Body.Planned = p.attrs(r, c.values[0], c.before)
		return nil
	}
	r.Body.Planned = p.attrs(r, c.values[len(c.values)-1], c.after)
	return nil
}

// mark reads one path to a sensitive value.
func (c *binaryChange) mark(to **mark, b []byte) error {
	var path []step
	err := fields(b, func(num protowire.Number, v []byte, _ uint64) error {
		if num != 1 {
			return nil
		}
		s := step{}
		err := fields(v, func(num protowire.Number, v []byte, _ uint64) error {
			switch num {
			case 1:
				s = nameStep(string(v))
			case 2:
				s = keyStep(dynamic(v))
			}
			return nil
		})
		path = append(path, s)
		return err
	})
	if *to == nil {
		*to = &mark{}
	}
	(*to).add(path)
	return err
}

// keyStep is the step into a map, by a text, or into a list, by a number. Into
// a set there is none.
func keyStep(b []byte) step {
	switch v := packedValue(b, nil).V.(type) {
	case string:
		return nameStep(v)
	case json.Number:
		return indexStep(v.String())
	}
	return step{}
}

// attrs decodes the wanted attributes. Resources that say the same share them.
func (p *planFile) attrs(r *tf.Resource, b []byte, m *mark) tf.Attrs {
	own := ""
	defer func() { r.Called = tf.CalledBy(own, p.namesIn(r, b, m)) }()
	names, all := p.wanted(r.Provider.Source, r.Type)
	if len(names) == 0 && !all {
		return nil
	}
	if m != nil && m.all {
		return p.secret(names)
	}
	self := p.self(r.Provider.Source)
	wanted := func(name []byte) bool { return all || has(names, name) && string(name) != self }
	key := []byte("packed\x00")
	packedPairs(b, func(name, v []byte) {
		switch {
		case wanted(name):
			key = append(append(append(key, name...), 0), v...)
			key = m.kid(string(name)).key(append(key, 0))
		case self != "" && string(name) == self:
			own, _ = packedValue(v, m.kid(self)).Str()
		}
	})
	if a, ok := p.copyOf(key); ok {
		return a
	}
	packedPairs(b, func(name, v []byte) {
		if wanted(name) {
			_, n, _ := packedSpan(v)
			p.nodes += n
		}
	})
	if p.nodes > minNodes+perPacked*p.size {
		return nil // known refuses the plan
	}
	out := p.equal(packedAttrs(b, wanted, m))
	p.share(key, out)
	return out
}

// namesIn takes out the texts by which others name a resource, each once
// and in order. What is sensitive is not among them; what leaves nobody names.
func (p *planFile) namesIn(r *tf.Resource, b []byte, m *mark) (out []string) {
	if p.o.Named == nil || m != nil && m.all || !r.Action.Remains() {
		return nil
	}
	keys := p.o.Named(r.Provider.Source, r.Type)
	packedPairs(b, func(name, v []byte) {
		if len(keys) == 0 || !has(keys, name) {
			return
		}
		if s, ok := packedValue(v, m.kid(string(name))).Str(); ok && s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	})
	slices.Sort(out)
	return out
}

// secret hides every wanted attribute.
func (p *planFile) secret(names []string) tf.Attrs {
	var out tf.Attrs
	for _, n := range names {
		set(&out, n, tf.Value{State: tf.Unknown, Sensitive: true})
	}
	return out
}

// packedPairs calls fn for each pair of an object.
func packedPairs(b []byte, fn func(name, v []byte)) {
	var name []byte
	packedEach(b, func(i int, e []byte) bool {
		if i%2 == 0 {
			key, ok := packedString(e)
			name = key
			return ok
		}
		fn(name, e)
		return true
	})
}

func packedAttrs(b []byte, wanted func([]byte) bool, m *mark) tf.Attrs {
	var out tf.Attrs
	packedPairs(b, func(name, v []byte) {
		if wanted(name) {
			set(&out, string(bytes.Clone(name)), packedValue(v, m.kid(string(name))))
		}
	})
	return out
}

// one gives the plan's own copy of a provider instance.
func (p *planFile) one(of *tf.Provider) *tf.Provider {
	key := "one\x00" + of.Source + "\x00" + of.Key
	if known, ok := p.bare[key]; ok {
		return known
	}
	p.bare[key] = of
	return of
}
