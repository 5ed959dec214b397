package hcleval

import (
	"math"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// costs estimate, before a function runs, how much it would make. Functions
// that are not here make no more than what lies on the surface of their
// arguments.
var costs = map[string]func([]cty.Value) int{
	"range": costOfRange, "setproduct": costOfProduct, "join": costOfAll, "flatten": costOfAll, "concat": costOfAll,
	"merge": costOfAll, "jsonencode": costOfAll, "yamlencode": costOfAll, "formatlist": costOfFormat, "format": costOfFormat,
	"replace": costOfReplace, "indent": costOfIndent, "distinct": costOfPairs, "matchkeys": costOfPairs, "setunion": costOfAll,
	"setintersection": costOfAll, "setsubtract": costOfAll, "transpose": costOfAll, "yamldecode": costOfYAML, "jsondecode": costOfJSON, "toset": costOfAll,
	"tolist": costOfAll, "tomap": costOfAll, "zipmap": costOfAll, "contains": costOfAll, "index": costOfAll,
}

// costOf estimates how much a function would make.
func costOf(name string, args []cty.Value) int {
	if cost := costs[name]; cost != nil {
		return cost(args)
	}
	return costOfSurface(args)
}

func costOfSurface(args []cty.Value) int {
	n := 1
	for _, a := range args {
		n += size(a)
	}
	return n
}

// costOfAll counts everything inside the arguments, as often as it occurs.
func costOfAll(args []cty.Value) int {
	n := 1
	for _, a := range args {
		if n > maxWork {
			break
		}
		n += weight(a, maxWork)
	}
	return n
}

// costOfPairs is for functions that compare every element with every other.
func costOfPairs(args []cty.Value) int {
	n := costOfSurface(args)
	if n > 1<<15 {
		return math.MaxInt
	}
	return n*n/4 + costOfAll(args)
}

func costOfRange(args []cty.Value) int {
	bounds := []float64{0, 0, 1}
	for i, a := range args {
		a, _ = a.Unmark()
		if !a.IsKnown() || a.IsNull() || a.Type() != cty.Number || i >= len(bounds) {
			return 1
		}
		bounds[i], _ = a.AsBigFloat().Float64()
	}
	if len(args) == 1 {
		bounds[0], bounds[1] = 0, bounds[0]
	}
	if len(args) < 3 && bounds[1] < bounds[0] {
		bounds[2] = -1
	}
	return clamp((bounds[1] - bounds[0]) / bounds[2])
}

func clamp(f float64) int {
	switch {
	case math.IsNaN(f) || f > maxAllWork:
		return math.MaxInt
	case f < 1:
		return 1
	}
	return int(f)
}

func costOfProduct(args []cty.Value) int {
	n := 1.0
	for _, a := range args {
		n *= float64(size(a))
	}
	return clamp(n * float64(len(args)))
}

// costOfFormat knows that a verb may ask for any width: %1000000000d.
func costOfFormat(args []cty.Value) int {
	n := costOfAll(args)
	if len(args) == 0 {
		return n
	}
	text, _ := args[0].Unmark()
	if text.Type() != cty.String || !text.IsKnown() || text.IsNull() {
		return n
	}
	return clamp(float64(n+widths(text.AsString())) * float64(longest(args)))
}

// widths adds up the widths that the verbs of a format ask for.
func widths(format string) (sum int) {
	for _, verb := range strings.Split(format, "%")[1:] {
		width := 0
		for _, c := range verb {
			if c >= '0' && c <= '9' {
				width = min(width*10+int(c-'0'), maxAllWork)
			} else if strings.IndexByte(" +-#.[]*", byte(c)) < 0 {
				break
			}
		}
		sum = min(sum+width, maxAllWork)
	}
	return sum
}

// longest is the length of the longest list among arguments, at least 1.
func longest(args []cty.Value) int {
	n := 1
	for _, a := range args {
		a, _ = a.Unmark()
		if a.IsKnown() && !a.IsNull() && a.CanIterateElements() {
			n = max(n, a.LengthInt())
		}
	}
	return n
}

func costOfReplace(args []cty.Value) int {
	n := costOfSurface(args)
	if len(args) == 3 {
		return clamp(float64(size(args[0])) * float64(size(args[2])) / 2)
	}
	return n
}

func costOfIndent(args []cty.Value) int {
	n := costOfSurface(args)
	if len(args) != 2 {
		return n
	}
	spaces, _ := args[0].Unmark()
	text, _ := args[1].Unmark()
	if spaces.Type() != cty.Number || !spaces.IsKnown() || spaces.IsNull() || text.Type() != cty.String || !text.IsKnown() || text.IsNull() {
		return n
	}
	wide, _ := spaces.AsBigFloat().Float64()
	return clamp(float64(n) + wide*float64(1+strings.Count(text.AsString(), "\n")))
}

// costOfYAML refuses what is mostly aliases, ten lines of which can stand for
// billions of elements, and what nests without end.
func costOfYAML(args []cty.Value) int {
	text, ok := onlyText(args)
	switch {
	case !ok:
		return 1
	case strings.Count(text, "*") > 64 && strings.Contains(text, "&"),
		strings.Contains(text, strings.Repeat("- ", 64)), strings.Contains(text, strings.Repeat("? ", 64)):
		return math.MaxInt
	}
	return costOfJSON(args)
}

// costOfJSON refuses what nests without end: the decoder recurs.
func costOfJSON(args []cty.Value) int {
	text, ok := onlyText(args)
	if ok && tooDeep([]byte(text), true) {
		return math.MaxInt
	}
	return costOfSurface(args)
}

func onlyText(args []cty.Value) (string, bool) {
	if len(args) != 1 {
		return "", false
	}
	v, _ := args[0].Unmark()
	if v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}
