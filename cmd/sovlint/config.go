package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/waive"
)

const configName = ".sovlint.hcl"

// A config is what a .sovlint.hcl declares.
type config struct {
	File                    string // where it was read; "" for none
	Doctrine, Edition, Body string
	Classify                classify.Rules
	Internal                []place.Internal
	Offers                  []place.DeclaredOffer
	Levels                  map[string]lint.Setting
	Waivers                 []*lint.Waiver
	Assessments             []lint.Assessment
	Folders                 []lint.FolderLevel
	Own                     []lint.Rule
}

func (c *config) options() lint.Options {
	return lint.Options{
		Classify: c.Classify, Internal: c.Internal, Offers: c.Offers, Levels: c.Levels, Waive: waive.Lay(c.Waivers),
		Assessments: c.Assessments, Folders: c.Folders, AllLabels: len(c.Own) > 0}
}

// configFor reads the named configuration, or the nearest one of the inputs. An
// empty one is given when there is none.
func configFor(named string, inputs []string) (*config, error) {
	if named != "" {
		return fromFile(named)
	}
	found := ""
	for i, in := range inputs {
		file := nearestConfig(folderOf(in))
		if i > 0 && file != found {
			return nil, speech.Errorf("%s and %s have different configurations: choose one with --config", inputs[0], in)
		}
		found = file
	}
	if found == "" {
		return &config{}, nil
	}
	if err := staysIn(found); err != nil {
		return nil, speech.Errorf("configuration %w", err)
	}
	return fromFile(found)
}

func fromFile(name string) (*config, error) {
	c, err := readConfig(name)
	if err == nil {
		c.File = name
	}
	return c, err
}

func folderOf(input string) string {
	if input == "-" {
		return "."
	}
	if info, err := os.Stat(input); err == nil && info.IsDir() {
		return input
	}
	return filepath.Dir(input)
}

// nearestConfig looks from a folder up to the repository's root; outside of a
// repository only the folder itself counts.
func nearestConfig(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	top := repository(abs)
	for {
		file := filepath.Join(abs, configName)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return relative(file)
		}
		if top == "" || abs == top {
			return ""
		}
		abs = filepath.Dir(abs)
	}
}

// relative shortens a path to the current folder, when it is below it.
func relative(file string) string {
	dir, err := os.Getwd()
	if err != nil {
		return file
	}
	if rel, err := filepath.Rel(dir, file); err == nil {
		return rel
	}
	return file
}

// repository finds the folder with .git at or above dir; "" for none.
func repository(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

func readConfig(file string) (*config, error) {
	src, err := ownFile(file, maxOwn)
	if err != nil {
		return nil, speech.Errorf("configuration %w", err)
	}
	return parseConfig(src, filepath.ToSlash(file))
}

// parseConfig reads a configuration; every error has its place and says what is
// allowed there.
func parseConfig(src []byte, name string) (*config, error) {
	if hcleval.TooDeep(src) {
		return nil, speech.Errorf("configuration %s is nested too deeply", name)
	}
	f, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diagnosed(diags)
	}
	c := &config{Levels: map[string]lint.Setting{}}
	return c, c.top(f.Body.(*hclsyntax.Body))
}

func diagnosed(diags hcl.Diagnostics) error {
	for _, d := range diags {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			return at(*d.Subject, "%s: %s", d.Summary, d.Detail)
		}
	}
	return diags
}

func at(r hcl.Range, format string, args ...any) error {
	return speech.Errorf("%s:%d:%d: %w", r.Filename, r.Start.Line, r.Start.Column, speech.Errorf(format, args...))
}

// A shape lists what a block may hold; a block is given by its name and how
// many labels it has.
type shape struct {
	where  any // the name of the block, or a term
	attrs  []string
	blocks map[string]int
}

// check refuses what the shape does not have.
func (s shape) check(b *hclsyntax.Body) error {
	for _, a := range sorted(b.Attributes) {
		if !slices.Contains(s.attrs, a.Name) {
			return at(a.NameRange, "unknown argument %q in %s; allowed: %s", a.Name, s.where, s.allowed())
		}
	}
	for _, bl := range b.Blocks {
		n, ok := s.blocks[bl.Type]
		if !ok {
			return at(bl.TypeRange, "unknown block %q in %s; allowed: %s", bl.Type, s.where, s.allowed())
		}
		if len(bl.Labels) != n {
			return at(bl.TypeRange, "block %q has %d labels, want %d", bl.Type, len(bl.Labels), n)
		}
	}
	return nil
}

func (s shape) allowed() string {
	names := slices.Clone(s.attrs)
	for b := range s.blocks {
		names = append(names, b)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func sorted(attrs hclsyntax.Attributes) []*hclsyntax.Attribute {
	var out []*hclsyntax.Attribute
	for _, a := range attrs {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b *hclsyntax.Attribute) int { return a.SrcRange.Start.Byte - b.SrcRange.Start.Byte })
	return out
}

const theConfiguration speech.Term = "the configuration"

var topShape = shape{theConfiguration, []string{"doctrine", "edition", "body"},
	map[string]int{"classify": 0, "internal": 1, "offer": 1, "level": 1, "waiver": 1, "rule": 1}}

func (c *config) top(b *hclsyntax.Body) error {
	if err := topShape.check(b); err != nil {
		return err
	}
	for _, a := range sorted(b.Attributes) {
		if err := c.setting(a); err != nil {
			return err
		}
	}
	readers := map[string]func(*hclsyntax.Block) error{
		"classify": c.classify, "internal": c.internal, "offer": c.offer, "level": c.level, "waiver": c.waiver, "rule": c.rule,
	}
	seen := map[string]hcl.Range{}
	for _, bl := range b.Blocks {
		key := strings.Join(append([]string{bl.Type}, bl.Labels...), " ")
		if bl.Body.Attributes["folders"] != nil {
			key += " with folders at " + bl.TypeRange.String() // one rule may have a level for each of several folders
		}
		if first, ok := seen[key]; ok {
			return at(bl.TypeRange, "%s stands already on line %d", key, first.Start.Line)
		}
		seen[key] = bl.TypeRange
		if err := readers[bl.Type](bl); err != nil {
			return err
		}
	}
	return nil
}

func (c *config) setting(a *hclsyntax.Attribute) error {
	v, err := str(a)
	if err != nil {
		return err
	}
	switch a.Name {
	case "doctrine":
		c.Doctrine = v
	case "edition":
		c.Edition = v
		return day(a, v)
	case "body":
		c.Body = v
		return oneOf(a, v, lint.Bodies())
	}
	return nil
}
