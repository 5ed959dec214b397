package tf

import (
	"fmt"
	"iter"
	"reflect"
	"strings"
)

// A State tells what is known of a value. The zero State is Absent.
type State uint8

// The four states of a value; never a bool.
const (
	Absent  State = iota // nobody wrote it and nothing was planned
	Null                 // written or planned as null
	Unknown              // something is there; what, only apply will tell
	Known
)

func (s State) String() string {
	return [...]string{"absent", "null", "unknown", "known"}[s]
}

// A Value is an attribute's value. The zero Value is absent.
type Value struct {
	State     State
	Sensitive bool // V is nil then, whatever State says
	// Hidden is true where State is Unknown and the form that was read does not
	// tell whether anything stands there at all.
	Hidden bool
	// V is set when State is Known: string, bool, json.Number, []Value, Attrs.
	V any
	// Refs are the addresses an expression mentions ("var.region",
	// "aws_kms_key.main.arn"), in the scope of the module it stands in.
	Refs []string
	At   *Range // nil when not known
}

// Open reports whether something may stand there that only apply will tell:
// somebody wrote it in such words, or the form that was read hides whether
// anybody did. What is unknown otherwise is the provider's to compute.
func (v Value) Open() bool { return v.State == Unknown && (v.Hidden || len(v.Refs) > 0) }

// Attrs are attributes by name.
type Attrs map[string]Value

// Identity tells sets of attributes apart without looking into them, as long as
// they are held: readers share those that are equal. No attributes are 0.
func (a Attrs) Identity() uintptr { return reflect.ValueOf(a).Pointer() }

// Str returns a known string.
func (v Value) Str() (string, bool) {
	s, ok := v.V.(string)
	return s, ok && v.State == Known
}

// At returns the values at a path such as "location" or
// "replica[].region_name". "[]" stands for every element of a list or set and
// "{}" for every value of a map; "[name=value]" for the elements that say so.
// One value comes back for each. Null elements are left out. What is unknown above the path's end is unknown. A path that
// leads nowhere gives nil.
func (a Attrs) At(path string) []Value {
	var out []Value
	for v := range a.Each(path) {
		out = append(out, v)
	}
	return out
}

// Each goes through what At returns, without a list of it: most paths are asked
// for only to find that nothing stands there.
func (a Attrs) Each(path string) iter.Seq[Value] {
	return func(yield func(Value) bool) { a.each(path, yield) }
}

// each reports whether yield wants more.
func (a Attrs) each(path string, yield func(Value) bool) bool {
	head, rest, _ := strings.Cut(path, ".")
	name, marks := head, ""
	if i := strings.IndexAny(head, "[{"); i >= 0 {
		name, marks = head[:i], head[i:]
	}
	v, ok := a[name]
	if !ok || v.State == Absent {
		return true
	}
	return v.marked(marks, rest, yield)
}

// marked goes through what the marks behind a name, then the rest of the path,
// choose of its value.
func (v Value) marked(marks, rest string, yield func(Value) bool) bool {
	switch {
	case marks != "":
	case rest != "":
		return v.at(rest, yield)
	default:
		return yield(v)
	}
	end := "]"
	if marks[0] == '{' {
		end = "}"
	}
	filter, left, _ := strings.Cut(marks[1:], end)
	return v.elements(marks[0] == '{', func(e Value) bool {
		e, ok := e.chosen(filter)
		return !ok || e.marked(left, rest, yield)
	})
}

// chosen reports whether an element's attribute is as the filter "name=value"
// says; no filter chooses all. One whose attribute is not known is chosen, unknown.
func (v Value) chosen(filter string) (Value, bool) {
	if filter == "" {
		return v, true
	}
	name, want, _ := strings.Cut(filter, "=")
	block, ok := v.V.(Attrs)
	is := block[name]
	if !ok || is.State == Unknown || is.Sensitive {
		return Value{State: Unknown, Sensitive: v.Sensitive, Hidden: is.Hidden, Refs: is.Refs, At: v.At}, true
	}
	return v, is.State == Known && fmt.Sprint(is.V) == want
}

// One returns the value at a path when there is exactly one, else the zero Value.
func (a Attrs) One(path string) Value {
	var one Value
	n := 0
	for v := range a.Each(path) {
		if n++; n > 1 {
			return Value{}
		}
		one = v
	}
	return one
}

func (v Value) at(path string, yield func(Value) bool) bool {
	switch {
	case v.State == Unknown || v.Sensitive:
		return yield(Value{State: v.State, Sensitive: v.Sensitive, Hidden: v.Hidden, Refs: v.Refs, At: v.At})
	case v.State != Known:
		return true
	}
	switch x := v.V.(type) {
	case Attrs:
		return x.each(path, yield)
	case []Value: // blocks written without []
		for _, e := range x {
			if !e.at(path, yield) {
				return false
			}
		}
	}
	return true
}

// elements goes through the elements of a list, or the values of a map. One
// object where a list is asked for is a block that the source writes without a
// list, as its JSON syntax allows.
func (v Value) elements(ofMap bool, yield func(Value) bool) bool {
	switch x := v.V.(type) {
	case []Value:
		for _, e := range x {
			if e.State != Null && e.State != Absent && !yield(e) {
				return false
			}
		}
	case Attrs:
		if !ofMap {
			return yield(v)
		}
		for _, k := range sortedKeys(x) {
			if e := x[k]; e.State != Null && e.State != Absent && !yield(e) {
				return false
			}
		}
	default:
		if v.State == Unknown || v.State == Known {
			return yield(v)
		}
	}
	return true
}
