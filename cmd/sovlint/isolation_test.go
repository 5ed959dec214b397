//go:build unix

package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// neverLinked are the packages by which a program speaks to others or starts them.
var neverLinked = []string{"net/http", "net/rpc", "net/smtp", "crypto/tls", "os/exec", "plugin", "log/syslog"}

// nothingLeaves wants the command to be without the means to speak to anybody.
func nothingLeaves(t *testing.T, _ *trust) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range strings.Fields(string(out)) {
		if slices.Contains(neverLinked, pkg) {
			t.Errorf("%s is linked", pkg)
		}
	}
}
