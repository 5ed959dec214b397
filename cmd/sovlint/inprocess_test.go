package main

import (
	"io"
	"os"
	"sync"
)

var atWork sync.Mutex

// inProcess runs the command in the process of the test, one run at a time: the
// command-line library has one flag of help for all apps of a process.
func inProcess(args []string, stdin *os.File, stdout, stderr io.Writer) int {
	atWork.Lock()
	defer atWork.Unlock()
	return run(args, stdin, stdout, stderr)
}
