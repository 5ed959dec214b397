// Package tf is the ground every other package stands on: a Terraform
// configuration as it was read, whatever it was read from.
//
// It knows nothing of vendors, places or doctrines, and it reads nothing:
// package load fills these types.
package tf

// A Config is one input, read.
type Config struct {
	Source           string // the input's name as the user gave it; "-" for standard input
	Format           string // "plan-json", "state-json", ...
	SHA256           string // of the input's bytes, lower-case hexadecimal
	TerraformVersion string // "" when the input does not say
	Errored          bool   // the plan run failed; Resources are only a part
	Incomplete       bool   // the plan says complete: false (-target and the like)

	Resources []*Resource // sorted by address; deposed objects repeat an address
	Backend   *Backend    // nil when the input cannot show it
	Calls     map[string]*Call
	Gaps      []Gap // what could not be read

	byBase map[string][]*Resource // resources by address without instance key, made by Follow
}

// A Resource is one instance of a resource, a data source or a module that
// could not be read.
type Resource struct {
	Address  string // absolute, with instance keys
	Previous string // the address before a move; "" when it did not move
	Module   string // the module instance: "" or `module.a["k"].module.b`
	Mode     Mode
	Type     string
	Name     string
	Key      string // the instance key as written, `["a"]` or `[0]`; "" for none
	Deposed  string // the key of a deposed object; "" for the current one
	Action   Action
	Provider Provider
	Body     Body
	At       Range // zero when not known
}

// A Mode tells what kind of thing a Resource stands for.
type Mode string

// The modes, spelled as in the report.
const (
	Managed Mode = "managed"
	Data    Mode = "data"
	Backing Mode = "backend"
	Module  Mode = "module"
)

// An Action is what a plan is going to do with a resource.
type Action string

// The actions, spelled as in the report. Exists is for inputs that are no plan.
const (
	Create  Action = "create"
	Update  Action = "update"
	Replace Action = "replace"
	Delete  Action = "delete"
	Read    Action = "read"
	NoOp    Action = "no-op"
	Forget  Action = "forget"
	Import  Action = "import"
	Exists  Action = "exists"
)

// Remains reports whether something is there after the action.
func (a Action) Remains() bool { return a != Delete && a != Forget }

// A Provider is one configured instance of a provider: aws.paris, not "aws".
type Provider struct {
	Source string // "registry.terraform.io/hashicorp/aws"; before Terraform 0.13 only "aws"
	Alias  string // "" for the default instance
	Key    string // key in provider_config, for messages
	// Joined is false when the input does not tell which provider block the
	// resource uses; Written is then empty and proves nothing.
	Joined  bool
	Written Attrs // what the provider block says
	At      Range
}

// A Backend is where the state is kept.
type Backend struct {
	Type    string // "s3", "azurerm", "cloud", ...
	Written Attrs
	At      Range
}

// A Call is one module call, kept so that references can be followed through it.
type Call struct {
	Args    Attrs // by input variable, in the caller's scope
	Outputs Attrs // by output name, in the module's own scope
}

// A Body holds a resource's attributes, only those that somebody asked for.
type Body struct {
	Planned Attrs // values as planned, or as in the state
	Written Attrs // expressions as written in the configuration
}

// A Gap is something that could not be read or seen.
type Gap struct {
	What string
	At   Range
}

// A Range is a place in a source file. The zero Range means "not known".
type Range struct {
	File      string // relative to the current folder, forward slashes
	Line      int    // from 1
	Column    int    // from 1, in Unicode code points
	EndLine   int
	EndColumn int
}

// IsZero reports whether the place is not known.
func (r Range) IsZero() bool { return r.Line == 0 }
