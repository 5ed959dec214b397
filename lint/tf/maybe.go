package tf

import "strings"

// maxHops bounds how many variables and outputs a reference is followed through.
const maxHops = 32

// Maybe is what a lone variable reference of v holds, read in a module
// instance; nil for anything else. The expression may wrap the variable, which
// a plan does not tell, so it is a candidate and not a value. A variable that
// is declared sensitive on the way ends it.
func (c *Config) Maybe(module string, v Value) any {
	for range maxHops {
		if v.State != Unknown || len(v.Refs) != 1 {
			return nil
		}
		name, ok := strings.CutPrefix(v.Refs[0], "var.")
		if !ok || strings.ContainsAny(name, ".[") {
			return nil
		}
		call := c.call(module)
		if call == nil || call.Secret[name] {
			return nil
		}
		arg, ok := call.Args[name]
		if !ok {
			return call.Defaults[name]
		}
		if arg.State == Known {
			return arg.V
		}
		if module == "" {
			return nil
		}
		v, module = arg, Up(module)
	}
	return nil
}

// call is the call behind a module instance; where the input has only the call
// and no instance of it, the call alone.
func (c *Config) call(module string) *Call {
	if call, ok := c.Calls[module]; ok {
		return call
	}
	return c.Calls[Unkeyed(module)]
}

// Settled reports whether all that an expression of a module instance mentions
// are variables that have a value. What is unknown in spite of it, nobody wrote:
// the value is none, and the provider computes one.
func (c *Config) Settled(module string, refs []string) bool {
	return c.settled(module, refs, maxHops)
}

func (c *Config) settled(module string, refs []string, hops int) bool {
	call := c.call(module)
	if call == nil || len(refs) == 0 || hops == 0 {
		return false
	}
	for _, ref := range refs {
		parts := Split(ref)
		if len(parts) < 2 || parts[0] != "var" {
			return false
		}
		name := trimKey(parts[1])
		arg, given := call.Args[name]
		held, fallback := call.Defaults[name]
		fallback = fallback && (held != nil || module != "") // of the root an input shows what is given
		switch {
		case call.Secret[name], !given && fallback, given && (arg.State == Known || arg.State == Null):
		case !given || module == "" || !c.settled(Up(module), arg.allRefs(), hops-1):
			return false
		}
	}
	return true
}
