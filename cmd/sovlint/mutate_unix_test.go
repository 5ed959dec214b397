//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// TestMutatedPlansInBounds runs the built command on some of the damaged plans:
// none takes more than two seconds of work or 256 MB.
func TestMutatedPlansInBounds(t *testing.T) {
	inFull(t)
	t.Parallel()
	bin := filepath.Join(t.TempDir(), "sovlint")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	plan, err := os.ReadFile(root + "testdata/plans/07-ovh/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < 1000; i += 7 { // no divisor of the number of mutations
		name, b := damage(t, plan, i)
		cmd := exec.Command(bin, "check", "-q", "--as-of", "2026-11-23", "-o", "json", "-")
		cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(b), io.Discard, io.Discard
		_ = cmd.Run()
		state := cmd.ProcessState
		if code := state.ExitCode(); code < 0 || code > 2 {
			t.Errorf("%d (%s): %s", i, name, state)
		}
		if took := state.UserTime() + state.SystemTime(); took > 2*time.Second {
			t.Errorf("%d (%s): took %s", i, name, took)
		}
		if use, ok := state.SysUsage().(*syscall.Rusage); ok && runtime.GOOS == "linux" && use.Maxrss > 256<<10 {
			t.Errorf("%d (%s): took %d MB", i, name, use.Maxrss>>10)
		}
	}
}
