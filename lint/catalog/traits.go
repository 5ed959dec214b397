package catalog

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/traits
var traitFiles embed.FS

// EndpointNames returns the names under which a provider block may redirect the
// service behind a resource type: "s3" for aws_s3_bucket. Where the table does
// not list the type, its own second word is the only answer.
func (c *Catalog) EndpointNames(source, typ string) []string {
	var best []string
	length := 0
	for _, f := range traitLines("services.tsv") {
		if len(f) == 3 && f[0] == source && len(f[1]) > length && strings.HasPrefix(typ, f[1]) {
			best, length = strings.Split(f[2], ","), len(f[1])
		}
	}
	if best == nil {
		if words := strings.Split(typ, "_"); len(words) > 1 {
			best = words[1:2]
		}
	}
	return best
}

// A Trait is a habit of a provider that decides how one of its values may be read.
type Trait struct {
	Name, Arg, Why, AsOf, Confidence string
}

// Trait returns a provider's habit of that name.
func (c *Catalog) Trait(source, name string) (Trait, bool) {
	for _, f := range traitLines("traits.tsv") {
		if len(f) == 6 && f[0] == source && f[1] == name {
			return Trait{Name: f[1], Arg: f[2], Why: f[3], AsOf: f[4], Confidence: f[5]}, true
		}
	}
	return Trait{}, false
}

// Narrows reports whether an argument only narrows the provider's region: a
// zone that cannot lie in another one.
func (c *Catalog) Narrows(source, arg string) bool {
	for _, f := range traitLines("traits.tsv") {
		if len(f) == 6 && f[0] == source && f[1] == "narrows" && f[2] == arg {
			return true
		}
	}
	return false
}

var traitCache sync.Map // file name -> [][]string

func traitLines(name string) [][]string {
	if v, ok := traitCache.Load(name); ok {
		return v.([][]string)
	}
	var out [][]string
	b, err := traitFiles.ReadFile("data/traits/" + name)
	if err != nil {
		return nil // the file is embedded; a test reads it
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	traitCache.Store(name, out)
	return out
}
