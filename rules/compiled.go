package rules

import (
	"embed"
	"encoding/json"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
)

// The words and the doctrines are written in HCL, which is good to read and
// slow to parse: five milliseconds of every run. What is embedded is their JSON,
// which `go test ./rules -update` makes and a test holds against the HCL.
//
//go:embed compiled/*.json
var compiledFiles embed.FS

func compiled(name string, into any) error {
	raw, err := compiledFiles.ReadFile("compiled/" + name + ".json")
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, into)
}

// messages gives the words of every rule in a language, by rule name.
func messages(lang string) (map[string]lint.Text, error) {
	var out map[string]lint.Text
	err := compiled("messages."+lang, &out)
	return out, err
}

// Digest is the SHA-256 of the doctrines and words that come with the program, in
// hexadecimal.
func Digest() (string, error) { return catalog.DigestOf(compiledFiles) }
