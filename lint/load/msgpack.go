package load

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"strconv"

	"github.com/sovlint/sovlint/lint/tf"
)

// The values in a binary plan are MessagePack as cty writes it: what is unknown
// is an extension, and what has no fixed type is a list of its type, in bytes,
// and the value.

// A packed is one MessagePack value: where its content starts, and what it is.
type packed struct {
	kind packedKind
	head int // bytes before the content
	n    int // bytes of a text, elements of a list, pairs of a map
}

type packedKind uint8

const (
	packedBad packedKind = iota
	packedNil
	packedBool
	packedInt
	packedUint
	packedFloat
	packedText
	packedBytes
	packedList
	packedMap
	packedExt
)

// sized are the kinds whose size stands in 1, 2 or 4 bytes behind the first.
var sized = map[byte]struct {
	kind packedKind
	size int
}{
	0xc4: {packedBytes, 1}, 0xc5: {packedBytes, 2}, 0xc6: {packedBytes, 4},
	0xc7: {packedExt, 1}, 0xc8: {packedExt, 2}, 0xc9: {packedExt, 4},
	0xd9: {packedText, 1}, 0xda: {packedText, 2}, 0xdb: {packedText, 4},
	0xdc: {packedList, 2}, 0xdd: {packedList, 4},
	0xde: {packedMap, 2}, 0xdf: {packedMap, 4},
}

// peekPacked looks at the value at the start of b.
func peekPacked(b []byte) packed {
	if len(b) == 0 {
		return packed{}
	}
	c := b[0]
	switch {
	case c < 0x80, c >= 0xe0:
		return packed{packedInt, 1, 0}
	case c < 0x90:
		return packed{packedMap, 1, int(c & 15)}
	case c < 0xa0:
		return packed{packedList, 1, int(c & 15)}
	case c < 0xc0:
		return packed{packedText, 1, int(c & 31)}
	case c == 0xc0:
		return packed{packedNil, 1, 0}
	case c == 0xc2, c == 0xc3:
		return packed{packedBool, 1, 0}
	case c == 0xca, c == 0xcb:
		return packed{packedFloat, 1, 4 << (c - 0xca)}
	case c >= 0xcc && c <= 0xcf:
		return packed{packedUint, 1, 1 << (c - 0xcc)}
	case c >= 0xd0 && c <= 0xd3:
		return packed{packedInt, 1, 1 << (c - 0xd0)}
	case c >= 0xd4 && c <= 0xd8:
		return packed{packedExt, 2, 1 << (c - 0xd4)}
	}
	s, ok := sized[c]
	if !ok || len(b) < 1+s.size {
		return packed{}
	}
	p := packed{s.kind, 1 + s.size, int(bigEndian(b[1 : 1+s.size]))}
	if s.kind == packedExt {
		p.head++ // its type
	}
	return p
}

func bigEndian(b []byte) uint64 {
	var wide [8]byte
	copy(wide[8-len(b):], b)
	return binary.BigEndian.Uint64(wide[:])
}

// packedEnd gives the length of the value at the start of b; false when it is
// cut or nests too deep.
func packedEnd(b []byte) (int, bool) {
	end, _, ok := packedSpan(b)
	return end, ok
}

// packedSpan gives the length of a value and how many values are in it.
func packedSpan(b []byte) (end, nodes int, ok bool) {
	i, left := 0, 1
	for depth := []int(nil); ; {
		p := peekPacked(b[i:])
		if p.kind == packedBad || p.n < 0 {
			return 0, 0, false
		}
		i += p.head
		left--
		nodes++
		switch p.kind {
		case packedList, packedMap:
			n := p.n
			if p.kind == packedMap {
				n *= 2
			}
			if n < 0 || n > len(b) {
				return 0, 0, false
			}
			if n > 0 {
				if len(depth) >= maxDepth {
					return 0, 0, false
				}
				depth = append(depth, left)
				left = n
			}
		default:
			i += p.n
		}
		if i > len(b) {
			return 0, 0, false
		}
		for left == 0 {
			if len(depth) == 0 {
				return i, nodes, true
			}
			left, depth = depth[len(depth)-1], depth[:len(depth)-1]
		}
	}
}

// packedEach calls fn for each element of a list, or for each key and value of
// a map in turn; false when the value is cut.
func packedEach(b []byte, fn func(i int, v []byte) bool) bool {
	p := peekPacked(b)
	n := p.n
	switch p.kind {
	case packedMap:
		n *= 2
	case packedList:
	default:
		return false
	}
	b = b[p.head:]
	for i := range n {
		end, ok := packedEnd(b)
		if !ok || !fn(i, b[:end]) {
			return false
		}
		b = b[end:]
	}
	return true
}

// packedString gives the content of a text.
func packedString(b []byte) ([]byte, bool) {
	p := peekPacked(b)
	if p.kind != packedText || p.head+p.n > len(b) {
		return nil, false
	}
	return b[p.head : p.head+p.n], true
}

// packedValue decodes one value, whole and cut to its length. What is marked as
// sensitive is not decoded. A number that no machine word holds stands there as
// a text and stays one.
func packedValue(b []byte, m *mark) tf.Value {
	p := peekPacked(b)
	if m != nil && m.all {
		return tf.Value{State: stateOf(p.kind), Sensitive: true}
	}
	v := tf.Value{State: stateOf(p.kind)}
	if v.State != tf.Known {
		return v
	}
	content := b[min(p.head, len(b)):]
	switch p.kind {
	case packedBool:
		v.V = b[0] == 0xc3
	case packedText, packedBytes:
		v.V = string(content[:min(p.n, len(content))])
	case packedInt, packedUint, packedFloat:
		v.V = packedNumber(b[0], content[:min(p.n, len(content))], p.kind)
	case packedList:
		return packedListOf(b, p, m)
	case packedMap:
		return packedMapOf(b, p, m)
	}
	return v
}

func stateOf(k packedKind) tf.State {
	switch k {
	case packedNil:
		return tf.Null
	case packedExt, packedBad:
		return tf.Unknown
	}
	return tf.Known
}

func packedNumber(first byte, b []byte, k packedKind) json.Number {
	n := bigEndian(b)
	switch {
	case len(b) == 0:
		return json.Number(strconv.Itoa(int(int8(first))))
	case k == packedUint:
		return json.Number(strconv.FormatUint(n, 10))
	case k == packedFloat && len(b) == 4:
		return json.Number(strconv.FormatFloat(float64(math.Float32frombits(uint32(n))), 'f', -1, 32))
	case k == packedFloat:
		return json.Number(strconv.FormatFloat(math.Float64frombits(n), 'f', -1, 64))
	}
	shift := 64 - 8*len(b)
	return json.Number(strconv.FormatInt(int64(n<<shift)>>shift, 10))
}

func packedListOf(b []byte, p packed, m *mark) tf.Value {
	if p.n == 2 && peekPacked(b[p.head:]).kind == packedBytes { // its type, then the value
		var v tf.Value
		packedEach(b, func(i int, e []byte) bool {
			if i == 1 {
				v = packedValue(e, m)
			}
			return true
		})
		return v
	}
	out := make([]tf.Value, 0, min(p.n, len(b)))
	packedEach(b, func(i int, e []byte) bool {
		kid := (*mark)(nil)
		if m != nil {
			kid = m.kid(strconv.Itoa(i))
		}
		out = append(out, packedValue(e, kid))
		return true
	})
	return tf.Value{State: tf.Known, V: out}
}

func packedMapOf(b []byte, _ packed, m *mark) tf.Value {
	out := tf.Attrs{}
	var name string
	packedEach(b, func(i int, e []byte) bool {
		if i%2 == 0 {
			key, ok := packedString(e)
			name = string(key)
			return ok
		}
		out[name] = packedValue(e, m.kid(name))
		return true
	})
	return tf.Value{State: tf.Known, V: out}
}
