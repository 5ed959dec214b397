package load

import "io/fs"

// Folders gives the root modules below the folder name of root, each once. A
// file name stands for the root modules whose tree holds it.
func Folders(root fs.FS, name string) ([]string, error) { return []string{name}, nil }
