package load

import (
	"bytes"
	"regexp"
	"sync"
)

// lazily compiles an expression when it is first asked for: most inputs ask for
// none.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// colour is a control sequence of a terminal: colours, links, titles.
var colour = lazily("\x1b(\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(\x07|\x1b\\\\)|[@-Z\\\\-_])")

// plain is a line without colours and without its end.
func plain(line []byte) []byte {
	if bytes.IndexByte(line, 0x1b) >= 0 {
		line = colour().ReplaceAll(line, nil)
	}
	return bytes.TrimRight(line, "\r\n")
}

// prefix is what stands before each line in a log: the time of a CI system,
// and what terragrunt writes before the output of a unit.
var prefix = lazily(`^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z )?` +
	`(\d\d:\d\d:\d\d(\.\d+)? (STDOUT|STDERR|INFO|ERROR|WARN) +(\[(?P<unit>[^\]]*)\] )?(terraform|tofu|tf)(\.\w+)?: ` +
	`|\[(?P<path>[\w./-]+)\] )?`)

// logPrefix is how much of a line is a log's, 0 for most.
func logPrefix(line []byte) int {
	if len(line) == 0 || line[0] != '[' && (line[0] < '0' || line[0] > '9') {
		return 0
	}
	return len(prefix().Find(line))
}

// unitOf is the unit that a prefix names.
func unitOf(b []byte) string {
	m := prefix().FindSubmatch(b)
	if m == nil {
		return ""
	}
	return string(m[prefix().SubexpIndex("unit")]) + string(m[prefix().SubexpIndex("path")])
}
