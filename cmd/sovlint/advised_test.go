package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/sovlint/sovlint/lint"
)

var advised = regexp.MustCompile(`--assume ([^ =]+)=\.\.\.`)

// suppliedValues are what an environment may supply, one of which every argument
// that is advised understands.
var suppliedValues = []string{"eu-west-3", "https://s3.fr-par.scw.cloud", "cloudgouv-eu-west-1", "fr-par", "europe-west9", "googleapis.com", "management.azure.com", "https://auth.cloud.ovh.net/v3"}

// TestAdviceIsTaken follows every piece of advice to assume something that a real
// plan brings: it is accepted, and changes what is believed.
func TestAdviceIsTaken(t *testing.T) {
	followed := 0
	for _, form := range []string{"plan.json", "terraform.tfstate"} {
		files, _ := filepath.Glob(root + "testdata/plans/*/" + form)
		for _, file := range files {
			before, text := reportOf(t, file)
			var keys []string
			for _, m := range advised.FindAllStringSubmatch(text, -1) {
				keys = append(keys, m[1])
			}
			slices.Sort(keys)
			for _, key := range slices.Compact(keys) {
				followed++
				if !slices.ContainsFunc(suppliedValues, func(v string) bool { return followable(t, file, key+"="+v, before) }) {
					t.Errorf("%s: --assume %s=... is advised, and changes nothing", file, key)
				}
			}
		}
	}
	if followed < 5 {
		t.Errorf("%d pieces of advice, want more", followed)
	}
}

// followable reports whether an assumption is used and changes where something is.
func followable(t *testing.T, file, assume string, before *lint.Report) bool {
	after, _ := reportOf(t, file, "--assume", assume)
	if slices.ContainsFunc(after.Gaps, func(g lint.Gap) bool { return g.Kind == lint.GapUnused }) {
		return false
	}
	a, _ := json.Marshal(before.Resources)
	b, _ := json.Marshal(after.Resources)
	return !bytes.Equal(a, b)
}

func reportOf(t *testing.T, file string, flags ...string) (*lint.Report, string) {
	t.Helper()
	var out, errs bytes.Buffer
	args := append([]string{"sovlint", "-q", "-o", "json", file}, flags...)
	inProcess(args, os.Stdin, &out, &errs)
	var rep lint.Report
	if err := json.Unmarshal(out.Bytes(), &rep); err != nil {
		t.Fatalf("%v: %s", args, errs.String())
	}
	return &rep, out.String()
}
