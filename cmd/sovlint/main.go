// Command sovlint tells who holds the data of each Terraform resource, where,
// under whose law, and whether the doctrine allows it.
package main

import (
	"os"
	"runtime"
)

func main() {
	runtime.MemProfileRate = 0 // nobody asks for a profile, and keeping one takes more than a megabyte
	tuneMemory()
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
