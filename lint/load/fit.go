package load

import (
	"fmt"
	"maps"

	"github.com/sovlint/sovlint/lint/tf"
)

// fits reports whether what a plan shows can be what the source says: every
// known value that both have is the same one. A list may stand in another order,
// as sets do; of one that the plan shows in part, with something unknown in it,
// only that part is compared.
func fits(shown, said tf.Value) bool {
	if shown.State != tf.Known || said.State != tf.Known || shown.Sensitive || said.Sensitive || shown.V == nil || said.V == nil {
		return true
	}
	switch x := shown.V.(type) {
	case tf.Attrs:
		y, ok := said.V.(tf.Attrs)
		if !ok {
			return false
		}
		for name, v := range x {
			if s, has := y[name]; has && !fits(v, s) {
				return false
			}
		}
		return true
	case []tf.Value:
		return partFits(x, said)
	}
	return squash(fmt.Sprint(shown.V)) == squash(fmt.Sprint(said.V))
}

func partFits(list []tf.Value, said tf.Value) bool {
	part, whole := seen(list)
	y, ok := said.V.([]tf.Value)
	if !ok { // an object of which a part is hidden is a list in a plan's words
		return !whole && len(part) == 1 && fits(part[0], said)
	}
	if whole && len(part) != len(y) {
		return false
	}
	for i, v := range part {
		if spot(y, v, i) < 0 {
			return false
		}
	}
	return true
}

// seen gives the elements of a list that are not wholly unknown, and whether
// these are all.
func seen(list []tf.Value) (part []tf.Value, whole bool) {
	for _, v := range list {
		if v.State != tf.Unknown {
			part = append(part, v)
		}
	}
	return part, len(part) == len(list)
}

// spot finds an element that a value fits, first where it is likely; -1 for none.
func spot(list []tf.Value, v tf.Value, likely int) int {
	if likely < len(list) && fits(v, list[likely]) {
		return likely
	}
	for i, s := range list {
		if fits(v, s) {
			return i
		}
	}
	return -1
}

// fill completes what a plan shows in part with what the source says; the two
// fit. What the plan knows it keeps.
func fill(shown, said tf.Value) tf.Value {
	switch {
	case shown.State == tf.Unknown && !shown.Sensitive:
		return said
	case shown.State != tf.Known || said.State != tf.Known || shown.Sensitive:
		return shown
	}
	switch x := shown.V.(type) {
	case tf.Attrs:
		if y, ok := said.V.(tf.Attrs); ok {
			shown.V = fillObject(x, y, false)
		}
	case []tf.Value:
		return fillList(shown, x, said)
	}
	shown.At = said.At
	return shown
}

func fillObject(x, y tf.Attrs, more bool) tf.Attrs {
	out := maps.Clone(x)
	for name, s := range y {
		v, ok := x[name]
		switch {
		case ok:
			out[name] = fill(v, s)
		case more:
			set(&out, name, s)
		}
	}
	return out
}

func fillList(shown tf.Value, list []tf.Value, said tf.Value) tf.Value {
	part, whole := seen(list)
	switch y := said.V.(type) {
	case tf.Attrs:
		if len(part) == 1 && !whole {
			if x, ok := part[0].V.(tf.Attrs); ok {
				return tf.Value{State: tf.Known, V: fillObject(x, y, true), At: said.At}
			}
		}
	case []tf.Value:
		out := make([]tf.Value, len(y))
		copy(out, y)
		for i, v := range part {
			if j := spot(y, v, i); j >= 0 {
				out[j] = fill(v, y[j])
			}
		}
		return tf.Value{State: tf.Known, V: out, At: said.At}
	}
	return shown
}

// isOpen reports whether something in a value is not known.
func isOpen(v tf.Value) bool {
	switch x := v.V.(type) {
	case tf.Attrs:
		for _, e := range x {
			if isOpen(e) {
				return true
			}
		}
	case []tf.Value:
		for _, e := range x {
			if isOpen(e) {
				return true
			}
		}
	}
	return v.State == tf.Unknown
}
