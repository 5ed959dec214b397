package load

import (
	"github.com/go-json-experiment/json/jsontext"
)

// tokens is a JSON decoder that keeps to the limits.
type tokens struct {
	*jsontext.Decoder
	in   *tape
	keys *keyring
}

// ReadToken reads a token.
func (t tokens) ReadToken() (jsontext.Token, error) {
	t.in.bound()
	return t.Decoder.ReadToken()
}

// ReadValue reads a value whole. It is good until the next read.
func (t tokens) ReadValue() (jsontext.Value, error) {
	t.in.bound()
	v, err := t.Decoder.ReadValue()
	if err == nil {
		err = t.keys.sound(v, func() string { return t.called(v) })
	}
	return v, err
}

// called is what to call a value: by its address, else by the way to it.
func (t tokens) called(v []byte) string {
	if address := text(field(v, "address")); address != "" {
		return address
	}
	return string(t.StackPointer())
}

// SkipValue reads past a value of any size and holds nothing of it.
func (t tokens) SkipValue() error {
	for depth := t.StackDepth(); ; {
		if _, err := t.ReadToken(); err != nil {
			return err
		}
		switch d := t.StackDepth(); {
		case d <= depth:
			return nil
		case d > depth+maxDepth:
			return tooMuch("values nest deeper than %d", maxDepth)
		}
	}
}
