package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// What lives is small beside what is read. Collecting seldom costs memory and
// saves time: the whole process may grow up to roomy, or, where more lives, to
// an eighth more than that and what the runtime itself needs. Where that is
// more than tight, saving a little costs more time than it is worth, and it may
// grow to twice what lives.
const (
	roomy    = 16 << 20
	overhead = 2 << 20
	tight    = 24 << 20
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
		debug.SetMemoryLimit(limit(int64(live[0].Value.Uint64())))
		watch()
	})
}

func limit(live int64) int64 {
	if snug := live*9/8 + overhead; snug <= tight {
		return max(roomy, snug)
	}
	return live*2 + overhead
}
