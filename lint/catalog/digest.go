package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
)

// Digest is the SHA-256 of the facts that come with the program, in hexadecimal:
// of the names and contents of their files, in order.
func Digest() (string, error) { return DigestOf(files) }

// DigestOf is the SHA-256 of the names and contents of all files of a file system.
func DigestOf(fsys fs.FS) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		one := sha256.Sum256(raw)
		_, err = io.WriteString(sum, name+"\x00"+hex.EncodeToString(one[:])+"\n")
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)), err
}
