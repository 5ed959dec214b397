//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// An exampleRun is what is expected of the scripts of one pipeline.
type exampleRun struct {
	file  string
	files []string // reports that must be there afterwards, below the repository
	says  string   // in the output
}

// TestExamplesInCI runs the shell parts of examples/ci in order, in a
// repository whose path has a space, with a terraform that prints a plan which
// fails, and holds them against shellcheck where that is at hand.
func TestExamplesInCI(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Log("left out: the examples' scripts need bash, and it is not here")
		return
	}
	bin := filepath.Join(t.TempDir(), "sovlint")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, e := range []exampleRun{
		{"github-actions.yml", []string{"infra/sovlint.sarif", "infra/sovlint.html", "summary.md"}, "\n::error title=SOV102 outside-territory::"},
		{"gitlab-ci.yml", []string{"infra/gl-code-quality-report.json", "infra/sovlint.xml", "infra/sovlint.html"}, "SOV201"},
		{"azure-pipelines.yml", []string{"staging/sovlint.xml", "staging/sovlint.html"}, "##vso[task.logissue type=error;code=SOV102;]"},
		{"Jenkinsfile", []string{"infra/sovlint.xml", "infra/sovlint-checkstyle.xml", "infra/sovlint.html"}, "SOV201"},
		{"atlantis.yaml", nil, "## sovlint: "},
		{"woodpecker.yaml", nil, "SOV201"},
		{"forgejo.yml", []string{"infra/sovlint.html"}, "SOV201"},
	} {
		t.Run(e.file, func(t *testing.T) {
			t.Parallel()
			scripts := shellParts(t, root+"examples/ci/"+e.file)
			for _, s := range scripts {
				shellcheck(t, s)
			}
			e.run(t, bash, bin, scripts)
		})
	}
}

// run runs the scripts one after the other, as a pipeline does; the last one
// must fail with 1.
func (e exampleRun) run(t *testing.T, bash, sovlint string, scripts []string) {
	t.Helper()
	repo := filepath.Join(t.TempDir(), "a repository")
	tools := filepath.Join(repo, "tools")
	for _, dir := range []string{"infra", "bin", "staging", "tools"} {
		if err := os.MkdirAll(filepath.Join(repo, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	plan, err := filepath.Abs(portail + "plan.json")
	if err != nil {
		t.Fatal(err)
	}
	tool(t, filepath.Join(tools, "terraform"), `if [ "$1" = show ]; then cat "$PLAN"; fi`)
	tool(t, filepath.Join(tools, "go"), `ln -sf "$SOVLINT" "${GOBIN:-`+tools+`}/sovlint"`)
	env := []string{"PATH=" + tools + ":/usr/bin:/bin", "PLAN=" + plan, "SOVLINT=" + sovlint, "SOVLINT_VERSION=v0.1.0", "SOVLINT_AS_OF=2026-11-23", "LANG=C",
		"PLANFILE=tfplan", "CI_PROJECT_DIR=" + repo, "CI_WORKSPACE=" + repo, "WORKSPACE=" + repo, "AGENT_TEMPDIRECTORY=" + filepath.Join(repo, "bin"),
		"BUILD_ARTIFACTSTAGINGDIRECTORY=" + filepath.Join(repo, "staging"), "GITHUB_STEP_SUMMARY=" + filepath.Join(repo, "summary.md")}
	if e.file == "atlantis.yaml" {
		if err := os.Symlink(sovlint, filepath.Join(tools, "sovlint")); err != nil {
			t.Fatal(err)
		}
	}
	for i, s := range scripts {
		cmd := exec.Command(bash, "-eo", "pipefail", "-c", s)
		cmd.Dir, cmd.Env = filepath.Join(repo, "infra"), env
		if strings.HasPrefix(s, "cd infra") {
			cmd.Dir = repo
		}
		out, err := cmd.CombinedOutput()
		last := i == len(scripts)-1
		if code := cmd.ProcessState.ExitCode(); last && code != 1 || !last && err != nil {
			t.Fatalf("script %d ended with %d:\n%s\n%s", i+1, code, s, out)
		}
		if last && !strings.Contains(string(out), e.says) {
			t.Errorf("%q is missing in\n%s", e.says, out)
		}
	}
	for _, f := range e.files {
		if info, err := os.Stat(filepath.Join(repo, f)); err != nil || info.Size() == 0 {
			t.Errorf("%s was not written (%v)", f, err)
		}
	}
}

// tool writes a stand-in for a program.
func tool(t *testing.T, file, body string) {
	t.Helper()
	if err := os.WriteFile(file, []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
}

var (
	blockScalar = regexp.MustCompile(`^((?: |- )*?)(?:- \||[a-z]+: \|)$`)
	jenkinsPart = regexp.MustCompile(`(?s)sh '''(.*?)'''`)
)

// shellParts takes the scripts out of a pipeline: the block scalars of YAML,
// the quoted blocks of a Jenkinsfile.
func shellParts(t *testing.T, file string) []string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range jenkinsPart.FindAllStringSubmatch(string(raw), -1) {
		out = append(out, m[1])
	}
	lines := strings.Split(string(raw), "\n")
	for i, line := range lines {
		m := blockScalar.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		var part []string
		for _, l := range lines[i+1:] {
			if inner := strings.TrimLeft(l, " "); inner == "" || len(l)-len(inner) <= len(m[1]) {
				break
			}
			part = append(part, strings.TrimLeft(l, " "))
		}
		out = append(out, strings.Join(part, "\n")+"\n")
	}
	if len(out) == 0 {
		t.Fatalf("%s has no scripts", file)
	}
	return out
}

// shellcheck holds a script against shellcheck, where it is at hand.
func shellcheck(t *testing.T, script string) {
	t.Helper()
	if _, err := exec.LookPath("shellcheck"); err != nil {
		t.Log("left out: shellcheck is not here")
		return
	}
	cmd := exec.Command("shellcheck", "--shell=bash", "-")
	cmd.Stdin = strings.NewReader(script)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("shellcheck: %v\n%s\n%s", err, script, out)
	}
}
