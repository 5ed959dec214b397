package load

import (
	"hash/maphash"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// A resourceBlock is what the configuration says of a resource.
type resourceBlock struct {
	local   string // the address within the module, without an instance key
	key     string // of the provider block
	written tf.Attrs
	counted bool // it may have no instance
}

// is reports whether two blocks say the same. Which attributes are equal, the
// pool has found out before.
func (x resourceBlock) is(y resourceBlock) bool {
	return x.local == y.local && x.key == y.key && x.counted == y.counted && x.written.Identity() == y.written.Identity()
}

// A blockList are the resource blocks of one module.
type blockList struct {
	all []resourceBlock // by address within the module; shared
	met []bool          // the plan has one of it
}

// meet gives the block of a resource that the plan has; nil for none.
func (l *blockList) meet(local string) *resourceBlock {
	i, ok := slices.BinarySearchFunc(l.all, local, func(x resourceBlock, local string) int { return strings.Compare(x.local, local) })
	if !ok {
		return nil
	}
	l.met[i] = true
	return &l.all[i]
}

// blockLists keep one copy of equal lists: a thousand modules of one source have
// the same blocks.
type blockLists struct {
	known map[uint64][]resourceBlock // by hash
	seed  maphash.Seed
	room  []resourceBlock // those of the module at hand
}

func newBlockLists() blockLists {
	return blockLists{known: map[uint64][]resourceBlock{}, seed: maphash.MakeSeed()}
}

func (b *blockLists) add(one resourceBlock) { b.room = append(b.room, one) }

// list makes a list of what was added since the one before.
func (b *blockLists) list() blockList {
	slices.SortFunc(b.room, func(x, y resourceBlock) int { return strings.Compare(x.local, y.local) })
	h := b.hash()
	all, ok := b.known[h]
	if !ok || !slices.EqualFunc(all, b.room, resourceBlock.is) {
		if len(b.known) >= maxShared {
			clear(b.known)
		}
		all = slices.Clone(b.room)
		b.known[h] = all
	}
	b.room = b.room[:0]
	return blockList{all: all, met: make([]bool, len(all))}
}

func (b *blockLists) hash() uint64 {
	var h maphash.Hash
	h.SetSeed(b.seed)
	for _, x := range b.room {
		_, _ = h.WriteString(x.local)
		_, _ = h.WriteString(x.key)
	}
	return h.Sum64()
}
