package load

import (
	"bufio"
	"bytes"
	"io"
	"math"
)

// A tape is a decoded input that can be read by lines, and in between by a
// decoder that takes more than it uses.
type tape struct {
	*bufio.Reader
	under *metered
	lent  int // bytes at the head of the buffer that the decoder has already
}

// metered counts what is read, and stops at the end of what may be.
type metered struct {
	r     io.Reader
	taken int64
	left  int64 // how much may be read for the value at hand
}

func (s *metered) Read(p []byte) (int, error) {
	if s.left <= 0 {
		return 0, tooMuch("one value is larger than %d MB", maxValue>>20)
	}
	n, err := s.r.Read(p[:min(int64(len(p)), s.left)])
	s.taken += int64(n)
	s.left -= int64(n)
	return n, err
}

func newTape(r io.Reader) *tape {
	under := &metered{r: r, left: math.MaxInt64}
	return &tape{Reader: bufio.NewReaderSize(under, 64<<10), under: under}
}

// loan is a tape as a decoder sees it. The tape keeps what it gave last, until
// it is asked for more: what the decoder does not use of it can be taken back.
type loan struct{ t *tape }

func (l loan) Read(p []byte) (int, error) {
	t := l.t
	_, _ = t.Discard(t.lent)
	t.lent = 0
	if _, err := t.Peek(1); err != nil {
		return 0, err
	}
	b, _ := t.Peek(min(len(p), t.Buffered()))
	t.lent = copy(p, b)
	return t.lent, nil
}

// takeBack ends a loan; unused bytes were not used.
func (t *tape) takeBack(unused int) {
	_, _ = t.Discard(t.lent - min(unused, t.lent))
	t.lent, t.under.left = 0, math.MaxInt64
}

// offset is how many bytes were used.
func (t *tape) offset() int64 { return t.under.taken - int64(t.Buffered()) }

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
