package catalog

import (
	"io/fs"
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
// words of a plan show no more of a provider than the prefix of its types. Where
// several publish one, it is none of them.
func (c *Catalog) onlyNamed(name string) (out Provider, ok bool) {
	for source, p := range c.providers {
		if _, last, _ := strings.Cut(source, "/"); last != name {
			continue
		}
		if ok {
			return Provider{}, false
		}
		out, ok = p, true
	}
	return out, ok
}

func shortSource(source string) string {
	parts := strings.Split(strings.ToLower(source), "/")
	if len(parts) == 1 {
		return "hashicorp/" + parts[0]
	}
	return strings.Join(parts[len(parts)-2:], "/")
}

func (c *Catalog) readProviders() {
	rows, src := c.rows("identify/providers.tsv")
	c.providers = make(map[string]Provider, len(rows))
	for _, row := range rows {
		p := Provider{
			Source: row[0], Family: cell(row, 1), Vendor: cell(row, 2), Local: cell(row, 3) == "yes", Regions: list(row, 4),
			Hosts: list(row, 5), Default: cell(row, 6), Environment: list(row, 7), Types: cell(row, 9), Fact: src,
		}
		p.Fact.Confidence = cell(row, 8)
		c.providers[p.Source] = p
	}
}

// Identifications returns a family's rules, in the order they are tried.
func (c *Catalog) Identifications(family string) []Identification {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.rules == nil {
		c.rules = map[string][]Identification{}
		rows, src := c.rows("identify/rules.tsv")
		for _, row := range rows {
			r := Identification{When: conds(cell(row, 1)), Vendor: cell(row, 2), Partition: cell(row, 3), Note: cell(row, 5), Fact: src}
			r.Fact.Confidence = cell(row, 4)
			c.rules[row[0]] = append(c.rules[row[0]], r)
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
			if cond.Op == "regex" {
				cond.Values = []string{f[2]}
			}
		}
		out = append(out, cond)
	}
	return out
}

// Type returns what is known of a resource type of a provider.
func (c *Catalog) Type(source, name string) (Type, bool) {
	source = c.typesOf(source)
	for _, suffix := range []string{".hand.tsv", ".tsv"} {
		if line := lookup(c.table("providers/"+source+suffix), name); line != "" {
			return typeOf(strings.Split(line, "\t")), true
		}
	}
	return Type{}, false
}

// typesOf is the source whose table serves: a provider that moved or was
// forked has the types of the other.
func (c *Catalog) typesOf(source string) string {
	if p, ok := c.Provider(source); ok && p.Types != "" {
		return p.Types
	}
	return strings.TrimSuffix(shortSource(source), "-beta")
}

// Types returns every type of a provider, by name.
func (c *Catalog) Types(source string) []Type {
	source = c.typesOf(source)
	var out []Type
	for line := range strings.Lines(c.table("providers/" + source + ".tsv")) {
		if line[0] != '#' {
			t, _ := c.Type(source, strings.SplitN(line, "\t", 2)[0])
			out = append(out, t)
		}
	}
	return out
}

// Sources returns the providers that have a table of types, as namespace/name.
func (c *Catalog) Sources() []string {
	names, _ := fs.Glob(c.fsys, "providers/*/*.tsv")
	var out []string
	for _, n := range names {
		n = strings.TrimSuffix(strings.TrimPrefix(n, "providers/"), ".tsv")
		if !strings.HasSuffix(n, ".hand") {
			out = append(out, n)
		}
	}
	return out
}

func (c *Catalog) table(name string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	text, ok := c.tables[name]
	if !ok {
		b, _ := fs.ReadFile(c.fsys, name) // no table: no types
		text = string(b)
		c.tables[name] = text
	}
	return text
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
	t := Type{Name: f[0], Service: cell(f, 2), Where: list(f, 3), Parent: cell(f, 4)}
	for i, h := range list(f, 1) {
		if i == 0 {
			t.Holds = Holding(h)
		} else {
			t.Also = append(t.Also, Holding(h))
		}
	}
	for _, l := range list(f, 5) {
		kind, path, _ := strings.Cut(l, ":")
		path, values, some := strings.Cut(path, "=")
		link := Link{Kind: kind, Path: path}
		if some {
			link.Values = strings.Split(values, "|")
		}
		t.Links = append(t.Links, link)
	}
	return t
}
