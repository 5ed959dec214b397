package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
)

// TestFrenchLeavesNoEnglish writes every real stack in every format in French
// and looks for what the sentences say in English between their holes.
func TestFrenchLeavesNoEnglish(t *testing.T) {
	inFull(t)
	t.Parallel()
	english := englishParts()
	plans, err := filepath.Glob(root + "testdata/plans/*/plan.json")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	for _, plan := range plans {
		if info, err := os.Stat(plan); err != nil || info.Size() > 1<<20 {
			continue // a large stack says the same as a small one, more often
		}
		for _, format := range report.Formats() {
			command := "check"
			if format == "dot" || format == "mermaid" {
				command = "map"
			}
			var out, errs bytes.Buffer
			inProcess([]string{"sovlint", command, "--lang", "fr", "--as-of", "2026-11-23", "--color", "never", "-o", format, plan}, nil, &out, &errs)
			for _, text := range []string{ownWords.ReplaceAllString(out.String(), ""), errs.String()} {
				for _, part := range english {
					if i := strings.Index(text, part); i >= 0 {
						t.Errorf("%s as %s says in English: %q", filepath.Base(filepath.Dir(plan)), format, text[max(0, i-60):min(len(text), i+len(part)+60)])
					}
				}
			}
		}
	}
}

// ownWords are what a format says beside the report: the pages of the rules, and
// a page's table of its script's words.
var ownWords = regexp.MustCompile(`(?s)"rules":\[.*?"automationDetails"|"words":\{.*?\},\n|<script>.*?</script>`)

var holes = regexp.MustCompile(`%(?:\[\d\])?[sdqv]|\{\d\}`)

// englishParts are the longer pieces of the English sentences that no French
// one has.
func englishParts() []string {
	var french strings.Builder
	for _, fr := range speech.Twins() {
		french.WriteString(fr + "\n")
	}
	var out []string
	for en := range speech.Twins() {
		for _, part := range holes.Split(en, -1) {
			if part = strings.TrimSpace(part); len(strings.Fields(part)) >= 4 && !strings.Contains(french.String(), part) {
				out = append(out, part)
			}
		}
	}
	return out
}
