package hcleval

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// repository is what an absolute path of the file system starts with: nobody
// knows here where it lies on the machine.
const repository = "/-repository-/"

func absolute(p string) cty.Value { return cty.StringVal(repository + p) }

// function gives Terragrunt's own functions.
func (u *unit) function(s *scope, name string) (function.Function, bool) {
	switch name {
	case "find_in_parent_folders":
		return u.onTexts(u.findAbove), true
	case "get_terragrunt_dir", "get_original_terragrunt_dir":
		return u.onTexts(func([]string) (cty.Value, error) { return absolute(u.dir), nil }), true
	case "get_parent_terragrunt_dir":
		return u.onTexts(func([]string) (cty.Value, error) { return absolute(u.above()), nil }), true
	case "get_repo_root":
		return u.onTexts(func([]string) (cty.Value, error) { return cty.StringVal(strings.TrimSuffix(repository, "/")), nil }), true
	case "get_path_to_repo_root":
		return u.onTexts(func([]string) (cty.Value, error) { return cty.StringVal(relative(u.dir, ".")), nil }), true
	case "get_path_from_repo_root":
		return u.onTexts(func([]string) (cty.Value, error) { return cty.StringVal(u.dir), nil }), true
	case "path_relative_to_include":
		return u.onTexts(func([]string) (cty.Value, error) { return cty.StringVal(relative(u.above(), u.dir)), nil }), true
	case "path_relative_from_include":
		return u.onTexts(func([]string) (cty.Value, error) { return cty.StringVal(relative(u.dir, u.above())), nil }), true
	case "read_terragrunt_config":
		return u.readConfig(s), true
	}
	return function.Function{}, false
}

func (u *unit) above() string {
	if u.parent == "" {
		return u.dir
	}
	return u.parent
}

func (u *unit) onTexts(f func([]string) (cty.Value, error)) function.Function {
	return function.New(&function.Spec{
		VarParam: &function.Parameter{Name: "args", Type: cty.String},
		Type:     function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			var texts []string
			for _, a := range args {
				texts = append(texts, a.AsString())
			}
			return f(texts)
		},
	})
}

// findAbove looks for a file in the folders above the unit.
func (u *unit) findAbove(args []string) (cty.Value, error) {
	names := []string{unitFile, unitFile + ".json", "root.hcl"}
	if len(args) > 0 {
		names = args[:1]
	}
	for dir := u.dir; dir != "."; {
		dir = path.Dir(dir)
		for _, name := range names {
			p := path.Join(dir, name)
			if _, err := fs.Stat(u.e.fsys, p); fs.ValidPath(p) && err == nil {
				return absolute(p), nil
			}
		}
	}
	if len(args) > 1 {
		return cty.StringVal(args[1]), nil
	}
	return cty.UnknownVal(cty.String), errors.New("no such file above")
}

// readConfig gives the locals and inputs of another file.
func (u *unit) readConfig(from *scope) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "path", Type: cty.String}},
		VarParam: &function.Parameter{
			Name: "default", Type: cty.DynamicPseudoType, AllowNull: true, AllowUnknown: true, AllowDynamicType: true,
		},
		Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			p, ok := from.at(args[0].AsString())
			if !ok || u.e.depth >= maxDepth {
				return cty.DynamicVal, nil
			}
			s, err := u.file(p)
			if err != nil {
				if len(args) > 1 && errors.Is(err, fs.ErrNotExist) {
					return args[1], nil
				}
				return cty.DynamicVal, nil
			}
			locals := map[string]cty.Value{}
			for _, name := range slices.Sorted(maps.Keys(s.f.locals)) {
				locals[name] = s.local(name)
			}
			inputs := cty.DynamicVal
			if a := s.only().Attributes["inputs"]; a != nil {
				inputs = s.eval(a.Expr, nil)
			}
			return cty.ObjectVal(map[string]cty.Value{"locals": cty.ObjectVal(locals), "inputs": inputs}), nil
		},
	})
}
