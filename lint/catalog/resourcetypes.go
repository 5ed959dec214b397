package catalog

import (
	"slices"
	"sort"
	"strings"
)

// A typeText is the sorted lines of one provider's table, read only where asked.
type typeText struct{ lines []string }

// Type returns what a resource type of a provider holds. A line written by hand
// wins over the table.
func (c *Catalog) Type(source, name string) (Type, bool) {
	for _, file := range typeFiles(source) {
		if t, ok := c.typeText(file).find(name); ok {
			return t, true
		}
	}
	return Type{}, false
}

// Types returns every type of a provider, by name.
func (c *Catalog) Types(source string) []Type {
	byName := map[string]Type{}
	for _, file := range typeFiles(source) {
		for _, line := range c.typeText(file).lines {
			t := typeOf(line)
			if _, ok := byName[t.Name]; !ok {
				byName[t.Name] = t
			}
		}
	}
	out := make([]Type, 0, len(byName))
	for _, t := range byName {
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Type) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// typeFiles names the tables to look in, in order; a -beta provider also has
// the types of the one it previews.
func typeFiles(source string) []string {
	short := shortSource(source)
	out := []string{short + ".hand.tsv", short + ".tsv"}
	if plain, ok := strings.CutSuffix(short, "-beta"); ok {
		out = append(out, plain+".hand.tsv", plain+".tsv")
	}
	return out
}

func (c *Catalog) typeText(file string) typeText {
	if v, ok := c.types.Load(file); ok {
		return v.(typeText)
	}
	b, _ := read("providers/" + file)
	var t typeText
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			t.lines = append(t.lines, line)
		}
	}
	if !slices.IsSortedFunc(t.lines, byFirst) {
		slices.SortStableFunc(t.lines, byFirst)
	}
	got, _ := c.types.LoadOrStore(file, t)
	return got.(typeText)
}

func first(line string) string {
	name, _, _ := strings.Cut(line, "\t")
	return name
}

func byFirst(a, b string) int { return strings.Compare(first(a), first(b)) }

func (t typeText) find(name string) (Type, bool) {
	i := sort.Search(len(t.lines), func(i int) bool { return first(t.lines[i]) >= name })
	if i == len(t.lines) || first(t.lines[i]) != name {
		return Type{}, false
	}
	return typeOf(t.lines[i]), true
}

func typeOf(line string) Type {
	f := append(strings.Split(line, "\t"), make([]string, 6)...)
	f = blank(f)
	t := Type{Name: f[0], Holds: Holding(f[1]), Service: f[2], Where: list(f[3]), Parent: f[4]}
	for _, l := range list(f[5]) {
		t.Links = append(t.Links, linkOf(l))
	}
	return t
}

// linkOf reads "kind:path" or "kind:path=V1|V2".
func linkOf(s string) Link {
	kind, path, _ := strings.Cut(s, ":")
	path, values, ok := strings.Cut(path, "=")
	l := Link{Kind: kind, Path: path}
	if ok {
		l.Values = strings.Split(values, "|")
	}
	return l
}
