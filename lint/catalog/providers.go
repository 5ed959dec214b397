package catalog

import (
	"io/fs"
	"slices"
	"sort"
	"strings"
)

// Provider returns the provider of a source address. The registry host does
// not count, nor does case; "aws", as Terraform 0.12 wrote it, is hashicorp/aws,
// and any other single word the only provider of that name.
func (c *Catalog) Provider(source string) (Provider, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.providers == nil {
		c.readProviders()
	}
	p, ok := c.providers[shortSource(source)]
	if !ok && !strings.Contains(source, "/") {
		p, ok = c.onlyNamed(strings.ToLower(source))
	}
	return p, ok
}

// onlyNamed gives the only provider of that name, whoever publishes it: the
// words of a plan show no more of a provider than the prefix of its types. Of
// several that share one table of types it is the one whose table that is; else,
// where several publish one, it is none of them.
func (c *Catalog) onlyNamed(name string) (out Provider, ok bool) {
	for source, p := range c.providers {
		if !isNamed(source, name) || p.Types != "" {
			continue
		}
		if ok {
			return Provider{}, false
		}
		out, ok = p, true
	}
	return out, ok
}

// isNamed reports whether the last part of a source is a name, or the prefix that
// its types have: dashes are left out there.
func isNamed(source, name string) bool {
	space, last, _ := strings.Cut(source, "/")
	return space+"/" != backendSpace && (last == name || strings.ReplaceAll(last, "-", "") == name)
}

// Holders returns the providers of a name whose tables know a type, in order: a
// plan in words has no more of a provider than the prefix of its types.
func (c *Catalog) Holders(name, typ string) []string {
	var out []string
	for _, source := range c.named(strings.ToLower(name)) {
		if p, _ := c.Provider(source); p.Types != "" {
			continue
		}
		if _, ok := c.Type(source, typ); ok {
			out = append(out, source)
		}
	}
	return out
}

// Supplies lists the variables of the environment that may supply one of some
// arguments.
func (p Provider) Supplies(args ...string) []string {
	var out []string
	for _, v := range p.Environment {
		arg, name, keyed := strings.Cut(v, "=")
		switch {
		case !keyed:
			out = append(out, v)
		case slices.Contains(args, arg):
			out = append(out, name)
		}
	}
	return out
}

func shortSource(source string) string {
	parts := strings.Split(strings.ToLower(source), "/")
	if len(parts) == 1 {
		return "hashicorp/" + parts[0]
	}
	return strings.Join(parts[len(parts)-2:], "/")
}

func (c *Catalog) readProviders() {
	rows := c.rows("identify/providers.tsv", 1)
	c.providers = make(map[string]Provider, len(rows)+20)
	for _, row := range rows {
		c.providers[row.cells[0]] = Provider{
			Source: row.cells[0], Family: row.cell(1), Vendor: row.cell(2), Local: row.cell(3) == "yes", Regions: row.list(4),
			Hosts: row.list(5), Default: row.cell(6), Environment: row.list(7), Types: row.cell(9), Fact: row.fact(8),
		}
	}
	c.readBackends()
}

// Identifications returns a family's rules, in the order they are tried.
func (c *Catalog) Identifications(family string) []Identification {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.rules == nil {
		c.rules = map[string][]Identification{}
		for _, row := range c.rows("identify/rules.tsv", 2) {
			c.rules[row.cells[0]] = append(c.rules[row.cells[0]], Identification{
				When: conds(row.cell(1)), Vendor: row.cell(2), Partition: row.cell(3), Stands: row.cell(5) == "yes",
				Note: row.cell(6), Fact: row.fact(4),
			})
		}
	}
	return c.rules[family]
}

func conds(text string) []Cond {
	var out []Cond
	for part := range strings.SplitSeq(text, "; ") {
		f := strings.SplitN(part, " ", 3)
		if len(f) < 2 {
			continue
		}
		cond := Cond{Arg: f[0], Op: f[1]}
		if len(f) == 3 {
			cond.Values = strings.Split(f[2], "|")
			if strings.HasSuffix(cond.Op, "regex") {
				cond.Values = []string{f[2]}
			}
		}
		out = append(out, cond)
	}
	return out
}

// Type returns what is known of a resource type of a provider, or of a backend
// under "backend/s3".
func (c *Catalog) Type(source, name string) (Type, bool) {
	short := c.canonical(source)
	for _, tab := range c.table(short) {
		if line := lookup(tab.text, name); line != "" {
			t := typeOf(strings.Split(line, "\t"))
			t.Overlay = tab.overlay
			return t, true
		}
	}
	return c.backendType(short, name)
}

// Types returns every type of a provider, by name.
func (c *Catalog) Types(source string) []Type {
	source = c.canonical(source)
	var names []string
	for _, tab := range c.table(source) {
		for line := range strings.Lines(tab.text) {
			if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
				names = append(names, strings.SplitN(line, "\t", 2)[0])
			}
		}
	}
	slices.Sort(names)
	var out []Type
	for _, name := range slices.Compact(names) {
		t, _ := c.Type(source, name)
		out = append(out, t)
	}
	return out
}

// Sources returns the providers that have a table of types, as namespace/name.
func (c *Catalog) Sources() []string {
	var out []string
	for _, n := range c.glob("providers/*/*.tsv") {
		out = append(out, strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(n, "providers/"), ".tsv"), ".hand"))
	}
	return slices.Compact(out)
}

// table gives a provider's tables in the order they are asked: the upper
// layer's first, and in each the one kept by hand before the generated one.
func (c *Catalog) table(source string) []table {
	c.mu.Lock()
	defer c.mu.Unlock()
	texts, ok := c.tables[source]
	if ok {
		return texts
	}
	for i, layer := range c.layers {
		for _, suffix := range []string{".hand.tsv", ".tsv"} {
			name := "providers/" + source + suffix
			b, err := fs.ReadFile(layer, name)
			switch {
			case err != nil:
			case i < len(c.layers)-1:
				texts = append(texts, table{sorted(string(b)), overlayOf(layer, name)})
			default:
				texts = append(texts, table{text: string(b)})
			}
		}
	}
	c.tables[source] = texts
	return texts
}

// A table is a provider's table of types.
type table struct{ text, overlay string }

// sorted brings the lines of a user's table into the order they are looked up in.
func sorted(text string) string {
	rows := strings.Split(strings.ReplaceAll(text, "\r", ""), "\n")
	rows = slices.DeleteFunc(rows, func(l string) bool { return l == "" || l[0] == '#' })
	slices.Sort(rows)
	return strings.Join(rows, "\n")
}

// lookup finds a type's line in a sorted table by bisection on byte offsets.
func lookup(text, name string) string {
	i := sort.Search(len(text), func(i int) bool {
		line := lineAt(text, i)
		return line == "" || line[0] != '#' && line[:max(0, strings.IndexByte(line, '\t'))] >= name
	})
	line := lineAt(text, i)
	if strings.HasPrefix(line, name+"\t") {
		return line
	}
	return ""
}

// lineAt is the line that begins at or after offset i.
func lineAt(text string, i int) string {
	if i > 0 {
		j := strings.IndexByte(text[i-1:], '\n')
		if j < 0 {
			return ""
		}
		i += j
	}
	line, _, _ := strings.Cut(text[i:], "\n")
	return line
}

func typeOf(f []string) Type {
	r := row{cells: f}
	holds := holdings(r.cell(1))
	t := Type{Name: f[0], Holds: holds[0], Also: holds[1:], Service: r.cell(2), Where: r.list(3), Parent: r.cell(4)}
	for _, l := range r.list(5) {
		t.Links = append(t.Links, link(l))
	}
	return t
}

// holdings reads "stores,processes", the weightier first.
func holdings(text string) []Holding {
	var out []Holding
	for s := range strings.SplitSeq(text, ",") {
		out = append(out, Holding(s))
	}
	return out
}

// link reads "kind:path=V1|V2"; an equals sign within brackets is the path's.
func link(text string) Link {
	kind, path, _ := strings.Cut(text, ":")
	plain := strings.LastIndexByte(path, ']') + 1
	rest, values, some := strings.Cut(path[plain:], "=")
	l := Link{Kind: kind, Path: path[:plain] + rest}
	if some {
		l.Values = strings.Split(values, "|")
	}
	return l
}

// Namesake returns the provider that an unknown one is likely a fork of: one of
// the same name, or of the name its type begins with, whose tables know the
// type; with typ "", one of the same name.
func (c *Catalog) Namesake(source, typ string) (Provider, bool) {
	if _, known := c.Provider(source); known {
		return Provider{}, false
	}
	short := shortSource(source)
	word, _, _ := strings.Cut(typ, "_")
	for _, name := range []string{short[strings.LastIndexByte(short, '/')+1:], word} {
		for _, known := range c.named(name) {
			if _, ok := c.Type(known, typ); ok || typ == "" {
				return c.Provider(known)
			}
		}
	}
	return Provider{}, false
}

// named gives the sources of providers of a name, in order.
func (c *Catalog) named(name string) []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []string
	for source, p := range c.providers {
		if isNamed(source, name) && !p.Local {
			out = append(out, source)
		}
	}
	slices.Sort(out)
	return out
}
