package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNoNetwork judges a plan where no network exists, looks for sockets while it
// waits for the rest of its input, and wants the report that it makes elsewhere.
func TestNoNetwork(t *testing.T) {
	t.Parallel()
	plan, err := os.ReadFile(root + "testdata/plans/04-aws-portail-citoyen/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	with := slowly(t, plan, nil)
	without := slowly(t, plan, &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	})
	if with != without {
		t.Errorf("another report without a network:\n%s", without)
	}
}

// slowly judges a plan that comes in two halves.
func slowly(t *testing.T, plan []byte, attr *syscall.SysProcAttr) string {
	t.Helper()
	cmd := built(t, t.TempDir(), "-q", "-o", "json", "-")
	cmd.SysProcAttr = attr
	var out bytes.Buffer
	cmd.Stdout = &out
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Skip("this system lets nobody be without a network: ", err)
	}
	_, _ = in.Write(plan[:len(plan)/2])
	for range 20 {
		time.Sleep(10 * time.Millisecond)
		noSocket(t, cmd.Process.Pid)
	}
	_, _ = io.Copy(in, bytes.NewReader(plan[len(plan)/2:]))
	in.Close()
	if got := code(cmd, cmd.Wait()); got != exitFindings {
		t.Errorf("exit code %d", got)
	}
	return out.String()
}

func noSocket(t *testing.T, pid int) {
	t.Helper()
	open, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", pid))
	for _, fd := range open {
		if to, err := os.Readlink(fd); err == nil && strings.HasPrefix(to, "socket:") {
			t.Errorf("%s is %s", fd, to)
		}
	}
}
