package load

import (
	"errors"
	"fmt"
)

// The reasons why an input cannot be read, for errors.Is.
var (
	ErrEmpty     = errors.New("the input is empty")
	ErrTruncated = errors.New("the JSON ends too early")
	ErrSyntax    = errors.New("the JSON is malformed")
	ErrTrailing  = errors.New("something follows the JSON document")
	ErrDuplicate = errors.New("a top-level key stands twice")
	ErrNotPlan   = errors.New("this is neither a plan nor a state")
	ErrVersion   = errors.New("unsupported format_version")
	ErrBinary    = errors.New("this is a binary plan")
	ErrStream    = errors.New("this is the message stream of `terraform plan -json`")
	ErrText      = errors.New("this is a plan in words, which cannot be read yet")
	ErrEncrypted = errors.New("this plan is encrypted")
)

// An Error says in one line why an input cannot be read and what to do.
type Error struct {
	Name   string // the input's name
	Kind   error  // one of the reasons above
	Detail string // more about it; "" for none
	Hint   string // what to do instead; "" for none
}

// Error gives the one line.
func (e *Error) Error() string {
	s := e.Kind.Error()
	if e.Name != "" {
		s = e.Name + ": " + s
	}
	if e.Detail != "" {
		s += fmt.Sprintf(" (%s)", e.Detail)
	}
	if e.Hint != "" {
		s += ": " + e.Hint
	}
	return s
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Kind }

var hints = map[error]string{
	ErrEmpty:     "name a folder or file, e.g. sovlint tfplan.json",
	ErrTruncated: "write the plan again, to the end",
	ErrNotPlan:   "expected the output of `terraform show -json`",
	ErrBinary:    "run `terraform show -json tfplan | sovlint`",
	ErrStream:    "save the plan with -out=tfplan, then run `terraform show -json tfplan | sovlint`",
	ErrText:      "save the plan with -out=tfplan, then run `terraform show -json tfplan | sovlint`",
	ErrEncrypted: "run `tofu show -json tfplan | sovlint`",
}

func fail(kind error, detail string) *Error {
	return &Error{Kind: kind, Detail: detail, Hint: hints[kind]}
}
