package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
)

func TestHeads(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, a, b, wantA, wantB string }{
		{"a term of two words stays whole", "block storage is held by A", "object storage is held by A", "block storage", "object storage"},
		{"the same", "a is held by A", "a is held by A", "", ""},
		{"one term in brackets", "the qualification of O, which covers this (block storage), ends soon", "the qualification of O, which covers this (backup), ends soon", "block storage", "backup"},
		{"no part of a sentence", "the block is not here, and its endpoints.s3 may name another", "the block is not here, and its endpoints.ec2 may name another",
			"the block is not here, and its endpoints.s3 may name another", "the block is not here, and its endpoints.ec2 may name another"},
		{"French", "stockage bloc : données à X", "stockage objet : données à X", "stockage bloc", "stockage objet"},
	} {
		finding := func(m string) *lint.Finding { return &lint.Finding{Cause: &lint.Cause{Message: m}} }
		got := heads([]*lint.Finding{finding(tt.a), finding(tt.b)})
		if d := cmp.Diff([]string{tt.wantA, tt.wantB}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}
