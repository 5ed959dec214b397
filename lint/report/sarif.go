package report

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/sovlint/sovlint/lint"
)

// What GitHub's code scanning accepts; over a limit it refuses the whole file.
const (
	maxResults = 20_000    // of 25,000 a run
	maxZipped  = 9_500_000 // of 10 MB once compressed, in bytes
	maxRelated = 10        // locations a result shows
	maxNotices = 100
)

// nowhereFile stands in for the file of a finding that has none: code scanning
// refuses results without a file. No line is given then.
const nowhereFile = "terraform-plan"

// SARIF writes a SARIF 2.1.0 log of one run, as GitHub's code scanning accepts
// it: every rule, and one result for each block of the source.
func SARIF(w io.Writer, r *lint.Report, o Options) error {
	j := newJSONWriter(w)
	rules := pages(r, o)
	j.raw(`{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{` + "\n")
	j.raw(`"tool":{"driver":`)
	j.compact(driver(r, rules))
	j.raw("},\n" + `"automationDetails":`)
	j.compact(map[string]string{"id": "sovlint/" + category(r, o)})
	j.raw(",\n" + `"columnKind":"unicodeCodePoints","results":[`)
	index := map[string]int{}
	for i, p := range rules {
		index[p.ID] = i
	}
	all := merged(r, o)
	left := sarifResults(j, all, index, r)
	j.raw("],\n" + `"invocations":[`)
	j.compact(invocation(r, o, len(all), left))
	j.raw("]}]}\n")
	if left > 0 && o.Note != nil {
		o.Note(sarifCut(o, len(all), left))
	}
	return j.flush()
}

func sarifCut(o Options, all, left int) string {
	return o.say("sarif: %d of %d results are left out, the mildest: code scanning refuses larger files; -o json has them all", left, all)
}

// sarifResults writes the results and tells how many did not fit.
func sarifResults(j *jsonWriter, all []block, index map[string]int, r *lint.Report) int {
	var size counter
	zipped, _ := gzip.NewWriterLevel(&size, gzip.BestSpeed)
	several := len(r.Inputs) > 1
	for i, b := range all {
		if i == maxResults || size > maxZipped {
			return len(all) - i
		}
		if i > 0 {
			j.raw(",")
		}
		j.raw("\n")
		line := j.compact(result(b, index[b.first().Rule], several))
		_, _ = zipped.Write(line) // counting cannot fail
	}
	return 0
}

// A counter counts the bytes that come out of compression.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifRule struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"`
	Short   sarifText         `json:"shortDescription"`
	Full    sarifText         `json:"fullDescription"`
	Help    sarifText         `json:"help"`
	HelpURI string            `json:"helpUri,omitempty"`
	Config  map[string]string `json:"defaultConfiguration"`
	Props   map[string]any    `json:"properties"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifLocation struct {
	ID       int                 `json:"id,omitempty"`
	Physical sarifPhysical       `json:"physicalLocation"`
	Logical  []map[string]string `json:"logicalLocations,omitempty"`
	Message  *sarifText          `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact map[string]string `json:"artifactLocation"`
	Region   *sarifRegion      `json:"region,omitempty"`
}

type sarifResult struct {
	RuleID       string              `json:"ruleId"`
	RuleIndex    int                 `json:"ruleIndex"`
	Level        string              `json:"level"`
	Message      sarifText           `json:"message"`
	Locations    []sarifLocation     `json:"locations"`
	Related      []sarifLocation     `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string   `json:"partialFingerprints"`
	Suppressions []map[string]string `json:"suppressions,omitempty"`
	Props        map[string]any      `json:"properties,omitempty"`
}

func driver(r *lint.Report, rules []Page) any {
	list := []sarifRule{}
	for _, p := range rules {
		list = append(list, ruleOf(p))
	}
	return struct {
		Name    string      `json:"name"`
		URI     string      `json:"informationUri"`
		Version string      `json:"semanticVersion,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}{"sovlint", home, semantic(r.Tool.Version), list}
}

// semantic is a version that is a number, "" for a build without one.
func semantic(version string) string {
	if version == "" || version[0] < '0' || version[0] > '9' {
		return ""
	}
	return version
}

func ruleOf(p Page) sarifRule {
	severity := map[string]string{"error": "error", "warning": "warning"}[p.Level]
	if severity == "" {
		severity = "recommendation"
	}
	return sarifRule{
		ID: p.ID, Name: pascal(p.Name),
		Short: sarifText{Text: cut(p.Summary, 1000)}, Full: sarifText{Text: cut(p.why(), 1000)},
		Help: sarifText{Text: p.text(), Markdown: p.text()}, HelpURI: p.url(),
		Config: map[string]string{"level": sarifLevel(p.Level)},
		Props: map[string]any{"tags": []string{"sovereignty", p.family()}, "precision": "high",
			"problem.severity": severity},
	}
}

// pascal turns "foreign-control" into "ForeignControl", as rule names are
// written in SARIF.
func pascal(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

func sarifLevel(level string) string {
	switch level {
	case "error", "warning":
		return level
	}
	return "note"
}

// category tells the analyses of one repository apart: the folder that was
// judged. Up to its last slash it is what GitHub calls the category.
func category(r *lint.Report, o Options) string {
	dir := o.Prefix
	if len(r.Inputs) == 1 {
		if file, ok := inRepository(r.Inputs[0].Name, o.Prefix); ok {
			dir = path.Dir(file) + "/"
		}
	}
	dir = strings.TrimPrefix(path.Clean("/"+dir)+"/", "/")
	return strings.TrimPrefix(dir, "/")
}

func result(b block, rule int, several bool) sarifResult {
	f := b.first()
	out := sarifResult{RuleID: f.Rule, RuleIndex: rule, Level: sarifLevel(f.Level), Fingerprints: map[string]string{"sovlint/v1": f.Fingerprint.String()},
		Locations: []sarifLocation{b.location()}, Related: b.related(), Props: map[string]any{}}
	if b.spot.at == nil {
		// Code scanning tells alerts of one rule apart by this, and can compute
		// it only where there is a line.
		out.Fingerprints["primaryLocationLineHash"] = f.Fingerprint.String() + ":1"
	}
	text := b.says()
	if at := b.foreign(); at != "" {
		text += " (" + b.o.say("at %s", at) + ")"
	}
	text = unlinked(text)
	if f.Hint != "" {
		text += ". " + b.o.label("Fix") + unlinked(Clean(f.Hint))
	}
	if len(f.Cites) > 0 {
		text += ". " + b.o.label("Rule") + unlinked(Clean(strings.Join(f.Cites, ", ")))
	}
	for _, l := range out.Related {
		text += fmt.Sprintf(" [%s](%d)", strings.NewReplacer("[", "(", "]", ")", `\`, "/").Replace(l.Message.Text), l.ID)
	}
	out.Message.Text = text + "."
	if w := f.Waiver; w != nil {
		kind := "external"
		if w.Short {
			kind = "inSource"
		}
		out.Suppressions = []map[string]string{{"kind": kind, "status": "accepted", "justification": Clean(waivedBy(w, b.o))}}
	}
	if names := b.names(maxNotices); len(names) > 1 {
		out.Props["addresses"] = names
	}
	if several && f.Input != "" {
		out.Props["input"] = Clean(f.Input)
	}
	return out
}

// unlinked makes sure that nothing in a text is read as a link of SARIF.
func unlinked(s string) string { return strings.ReplaceAll(s, "](", "] (") }

func (b block) location() sarifLocation {
	out := sarifLocation{Physical: physical(b.spot)}
	if f := b.first(); !f.Address.IsZero() {
		out.Logical = []map[string]string{{"fullyQualifiedName": cut(Clean(f.Address.String()), maxName), "kind": "resource"}}
	}
	return out
}

// physical gives a file and, where it is known, the first line of the place:
// a pull request shows an alert only if all its lines are in the diff.
func physical(p spot) sarifPhysical {
	if p.at == nil {
		return sarifPhysical{Artifact: map[string]string{"uri": nowhereFile}}
	}
	region := &sarifRegion{StartLine: p.at.Line, StartColumn: p.at.Column, EndLine: p.at.Line}
	if p.at.EndLine == p.at.Line && p.at.EndColumn > p.at.Column {
		region.EndColumn = p.at.EndColumn
	}
	return sarifPhysical{Artifact: map[string]string{"uri": uri(p.file), "uriBaseId": "%SRCROOT%"}, Region: region}
}

// uri writes a relative path as a URI reference: percent-encoded, and without a
// colon that would make its first part a scheme.
func uri(file string) string {
	steps := strings.Split(file, "/")
	for i, s := range steps {
		steps[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(steps, "/")
}

// related are the other places of the chain that leads to the finding.
func (b block) related() []sarifLocation {
	var out []sarifLocation
	f := b.first()
	add := func(message string, at *lint.At) {
		s := spot{at: at}
		if at != nil && at.Line > 0 {
			s.file, _ = inRepository(at.File, b.o.Prefix)
		}
		if s.file == "" || *at == *b.spotAt() || len(out) == maxRelated {
			return
		}
		out = append(out, sarifLocation{ID: len(out) + 1, Physical: physical(s), Message: &sarifText{Text: cut(Clean(message), maxName)}})
	}
	for _, rel := range f.Related {
		add(rel.Message, rel.At)
	}
	for _, w := range f.Why {
		add(w.Claim, w.At)
	}
	return out
}

func (b block) spotAt() *lint.At {
	if b.spot.at == nil {
		return &lint.At{}
	}
	return b.spot.at
}

// invocation says what the run could not see and what the file leaves out.
func invocation(r *lint.Report, o Options, all, left int) any {
	type notice struct {
		Level   string    `json:"level"`
		Message sarifText `json:"message"`
	}
	list := []notice{}
	add := func(level, text string) { list = append(list, notice{level, sarifText{Text: text}}) }
	if left > 0 {
		add("warning", sarifCut(o, all, left))
	}
	for i, g := range gapsInOrder(r) {
		if i == maxNotices {
			add("note", o.label("not seen")+o.more(len(r.Gaps)-i))
			break
		}
		add("note", cut(Clean(o.gapText(g)), 2*maxName))
	}
	return map[string]any{"executionSuccessful": true, "toolExecutionNotifications": list}
}

// compact writes one value on one line and gives back what it wrote.
func (j *jsonWriter) compact(v any) []byte {
	j.b.Reset()
	j.enc.SetIndent("", "")
	if j.err == nil {
		j.err = j.enc.Encode(v)
	}
	out := visible(bytes.TrimSuffix(j.b.Bytes(), []byte("\n")))
	if j.err == nil {
		_, j.err = j.w.Write(out)
	}
	return out
}

func waivedBy(w *lint.Waiver, o Options) string {
	return o.say("waived by %s until %s: %s", o.waiver(w), w.Until, w.Reason)
}
