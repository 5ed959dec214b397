package load

import (
	"bufio"
	"bytes"
	"io"
	"math"
)

// A tape is a decoded input that can be read by lines, and by a decoder that
// takes more than it uses.
type tape struct {
	*bufio.Reader
	under *reel
}

// A reel is what a tape reads from: bytes that were put back, then the rest.
type reel struct {
	head  []byte
	r     io.Reader
	taken int64 // of r
	left  int64 // how much of r may be read for the value at hand
}

func (s *reel) Read(p []byte) (int, error) {
	if len(s.head) > 0 {
		n := copy(p, s.head)
		s.head = s.head[n:]
		return n, nil
	}
	if s.left <= 0 {
		return 0, tooMuch("one value is larger than %d MB", maxValue>>20)
	}
	n, err := s.r.Read(p[:min(int64(len(p)), s.left)])
	s.taken += int64(n)
	s.left -= int64(n)
	return n, err
}

func newTape(r io.Reader) *tape {
	under := &reel{r: r, left: math.MaxInt64}
	return &tape{Reader: bufio.NewReaderSize(under, 64<<10), under: under}
}

// rewind puts back what a decoder took and did not use.
func (t *tape) rewind(unused []byte) {
	ahead, _ := t.Peek(t.Buffered())
	head := make([]byte, 0, len(unused)+len(ahead)+len(t.under.head))
	head = append(append(append(head, unused...), ahead...), t.under.head...)
	t.under.head, t.under.left = head, math.MaxInt64
	t.Reset(t.under)
}

// offset is how many bytes were used.
func (t *tape) offset() int64 {
	return t.under.taken - int64(len(t.under.head)) - int64(t.Buffered())
}

// bound starts a new value, which may not be larger than maxValue.
func (t *tape) bound() { t.under.left = maxValue }

// line reads a line without its end. The slice is good until the next read; of
// a line longer than most only the start comes back, and cut is true.
func (t *tape) line(most int) (b []byte, cut bool, err error) {
	b, err = t.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		b, cut, err = t.longLine(b, most)
	}
	if len(b) > 0 && err == io.EOF {
		err = nil
	}
	return bytes.TrimRight(b, "\r\n"), cut, err
}

func (t *tape) longLine(start []byte, most int) (b []byte, cut bool, err error) {
	b = bytes.Clone(start)
	for {
		more, err := t.ReadSlice('\n')
		if len(b)+len(more) <= most {
			b = append(b, more...)
		} else {
			cut = true
		}
		if err != bufio.ErrBufferFull {
			return b, cut, err
		}
	}
}

// ahead moves over blank lines and gives the start of what follows: from its
// first character that is no blank, and how many blanks stand before that. At
// the end of the input it gives nothing.
func (t *tape) ahead() (start []byte, indent int, err error) {
	for {
		b, err := t.Peek(4096)
		start = bytes.TrimLeft(b, " \t\r\n")
		skip := len(b) - len(start)
		if len(start) > 0 {
			skip = bytes.LastIndexByte(b[:skip], '\n') + 1
			_, _ = t.Discard(skip)
			return start, len(b) - len(start) - skip, nil
		}
		if len(b) == 0 {
			if err == io.EOF {
				err = nil
			}
			return nil, 0, err
		}
		_, _ = t.Discard(skip)
	}
}
