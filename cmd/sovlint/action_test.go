//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestActionTakesTheBaseConfiguration has a pull request excuse itself in its
// configuration: the action judges by that of the base branch when it is asked to.
func TestActionTakesTheBaseConfiguration(t *testing.T) {
	r := newBase(t)
	r.git("checkout", "-q", "-b", "change")
	r.write(configName, "classify {\n  match \"**\" {\n    class = \"public\"\n  }\n}\n")
	for fromBase, want := range map[string]int{"false": 0, "true": 1} {
		if got, out := r.action("INPUT_CONFIG_FROM_BASE=" + fromBase); got != want {
			t.Errorf("config-from-base %s: exit code %d, want %d\n%s", fromBase, got, want, out)
		}
	}
}

// TestActionTakesTheBaseBaseline has a pull request excuse itself in a baseline of
// its own, be it one that was there or a new one.
func TestActionTakesTheBaseBaseline(t *testing.T) {
	r := newBase(t)
	r.run("-q", "--write-baseline", "known.json")
	known, err := os.ReadFile(filepath.Join(r.dir, "known.json"))
	if err != nil {
		t.Fatal(err)
	}
	r.write("known.json", `{"schema": "sovlint/baseline/v1", "findings": []}`)
	r.git("add", "known.json")
	r.git("commit", "-q", "-m", "known")
	r.git("checkout", "-q", "-b", "change")
	r.write("known.json", string(known))
	r.write("new.json", string(known))
	r.write("outside.json", string(known))
	r.git("add", "known.json", "new.json")
	for _, tt := range []struct {
		fromBase, baseline string
		want               int
	}{
		{"false", "known.json", 0},
		{"true", "known.json", 1},
		{"true", "new.json", 1},
		{"true", "outside.json", 0}, // made in this run, as an artifact of the base
	} {
		if got, out := r.action("INPUT_CONFIG_FROM_BASE="+tt.fromBase, "SOVLINT_BASELINE="+tt.baseline); got != tt.want {
			t.Errorf("config-from-base %s, baseline %s: exit code %d, want %d\n%s", tt.fromBase, tt.baseline, got, tt.want, out)
		}
	}
}

// A base is a repository that holds a plan with findings and a configuration, on
// its branch main.
type base struct {
	t         *testing.T
	dir, temp string
}

func newBase(t *testing.T) *base {
	t.Helper()
	for _, tool := range []string{"git", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("this needs ", tool)
		}
	}
	r := &base{t, t.TempDir(), t.TempDir()}
	plan, err := os.ReadFile(root + "testdata/plans/04-aws-portail-citoyen/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	r.write("plan.json", string(plan))
	r.write(configName, "body = \"state\"\n")
	r.git("init", "-q", "-b", "main")
	r.git("add", ".")
	r.git("commit", "-q", "-m", "base")
	r.git("remote", "add", "origin", r.dir)
	if err := os.Symlink(self(t), filepath.Join(r.temp, "sovlint")); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *base) write(name, text string) {
	r.t.Helper()
	if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
}

func (r *base) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.net", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// run judges the plan by hand.
func (r *base) run(args ...string) {
	r.t.Helper()
	cmd := built(r.t, r.dir, append(args, "plan.json")...)
	if out, err := cmd.CombinedOutput(); code(cmd, err) > 1 {
		r.t.Fatalf("sovlint %v: %v\n%s", args, err, out)
	}
}

// action runs the last step of the action for a pull request on main.
func (r *base) action(env ...string) (int, string) {
	r.t.Helper()
	cmd := exec.Command("bash", "-c", actionScript(r.t))
	cmd.Dir = r.dir
	cmd.Env = append(append(os.Environ(), "INPUT_PLAN=plan.json", "INPUT_JSON_FILE=", "INPUT_INLINE_WAIVERS=false", "INPUT_CONFIG_FROM_BASE=false",
		"SOVLINT_CONFIG=", "SOVLINT_BASELINE=", "SOVLINT_DOCTRINE=", "SOVLINT_FAIL_ON=error", "SOVLINT_AS_OF=2026-11-23", "GITHUB_BASE_REF=main",
		"RUNNER_TEMP="+r.temp, "GITHUB_OUTPUT="+filepath.Join(r.temp, "out"), "GITHUB_STEP_SUMMARY="), env...)
	out, err := cmd.CombinedOutput()
	return code(cmd, err), string(out)
}

// actionScript is what the last step of the action runs.
func actionScript(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile(root + "action.yml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	i := strings.LastIndex(text, "run: |\n")
	if i < 0 {
		t.Fatal("action.yml runs nothing")
	}
	return text[i+len("run: |\n"):]
}
