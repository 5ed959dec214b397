package load

import (
	"maps"
	"slices"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// A mark tells what of a value is sensitive: all of it, or what its kids tell.
// Nil marks nothing.
type mark struct {
	all  bool
	kids map[string]*mark // by attribute, key or index
	list bool             // the kids are indexes
}

// maxIndex bounds the index of a sensitive element; a list with a later one is
// sensitive as a whole.
const maxIndex = 1000

func (m *mark) kid(name string) *mark {
	switch {
	case m == nil:
		return nil
	case m.all:
		return m
	}
	return m.kids[name]
}

// add marks the value at a path. A step that is no name and no small index
// marks the whole of what stands before it.
func (m *mark) add(path []step) {
	for _, s := range path {
		if m.all {
			return
		}
		if !s.ok || len(m.kids) > 0 && m.list != s.index {
			break
		}
		m.list = s.index
		next := m.kids[s.name]
		if next == nil {
			next = &mark{}
			set(&m.kids, s.name, next)
		}
		m = next
	}
	m.all, m.kids = true, nil
}

// A step is one step of a path into a value.
type step struct {
	name      string
	index, ok bool
}

func nameStep(name string) step { return step{name: name, ok: true} }

func indexStep(n string) step {
	i, err := strconv.Atoi(n)
	return step{name: n, index: true, ok: err == nil && i >= 0 && i <= maxIndex}
}

// secrets reads sensitive_attributes of a raw state: paths whose steps are
// {"type":"get_attr","value":"a"} or {"type":"index","value":{"value":0,...}}.
func secrets(raw []byte) *mark {
	var out *mark
	items(raw, func(path []byte) {
		var steps []step
		items(path, func(s []byte) {
			v := field(s, "value")
			if inner := field(v, "value"); inner != nil {
				v = inner
			}
			switch {
			case len(v) > 0 && v[0] == '"':
				steps = append(steps, nameStep(text(v)))
			default:
				steps = append(steps, indexStep(string(v)))
			}
		})
		if out == nil {
			out = &mark{}
		}
		out.add(steps)
	})
	return out
}

// over writes the mark as plan JSON has it, in the shape of the value it lies
// over: true where that is sensitive.
func (m *mark) over(raw []byte) []byte { return m.write(nil, raw) }

func (m *mark) write(b, raw []byte) []byte {
	switch {
	case m == nil:
		return append(b, "false"...)
	case m.all:
		return append(b, "true"...)
	case m.list:
		b = append(b, '[')
		for i, e := range elementsOf(raw) {
			if i > 0 {
				b = append(b, ',')
			}
			b = m.kids[strconv.Itoa(i)].write(b, e)
		}
		return append(b, ']')
	}
	under := map[string][]byte{}
	members(raw, func(k, v []byte) {
		if m.kids[string(k)] != nil {
			under[string(k)] = v
		}
	})
	b = append(b, '{')
	for i, k := range slices.Sorted(maps.Keys(m.kids)) {
		if i > 0 {
			b = append(b, ',')
		}
		b, _ = jsontext.AppendQuote(b, k)
		b = m.kids[k].write(append(b, ':'), under[k])
	}
	return append(b, '}')
}

// key writes the mark so that equal marks give equal bytes.
func (m *mark) key(b []byte) []byte {
	switch {
	case m == nil:
		return append(b, 0)
	case m.all:
		return append(b, 1)
	}
	b = append(b, '{')
	for _, k := range slices.Sorted(maps.Keys(m.kids)) {
		b, _ = jsontext.AppendQuote(b, k)
		b = m.kids[k].key(b)
	}
	return append(b, '}')
}
