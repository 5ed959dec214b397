package catalog

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/vendors data/registers data/identify data/providers
var files embed.FS

// A Catalog answers from the data it was built with. Nothing is read before it
// is asked for. It is safe for concurrent use.
type Catalog struct {
	vendors   sync.Map // id -> *Vendor, nil *Vendor when there is none
	rules     sync.Map // family -> []Identification
	types     sync.Map // source -> table
	providers func() map[string]Provider
	hosts     func() map[string]Host
	registers func() []*Register
}

// Embedded returns the catalog that is part of the program.
func Embedded() *Catalog { return embedded() }

var embedded = sync.OnceValue(func() *Catalog {
	return &Catalog{
		providers: sync.OnceValue(readProviders),
		hosts:     sync.OnceValue(readHosts),
		registers: sync.OnceValue(readRegisters),
	}
})

// read returns an embedded file, or false. Data that does not parse is caught
// by the tests over all of it.
func read(name string) ([]byte, bool) {
	b, err := files.ReadFile("data/" + name)
	return b, err == nil
}

// A table is a tab-separated file: its header's "key: value" lines and its rows.
type table struct {
	head map[string]string
	rows [][]string
}

func readTable(name string, columns int) table {
	t := table{head: map[string]string{}}
	b, _ := read(name)
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\r\n")
		if h, ok := strings.CutPrefix(line, "#"); ok {
			if k, v, ok := strings.Cut(h, ":"); ok {
				t.head[strings.TrimSpace(k)] = strings.TrimSpace(v)
			}
			continue
		}
		if f := strings.Split(line, "\t"); len(f) == columns {
			t.rows = append(t.rows, blank(f))
		}
	}
	return t
}

// blank empties the cells that hold the mark for nothing.
func blank(cells []string) []string {
	for i, c := range cells {
		if c == "-" {
			cells[i] = ""
		}
	}
	return cells
}

func list(cell string) []string {
	if cell == "" || cell == "-" {
		return nil
	}
	return strings.Split(cell, ",")
}

func malformed(file string, err error) error {
	return fmt.Errorf("catalog file %s: %w", file, err)
}
