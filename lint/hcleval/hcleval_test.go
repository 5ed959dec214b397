package hcleval_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

var update = flag.Bool("update", false, "rewrite the golden parts")

// TestEval evaluates each tree of testdata/hcl and compares what comes of it
// with the part named want. The comment may hold options: dir, var, env,
// var-file, workspace.
func TestEval(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../testdata/hcl/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("got %d trees (%v), want at least 20", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := evalTree(a)
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
			if *update {
				if i < 0 {
					a.Files = append(a.Files, txtar.File{Name: "want"})
					i = len(a.Files) - 1
				}
				a.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if i < 0 {
				t.Fatal("no part named want")
			}
			if d := cmp.Diff(string(a.Files[i].Data), got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func evalTree(a *txtar.Archive) string {
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		if f.Name != "want" {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	dir := "."
	o := hcleval.Options{Vars: map[string]string{}, Env: map[string]string{}}
	var used []string
	o.Used = func(s string) { used = append(used, s) }
	for line := range strings.Lines(string(a.Comment)) {
		key, val, _ := strings.Cut(strings.TrimSpace(line), ": ")
		name, text, _ := strings.Cut(val, "=")
		switch key {
		case "dir":
			dir = val
		case "var":
			o.Vars[name] = text
		case "env":
			o.Env[name] = text
		case "var-file":
			o.VarFiles = append(o.VarFiles, val)
		case "workspace":
			o.Workspace = val
		}
	}
	c, err := hcleval.Eval(fsys, dir, o)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	slices.Sort(used)
	return render(c) + strings.Join(append([]string{""}, used...), "\nused ")[min(1, len(used)):] + strings.Repeat("\n", min(1, len(used)))
}

// render writes a configuration as text: one line a resource, and one for each
// of its attributes with its line.
func render(c *tf.Config) string {
	var b strings.Builder
	providers := map[string]string{}
	for _, r := range c.Resources {
		fmt.Fprintf(&b, "%s (%s) %s %s\n", r, r.Mode, place(r.At), providerText(r.Provider))
		attrs(&b, "  ", r.Body.Written)
		var p strings.Builder
		attrs(&p, "  ", r.Provider.Written)
		if p.Len() > 0 {
			providers[fmt.Sprintf("provider %s %s", r.Provider.Key, place(r.Provider.At))] = p.String()
		}
	}
	for _, k := range slices.Sorted(maps.Keys(providers)) {
		fmt.Fprintf(&b, "%s\n%s", k, providers[k])
	}
	if c.Backend != nil && c.Backend.Type != "local" {
		fmt.Fprintf(&b, "backend %s %s\n", c.Backend.Type, place(c.Backend.At))
		attrs(&b, "  ", c.Backend.Written)
	}
	for _, x := range c.Comments {
		fmt.Fprintf(&b, "comment %s %q on %q", place(x.At), x.Text, x.Block)
		if x.On != nil {
			fmt.Fprintf(&b, " %s to %d", place(x.On), x.On.EndLine)
		}
		b.WriteByte('\n')
	}
	for _, g := range c.Unread {
		fmt.Fprintf(&b, "unread %s %s\n", place(g.At), g.What)
	}
	for _, g := range c.Gaps {
		fmt.Fprintf(&b, "gap %s %s\n", place(g.At), g.What)
	}
	if c.Other != nil {
		fmt.Fprintf(&b, "other: %s\n%s", c.Other.Source, render(c.Other))
	}
	return b.String()
}

func providerText(p *tf.Provider) string {
	s := p.Key
	if !p.Joined {
		s += " (which is not known)"
	}
	if !strings.HasPrefix(p.Source, "registry.terraform.io/hashicorp/") {
		s += " " + p.Source
	}
	return strings.TrimSpace(s)
}

func attrs(b *strings.Builder, indent string, a tf.Attrs) {
	for _, name := range slices.Sorted(maps.Keys(a)) {
		fmt.Fprintf(b, "%s%s = %s %s\n", indent, name, text(a[name]), place(a[name].At))
	}
}

func text(v tf.Value) string {
	if v.Sensitive {
		return "(sensitive)"
	}
	switch v.State {
	case tf.Null:
		return "null"
	case tf.Unknown:
		return fmt.Sprintf("?%v", v.Refs)
	}
	s := ""
	switch x := v.V.(type) {
	case tf.Attrs:
		var parts []string
		for _, k := range slices.Sorted(maps.Keys(x)) {
			parts = append(parts, k+": "+text(x[k]))
		}
		s = "{" + strings.Join(parts, ", ") + "}"
	case []tf.Value:
		var parts []string
		for _, e := range x {
			parts = append(parts, text(e))
		}
		s = "[" + strings.Join(parts, ", ") + "]"
	default:
		raw, _ := json.Marshal(x)
		s = string(raw)
	}
	if len(v.Refs) > 0 {
		s += fmt.Sprintf(" %v", v.Refs)
	}
	return s
}

func place(r *tf.Range) string {
	if r == nil {
		return "-"
	}
	return fmt.Sprintf("%s:%d:%d", r.File, r.Line, r.Column)
}
