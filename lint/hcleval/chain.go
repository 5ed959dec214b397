package hcleval

// maxChain is how many signs may stand in a row, and how many steps a reference
// may take: the parser recurs on the first, and copies all before for each of the
// second. Nobody writes a hundred.
const maxChain = 4096

// operators are the characters of the operators of HCL, but for those that
// stand in every file; maxOperators bounds them in one file: the lexer takes
// some hundred bytes for each.
const (
	operators    = "?!-+*/%&|<>"
	maxOperators = 1 << 19
)

// chained reports whether a source has a row of signs, !!!!true or ((((1, or of
// steps, a.b.c[0][1], that is too long to be parsed. It reads bytes and no tokens, of
// which millions take gigabytes, and looks into texts and comments too: no row
// of that length stands there either.
func chained(src []byte) bool {
	if len(src) < maxChain {
		return false
	}
	signs, steps := 0, 0
	word, blank := false, false // what stands before, and whether blanks lie between
	for _, c := range src {
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			blank = true
			continue
		case c == '!' || c == '-':
			signs++
			word = word && c == '-' && !blank
		case c == '(' || c == '{':
			signs, steps, word = signs+1, 0, false
		case c == '.' || c == '[':
			signs, steps, word = 0, steps+1, false
		case c == ']' || c == '*':
			signs = 0
		case c == '"' || c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80:
			if word && blank { // the next word begins something else
				steps = 0
			}
			signs, word = 0, true
		default:
			signs, steps, word = 0, 0, false
		}
		blank = false
		if signs > maxChain || steps > maxChain {
			return true
		}
	}
	return false
}

// TooDeep reports whether parsing a text of HCL could take the stack or the
// memory of the machine.
func TooDeep(src []byte) bool { return tooDeep(src, false) }
