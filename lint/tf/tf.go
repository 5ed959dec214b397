// Package tf is the ground every other package stands on: a Terraform
// configuration as it was read, whatever it was read from.
//
// It knows nothing of vendors, places or doctrines, and it reads nothing:
// packages load and hcleval fill these types. What many resources have in
// common (a provider instance, equal attributes) is held once and pointed to,
// so that a plan of a hundred thousand resources fits into a few megabytes.
package tf

import (
	"slices"
	"strings"
)

// A Config is one input, read.
type Config struct {
	Source           string // the input's name as the user gave it; "-" for standard input
	Format           string // "plan-json", "state-json", ...
	SHA256           string // of the input's bytes, lower-case hexadecimal
	TerraformVersion string // "" when the input does not say
	Errored          bool   // the plan run failed; Resources are only a part
	Incomplete       bool   // the plan says complete: false (-target and the like)
	// Bare is true for a plan in a form that shows no provider blocks: what is
	// lent to its resources is joined to them one by one.
	Bare bool

	Resources []*Resource // in the order of Sort; deposed objects repeat an address
	Backend   *Backend    // nil when the input cannot show it
	// Calls are the module calls by module instance; "" is the root, whose
	// arguments are the input's variables.
	Calls map[string]*Call
	// Sources are the sources of the module calls, as written, by address without
	// instance keys, but for folders beside the caller; nil where the input has none.
	Sources map[string]string
	Gaps    []Gap // what could not be read
	// Given names what gives values to the root's variables: "--var region",
	// "TF_VAR_region of the environment", "terraform.tfvars".
	Given []string
	// Unread is source that Terraform reads and that could not be read here:
	// what it declares was not judged. Each has a line.
	Unread []Gap
	// Other is the same folder as Terraform reads it, where OpenTofu reads it
	// differently; nil for most.
	Other *Config
	// Comments are what comments of the source say to sovlint.
	Comments []Comment
	// Declared holds every resource block of a source, also those without an
	// instance, by address without instance keys. Nil for other inputs.
	Declared map[Addr]*Range

	modules []string // the keys of Calls in order, made by Follow
}

// A Resource is one instance of a resource, a data source or a module that
// could not be read.
type Resource struct {
	Addr
	*Kind // never nil
	// Called is what the resource is called. It is kept apart from its kind,
	// since it is never the same twice.
	Called Called
	Past   *Past // nil for most
}

// A Kind is what instances of one block in a thousand modules have in common. It
// is shared: whoever changes one resource's kind gives it a copy first.
type Kind struct {
	Mode     Mode
	Action   Action
	Type     string
	Provider *Provider // never nil once read
	Body     Body
	At       *Range // the block; nil when not known
}

// A Called holds the texts that a resource is known by, packed into one: its own
// identifier and its names. The zero Called holds none.
type Called string

// CalledBy packs an identifier and names. No name holds a NUL; a text that does
// is left out.
func CalledBy(self string, names []string) Called {
	if strings.Contains(self, nul) {
		self = ""
	}
	names = slices.DeleteFunc(names, func(s string) bool { return s == "" || strings.Contains(s, nul) })
	if len(names) == 0 {
		return Called(self)
	}
	return Called(self + nul + strings.Join(names, nul))
}

const nul = "\x00"

// Self is the identifier that the provider gives the resource, where it tells
// the place; "" when not known.
func (c Called) Self() string {
	self, _, _ := strings.Cut(string(c), nul)
	return self
}

// Names are the texts by which other resources may name it in a literal: its
// bucket, its id. They are nil for most.
func (c Called) Names() []string {
	_, names, ok := strings.Cut(string(c), nul)
	if !ok {
		return nil
	}
	return strings.Split(names, nul)
}

// A Past is what a resource was before.
type Past struct {
	Address string // before a move; "" when it did not move
	Deposed string // the key of a deposed object; "" for the current one
}

// Name is the resource's name, without type and key.
func (r *Resource) Name() string {
	base := strings.TrimPrefix(r.Base(), "data.")
	return strings.TrimPrefix(base, r.Type+".")
}

// Deposed is the key of a deposed object; "" for the current one.
func (r *Resource) Deposed() string {
	if r.Past == nil {
		return ""
	}
	return r.Past.Deposed
}

// A Mode tells what kind of thing a Resource stands for. The zero Mode is
// Managed.
type Mode uint8

// The modes.
const (
	Managed Mode = iota
	Data
	Backing
	Module
)

var modes = []string{"managed", "data", "backend", "module"}

// String spells the mode as the report does.
func (m Mode) String() string { return modes[m] }

// ModeOf reads a mode as Terraform and the report spell it.
func ModeOf(text string) (Mode, bool) {
	for i, s := range modes {
		if s == text {
			return Mode(i), true
		}
	}
	return Managed, false
}

// An Action is what a plan is going to do with a resource. The zero Action is
// Exists, for inputs that are no plan.
type Action uint8

// The actions.
const (
	Exists Action = iota
	Create
	Update
	Replace
	Delete
	Read
	NoOp
	Forget
	Import
)

var actions = []string{"exists", "create", "update", "replace", "delete", "read", "no-op", "forget", "import"}

// String spells the action as the report does.
func (a Action) String() string { return actions[a] }

// Remains reports whether something is there after the action.
func (a Action) Remains() bool { return a != Delete && a != Forget }

// A Provider is one configured instance of a provider: aws.paris, not "aws".
type Provider struct {
	Source string // "registry.terraform.io/hashicorp/aws"; before Terraform 0.13 only "aws"
	Alias  string // "" for the default instance
	Key    string // key in provider_config, for messages
	Module string // the module instance its block stands in; "" for the root
	// Joined is false when the input does not tell which provider block the
	// resource uses; Written is then empty and proves nothing.
	Joined  bool
	Written Attrs // what the provider block says
	At      *Range
}

// A Backend is where the state is kept.
type Backend struct {
	Type    string // "s3", "azurerm", "cloud", ...
	Written Attrs
	At      *Range
}

// A Call is one module call, kept so that references can be followed through it.
type Call struct {
	Args     Attrs           // by input variable, in the caller's scope
	Outputs  Attrs           // by output name, in the module's own scope
	Defaults map[string]any  // of the module's input variables, known ones
	Secret   map[string]bool // input variables that are declared sensitive
	At       *Range          // the call; nil when not known
}

// A Body holds a resource's attributes, only those that somebody asked for.
type Body struct {
	Planned Attrs // values as planned, or as in the state
	Written Attrs // expressions as written in the configuration
}

// A Comment is one line of a comment that speaks to sovlint.
type Comment struct {
	Text  string // what follows "sovlint:"
	Block string // the block it stands on, "aws_s3_bucket.b" or "module.a"; "" for none
	On    *Range // the lines of that block; nil for none
	At    *Range // the comment
}

// A Gap is something that could not be read or seen.
type Gap struct {
	What string
	At   *Range // nil when not known
}

// A Range is a place in a source file.
type Range struct {
	File      string `json:"file"`       // relative to the current folder, forward slashes
	Line      int    `json:"line"`       // from 1
	Column    int    `json:"column"`     // from 1, in Unicode code points
	EndLine   int    `json:"end_line"`   // from 1
	EndColumn int    `json:"end_column"` // from 1, the column after the last character
}
