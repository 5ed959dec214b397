package evidence

import (
	"regexp"
	"sync"
)

// lazily compiles an expression when it is first asked for: most runs ask for
// none.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
