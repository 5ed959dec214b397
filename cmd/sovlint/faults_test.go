//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A fault is what goes wrong around a run. run gives the exit code, or what is
// wrong with how the fault was survived.
type fault struct {
	name string
	run  func(t *testing.T, dir string) (problem string)
}

var faultList = []fault{
	{"the reader of the pipe goes away", func(t *testing.T, dir string) string {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		defer w.Close()
		cmd := built(t, dir, "-o", "json", "plan.json")
		cmd.Stdout = w
		if err := cmd.Run(); !strings.Contains(err.Error(), "broken pipe") && code(cmd, err) != 2 {
			return err.Error()
		}
		return ""
	}},
	{"full disk at standard output", full("-o", "json", "plan.json")},
	{"full disk at standard output, text", full("plan.json")},
	{"full disk at a file", func(t *testing.T, dir string) string {
		needs(t, "/dev/full")
		return exits(built(t, dir, "-o", "json=/dev/full", "plan.json"), 2, "no space left")
	}},
	{"a report in a folder that is not there", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "-o", "json=none/r.json", "plan.json"), 2, "none/r.json")
	}},
	{"a report in a folder that may not be written", func(t *testing.T, dir string) string {
		return exits(locked(t, dir, "-o", "json=locked/r.json", "plan.json"), 2, "locked/r.json")
	}},
	{"a report in a read-only file system", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "-o", "json=/proc/r.json", "plan.json"), 2, "/proc/r.json")
	}},
	{"a report in place of a folder", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "-o", "json="+dir, "plan.json"), 2, "")
	}},
	{"a baseline that cannot be written", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "--write-baseline", "none/b.json", "plan.json"), 2, "none/b.json")
	}},
	{"a second report fails", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "-o", "csv=none/r.csv", "-o", "json=r.json", "plan.json"), 2, "none/r.csv")
	}},
	{"an input that may not be read", func(t *testing.T, dir string) string {
		return exits(locked(t, dir, "locked/plan.json"), 2, "permission denied")
	}},
	{"an input that is not there", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "none.json"), 2, "none.json")
	}},
	{"an input that shrinks", func(t *testing.T, dir string) string {
		return exits(fed(t, dir, func(w io.Writer, plan []byte) { _, _ = w.Write(plan[:len(plan)/2]) }), 2, "")
	}},
	{"an input that grows", func(t *testing.T, dir string) string {
		return exits(fed(t, dir, func(w io.Writer, plan []byte) { _, _ = w.Write(append(plan, "{\"more\": 1}"...)) }), 2, "")
	}},
	{"an input that comes byte by byte", func(t *testing.T, dir string) string {
		return exits(fed(t, dir, func(w io.Writer, plan []byte) {
			for i := range plan {
				_, _ = w.Write(plan[i : i+1])
			}
		}), 1, "")
	}},
	{"an input that never ends", func(t *testing.T, dir string) string {
		return exits(fed(t, dir, func(w io.Writer, plan []byte) { _, _ = w.Write(plan[:len(plan)/2]); time.Sleep(3 * time.Second) }, "--timeout", "300ms"), 2, "gave up after")
	}},
	{"an interrupt", interrupted(syscall.SIGINT)},
	{"a termination", interrupted(syscall.SIGTERM)},
	{"standard output that blocks", func(t *testing.T, dir string) string {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		cmd := built(t, dir, "-o", "json", "-q", "plan.json")
		cmd.Stdout = w
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		w.Close()
		time.Sleep(300 * time.Millisecond)
		all, err := io.ReadAll(r)
		if werr := cmd.Wait(); err != nil || code(cmd, werr) != 1 || !bytes.HasSuffix(all, []byte("}\n")) {
			return "the report did not come whole"
		}
		return ""
	}},
	{"an argument of one hundred thousand bytes", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "--exclude", strings.Repeat("x.", 50_000), "plan.json"), 1, "")
	}},
	{"one megabyte of arguments", func(t *testing.T, dir string) string {
		args := []string{"plan.json"}
		for range 10 {
			args = append(args, "--exclude", strings.Repeat("x", 100_000))
		}
		return exits(built(t, dir, args...), 1, "")
	}},
	{"a path that is not UTF-8", func(t *testing.T, dir string) string {
		name := "plan\xff\xfe.json"
		if err := os.Rename(filepath.Join(dir, "plan.json"), filepath.Join(dir, name)); err != nil {
			t.Skip("this file system takes no such name: ", err)
		}
		return exits(built(t, dir, name), 1, `plan\xff\xfe.json`)
	}},
	{"a day before 1970", func(t *testing.T, dir string) string {
		return exits(built(t, dir, "--as-of", "1969-12-31", "plan.json"), 2, "no edition in force on 1969-12-31")
	}},
	{"no current folder", func(t *testing.T, dir string) string {
		cmd := built(t, dir, "-c", "cd gone && rmdir ../gone && exec -a sovlint \"$0\" ../plan.json", self(t))
		cmd.Path, cmd.Args[0] = "/bin/bash", "bash"
		needs(t, cmd.Path)
		if err := os.Mkdir(filepath.Join(dir, "gone"), 0o700); err != nil {
			t.Fatal(err)
		}
		out, err := cmd.CombinedOutput()
		if c := code(cmd, err); c != 1 && c != 2 || bytes.Contains(out, []byte("panic")) {
			return string(out)
		}
		return ""
	}},
	{"no standard output at all", func(t *testing.T, dir string) string {
		cmd := built(t, dir, "-c", "exec -a sovlint \"$0\" plan.json >&-", self(t))
		cmd.Path, cmd.Args[0] = "/bin/bash", "bash"
		needs(t, cmd.Path)
		return exits(cmd, 1, "")
	}},
}

// faultsAreSurvived wants each fault to end in the right exit code, in a line that
// says why, and in no half-written file.
func faultsAreSurvived(t *testing.T, tally *trust) {
	plan, err := os.ReadFile(root + "testdata/plans/04-aws-portail-citoyen/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faultList {
		t.Run(f.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "plan.json"), plan, 0o600); err != nil {
				t.Fatal(err)
			}
			problem := f.run(t, dir)
			tally.add(&tally.faults, 1)
			if left := leftovers(t, dir); problem == "" && left != "" {
				problem = "left behind: " + left
			}
			if problem != "" {
				t.Error(problem)
				return
			}
			tally.add(&tally.survived, 1)
		})
	}
}

// leftovers names a file that was being written, or a report that is not whole.
func leftovers(t *testing.T, dir string) string {
	t.Helper()
	hidden, err := filepath.Glob(filepath.Join(dir, ".sovlint-*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(hidden) > 0 {
		return hidden[0]
	}
	if raw, err := os.ReadFile(filepath.Join(dir, "r.json")); err == nil && !bytes.HasSuffix(raw, []byte("}\n")) {
		return "r.json, cut short"
	}
	return ""
}

// exits runs a command and wants an exit code and a word in what it says.
func exits(cmd *exec.Cmd, want int, says string) string {
	var b bytes.Buffer
	if cmd.Stdout == nil {
		cmd.Stdout = &b
	}
	cmd.Stderr = &b
	err := cmd.Run()
	if got := code(cmd, err); got != want || !strings.Contains(b.String(), says) || strings.Contains(b.String(), "panic") {
		return errors.Join(err, errors.New(b.String())).Error()
	}
	return ""
}

// code is how a command ended; -1 where it did not end by itself.
func code(cmd *exec.Cmd, err error) int {
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return -1
	}
	return cmd.ProcessState.ExitCode()
}

func full(args ...string) func(*testing.T, string) string {
	return func(t *testing.T, dir string) string {
		needs(t, "/dev/full")
		f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		cmd := built(t, dir, args...)
		cmd.Stdout = f
		return exits(cmd, 2, "standard output: ")
	}
}

// locked runs the command beside a folder that may be neither read nor written.
// Whoever may do everything becomes nobody for it.
func locked(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	if err := os.Mkdir(filepath.Join(dir, "locked"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "locked"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "locked"), 0o700) })
	cmd := built(t, dir, args...)
	if os.Getuid() == 0 {
		t.Skip("whoever is root may read and write everything")
	}
	return cmd
}

// fed runs the command on what is written into its standard input.
func fed(t *testing.T, dir string, write func(io.Writer, []byte), args ...string) *exec.Cmd {
	t.Helper()
	plan, err := os.ReadFile(filepath.Join(dir, "plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	go func() { write(w, plan); w.Close() }()
	cmd := built(t, dir, append(args, "-")...)
	cmd.Stdin = r
	return cmd
}

// interrupted sends a signal while the command waits for the rest of its input.
func interrupted(sig syscall.Signal) func(*testing.T, string) string {
	return func(t *testing.T, dir string) string {
		cmd := built(t, dir, "-o", "json=r.json", "-")
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		var b bytes.Buffer
		cmd.Stderr = &b
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(in, `{"format_version": "1.2", `)
		time.Sleep(500 * time.Millisecond)
		_ = cmd.Process.Signal(sig)
		if got := code(cmd, cmd.Wait()); got != exitInterrupted || !strings.Contains(b.String(), "interrupted") {
			return b.String()
		}
		return ""
	}
}

func needs(t *testing.T, file string) {
	t.Helper()
	if _, err := os.Stat(file); err != nil {
		t.Skipf("%s has no %s", runtime.GOOS, file)
	}
}

func self(t *testing.T) string {
	t.Helper()
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return name
}
