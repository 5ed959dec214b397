package place

import "github.com/sovlint/sovlint/lint/tf"

// A likeness is all that a placement rests on, as long as it looks neither at
// other resources nor at the module instance nor at the resource's own names.
type likeness struct {
	typ              string
	provider         *tf.Provider
	planned, written uintptr
}

func likenessOf(r *tf.Resource) likeness {
	return likeness{r.Type, r.Provider, r.Body.Planned.Identity(), r.Body.Written.Identity()}
}
