package hcleval_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sovlint/sovlint/lint/hcleval"
)

// TestPrivateFilesAreNotRead reads a token in ways that a pull request may try.
func TestPrivateFilesAreNotRead(t *testing.T) {
	const canary = "CANARY-7f3a"
	for _, expr := range []string{
		`file("../.git/config")`, `file("../.env")`, `file("${path.module}/../home/.aws/credentials")`,
		`templatefile("../.git/config", {})`, `base64decode(filebase64("../.git/config"))`,
		`yamldecode(file("../.env"))`, `file("link")`, `file("../dir/config")`, `file(".netrc")`,
	} {
		secret := &fstest.MapFile{Data: []byte(canary)}
		fsys := fstest.MapFS{
			".git/config": secret, ".env": secret, "home/.aws/credentials": secret, "k/.netrc": secret,
			"k/link":    {Data: []byte("../.git/config"), Mode: fs.ModeSymlink},
			"dir":       {Data: []byte(".git"), Mode: fs.ModeSymlink},
			"k/main.tf": {Data: []byte("resource \"aws_x\" \"a\" {\n  region = " + expr + "\n}\nresource \"aws_x\" \"b\" {\n  for_each = toset([" + expr + "])\n}\n")},
		}
		c, err := hcleval.Eval(fsys, "k", hcleval.Options{})
		if err != nil {
			t.Fatal(err)
		}
		said := false
		for _, g := range c.Gaps {
			said = said || strings.Contains(g.What, "was not read")
		}
		if !said {
			t.Errorf("%s: no gap: %+v", expr, c.Gaps)
		}
		for _, r := range c.Resources {
			for _, v := range r.Body.Written {
				if text, ok := v.V.(string); ok && strings.Contains(text, canary) {
					t.Errorf("%s: %s is read: %s", expr, r, text)
				}
			}
			if strings.Contains(r.String(), canary) {
				t.Errorf("%s: it is an address: %s", expr, r)
			}
		}
	}
}
