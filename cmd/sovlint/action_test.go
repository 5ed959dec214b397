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
	for _, tool := range []string{"git", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("this needs ", tool)
		}
	}
	dir, temp := t.TempDir(), t.TempDir()
	plan, err := os.ReadFile(root + "testdata/plans/04-aws-portail-citoyen/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	git := func(args ...string) {
		cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.net", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write("plan.json", string(plan))
	write(configName, "body = \"state\"\n")
	git("init", "-q", "-b", "main")
	git("add", ".")
	git("commit", "-q", "-m", "base")
	git("remote", "add", "origin", dir)
	git("checkout", "-q", "-b", "change")
	write(configName, "classify {\n  match \"**\" {\n    class = \"public\"\n  }\n}\n")
	if err := os.Symlink(self(t), filepath.Join(temp, "sovlint")); err != nil {
		t.Fatal(err)
	}
	for fromBase, want := range map[string]int{"false": 0, "true": 1} {
		cmd := exec.Command("bash", "-c", actionScript(t))
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "INPUT_PLAN=plan.json", "INPUT_JSON_FILE=", "INPUT_INLINE_WAIVERS=false", "INPUT_CONFIG_FROM_BASE="+fromBase,
			"SOVLINT_CONFIG=", "SOVLINT_DOCTRINE=", "SOVLINT_FAIL_ON=error", "SOVLINT_AS_OF=2026-11-23", "GITHUB_BASE_REF=main", "RUNNER_TEMP="+temp,
			"GITHUB_OUTPUT="+filepath.Join(temp, "out"), "GITHUB_STEP_SUMMARY=")
		out, err := cmd.CombinedOutput()
		if got := code(cmd, err); got != want {
			t.Errorf("config-from-base %s: exit code %d, want %d\n%s", fromBase, got, want, out)
		}
	}
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
