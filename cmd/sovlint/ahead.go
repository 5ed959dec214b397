package main

import (
	"iter"
	"runtime"
	"sync"
)

// mostAhead bounds how many pieces of work are held that nobody has taken yet.
const mostAhead = 8

// ahead does pieces of work side by side, one a processor, and gives what they
// come to in their order. It works ahead of whoever takes them by mostAhead at
// most. When it ends, be it because nobody takes any more, nothing is at work.
func ahead[T any](work []func() (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var at sync.WaitGroup
		defer at.Wait()
		rest, width := work, min(runtime.GOMAXPROCS(0), mostAhead)
		under := make(chan chan piece[T], width)
		begin := func() {
			if len(rest) == 0 {
				return
			}
			do, done := rest[0], make(chan piece[T], 1)
			rest = rest[1:]
			under <- done
			at.Go(func() {
				v, err := do()
				done <- piece[T]{v, err}
			})
		}
		for range width {
			begin()
		}
		for range work {
			p := <-<-under
			begin()
			if !yield(p.v, p.err) {
				return
			}
		}
	}
}

// A piece is what one piece of work came to.
type piece[T any] struct {
	v   T
	err error
}
