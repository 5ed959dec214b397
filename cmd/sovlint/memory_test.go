package main

import "testing"

// TestTarget holds how far the heap may grow over what lives.
func TestTarget(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct{ live, least, want int64 }{
		{4 * mb, roomy, 12 * mb}, {10 * mb, roomy, 12 * mb},
		{12 * mb, roomy, 13 * mb}, {18 * mb, roomy, 19*mb + mb/2}, {24 * mb, roomy, 32 * mb}, {60 * mb, roomy, 120 * mb},
		{4 * mb, wide, 30 * mb}, {24 * mb, wide, 32 * mb},
	} {
		if got := target(c.live, c.least); got != c.want {
			t.Errorf("%d MB live, at least %d MB: the heap may grow up to %.1f MB, want %.1f", c.live/mb, c.least/mb, float64(got)/mb, float64(c.want)/mb)
		}
	}
}
