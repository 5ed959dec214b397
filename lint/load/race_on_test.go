//go:build race

package load

// underRace says that the race detector runs: it empties the pools that the
// regular expressions live by, so what a reader allocates is not counted then.
const underRace = true
