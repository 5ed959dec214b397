package load

import (
	"errors"

	"github.com/sovlint/sovlint/lint/speech"
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
	Detail error  // more about it; nil for none
	Hint   string // what to do instead; "" for none
}

// Error gives the one line.
func (e *Error) Error() string { return e.In("") }

// In gives the one line in a language.
func (e *Error) In(l speech.Lang) string {
	s := l.Error(e.Kind)
	if e.Name != "" {
		s = l.Say("%s: %s", e.Name, s)
	}
	if e.Detail != nil {
		s += " (" + l.Error(e.Detail) + ")"
	}
	if e.Hint != "" {
		s = l.Say("%s: %s", s, l.Word(e.Hint))
	}
	return s
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Kind }

var hints = map[error]string{
	ErrEmpty:       "name a folder or file, e.g. sovlint tfplan.json",
	ErrTruncated:   "write the plan again, to the end; see what Terraform wrote on stderr: with `set -o pipefail` the whole pipeline fails when it does",
	ErrTrailing:    "keep the document alone: with setup-terraform set terraform_wrapper: false, and send stderr elsewhere",
	ErrNotPlan:     "expected what `terraform plan` or `terraform show -json` prints, a plan file or a state",
	ErrNoPlan:      "see what it wrote on stderr; with `set -o pipefail` the whole pipeline fails when Terraform does",
	ErrPartial:     "give it whole, as Terraform wrote it: what a filter took out cannot be judged",
	ErrDuplicate:   "readers differ on which of two they believe; give the input as Terraform wrote it",
	ErrContradicts: "give it as Terraform wrote it",
	ErrCorrupt:     "make it again with `terraform plan -out=tfplan`",
	ErrEncrypted:   "run `tofu show -json tfplan | sovlint`",
	ErrRemote:      "run `terraform show -json tfplan | sovlint`, which fetches it",
}

// fail makes an error of a kind, with more about it where there is a sentence.
func fail(kind error, sentence string, args ...any) *Error {
	e := &Error{Kind: kind, Hint: hints[kind]}
	if sentence != "" {
		e.Detail = speech.Errorf(sentence, args...)
	}
	return e
}

// failing is fail with a text that is said already, or is one of foreign's.
func failing(kind error, text string) *Error {
	e := fail(kind, "")
	if text != "" {
		e.Detail = errors.New(text)
	}
	return e
}
