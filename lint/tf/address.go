package tf

import (
	"cmp"
	"slices"
	"strings"
)

// An Addr is the absolute address of a resource. Its two halves are kept apart
// because a thousand instances of one module share theirs. The zero Addr is
// nowhere.
type Addr struct {
	Module string // the module instance: "" or `module.a["k"].module.b`
	Local  string // within it: `aws_s3_bucket.b["k"]`, `data.aws_region.here`
}

// ParseAddr splits an address into the module instance and the rest.
func ParseAddr(s string) Addr {
	if !strings.HasPrefix(s, "module.") {
		return Addr{Local: s}
	}
	n := 0
	for rest := s; strings.HasPrefix(rest, "module."); rest = s[n:] {
		end := step(rest, len("module."))
		if end == len(rest) {
			return Addr{Module: s}
		}
		n += end + 1
	}
	return Addr{Module: s[:n-1], Local: s[n:]}
}

// step gives the end of the step that starts at i: the next dot outside of
// instance keys, or the end.
func step(s string, i int) int {
	depth, quoted := 0, false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '.' && depth == 0:
			return i
		}
	}
	return len(s)
}

// Split cuts an address or a reference at its dots, leaving those inside
// instance keys.
func Split(s string) []string {
	out := make([]string, 0, 4)
	for i := 0; ; i++ {
		end := min(step(s, i), len(s))
		out = append(out, s[i:end])
		if i = end; i >= len(s) {
			return out
		}
	}
}

// IsZero reports whether the address names nothing.
func (a *Addr) IsZero() bool { return a == nil || *a == Addr{} }

// String writes the whole address.
func (a Addr) String() string { return join(a.Module, a.Local) }

// Append writes the whole address behind b.
func (a Addr) Append(b []byte) []byte {
	for _, part := range a.parts() {
		b = append(b, part...)
	}
	return b
}

// MarshalText writes the whole address.
func (a Addr) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (a *Addr) UnmarshalText(text []byte) error {
	*a = ParseAddr(string(text))
	return nil
}

// Key is the instance key as written, `["a"]` or `[0]`; "" for none.
func (a Addr) Key() string {
	if i := strings.IndexByte(a.Local, '['); i >= 0 {
		return a.Local[i:]
	}
	return ""
}

// Base is the address within the module without the instance key.
func (a Addr) Base() string {
	base, _, _ := strings.Cut(a.Local, "[")
	return base
}

// Compare orders addresses as their texts, without making them.
func (a Addr) Compare(b Addr) int {
	if a.Module == b.Module {
		return strings.Compare(a.Local, b.Local)
	}
	x, y := a.parts(), b.parts()
	for i, j := 0, 0; ; {
		for i < len(x) && x[i] == "" {
			i++
		}
		for j < len(y) && y[j] == "" {
			j++
		}
		if i == len(x) || j == len(y) {
			return cmp.Compare(rest(x[i:]), rest(y[j:]))
		}
		n := min(len(x[i]), len(y[j]))
		if c := strings.Compare(x[i][:n], y[j][:n]); c != 0 {
			return c
		}
		x[i], y[j] = x[i][n:], y[j][n:]
	}
}

// parts are the pieces whose concatenation is the address's text.
func (a Addr) parts() [3]string {
	if a.Module == "" || a.Local == "" {
		return [3]string{a.Module, a.Local}
	}
	return [3]string{a.Module, ".", a.Local}
}

func rest(parts []string) int {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	return n
}

// Up is the module instance that calls a module instance; "" for the root.
func Up(module string) string {
	parts := Split(module)
	if len(parts) <= 2 {
		return ""
	}
	end := len(module) - len(parts[len(parts)-1]) - len(parts[len(parts)-2]) - 2
	return module[:end]
}

// Unkeyed takes the instance keys out of a module's address.
func Unkeyed(module string) string {
	if !strings.Contains(module, "[") {
		return module
	}
	parts := Split(module)
	for i, p := range parts {
		parts[i], _, _ = strings.Cut(p, "[")
	}
	return strings.Join(parts, ".")
}

// Sort orders resources by address, the current object before deposed ones.
func Sort(rs []*Resource) {
	slices.SortStableFunc(rs, func(a, b *Resource) int {
		return cmp.Or(a.Compare(b.Addr), strings.Compare(a.Deposed(), b.Deposed()))
	})
}

func join(module, rest string) string {
	switch {
	case module == "":
		return rest
	case rest == "":
		return module
	}
	return module + "." + rest
}
