package load

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/sovlint/sovlint/lint/tf"
)

// value decodes a planned value together with its masks: unk and sens mirror
// its shape, with true where it is unknown or sensitive. What is sensitive is
// never decoded.
func value(raw, unk, sens []byte) tf.Value {
	v := tf.Value{State: tf.Known}
	switch {
	case isTrue(unk):
		v.State = tf.Unknown
	case len(raw) == 0 && isNested(unk) && bytes.Contains(unk, []byte("true")):
		if unk[0] == '{' {
			return known(object(nil, unk, sens), sens)
		}
		v.State = tf.Unknown
	case len(raw) == 0:
		v.State = tf.Absent
		return v
	case isNull(raw):
		v.State = tf.Null
	}
	if isTrue(sens) {
		v.Sensitive = true
		return v
	}
	if v.State == tf.Known {
		v.V = content(raw, unk, sens)
	}
	return v
}

func known(v any, sens []byte) tf.Value {
	if isTrue(sens) {
		return tf.Value{State: tf.Known, Sensitive: true}
	}
	return tf.Value{State: tf.Known, V: v}
}

func isNested(raw []byte) bool { return len(raw) > 0 && (raw[0] == '{' || raw[0] == '[') }

func content(raw, unk, sens []byte) any {
	switch raw[0] {
	case '"':
		return string(unquote(raw))
	case 't', 'f':
		return raw[0] == 't'
	case '[':
		return list(raw, unk, sens)
	case '{':
		return object(raw, unk, sens)
	}
	return json.Number(raw)
}

func list(raw, unk, sens []byte) []tf.Value {
	n := 0
	items(raw, func([]byte) { n++ })
	us, ss := elementsOf(unk), elementsOf(sens)
	// A mask of another length cannot be laid over the elements one by one.
	hide := len(ss) != n && bytes.Contains(sens, []byte("true"))
	out := make([]tf.Value, 0, n)
	items(raw, func(e []byte) {
		s := nth(ss, len(out))
		if hide {
			s = []byte("true")
		}
		out = append(out, value(e, nth(us, len(out)), s))
	})
	return out
}

func nth(s [][]byte, i int) []byte {
	if i < len(s) {
		return s[i]
	}
	return nil
}

func object(raw, unk, sens []byte) tf.Attrs {
	us, ss := masks(unk), masks(sens)
	out := tf.Attrs{}
	members(raw, func(k, v []byte) {
		out[string(k)] = value(v, us[string(k)], ss[string(k)])
	})
	for k, u := range us {
		if _, ok := out[k]; ok {
			continue
		}
		if v := value(nil, u, ss[k]); v.State != tf.Absent {
			out[k] = v
		}
	}
	return out
}

func masks(raw []byte) map[string][]byte {
	var out map[string][]byte
	members(raw, func(k, v []byte) {
		if v[0] == 'f' {
			return
		}
		if out == nil {
			out = map[string][]byte{}
		}
		out[string(k)] = v
	})
	return out
}

// expression decodes an expression or nested blocks of the configuration.
func expression(raw []byte) tf.Value {
	if isNull(raw) {
		return tf.Value{}
	}
	if raw[0] == '[' {
		out := []tf.Value{}
		items(raw, func(v []byte) { out = append(out, expression(v)) })
		return tf.Value{State: tf.Known, V: out}
	}
	if raw[0] != '{' {
		return tf.Value{State: tf.Unknown}
	}
	if c := field(raw, "constant_value"); c != nil {
		return value(c, nil, nil)
	}
	if r := field(raw, "references"); r != nil && r[0] == '[' {
		return tf.Value{State: tf.Unknown, Refs: stringsIn(r)}
	}
	if block := expressions(raw, nil, true); len(block) > 0 {
		return tf.Value{State: tf.Known, V: block}
	}
	return tf.Value{State: tf.Unknown}
}

// expressions decodes the wanted expressions of a block, all of them on demand.
func expressions(raw []byte, wanted []string, all bool) tf.Attrs {
	var out tf.Attrs
	members(raw, func(k, v []byte) {
		if !all && !has(wanted, k) {
			return
		}
		if out == nil {
			out = tf.Attrs{}
		}
		out[string(k)] = expression(v)
	})
	return out
}

func has(names []string, k []byte) bool {
	for _, n := range names {
		if n == string(k) || n != "" && n[0] == '*' && strings.HasSuffix(string(k), n[1:]) {
			return true
		}
	}
	return false
}

func stringsIn(raw []byte) (out []string) {
	items(raw, func(v []byte) { out = append(out, text(v)) })
	return out
}
