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
