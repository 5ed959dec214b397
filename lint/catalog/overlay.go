package catalog

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint/speech"
)

// Errors about overlays name a file, a line and a column from 1, and what is
// allowed there.

// allowedFiles are the files a catalog has; the same names in an overlay.
const allowedFiles = "vendors/ID.hcl, vendors/ID.regions.tsv, registers/ID.hcl, providers/NAMESPACE/NAME.tsv, identify/*.tsv or traits/*.tsv"

// New returns the embedded catalog with overlays laid over it; the last one has
// the say. A vendor's file replaces the one of the same id, lines of a table win
// by their key, and a register replaces an edition that is not newer. An overlay
// that is broken is an error.
func New(overlays ...fs.FS) (*Catalog, error) {
	layers := slices.Clone(overlays)
	slices.Reverse(layers)
	c := over(append(layers, embedded())...)
	for _, o := range overlays {
		n, err := c.check(o)
		if err != nil {
			return nil, err
		}
		c.overlays = append(c.overlays, Overlay{overlayName(o), n})
	}
	return c, nil
}

// An Overlay is a file or folder of facts that is laid over the catalog.
type Overlay struct {
	Name    string // as the user gave it; "overlay" where it has no name
	Entries int    // lines of its tables, offers of its registers, and vendors
}

// Overlays lists what is laid over the catalog, the last of which has the say.
func (c *Catalog) Overlays() []Overlay { return c.overlays }

// OverlayFolder makes an overlay of a folder.
func OverlayFolder(name string) fs.FS { return named{os.DirFS(name), name} }

// named is a folder with the name that the user gave.
type named struct {
	fs.FS
	name string
}

// maxOverlay bounds a file of an overlay: the largest of ours has 1 MB.
const maxOverlay = 16 << 20

// Open opens a regular file or a folder: nothing else is sure to end.
func (n named) Open(name string) (fs.File, error) {
	info, err := fs.Stat(n.FS, name)
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir() && !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("it is no regular file")}
	case info.Mode().IsRegular() && info.Size() > maxOverlay:
		return nil, &fs.PathError{Op: "open", Path: name, Err: speech.Errorf("%d bytes, want at most %d", info.Size(), maxOverlay)}
	}
	return n.FS.Open(name)
}

func overlayName(layer fs.FS) string {
	switch l := layer.(type) {
	case named:
		return l.name
	case single:
		return l.name
	}
	return "overlay"
}

// overlayOf names a file of a layer as the user would; "" for one of ours.
func overlayOf(layer fs.FS, file string) string {
	switch layer.(type) {
	case own:
		return ""
	case named:
		return overlayName(layer) + "/" + file
	}
	return overlayName(layer)
}

// OverlayFile makes an overlay of a single file: one with a vendor or register
// block is recognised by that block, a table (.tsv) by the end of its path.
func OverlayFile(name string, data []byte) (fs.FS, error) {
	slashed := strings.ReplaceAll(name, `\`, "/")
	switch path.Ext(slashed) {
	case ".tsv":
		for tail := slashed; tail != ""; _, tail, _ = strings.Cut(tail, "/") {
			if formatOf(tail) != nil && fs.ValidPath(tail) {
				return single{path: tail, name: name, data: data}, nil
			}
		}
		if base := path.Base(slashed); strings.HasSuffix(base, ".regions.tsv") && fs.ValidPath(base) {
			return single{path: "vendors/" + base, name: name, data: data}, nil
		}
		return nil, speech.Errorf("%s:1:1: which table this is does not show; the path must end as one of %s", name, allowedFiles)
	case ".hcl":
		return overlayBlock(name, data)
	}
	return nil, speech.Errorf("%s:1:1: want a file that ends in .hcl or .tsv, or a folder with %s", name, allowedFiles)
}

func overlayBlock(name string, data []byte) (fs.FS, error) {
	f, diags := hclsyntax.ParseConfig(data, name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diagnosed(diags)
	}
	body, ok := f.Body.(*hclsyntax.Body)
	if !ok || len(body.Blocks) != 1 || len(body.Attributes) > 0 {
		return nil, speech.Errorf("%s:1:1: want exactly one block: vendor \"ID\" {} or register \"ID\" {}", name)
	}
	b := body.Blocks[0]
	folder := map[string]string{"vendor": "vendors", "register": "registers"}[b.Type]
	if folder == "" || len(b.Labels) != 1 {
		return nil, at(b.TypeRange, "block %q: want vendor \"ID\" {} or register \"ID\" {}", b.Type)
	}
	file := folder + "/" + b.Labels[0] + ".hcl"
	if !isID(b.Labels[0]) || !fs.ValidPath(file) {
		return nil, at(b.LabelRanges[0], "%q is no id: want lower-case letters, digits and hyphens", b.Labels[0])
	}
	return single{path: file, name: name, data: data}, nil
}

// check reads every file of an overlay, and counts what it says.
func (c *Catalog) check(layer fs.FS) (entries int, err error) {
	files := 0
	err = fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || path.Ext(name) == ".md":
			return nil
		}
		files++
		b, err := fs.ReadFile(layer, name)
		if err != nil {
			return err
		}
		shown := name
		if s, ok := layer.(single); ok {
			shown = s.name
		}
		n, err := c.checkFile(name, shown, b)
		entries += n
		return err
	})
	if err == nil && files == 0 {
		err = speech.Errorf("the overlay has no file: want %s", allowedFiles)
	}
	return entries, err
}

func (c *Catalog) checkFile(name, shown string, b []byte) (entries int, err error) {
	if f := formatOf(name); f != nil {
		return linesIn(string(b)), f.check(c, shown, string(b))
	}
	id := strings.TrimSuffix(path.Base(name), ".hcl")
	if path.Ext(name) == ".hcl" {
		switch path.Dir(name) {
		case "vendors":
			return 1, c.checkVendorFile(id, shown, b)
		case "registers":
			return c.checkRegisterFile(shown, b)
		}
	}
	return 0, speech.Errorf("%s:1:1: not a file of a catalog: want %s", shown, allowedFiles)
}

// linesIn counts the lines of a table.
func linesIn(text string) int {
	n := 0
	_ = lines(text, func(int, string) error { n++; return nil })
	return n
}

// at is an error with a place.
func at(r hcl.Range, format string, args ...any) error {
	return speech.Errorf("%s:%d:%d: %w", r.Filename, r.Start.Line, r.Start.Column, speech.Errorf(format, args...))
}

// diagnosed is the first of HCL's complaints.
func diagnosed(diags hcl.Diagnostics) error {
	d := diags.Errs()[0]
	var one *hcl.Diagnostic
	if !errors.As(d, &one) {
		return d
	}
	what := one.Summary
	if one.Detail != "" {
		what += ": " + one.Detail
	}
	if one.Subject == nil {
		return errors.New(what)
	}
	return at(*one.Subject, "%s", what)
}

// lines gives a text's lines with their numbers, without blank ones and comments.
func lines(text string, fn func(n int, line string) error) error {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := fn(n, line); err != nil {
			return err
		}
	}
	return nil
}

func isID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && s[0] != '-'
}

// A single is a file system of one file.
type single struct {
	path, name string // within the catalog; as the user gave it
	data       []byte
}

// Open opens the file or a folder above it.
func (s single) Open(name string) (fs.File, error) {
	switch {
	case name == s.path:
		return &opened{Reader: bytes.NewReader(s.data), info: entry{path.Base(name), len(s.data)}}, nil
	case name == ".":
		first, _, _ := strings.Cut(s.path, "/")
		return &folder{info: entry{".", -1}, child: entry{first, -1}}, nil
	case strings.HasPrefix(s.path, name+"/"):
		rest := s.path[len(name)+1:]
		child := entry{rest, len(s.data)}
		if first, _, below := strings.Cut(rest, "/"); below {
			child = entry{first, -1}
		}
		return &folder{info: entry{path.Base(name), -1}, child: child}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
