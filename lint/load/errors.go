package load

import (
	"errors"
	"fmt"
)

// The reasons why an input cannot be read, for errors.Is.
var (
	ErrEmpty       = errors.New("the input is empty")
	ErrTruncated   = errors.New("the input ends too early")
	ErrSyntax      = errors.New("the JSON is malformed")
	ErrTrailing    = errors.New("something stands beside the document")
	ErrDuplicate   = errors.New("a key stands twice")
	ErrNotPlan     = errors.New("this is neither a plan nor a state")
	ErrNoPlan      = errors.New("there is no plan: Terraform ended in an error before it")
	ErrVersion     = errors.New("unsupported format version")
	ErrCorrupt     = errors.New("the binary plan is damaged")
	ErrEncrypted   = errors.New("this plan is encrypted")
	ErrRemote      = errors.New("this is a bookmark: the plan itself is kept by HCP Terraform")
	ErrPartial     = errors.New("a part of the plan is missing")
	ErrContradicts = errors.New("the input contradicts itself")
	ErrLimit       = errors.New("the input is larger than any real plan")
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

const pipefail = "see what it wrote on stderr; with `set -o pipefail` the whole pipeline fails when Terraform does"

var hints = map[error]string{
	ErrEmpty:       "name a folder or file, e.g. sovlint tfplan.json",
	ErrTruncated:   "write the plan again, to the end; " + pipefail,
	ErrTrailing:    "keep the document alone: with setup-terraform set terraform_wrapper: false, and send stderr elsewhere",
	ErrNotPlan:     "expected what `terraform plan` or `terraform show -json` prints, a plan file or a state",
	ErrNoPlan:      pipefail,
	ErrPartial:     "give it whole, as Terraform wrote it: what a filter took out cannot be judged",
	ErrDuplicate:   "readers differ on which of two they believe; give the input as Terraform wrote it",
	ErrContradicts: "give it as Terraform wrote it",
	ErrCorrupt:     "make it again with `terraform plan -out=tfplan`",
	ErrEncrypted:   "run `tofu show -json tfplan | sovlint`",
	ErrRemote:      "run `terraform show -json tfplan | sovlint`, which fetches it",
}

func fail(kind error, detail string) *Error {
	return &Error{Kind: kind, Detail: detail, Hint: hints[kind]}
}
