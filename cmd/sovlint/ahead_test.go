package main

import (
	"errors"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

func TestAheadKeepsTheOrder(t *testing.T) {
	for _, processors := range []int{1, 2, 5, 64} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		var taken, done atomic.Int32
		var work []func() (int, error)
		for i := range 50 {
			work = append(work, func() (int, error) {
				if n := int(done.Add(1) - taken.Load()); n > mostAhead+1 {
					t.Errorf("%d pieces ahead, want at most %d", n, mostAhead)
				}
				time.Sleep(time.Duration(i%3) * time.Millisecond)
				return i, nil
			})
		}
		want := 0
		for got, err := range ahead(work) {
			if got != want || err != nil {
				t.Fatalf("piece %d, %v, want %d", got, err, want)
			}
			want++
			taken.Add(1)
		}
		if want != 50 {
			t.Errorf("%d pieces, want 50", want)
		}
	}
}

func TestAheadEndsAtRest(t *testing.T) {
	var atWork atomic.Int32
	broken := errors.New("broken")
	do := func() (int, error) {
		atWork.Add(1)
		defer atWork.Add(-1)
		time.Sleep(time.Millisecond)
		return 0, broken
	}
	for _, err := range ahead([]func() (int, error){do, do, do, do, do}) {
		if !errors.Is(err, broken) {
			t.Errorf("error %v", err)
		}
		break
	}
	if n := atWork.Load(); n != 0 {
		t.Errorf("%d pieces still at work", n)
	}
	for range ahead[int](nil) {
		t.Error("something came of nothing")
	}
}
