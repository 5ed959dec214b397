package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"sovlint": func() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the command as users and their scripts run it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			top, err := filepath.Abs(root)
			if err != nil {
				return err
			}
			e.Setenv("ROOT", top)
			e.Setenv("LANG", "C")
			e.Setenv("SOVLINT_AS_OF", "2026-11-23")
			return nil
		},
	})
}
