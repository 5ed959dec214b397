package lint

import "testing"

// TestForeseen holds for how many more findings room is made.
func TestForeseen(t *testing.T) {
	for _, c := range []struct{ found, done, all, want int }{
		{0, 0, 10, 0},
		{16, 1, 1_000_000, 16}, // the first resource tells nothing
		{1_024, 1_024, 60_000, 58_976 + 1_843},
		{1_024, 512, 512, 0},
		{66_000, 60_000, 60_000, 0},
	} {
		if got := foreseen(c.found, c.done, c.all); got != c.want {
			t.Errorf("%d findings on %d of %d resources: room for %d more, want %d", c.found, c.done, c.all, got, c.want)
		}
	}
}
