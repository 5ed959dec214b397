package main

import (
	"reflect"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/speech"
)

// unheard names the waivers of the configuration beside the inputs that the one
// named instead of it does not have, or has otherwise: those that a change adds,
// where the named one is of the base. One that cannot be read is not asked for.
func unheard(conf *config, inputs []string, l speech.Lang) []lint.Gap {
	own, err := configFor("", inputs)
	if err != nil || own.File == "" {
		return nil
	}
	var out []string
	for _, w := range own.Waivers {
		if !slices.ContainsFunc(conf.Waivers, func(o *lint.Waiver) bool { return sameWaiver(*o, *w) }) {
			out = append(out, w.ID)
		}
	}
	if len(out) == 0 {
		return nil
	}
	slices.Sort(out)
	return []lint.Gap{{Kind: lint.GapUnused, What: l.Say("waivers of %s that are absent from %s or differ there: %s", display(own.File), display(conf.File), strings.Join(out, ", "))}}
}

// sameWaiver reports whether two waivers are one, wherever they are written.
func sameWaiver(a, b lint.Waiver) bool {
	a.At, b.At = nil, nil
	return reflect.DeepEqual(a, b)
}
