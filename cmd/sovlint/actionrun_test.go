//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestAction runs the scripts of action.yml as the runner does: with its
// environment files, in the working directory, where a path has a space.
func TestAction(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Log("left out: the action's scripts need bash, and it is not here")
		return
	}
	repo, temp := filepath.Join(t.TempDir(), "a repository"), t.TempDir()
	infra := filepath.Join(repo, "infra")
	if err := os.MkdirAll(infra, 0o755); err != nil {
		t.Fatal(err)
	}
	plan, err := os.ReadFile(portail + "plan.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(infra, "the plan.json"), plan, 0o644); err != nil {
		t.Fatal(err)
	}
	here, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	file := func(name string) string { return filepath.Join(temp, name) }
	env := append(os.Environ(), "GITHUB_ACTION_PATH="+here, "RUNNER_TEMP="+temp, "GITHUB_ACTIONS=true", "GITHUB_WORKSPACE="+repo, "LANG=C",
		"GITHUB_OUTPUT="+file("output"), "GITHUB_STEP_SUMMARY="+file("summary.md"), "SOVLINT_AS_OF=2026-11-23",
		"INPUT_PLAN=the plan.json", "INPUT_CONFIG_FROM_BASE=false", "INPUT_INLINE_WAIVERS=true", "INPUT_JSON_FILE=a report.json", "INPUT_OUTPUT=sarif=sovlint.sarif\r\n\nhtml=a page.html\n",
		"SOVLINT_CONFIG=", "SOVLINT_DOCTRINE=", "SOVLINT_FAIL_ON=error")
	scripts := shellParts(t, root+"action.yml")
	if len(scripts) != 2 {
		t.Fatalf("got %d scripts, want the build and the run", len(scripts))
	}
	for i, script := range scripts {
		shellcheck(t, script)
		cmd := exec.Command(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
		cmd.Dir, cmd.Env = infra, env
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != i { // the build ends well, and the plan has findings
			t.Fatalf("script %d ended with %d:\n%s", i+1, code, out)
		}
		if want := "\n::error title=SOV102 outside-territory::"; i == 1 && !strings.Contains(string(out), want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	for _, name := range []string{file("summary.md"), filepath.Join(infra, "a report.json"), filepath.Join(infra, "sovlint.sarif"), filepath.Join(infra, "a page.html")} {
		if info, err := os.Stat(name); err != nil || info.Size() == 0 {
			t.Errorf("%s was not written (%v)", name, err)
		}
	}
	if got, err := os.ReadFile(file("output")); err != nil || string(got) != "exit-code=1\n" {
		t.Errorf("outputs: got %q (%v)", got, err)
	}
}
