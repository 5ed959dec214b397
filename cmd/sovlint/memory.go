package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// What lives is small beside what is read. Collecting seldom costs memory and
// saves time: the whole process may grow up to roomy, or, where more lives, to
// an eighth more than that and what the runtime itself needs. Where that is
// more than tight, saving a little costs more time than it is worth, and it may
// grow to twice what lives. Reading many inputs side by side makes garbage side
// by side, and may always grow up to wide.
const (
	roomy    = 16 << 20
	overhead = 2 << 20
	tight    = 24 << 20
	wide     = 40 << 20
)

// least is what the process may grow up to, whatever lives; 0 where somebody
// else has the say.
var least atomic.Int64

// A collection is garbage from the start: its end is the end of a collection.
type collection struct{ _ [16]byte }

// tuneMemory sets after every collection when the next one is due. Whoever sets
// GOMEMLIMIT is left alone.
func tuneMemory() {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	debug.SetGCPercent(400)
	least.Store(roomy)
	debug.SetMemoryLimit(roomy)
	watch()
}

// tuneForMany makes room to read many inputs.
func tuneForMany() {
	if least.CompareAndSwap(roomy, wide) {
		debug.SetMemoryLimit(wide)
	}
}

func watch() {
	runtime.SetFinalizer(&collection{}, func(*collection) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetMemoryLimit(max(least.Load(), limit(int64(live[0].Value.Uint64()))))
		watch()
	})
}

// limit is what the process may grow to where so much lives.
func limit(live int64) int64 {
	if snug := live*9/8 + overhead; snug <= tight {
		return snug
	}
	return live*2 + overhead
}
