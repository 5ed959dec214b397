package load

import (
	"github.com/go-json-experiment/json/jsontext"
)

// tokens is a JSON decoder that keeps to the limits.
type tokens struct {
	*jsontext.Decoder
	in *tape
}

// ReadToken reads a token.
func (t tokens) ReadToken() (jsontext.Token, error) {
	t.in.bound()
	return t.Decoder.ReadToken()
}

// ReadValue reads a value whole.
func (t tokens) ReadValue() (jsontext.Value, error) {
	t.in.bound()
	v, err := t.Decoder.ReadValue()
	if err == nil && isDeep(v) {
		err = tooMuch("values nest deeper than %d", maxDepth)
	}
	return v, err
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

// isDeep reports whether a value, whose grammar was checked, nests too deep.
func isDeep(b []byte) bool {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i = skipString(b, i) - 1
		case '{', '[':
			if depth++; depth > maxDepth {
				return true
			}
		case '}', ']':
			depth--
		}
	}
	return false
}
