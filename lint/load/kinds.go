package load

import "github.com/sovlint/sovlint/lint/tf"

// kinds keep one copy of what resources have in common. Which attributes are
// equal, the pool has found out before.
type kinds struct {
	known map[likeness]*tf.Kind
	room  tf.Kind // that of the resource at hand
}

// A likeness tells kinds apart.
type likeness struct {
	mode             tf.Mode
	action           tf.Action
	typ              string
	provider         *tf.Provider
	at               *tf.Range
	planned, written uintptr // the identities of its attributes
}

func newKinds() kinds { return kinds{known: map[likeness]*tf.Kind{}} }

// begin gives a resource a kind to be filled: it stands in the room until it is
// shared, before the next resource.
func (k *kinds) begin(r *tf.Resource) {
	k.room = tf.Kind{}
	r.Kind = &k.room
}

// change gives a resource another kind, made of the one it has.
func (k *kinds) change(r *tf.Resource, how func(own *tf.Kind)) {
	k.room = *r.Kind
	how(&k.room)
	r.Kind = &k.room
	k.share(r)
}

// share gives a resource the one copy of its kind, of as many as are remembered.
func (k *kinds) share(r *tf.Resource) {
	is := likeness{r.Mode, r.Action, r.Type, r.Provider, r.At, r.Body.Planned.Identity(), r.Body.Written.Identity()}
	known, ok := k.known[is]
	if !ok {
		if len(k.known) >= maxShared {
			clear(k.known)
		}
		own := *r.Kind
		known = &own
		k.known[is] = known
	}
	r.Kind = known
}
