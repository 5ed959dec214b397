package load

import "strings"

// cut splits an address at its dots, leaving those inside instance keys.
func cut(addr string) []string {
	var out []string
	depth, quoted, start := 0, false, 0
	for i := 0; i < len(addr); i++ {
		switch c := addr[i]; {
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
			out = append(out, addr[start:i])
			start = i + 1
		}
	}
	return append(out, addr[min(start, len(addr)):])
}

// moduleOf gives the module instance an address stands in.
func moduleOf(addr string) string {
	parts, n := cut(addr), 0
	for i := 0; i+1 < len(parts) && parts[i] == "module"; i += 2 {
		n += len(parts[i]) + len(parts[i+1]) + 2
	}
	return addr[:max(n-1, 0)]
}

// unkeyed takes the instance keys out of a module address.
func unkeyed(module string) string {
	if !strings.Contains(module, "[") {
		return module
	}
	parts := cut(module)
	for i, p := range parts {
		parts[i], _, _ = strings.Cut(p, "[")
	}
	return strings.Join(parts, ".")
}

func within(module, rest string) string {
	if module == "" {
		return rest
	}
	return module + "." + rest
}
