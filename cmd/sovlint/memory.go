package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// What lives is small beside what is read. Collecting seldom costs memory and
// saves time: the whole process may grow up to roomy, or, where more lives, to
// an eighth more than that and what the runtime itself needs.
const (
	roomy    = 18 << 20
	overhead = 3 << 20
)

// A collection is garbage from the start: its end is the end of a collection.
type collection struct{ _ [16]byte }

// tuneMemory sets after every collection when the next one is due. Whoever sets
// GOMEMLIMIT is left alone.
func tuneMemory() {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(roomy)
	watch()
}

func watch() {
	runtime.SetFinalizer(&collection{}, func(*collection) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetMemoryLimit(max(roomy, int64(live[0].Value.Uint64())*9/8+overhead))
		watch()
	})
}
