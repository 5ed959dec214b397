//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
)

// TestTrust tries hostile inputs, faults and secrets on the command, and prints
// what it tried:
//
//	go test ./cmd/sovlint -run TestTrust -v
func TestTrust(t *testing.T) {
	inFull(t)
	var tally trust
	t.Run("Secrets", func(t *testing.T) { secretsStayIn(t, &tally) })
	t.Run("MutatedPlans", func(t *testing.T) { plansAreMutated(t, &tally, 1000) })
	t.Run("Faults", func(t *testing.T) { faultsAreSurvived(t, &tally) })
	t.Run("Isolation", func(t *testing.T) { nothingLeaves(t, &tally) })
	tally.print()
}

// print writes the table of what was tried.
func (c *trust) print() {
	row := func(what, result string, args ...any) {
		fmt.Printf("%-32s "+result+"\n", append([]any{what}, args...)...)
	}
	fmt.Println()
	row("inputs tried", "%d", c.inputs+c.mutated)
	row("mutated plans", "%d: %d refused, %d judged", c.mutated, c.refused, c.mutated-c.refused)
	row("lost findings silently", "%d", c.lost)
	row("faults survived", "%d of %d", c.survived, c.faults)
	row("secrets found", "%d, in %d outputs", c.found, c.outputs)
	row("secrets planted", "%d", c.planted)
	fmt.Println()
}

// inFull leaves a test that runs the command a great many times to runs without
// -short: the race detector sees nothing new in it and takes ten times as long.
func inFull(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("tried without -short only: it runs the command a great many times")
	}
}

// trust counts what was tried.
type trust struct {
	mu                              sync.Mutex
	inputs, outputs, planted, found int
	faults, survived                int
	mutated, refused, lost          int // plans, plans, findings
}

func (c *trust) add(counter *int, n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*counter += n
}

// built is the built command, run in a folder. The test's own binary is it,
// under that name.
func built(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Args[0], cmd.Dir = "sovlint", dir
	cmd.Env = append(os.Environ(), "LANG=C", "SOVLINT_AS_OF=2026-11-23", "GITHUB_ACTIONS=")
	return cmd
}
