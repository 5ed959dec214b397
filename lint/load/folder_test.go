package load_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint/load"
)

func TestFolders(t *testing.T) {
	t.Parallel()
	calls := func(sources ...string) string {
		var b strings.Builder
		for i, s := range sources {
			b.WriteString("module \"m" + string(rune('a'+i)) + "\" {\n  source = \"" + s + "\"\n}\n")
		}
		return b.String()
	}
	some := func(sources ...string) string {
		return strings.ReplaceAll(calls(sources...), "}\n", "  count = var.n\n}\n")
	}
	const settled = "provider \"aws\" {\n  region = \"eu-west-3\"\n}\n"
	const res = "resource \"aws_x\" \"a\" {}\n"
	const backend = "terraform {\n  backend \"s3\" {}\n}\n"
	tests := []struct {
		name  string
		files map[string]string
		ask   []string
		want  []string
	}{
		{"one root", map[string]string{"main.tf": res}, []string{"."}, []string{"."}},
		{"roots and their modules", map[string]string{
			"envs/a/main.tf": calls("../../modules/m"), "envs/b/main.tf": calls("../../modules/m", "./own"), "envs/b/own/x.tf": res,
			"modules/m/main.tf": calls("../deep"), "modules/deep/main.tf": res,
		}, []string{"."}, []string{"envs/a", "envs/b"}},
		{"a module that is called in a file of its own kind", map[string]string{
			"main.tf.json": `{"module": {"m": {"source": "./m"}}}`, "m/main.tofu": res,
		}, []string{"."}, []string{"."}},
		{"only below the folder that is named", map[string]string{
			"envs/a/main.tf": calls("../../modules/m"), "modules/m/main.tf": calls("./sub"), "modules/m/sub/main.tf": res,
		}, []string{"modules"}, []string{"modules/m"}},
		{"a called folder that keeps its own state", map[string]string{
			"main.tf": calls("./m"), "m/main.tf": backend,
		}, []string{"."}, []string{".", "m"}},
		{"what is none of the user's own source", map[string]string{
			"main.tf": res, ".terraform/modules/x/main.tf": res, "node_modules/x/main.tf": res, ".git/x.tf": res, ".cache/x.tf": res,
		}, []string{"."}, []string{"."}},
		{"a call in a text or a comment is none", map[string]string{
			"main.tf": "locals {\n  a = <<EOT\n" + calls("./m") + "EOT\n}\n/*\n" + calls("./m") + "*/\n", "m/main.tf": res,
		}, []string{"."}, []string{".", "m"}},
		{"a root that others call without an instance", map[string]string{
			"prod/main.tf": res, "dev/main.tf": "locals {\n  none = 1 - 1\n}\nmodule \"x\" {\n  source = \"../prod\"\n  count  = local.none\n}\n",
			"stage/main.tf": "module \"x\" {\n  source   = \"../prod\"\n  for_each = toset([])\n}\n",
		}, []string{"."}, []string{"dev", "prod", "stage"}},
		{"a module that a variable switches on", map[string]string{
			"main.tf": "variable \"on\" {\n  default = false\n}\nmodule \"x\" {\n  source = \"./m\"\n  count  = var.on ? 1 : 0\n}\n", "m/main.tf": res,
		}, []string{"."}, []string{"."}},
		{"what only a root has", map[string]string{
			"main.tf": calls("./a", "./b", "./c"), "a/main.tf": res, "a/prod.auto.tfvars": "a = 1\n", "b/main.tf": "terraform {\n  cloud {}\n}\n",
			"c/main.tf": res, "c/prod.tfvars": "",
		}, []string{"."}, []string{".", "a", "b", "c"}},
		{"a module that somebody tried by itself", map[string]string{
			"main.tf": calls("./a") + some("./b"), "a/main.tf": res, "a/.terraform.lock.hcl": "", "b/main.tf": res, "b/.terraform.lock.hcl": "",
		}, []string{"."}, []string{".", "b"}},
		{"a module with a provider of its own", map[string]string{
			"main.tf": calls("./a", "./b"), "a/main.tf": settled, "b/main.tf.json": `{"provider": {"aws": {"region": "eu-west-3"}}}`,
		}, []string{"."}, []string{"."}},
		{"a provider of its own, and a call that Terraform refuses", map[string]string{
			"main.tf": some("./a", "./b", "./c"), "a/main.tf": settled, "b/main.tf": "provider \"aws\" {\n  alias = \"x\"\n}\n",
			"c/main.tf": "provider \"aws\" {\n  region = var.region\n}\n",
		}, []string{"."}, []string{".", "a"}},
		{"folders that only call one another", map[string]string{
			"a/main.tf": calls("../b"), "b/main.tf": calls("../a"),
		}, []string{"."}, []string{"a"}},
		{"a published module and its example", map[string]string{
			"main.tf": res, "examples/full/main.tf": calls("../.."),
		}, []string{"."}, []string{"examples/full"}},
		{"files as a hook passes them", map[string]string{
			"envs/a/main.tf": calls("../../modules/m"), "envs/b/main.tf": calls("../../modules/m"), "envs/c/main.tf": res,
			"modules/m/main.tf": res, "modules/m/more.tf": res,
		}, []string{"modules/m/main.tf", "modules/m/more.tf", "envs/a/main.tf"}, []string{"envs/a", "envs/b"}},
		{"a file in a hidden folder", map[string]string{
			"main.tf": res, ".infra/main.tf": res,
		}, []string{".infra/main.tf"}, []string{".infra"}},
		{"variables in a folder below", map[string]string{
			"envs/main.tf": res, "envs/vars/prod.tfvars": "a = 1\n",
		}, []string{"envs/vars/prod.tfvars"}, []string{"envs"}},
		{"a file that does not parse", map[string]string{
			"main.tf": calls("./m") + "resource \"x\" {\n", "m/main.tf": res,
		}, []string{"."}, []string{"."}},
		{"units of Terragrunt", map[string]string{
			"root.hcl": "", "live/terragrunt.hcl": "remote_state {\n  backend = \"s3\"\n}\n",
			"live/a/terragrunt.hcl": "include \"root\" {\n  path = find_in_parent_folders()\n}\nterraform {\n  source = \"${get_repo_root()}/modules/m\"\n}\n",
			"live/b/terragrunt.hcl": "terraform {\n  source = \"../../modules//n\"\n}\n",
			"modules/m/main.tf":     res, "modules/n/main.tf": res, "modules/o/main.tf": res,
		}, []string{"."}, []string{"live/a", "live/b", "modules/o"}},
		{"a file that units take in", map[string]string{
			"live/root.hcl": "", "live/a/terragrunt.hcl": "include \"r\" {\n  path = find_in_parent_folders()\n}\n", "live/a/main.tf": res, "other/main.tf": res,
		}, []string{"live/root.hcl"}, []string{"live/a"}},
	}
	for _, tt := range tests {
		got, _, err := load.Folders(mapFS(tt.files), tt.ask...)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func TestFoldersPassedOver(t *testing.T) {
	t.Parallel()
	const res = "resource \"aws_x\" \"a\" {}\n"
	_, passed, err := load.Folders(mapFS(map[string]string{
		"main.tf": res, ".infra/prod/main.tf": res, ".github/main.tf": res, ".cache/main.tf": res, ".terraform/modules/x/main.tf": res, ".idea/x.xml": "",
		"s/x.tfcomponent.hcl": "", "live/terragrunt.stack.hcl": "",
	}), ".")
	var at []string
	for _, g := range passed {
		at = append(at, g.At.File)
	}
	if d := cmp.Diff([]string{".github", ".infra", "live/terragrunt.stack.hcl", "s/x.tfcomponent.hcl"}, at); d != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, d)
	}
}

// TestLinkedRoots follows a link to a folder that is in the tree and not below
// what was named.
func TestLinkedRoots(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	for _, dir := range []string{"stacks/prod", "envs/dev"} {
		if err := os.MkdirAll(filepath.Join(top, dir), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(top, dir, "main.tf"), []byte("resource \"aws_x\" \"a\" {}\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"envs/prod": "../stacks/prod", "envs/again": "dev", "envs/out": "../.."} {
		if err := os.Symlink(to, filepath.Join(top, name)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for ask, want := range map[string][]string{"envs": {"envs/dev", "envs/prod"}, ".": {"envs/dev", "stacks/prod"}} {
		got, _, err := load.Folders(root.FS(), ask)
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", ask, err, d)
		}
	}
}

func TestFoldersOfNothing(t *testing.T) {
	t.Parallel()
	files := mapFS(map[string]string{"README.md": "x"})
	if got, _, err := load.Folders(files, "."); err == nil {
		t.Errorf("got %v without an error", got)
	}
	if _, _, err := load.Folders(files, "gone"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want that the folder is not there", err)
	}
}
