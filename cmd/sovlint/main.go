// Command sovlint tells who holds the data of each Terraform resource, where,
// under whose law, and whether the doctrine allows it.
package main

import (
	"math"
	"os"
	"runtime/debug"
)

func main() {
	// What lives is small beside what is read: collecting early is cheap here.
	debug.SetGCPercent(35)
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(3 << 30)
	}
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
