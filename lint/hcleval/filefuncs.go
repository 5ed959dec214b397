package hcleval

import (
	"cmp"
	"encoding/base64"
	"errors"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// reading gives the functions that read files: only below the root of the file
// system, only regular files, only so much of them. What they cannot read is
// unknown and no error: the machine that runs Terraform may have it.
func (s *scope) reading(name string) (function.Function, bool) {
	switch name {
	case "file":
		return s.fileFunc(asText), true
	case "filebase64":
		return s.fileFunc(func(b []byte) (string, error) { return base64.StdEncoding.EncodeToString(b), nil }), true
	case "filemd5":
		return s.fileFunc(hashed(md5Func)), true
	case "filesha1":
		return s.fileFunc(hashed(sha1Func)), true
	case "filesha256":
		return s.fileFunc(hashed(sha256Func)), true
	case "filesha512":
		return s.fileFunc(hashed(sha512Func)), true
	case "fileexists":
		return s.fileExists(), true
	case "fileset":
		return s.fileSet(), true
	case "templatefile":
		return s.templateFile(), true
	}
	return function.Function{}, false
}

func asText(b []byte) (string, error) {
	if !utf8.Valid(b) {
		return "", errors.New("the file is no UTF-8")
	}
	return string(b), nil
}

func hashed(f function.Function) func([]byte) (string, error) {
	return func(b []byte) (string, error) {
		v, err := f.Call([]cty.Value{cty.StringVal(string(b))})
		if err != nil {
			return "", err
		}
		return v.AsString(), nil
	}
}

var filePath = function.Parameter{Name: "path", Type: cty.String}

// maxLinks is how many links a path may go through: as many as Linux follows.
const maxLinks = 40

// at finds the file that a path means: relative to the root module's folder,
// which is where Terraform runs.
func (s *scope) at(name string) (string, bool) {
	if rest, ok := strings.CutPrefix(name, repository); ok {
		return within(".", rest)
	}
	return within(cmp.Or(s.base, s.e.root), name)
}

// private reports whether a path goes through a hidden name, by itself or by
// the links on its way. What is read may end in a report, and tokens of runners,
// keys of clouds and passwords stand in .git, .aws and .env.
func (e *evaluator) private(p string) bool {
	own := path.Join(e.root, ".terraform")
	left, at := strings.Split(p, "/"), "."
	for links := 0; len(left) > 0; {
		next := path.Join(at, left[0])
		hidden := strings.HasPrefix(left[0], ".") && left[0] != "." && left[0] != ".."
		if hidden && next != own && !strings.HasPrefix(next, own+"/") {
			return true
		}
		left = left[1:]
		info, err := fs.Lstat(e.fsys, next)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			at = next
			continue
		}
		to, err := fs.ReadLink(e.fsys, next)
		if links++; err != nil || links > maxLinks || path.IsAbs(to) {
			return true
		}
		left = append(strings.Split(to, "/"), left...)
	}
	return false
}

// text notes the text of a whole file.
func (e *evaluator) text(s string) {
	if e.texts == nil {
		e.texts = map[string]bool{}
	}
	e.texts[s] = true
}

// called is a path as a message may name it: it may be made of anything.
func (s *scope) called(name string) string {
	if base := path.Base(name); nameLike(base) {
		return s.e.o.Lang.Say("file %q", base)
	}
	return s.e.o.Lang.Word("a file")
}

// contents reads a file for a function; what it takes is counted.
func (s *scope) contents(name string) ([]byte, bool) {
	p, ok := s.at(name)
	if !ok {
		s.e.gap(s.e.o.Lang.Say("%s lies outside of what was given and was not read", s.called(name)), s.e.now.at())
		return nil, false
	}
	if s.e.private(p) {
		s.e.gap(s.e.o.Lang.Say("%s is hidden, or a link to what is, and was not read", s.called(name)), s.e.now.at())
		return nil, false
	}
	b, err := readFile(s.e.fsys, p, maxRead)
	if err != nil {
		s.e.gap(s.e.o.Lang.Say("%s was not read: %v", s.called(p), reason(err)), s.e.now.at())
		return nil, false
	}
	return b, s.e.meter.spend(len(b) / 8)
}

func (s *scope) fileFunc(f func([]byte) (string, error)) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{filePath},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			b, ok := s.contents(args[0].AsString())
			if !ok {
				return cty.UnknownVal(cty.String), nil
			}
			text, err := f(b)
			if err != nil {
				return cty.UnknownVal(cty.String), err
			}
			s.e.text(text)
			return cty.StringVal(text).Mark(raw), nil
		},
	})
}

func (s *scope) fileExists() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{filePath},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			p, ok := s.at(args[0].AsString())
			if !ok || !s.e.meter.spend(16) {
				return cty.UnknownVal(cty.Bool), nil
			}
			info, err := fs.Stat(s.e.fsys, p)
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return cty.False, nil
			case err != nil || !info.Mode().IsRegular():
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.True, nil
		},
	})
}

func (s *scope) fileSet() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{filePath, {Name: "pattern", Type: cty.String}},
		Type:   function.StaticReturnType(cty.Set(cty.String)),
		Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
			dir, ok := s.at(args[0].AsString())
			if !ok {
				return cty.UnknownVal(want), nil
			}
			names, ok := glob(s.e.fsys, dir, args[1].AsString())
			if !ok || !s.e.meter.spend(len(names)) {
				s.e.gap("a fileset was not read: it has too many files", s.e.now.at())
				return cty.UnknownVal(want), nil
			}
			var out []cty.Value
			for _, n := range names {
				out = append(out, cty.StringVal(n))
			}
			if len(out) == 0 {
				return cty.SetValEmpty(cty.String), nil
			}
			return cty.SetVal(out), nil
		},
	})
}

// glob finds regular files below dir by a pattern in which ** stands for any
// folders and {a,b} for either; false when there is too much to look at.
func glob(fsys fs.FS, dir, pattern string) ([]string, bool) {
	if len(pattern) > maxLiteral || strings.Count(pattern, "{") > 4 || strings.Count(pattern, "**") > 4 {
		return nil, false
	}
	patterns := braces(pattern)
	var out []string
	seen := 0
	err := fs.WalkDir(fsys, dir, func(p string, d fs.DirEntry, err error) error {
		if seen++; seen > maxFileSet {
			return fs.ErrInvalid
		}
		if err != nil {
			return nil //nolint:nilerr // what cannot be read is not there
		}
		rel := relative(dir, p)
		if d.IsDir() {
			if p != dir && !strings.Contains(pattern, "**") && strings.Count(rel, "/") >= strings.Count(pattern, "/") {
				return fs.SkipDir
			}
			return nil
		}
		if isFile(fsys, p, d) {
			for _, pat := range patterns {
				if matchPath(strings.Split(pat, "/"), strings.Split(rel, "/")) {
					out = append(out, rel)
					break
				}
			}
		}
		return nil
	})
	sort.Strings(out)
	return out, err == nil || errors.Is(err, fs.ErrNotExist)
}

// isFile reports whether a name is a regular file or a link to one.
func isFile(fsys fs.FS, p string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.Type().IsRegular()
	}
	info, err := fs.Stat(fsys, p)
	return err == nil && info.Mode().IsRegular()
}

// braces spells out the alternatives of a pattern.
func braces(p string) []string {
	open := strings.IndexByte(p, '{')
	if open < 0 {
		return []string{p}
	}
	end := strings.IndexByte(p[open:], '}')
	if end < 0 {
		return []string{p}
	}
	var out []string
	for alt := range strings.SplitSeq(p[open+1:open+end], ",") {
		out = append(out, braces(p[:open]+alt+p[open+end+1:])...)
	}
	return out
}

func matchPath(pattern, name []string) bool {
	if len(pattern) == 0 {
		return len(name) == 0
	}
	if pattern[0] == "**" {
		for i := range len(name) + 1 {
			if matchPath(pattern[1:], name[i:]) {
				return true
			}
		}
		return false
	}
	if len(name) == 0 {
		return false
	}
	ok, err := path.Match(pattern[0], name[0])
	return err == nil && ok && matchPath(pattern[1:], name[1:])
}

// template parses a template file once. Nil without an error is one that is too
// much.
func (e *evaluator) template(name string, src []byte) (hclsyntax.Expression, error) {
	if x, ok := e.templates[name]; ok {
		return x, nil
	}
	if tooDeep(src, false) || tooLong(src, 1) || !e.meter.spend(counts(src, "\n$%")*len(src)>>11) {
		return nil, nil
	}
	x, diags := hclsyntax.ParseTemplate(src, name, firstPos)
	if diags.HasErrors() {
		return nil, errors.New("the template does not parse")
	}
	if e.templates == nil {
		e.templates = map[string]hclsyntax.Expression{}
	}
	e.templates[name] = x
	return x, nil
}

// templateFile evaluates a template file with the variables it is given.
func (s *scope) templateFile() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{filePath, {Name: "vars", Type: cty.DynamicPseudoType, AllowMarked: true}},
		Type:   function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			name := args[0].AsString()
			b, ok := s.contents(name)
			vars, marks := args[1].UnmarkDeep()
			if !ok || !vars.CanIterateElements() || s.e.depth >= maxDepth {
				return cty.DynamicVal, nil
			}
			x, err := s.e.template(name, b)
			if x == nil || err != nil {
				return cty.DynamicVal, err
			}
			s.e.depth++
			defer func() { s.e.depth-- }()
			p := prepare(x)
			ctx := &hcl.EvalContext{Variables: map[string]cty.Value{meterName: s.e.meterVal}, Functions: s.e.functionsFor(s, p.funcs)}
			for it := vars.ElementIterator(); it.Next(); {
				k, v := it.Element()
				ctx.Variables[k.AsString()] = v
			}
			v, diags := x.Value(ctx)
			if diags.HasErrors() {
				return cty.DynamicVal, errors.New("the template cannot be evaluated")
			}
			v, more := v.Unmark()
			if text, ok := known(v); ok && origin(marks) == "" && origin(more) == "" {
				s.e.text(text) // it is the file's own
			}
			return v.WithMarks(marks, more).Mark(raw), nil
		},
	})
}
