// Command sovlint tells who holds the data of each Terraform resource, where,
// under whose law, and whether the doctrine allows it.
package main

import "os"

func main() {
	tuneMemory()
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
