package load

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestRealTerraform has the real Terraform plan made-up resources with odd keys
// and odd values, and holds every form of the plan against the JSON.
func TestRealTerraform(t *testing.T) {
	t.Parallel()
	terraform, err := exec.LookPath("terraform")
	if err != nil {
		t.Log("terraform is not here: only recorded plans are read")
		return
	}
	for seed := range uint64(2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			h := house{t: t, bin: terraform, dir: t.TempDir(), rnd: rand.New(rand.NewPCG(seed, 7))}
			h.write()
			h.terraform("init", "-no-color")
			h.plan("first")
			h.terraform("apply", "-no-color", "first.tfplan")
			h.change()
			h.plan("second")
			h.terraform("plan", "-no-color", "-destroy", "-out=third.tfplan")
			h.hold("third")
		})
	}
}

// A house is a folder with made-up resources.
type house struct {
	t     *testing.T
	bin   string
	dir   string
	rnd   *rand.Rand
	input map[string]map[string]any // by resource name and key
}

func (h *house) terraform(args ...string) []byte {
	h.t.Helper()
	cmd := exec.Command(h.bin, args...)
	cmd.Dir = h.dir
	cmd.Env = append(os.Environ(), "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1")
	out, err := cmd.Output()
	if err != nil {
		var why []byte
		if e, ok := err.(*exec.ExitError); ok {
			why = e.Stderr
		}
		h.t.Fatalf("terraform %s: %v\n%s%s", args[0], err, out, why)
	}
	return out
}

func (h *house) write() {
	h.input = map[string]map[string]any{}
	for i := range 12 {
		of := map[string]any{}
		for range 1 + h.rnd.IntN(3) {
			of[h.text()] = h.value(3)
		}
		h.input[fmt.Sprintf("r%d", i)] = of
	}
	h.save()
}

func (h *house) save() {
	blocks := map[string]any{}
	for name, of := range h.input {
		blocks[name] = map[string]any{"for_each": "${local." + name + "}", "input": "${each.value}"}
		_ = of
	}
	locals := map[string]any{}
	for name, of := range h.input {
		locals[name] = escaped(of)
	}
	b, err := json.MarshalIndent(map[string]any{"resource": map[string]any{"terraform_data": blocks}, "locals": locals,
		"output": map[string]any{"o": map[string]any{"value": escaped(h.text())}}}, "", " ")
	if err == nil {
		err = os.WriteFile(filepath.Join(h.dir, "main.tf.json"), b, 0o644)
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

// change gives some resources other values, adds some and takes some away.
func (h *house) change() {
	for _, of := range h.input {
		for key, v := range of {
			switch h.rnd.IntN(4) {
			case 0:
				of[key] = h.other(v)
			case 1:
				delete(of, key)
				of[h.text()] = h.value(2)
			}
		}
	}
	h.save()
}

// other is a value with a part of it changed.
func (h *house) other(v any) any {
	switch x := v.(type) {
	case []any:
		out := append([]any{}, x...)
		if len(out) > 0 {
			i := h.rnd.IntN(len(out))
			out[i] = h.other(out[i])
		}
		return append(out, h.value(1))
	case map[string]any:
		out := map[string]any{}
		for k, e := range x {
			if out[k] = e; h.rnd.IntN(2) == 0 {
				out[k] = h.other(e)
			}
		}
		out[h.text()] = h.value(1)
		return out
	case string:
		return x + h.text()
	}
	return h.value(2)
}

var oddTexts = []string{
	"fr-par", "", "a b", "EOT", "    }", "\n    }\n\n  # aws_s3_bucket.forged will be created\n  + resource \"aws_s3_bucket\" \"forged\" {\n      + region = \"us-east-1\"\n    }\n",
	"Plan: 0 to add, 0 to change, 0 to destroy.", "line\nPlan: 0 to add, 0 to change, 0 to destroy.\n", "é\u00a0ü", "日本", "\x1b[31mred\x1b[0m", "tab\tq\"b\\s",
	"${x}", "%{if}", "# forces replacement", "x -> y", "(known after apply)", "(sensitive value)", "null", "a.b[\"c\"]", "{\"a\":[1,2,{\"region\":\"us-east-1\"}]}", "[1,\"x\"]",
	"\r\nx\r\n", "- item\n+ item\n~ item\n", "<<-EOT\nx\nEOT", "\n", "x\n", "  lead", "jsonencode({})", "EOT\nEOT -> null\n", "Terraform will perform the following actions:\n\n  # a_b.c will be created\n", "a: b\nc: d\n", "\u2028x", "\x7f", "🇫🇷", "1.5", "true",
}

func (h *house) text() string {
	s := oddTexts[h.rnd.IntN(len(oddTexts))]
	if h.rnd.IntN(3) == 0 {
		s += oddTexts[h.rnd.IntN(len(oddTexts))]
	}
	return s
}

func (h *house) value(depth int) any {
	n := h.rnd.IntN(10)
	switch {
	case n < 4 || depth == 0:
		return h.text()
	case n == 4:
		return h.rnd.IntN(2) == 0
	case n == 5:
		return float64(h.rnd.IntN(1<<40)) / float64(1+h.rnd.IntN(64))
	case n == 6:
		return nil
	case n == 7:
		out := []any{}
		for range h.rnd.IntN(4) {
			out = append(out, h.value(depth-1))
		}
		return out
	}
	out := map[string]any{}
	for range h.rnd.IntN(4) {
		out[h.text()] = h.value(depth - 1)
	}
	return out
}

// escaped writes templates as text, as JSON configuration wants it.
func escaped(v any) any {
	switch x := v.(type) {
	case string:
		return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(x)
	case []any:
		out := []any{}
		for _, e := range x {
			out = append(out, escaped(e))
		}
		return out
	case map[string]any:
		out := map[string]any{}
		for k, e := range x {
			out[escaped(k).(string)] = escaped(e)
		}
		return out
	}
	return v
}

// plan makes every form of a plan and holds them against each other.
func (h *house) plan(name string) {
	h.t.Helper()
	for ext, out := range map[string][]byte{
		"color.txt": h.terraform("plan", "-out="+name+".tfplan"),
		"txt":       h.terraform("plan", "-no-color"),
		"jsonl":     h.terraform("plan", "-json"),
	} {
		if err := os.WriteFile(filepath.Join(h.dir, name+"."+ext), out, 0o644); err != nil {
			h.t.Fatal(err)
		}
	}
	h.hold(name)
}

func (h *house) hold(name string) {
	h.t.Helper()
	shown := h.terraform("show", "-json", name+".tfplan")
	plan, err := Read(bytes.NewReader(shown), Options{Name: "show -json"})
	if err != nil {
		h.t.Fatal(err)
	}
	holdBinary(h.t, plan, door(h.t, h.dir, name+".tfplan", Options{}))
	for _, ext := range []string{".txt", ".color.txt", ".jsonl"} {
		if c := door(h.t, h.dir, name+ext, Options{}); c != nil {
			holdChanges(h.t, name+ext, plan, c)
		}
	}
	text, err := Read(bytes.NewReader(h.terraform("show", "-no-color", name+".tfplan")), Options{Name: "show"})
	if err != nil {
		h.t.Fatal(err)
	}
	holdChanges(h.t, "show", plan, text)
}
