package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// What lives is small beside what is read. Collecting seldom costs memory and
// saves time: the heap may grow up to roomy, or, where that leaves little, by a
// twelfth of what lives. Where more than ample lives, saving a little costs more
// time than it is worth, and it may grow twice as far as that is above ample.
// Reading many inputs side by side makes garbage side by side: then it may
// always grow up to wide. The process may take overhead more, for the runtime
// itself and for the gaps between what lives.
const (
	roomy    = 12 << 20
	ample    = 20 << 20
	wide     = 30 << 20
	overhead = 8 << 20
)

// least is what the heap may grow up to, whatever lives; 0 where somebody else
// has the say.
var least atomic.Int64

// A collection is garbage from the start: its end is the end of a collection.
type collection struct{ _ [16]byte }

// tuneMemory sets after every collection when the next one is due. Whoever sets
// GOMEMLIMIT or GOGC is left alone.
func tuneMemory() {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 || os.Getenv("GOGC") != "" {
		return
	}
	least.Store(roomy)
	begin(roomy)
	watch()
}

// tuneForMany makes room to read many inputs.
func tuneForMany() {
	if least.CompareAndSwap(roomy, wide) {
		begin(wide)
	}
}

// begin sets when the first collection is due: Go takes the percentage of four
// megabytes then.
func begin(heap int64) {
	debug.SetGCPercent(int(heap * 100 / (4 << 20)))
	debug.SetMemoryLimit(heap + overhead)
}

func watch() {
	runtime.SetFinalizer(&collection{}, func(*collection) {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		live := max(int64(sample[0].Value.Uint64()), 1<<20)
		heap := target(live, least.Load())
		debug.SetGCPercent(int((heap - live) * 100 / live))
		debug.SetMemoryLimit(heap + overhead)
		watch()
	})
}

// target is what the heap may grow up to where so much lives.
func target(live, least int64) int64 {
	return max(least, live*13/12, live+min(2*(live-ample), live))
}
