package load_test

import (
	"errors"
	"io/fs"
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
		got, err := load.Folders(mapFS(tt.files), tt.ask...)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func TestFoldersOfNothing(t *testing.T) {
	t.Parallel()
	files := mapFS(map[string]string{"README.md": "x"})
	if got, err := load.Folders(files, "."); err == nil {
		t.Errorf("got %v without an error", got)
	}
	if _, err := load.Folders(files, "gone"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want that the folder is not there", err)
	}
}
