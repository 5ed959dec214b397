// Package hcleval evaluates a folder of Terraform or OpenTofu source without a
// provider, a state or a network: what the text alone decides is known, all
// else stays unknown with the references it rests on.
package hcleval

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// Options tell how to evaluate. The zero value gives nothing.
type Options struct {
	Lang speech.Lang // of what could not be read; "" for English
	// Vars holds what --var gives: raw text, parsed as Terraform does by the
	// variable's type. It wins over every file.
	Vars map[string]string
	// Env holds what TF_VAR_* gives, as Vars. Every file wins over it.
	Env map[string]string
	// VarFiles are in the file system, in order. The root's own
	// terraform.tfvars, terraform.tfvars.json and *.auto.tfvars(.json) are read
	// without being named.
	VarFiles []string
	// Modules gives the folders of remote modules by module call path, "a.b".
	// Nil reads .terraform/modules/modules.json of the root if it is there.
	Modules map[string]string
	// Wanted gives the attributes to evaluate of a resource type, or with
	// typ == "" the arguments of a provider block. Nil means all.
	Wanted func(source, typ string) []string
	// Named gives the attributes by which others name a resource of a type. Their
	// texts are kept apart, whether they are wanted or not. Nil means none.
	Named func(source, typ string) []string
	// Labels are the attributes that hold labels, of which only those are kept
	// that Label wants, by key or by whole word. Nil means all.
	Labels []string
	Label  func(word string) bool
	// Prefix is put before file names in ranges, so that they are relative to
	// the current folder.
	Prefix string
	// Workspace is terraform.workspace; "" when not known.
	Workspace string
	// Known reports whether a text is the name of a place; nil for one that only
	// looks like it. It is asked for the text of files.
	Known func(text string) bool
	// Used is told where a root variable's value comes from, when it is not the
	// default: "TF_VAR_region", "--var region" or a file of the file system.
	// Nil tells nobody.
	Used func(where string)
}

// An evaluator evaluates one root.
type evaluator struct {
	fsys fs.FS
	o    Options
	root string
	cfg  *tf.Config

	folders   map[string]*folder
	modules   map[string]download // remote modules by call path
	registry  string
	inputs    map[string]input
	varFiles  map[string]*source
	meter     *meter
	meterVal  cty.Value
	functions map[string]function.Function
	callees   map[string]*callee
	templates map[string]hclsyntax.Expression // parsed template files by path
	texts     map[string]bool                 // of whole files that were read, of their members and of variables
	placing   bool                            // the argument at hand names a place
	instances int
	idle      idle
	acts      Acts
	acted     map[hcl.Range]bool // the blocks whose acts are noted
	tool      tool
	mixed     bool // a folder is not the same for both tools
	blind     bool // no variable is known, whatever its default
	depth     int
	ranges    map[spot]*tf.Range
	sources   map[string]*source // that were read, by name
	counts    []*frame           // of count, by index
	interned  map[*block]*interned
	gapped    map[string]bool
	told      map[string]bool // what Used was told
	demanded  map[demand]bool
	demands   []demand
	now       expression // what is being evaluated

	unit      *unit                // whose files are evaluated; nil for a module
	preset    map[string]input     // variables that a unit sets
	extras    []extra              // what it hands to Terraform beside them
	generated map[string]*tf.Range // files that a unit writes: the block that says so
}

// Eval evaluates the root module in the folder dir of fsys. What cannot be
// known stays unknown with its references and line; what cannot be read is a
// Gap. An error means that there is no root module to read.
func Eval(fsys fs.FS, dir string, o Options) (*tf.Config, error) {
	e, err := evaluate(fsys, path.Clean(dir), o, tofu)
	if err != nil {
		return nil, reason(err)
	}
	if !e.mixed {
		return e.cfg, nil
	}
	o.Used = nil
	if other, err := evaluate(fsys, path.Clean(dir), o, terraform); err == nil && !sameReading(e.cfg, other.cfg) {
		e.cfg.Other = otherReading(e.cfg, other.cfg)
	}
	return e.cfg, nil
}

func evaluate(fsys fs.FS, dir string, o Options, by tool) (*evaluator, error) {
	e := newEvaluator(fsys, dir, o)
	e.tool = by
	run := e.evalRoot
	if isUnit(fsys, e.root) {
		run = e.evalUnit
	}
	if err := run(); err != nil {
		return nil, err
	}
	e.comments()
	tf.Sort(e.cfg.Resources)
	slices.SortStableFunc(e.cfg.Gaps, compareGaps)
	slices.SortStableFunc(e.cfg.Unread, compareGaps)
	return e, nil
}

func compareGaps(a, b tf.Gap) int {
	x, y := tf.Range{}, tf.Range{}
	if a.At != nil {
		x = *a.At
	}
	if b.At != nil {
		y = *b.At
	}
	return cmp.Or(strings.Compare(x.File, y.File), x.Line-y.Line, x.Column-y.Column, strings.Compare(a.What, b.What))
}

func newEvaluator(fsys fs.FS, dir string, o Options) *evaluator {
	e := &evaluator{
		fsys: fsys, o: o, root: dir, cfg: &tf.Config{Source: o.Prefix + dir, Format: "hcl", Calls: map[string]*tf.Call{}},
		folders: map[string]*folder{}, meter: newMeter(), ranges: map[spot]*tf.Range{}, sources: map[string]*source{},
		interned: map[*block]*interned{}, gapped: map[string]bool{}, varFiles: map[string]*source{},
		generated: map[string]*tf.Range{}, told: map[string]bool{}, acted: map[hcl.Range]bool{}, demanded: map[demand]bool{},
	}
	e.meterVal = cty.CapsuleVal(meterType, e.meter)
	return e
}

// evalRoot evaluates the root module in the root folder.
func (e *evaluator) evalRoot() error {
	f, err := e.folder(e.root)
	if err != nil {
		return err
	}
	if e.modules = trusted(e.o.Modules); e.modules == nil {
		e.modules = e.readManifest()
	}
	e.registry = e.defaultRegistry(f)
	e.readInputs()
	root := e.newScope(f)
	e.cfg.Calls[""] = root.rootCall()
	root.run()
	e.cfg.Backend = root.backend()
	e.settle()
	e.tellIdle()
	for _, g := range e.acts.Gaps(e.o.Lang) {
		e.gap(g.What, g.At)
	}
	for _, dir := range slices.Sorted(maps.Keys(e.folders)) {
		for _, g := range e.folders[dir].oddities() {
			e.unread(g.what, e.gapAt(g.at))
		}
	}
	if len(e.cfg.Unread) > 0 && f.backend == nil {
		e.cfg.Backend = nil // it may stand in what was not read
	}
	return nil
}

// folder reads a folder once.
func (e *evaluator) folder(dir string) (*folder, error) {
	if f, ok := e.folders[dir]; ok {
		return f, nil
	}
	f, err := readFolder(e.fsys, dir, e.tool, e.o.Lang)
	if err != nil {
		return nil, err
	}
	e.folders[dir] = f
	maps.Copy(e.sources, f.files)
	e.mixed = e.mixed || f.mixed
	for _, g := range f.unread {
		e.unread(g.what, e.gapAt(g.at))
	}
	for _, g := range f.gaps {
		e.gap(g.what, e.gapAt(g.at))
	}
	return f, nil
}

// gapAt is the line of a gap of a file that may not have been read.
func (e *evaluator) gapAt(r *hcl.Range) *tf.Range {
	if r == nil {
		return nil
	}
	return &tf.Range{File: e.o.Prefix + r.Filename, Line: r.Start.Line, Column: 1, EndLine: r.Start.Line, EndColumn: 1}
}

// gap notes something that could not be read or evaluated, once.
func (e *evaluator) gap(what string, at *tf.Range) {
	if e.first(what, at) {
		e.cfg.Gaps = append(e.cfg.Gaps, tf.Gap{What: what, At: at})
	}
}

// unread notes source that could not be read, once.
func (e *evaluator) unread(what string, at *tf.Range) {
	if e.first(what, at) {
		e.cfg.Unread = append(e.cfg.Unread, tf.Gap{What: what, At: at})
	}
}

func (e *evaluator) first(what string, at *tf.Range) bool {
	key := what
	if at != nil {
		key += fmt.Sprintf("\x00%s:%d:%d", at.File, at.Line, at.Column)
	}
	was := e.gapped[key]
	e.gapped[key] = true
	return !was
}

func (e *evaluator) wanted(source, typ string) (names []string, all bool) {
	if e.o.Wanted == nil {
		return nil, true
	}
	return e.o.Wanted(source, typ), false
}

// declare notes that a resource block stands in the source, even where it has
// no instance.
func (e *evaluator) declare(addr tf.Addr, at *tf.Range) {
	if e.cfg.Declared == nil {
		e.cfg.Declared = map[tf.Addr]*tf.Range{}
	}
	e.cfg.Declared[addr] = at
}

func (e *evaluator) used(where string) {
	if e.o.Used != nil && !e.told[where] {
		e.told[where] = true
		e.o.Used(where)
	}
}

// IsVarFile reports whether Terraform reads a file of the root without being
// told: terraform.tfvars and *.auto.tfvars, and their JSON forms.
func IsVarFile(name string) bool {
	name = strings.TrimSuffix(name, ".json")
	return name == "terraform.tfvars" || strings.HasSuffix(name, ".auto.tfvars")
}
