package hcleval

import (
	"testing"

	"github.com/sovlint/sovlint/lint/tf"
)

// TestCommentsOfOddFiles reads comments of what is no block.
func TestCommentsOfOddFiles(t *testing.T) {
	t.Parallel()
	for _, src := range []string{
		"x = \"${a}\" # sovlint:accept W\n",
		"# sovlint:accept W\nx = { a = \"${b}\" }\n",
		"} # sovlint:accept W\n} resource {\n",
		"\"${ # sovlint:accept W\n",
		"resource \"a\" \"b\" { # sovlint:accept W",
		"/* sovlint:accept W",
		"<<EOT\n${ {} } # sovlint:accept W\n",
		"\xff\xfe# sovlint:accept W\n{",
	} {
		for _, c := range (&source{name: "main.tf", src: []byte(src)}).comments("") {
			holdComment(t, src, c)
		}
	}
}

func FuzzComments(f *testing.F) {
	f.Add("# sovlint:accept W\nresource \"a\" \"b\" {\n  x = \"${y}\" /* sovlint:accept W */\n}\n")
	f.Add("x = \"${a}\" # sovlint:accept W\n}{")
	f.Fuzz(func(t *testing.T, src string) {
		for _, c := range (&source{name: "main.tf", src: []byte("#sovlint:accept W\n" + src)}).comments("") {
			holdComment(t, src, c)
		}
	})
}

// holdComment holds that a comment has a place, and that its block is in order.
func holdComment(t *testing.T, src string, c tf.Comment) {
	t.Helper()
	if c.At == nil || c.At.Line < 1 || c.At.Column < 1 || c.On != nil && (c.On.Line < 1 || c.On.EndLine < c.On.Line) {
		t.Errorf("%q: %+v %+v %+v", src, c, c.At, c.On)
	}
}
