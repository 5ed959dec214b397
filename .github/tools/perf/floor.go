package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	tfjson "github.com/hashicorp/terraform-json"
)

// floors are what the program is measured against, each a process of its own.
var floors = map[string]func(path string) error{
	"valid": func(path string) error {
		b, err := os.ReadFile(path)
		if err == nil && !json.Valid(b) {
			err = errors.New("not valid")
		}
		return err
	},
	"tfjson": func(path string) error {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var p tfjson.Plan
		return json.Unmarshal(b, &p)
	},
	"hclsyntax": func(path string) error {
		return filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".tf") {
				return err
			}
			b, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if _, diags := hclsyntax.ParseConfig(b, name, hcl.InitialPos); diags.HasErrors() {
				return diags
			}
			return nil
		})
	},
}
