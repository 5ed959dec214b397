package catalog

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A block is a block of a provider schema.
type block struct {
	Attributes map[string]*attribute
	BlockTypes map[string]struct{ Block *block } `json:"block_types"`
}

type attribute struct {
	Type       any
	NestedType *struct{ Attributes map[string]*attribute } `json:"nested_type"`
}

// has reports whether a path such as "replica[].region_name" leads to an
// attribute or a nested block.
func (b *block) has(path string) bool {
	head, rest, below := strings.Cut(path, ".")
	name, _, _ := strings.Cut(strings.TrimRight(head, "[]{}"), "[") // without a filter
	if n, ok := b.BlockTypes[name]; ok {
		return !below || n.Block.has(rest)
	}
	a, ok := b.Attributes[name]
	switch {
	case !ok:
		return false
	case !below:
		return true
	case a.NestedType != nil:
		return (&block{Attributes: a.NestedType.Attributes}).has(rest)
	}
	return inType(a.Type, rest)
}

// inType looks for a path in a type as cty writes it: ["list",["object",{...}]].
func inType(typ any, path string) bool {
	for {
		t, ok := typ.([]any)
		if !ok || len(t) < 2 {
			return typ == "dynamic"
		}
		if t[0] == "object" {
			fields, _ := t[1].(map[string]any)
			head, rest, below := strings.Cut(path, ".")
			f, ok := fields[strings.TrimRight(head, "[]{}")]
			return ok && (!below || inType(f, rest))
		}
		typ = t[1]
	}
}

// TestPathsExist wants every attribute path that a table names for a type to be
// in the real schema, where that is at hand. Tables kept by hand are for older
// versions too and are left out.
func TestPathsExist(t *testing.T) {
	files, err := filepath.Glob("../../../shared/providers/schemas/*.json.gz")
	if err != nil || len(files) == 0 {
		t.Logf("left out: the schemas are not here (%v)", err)
		return
	}
	c := Embedded()
	for _, file := range files {
		for source, types := range schemas(t, file) {
			rows := map[string]bool{}
			for _, r := range c.rows("providers/"+shortSource(source)+".hand.tsv", 1) {
				rows[r.cells[0]] = true
			}
			for name, b := range types {
				if typ, ok := c.Type(source, name); ok && !rows[name] {
					checkPaths(t, b, typ)
				}
			}
		}
	}
}

func schemas(t *testing.T, file string) map[string]map[string]*block {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Schemas map[string]struct {
			Types map[string]struct{ Block *block } `json:"resource_schemas"`
		} `json:"provider_schemas"`
	}
	if err := json.NewDecoder(z).Decode(&doc); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	out := map[string]map[string]*block{}
	for source, s := range doc.Schemas {
		out[source] = map[string]*block{}
		for name, typ := range s.Types {
			out[source][name] = typ.Block
		}
	}
	return out
}

func checkPaths(t *testing.T, b *block, typ Type) {
	t.Helper()
	paths := append([]string{}, typ.Where...)
	if typ.Parent != "" {
		paths = append(paths, strings.Split(typ.Parent, ",")...)
	}
	for _, l := range typ.Links {
		paths = append(paths, l.Path)
	}
	for _, p := range paths {
		p, _, _ = strings.Cut(p, "()") // what a JSON text holds, no schema tells
		if !strings.HasPrefix(p, "!") && !b.has(p) {
			t.Errorf("%s: %s is not in its schema", typ.Name, p)
		}
	}
}
