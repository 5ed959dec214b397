package tf

import (
	"fmt"
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
	head, rest, _ := strings.Cut(path, ".")
	name, marks := head, ""
	if i := strings.IndexAny(head, "[{"); i >= 0 {
		name, marks = head[:i], head[i:]
	}
	v, ok := a[name]
	if !ok || v.State == Absent {
		return nil
	}
	vals := []Value{v}
	for marks != "" {
		mark, left, _ := strings.Cut(marks[1:], map[byte]string{'[': "]", '{': "}"}[marks[0]])
		vals = elements(vals, marks[0] == '{')
		if marks = left; mark != "" {
			vals = chosen(vals, mark)
		}
	}
	if rest == "" {
		return vals
	}
	var out []Value
	for _, v := range vals {
		out = append(out, v.at(rest)...)
	}
	return out
}

// chosen keeps the elements whose attribute is as the filter "name=value" says.
// One whose attribute is not known stays, unknown.
func chosen(vals []Value, filter string) []Value {
	name, want, _ := strings.Cut(filter, "=")
	var out []Value
	for _, v := range vals {
		block, ok := v.V.(Attrs)
		switch is := block[name]; {
		case !ok || is.State == Unknown || is.Sensitive:
			out = append(out, Value{State: Unknown, Sensitive: v.Sensitive, Hidden: is.Hidden, Refs: is.Refs, At: v.At})
		case is.State == Known && fmt.Sprint(is.V) == want:
			out = append(out, v)
		}
	}
	return out
}

// One returns the value at a path when there is exactly one, else the zero Value.
func (a Attrs) One(path string) Value {
	if vs := a.At(path); len(vs) == 1 {
		return vs[0]
	}
	return Value{}
}

func (v Value) at(path string) []Value {
	switch {
	case v.State == Unknown || v.Sensitive:
		return []Value{{State: v.State, Sensitive: v.Sensitive, Hidden: v.Hidden, Refs: v.Refs, At: v.At}}
	case v.State != Known:
		return nil
	}
	switch x := v.V.(type) {
	case Attrs:
		return x.At(path)
	case []Value: // blocks written without []
		var out []Value
		for _, e := range x {
			out = append(out, e.at(path)...)
		}
		return out
	}
	return nil
}

// elements gives the elements of lists, or the values of maps. One object where
// a list is asked for is a block that the source writes without a list, as its
// JSON syntax allows.
func elements(vals []Value, ofMap bool) []Value {
	var out []Value
	for _, v := range vals {
		switch x := v.V.(type) {
		case []Value:
			for _, e := range x {
				if e.State != Null && e.State != Absent {
					out = append(out, e)
				}
			}
		case Attrs:
			if !ofMap {
				out = append(out, v)
				continue
			}
			for _, k := range sortedKeys(x) {
				if e := x[k]; e.State != Null && e.State != Absent {
					out = append(out, e)
				}
			}
		default:
			if v.State == Unknown || v.State == Known {
				out = append(out, v)
			}
		}
	}
	return out
}
