package load

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestLooksLike knows every recorded plan and state by its head.
func TestLooksLike(t *testing.T) {
	t.Parallel()
	for _, pattern := range []string{"tfplan", "plan.*", "show.txt", "state.json", "*.tfstate"} {
		for _, top := range []string{"../../testdata/plans/*/", "../../testdata/plans/*/*/", "../../../shared/plans/*/", "../../../shared/plans/*/*/"} {
			files, _ := filepath.Glob(top + pattern)
			for _, file := range files {
				if b := head(t, file); !LooksLike(b) && !strings.HasSuffix(file, "plan.err") {
					t.Errorf("%s is not known: %.80q", file, b)
				}
			}
		}
	}
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(small)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for in, want := range map[string]bool{
		string(wide): true, "\xef\xbb\xbf" + small: true, "\n" + small: true,
		`{"applyable":true,"complete":true,"configuration":{}}`:     true,
		`{"configuration":{"provider_config":{}}}`:                  true,
		`{"version": 4, "terraform_version": "1.9.0", "serial": 1}`: true,
		`{"meta":{"k":"v"},"encrypted_data":"xx"}`:                  true,
		"": false,
		`{"name":"x","version":"1.0.0","dependencies":{}}`:     false,
		`[{"format_version":"1.0"}]`:                           false,
		"# terraform plan\n\nTerraform will do many things.\n": false,
		"resource \"a\" \"b\" {}\n":                            false,
	} {
		if got := LooksLike([]byte(in)); got != want {
			t.Errorf("%.60q: got %v, want %v", in, got, want)
		}
	}
}

func head(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Clone(b[:min(len(b), HeadSize)])
}
