package load

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hashicorp/go-version"
	tfjson "github.com/hashicorp/terraform-json"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

// A document is one JSON input while it is being read.
type document struct {
	dec tokens
	pool

	seen      map[string]bool // top-level keys
	version   string
	format    string
	errored   bool
	partial   bool
	later     bool // some changes are deferred
	changes   []*tf.Resource
	account   account
	strange   strange
	acts      hcleval.Acts // what a run does beside the resources
	rooted    bool         // a state has its root module
	state     []*tf.Resource
	sorted    bool            // changes are in order
	moved     map[string]bool // the addresses that changes moved away from
	raw       rawState
	variables tf.Attrs // values of the root variables
	conf      configuration

	sources map[string]string // the provider of each type; "" when there are several
}

func newDocument(dec tokens, o Options) *document {
	return &document{
		dec:       dec,
		pool:      newPool(o),
		seen:      map[string]bool{},
		variables: tf.Attrs{},
		conf:      newConfiguration(),
		sources:   map[string]string{},
	}
}

func (d *document) read() error {
	if err := d.object(d.top); err != nil {
		return err
	}
	return d.isKnown()
}

// isKnown refuses JSON that is neither a plan nor a state, and such out of which
// something was taken.
func (d *document) isKnown() error {
	switch {
	case d.seen["encrypted_data"]:
		return fail(ErrEncrypted, "")
	case d.seen["remote_plan_format"] && d.seen["run_id"]:
		return fail(ErrRemote, "")
	case d.seen["resource_changes"]:
	case d.isRaw():
		return d.raw.known()
	case !d.seen["format_version"]:
		return fail(ErrNotPlan, "no format_version")
	case !d.isState(), d.seen["values"]:
	case len(d.seen) > 2 || len(d.seen) == 2 && !d.seen["terraform_version"]:
		return fail(ErrNotPlan, "it has no resources")
	default:
		return nil // the state is empty
	}
	for _, key := range slices.Sorted(maps.Keys(d.seen)) {
		if !planMembers[key] {
			d.strange.note("the document", key)
		}
	}
	if len(d.changes)+len(d.state) == 0 && d.strange.n > 0 {
		return fail(ErrNotPlan, "no resource was understood, and these members are not known: %s", &d.strange)
	}
	switch {
	case !d.isState():
		return d.whole()
	case !d.rooted:
		return fail(ErrPartial, "the values of the state have no root_module")
	}
	return nil
}

// isRaw reports whether this is a state as Terraform stores it.
func (d *document) isRaw() bool {
	return !d.seen["format_version"] && d.seen["version"] && (d.seen["lineage"] || d.seen["serial"] || d.seen["resources"] || d.seen["modules"] || d.seen["backend"])
}

func (d *document) top(key string) error {
	d.seen[key] = true
	switch key {
	case "format_version":
		return d.value(d.formatVersion)
	case "terraform_version":
		return d.value(func(v []byte) error { d.version = text(v); return nil })
	case "errored":
		return d.value(func(v []byte) error { d.errored = v[0] != 'f' && v[0] != 'n'; return nil })
	case "complete":
		return d.value(func(v []byte) error { d.partial = v[0] != 't' && v[0] != 'n'; return nil })
	case "variables":
		return d.object(d.variable)
	case "planned_values":
		return d.plannedValues()
	case "resource_changes":
		err := d.array(func() error { return d.value(d.change) })
		d.settle() // so that the account need not be kept
		return err
	case "deferred_changes":
		return d.array(func() error { return d.value(d.deferred) })
	case "action_invocations", "deferred_action_invocations":
		return d.array(func() error { return d.value(d.invocation) })
	case "prior_state":
		return d.priorState()
	case "values":
		return d.object(d.values)
	case "configuration":
		return d.object(d.configuration)
	}
	if !d.seen["format_version"] {
		return d.rawTop(key)
	}
	return d.dec.SkipValue()
}

// invocation notes an action that the plan runs, or puts off.
func (d *document) invocation(v []byte) error {
	if inner := field(v, "action_invocation"); inner != nil {
		v = inner // one that is put off stands beside the reason
	}
	d.acts.Add(hcleval.Action, cmp.Or(text(field(v, "address")), text(field(v, "type")), "?"), 1, nil)
	return nil
}

func (d *document) formatVersion(v []byte) error {
	d.format = text(v)
	got, err := version.NewVersion(d.format)
	if err != nil {
		return fail(ErrVersion, "%.40s", v)
	}
	want, err := version.NewConstraint(tfjson.PlanFormatVersionConstraints)
	if err != nil || !want.Check(got) {
		return fail(ErrVersion, "%.40s, want %s", v, tfjson.PlanFormatVersionConstraints)
	}
	return nil
}

func (d *document) variable(name string) error {
	return d.value(func(v []byte) error {
		if len(v) < 64<<10 {
			d.variables[name] = value(field(v, "value"), nil, nil)
		}
		return nil
	})
}

// priorState holds what is there now. What a plan has no change for, as one made
// with -refresh-only or -target, stays as it is.
func (d *document) priorState() error {
	return d.object(func(key string) error {
		if key == "values" {
			return d.object(d.values)
		}
		return d.pass("prior_state", key, priorMembers)
	})
}

// pass goes over a member that nothing is read from, and notes one that is not
// known.
func (d *document) pass(where, key string, known map[string]bool) error {
	if !known[key] {
		d.strange.note(where, key)
	}
	return d.dec.SkipValue()
}

// object streams an object's members; fn must read the member's value.
func (d *document) object(fn func(key string) error) error {
	switch d.dec.PeekKind() {
	case '{':
	case 'n':
		return d.dec.SkipValue()
	case 0:
		_, err := d.dec.ReadToken()
		return err
	default:
		return fail(ErrNotPlan, "an object was expected where another value stands, %s", d.where())
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return err
	}
	var have map[string]bool
	for d.dec.PeekKind() == '"' {
		tok, err := d.dec.ReadToken()
		if err != nil {
			return err
		}
		name := tok.String()
		switch {
		case have[name]:
			return doubled([]byte(name), d.where())
		case len(have) == maxMembers:
			return tooMuch("more than %d members in one object", maxMembers)
		}
		set(&have, name, true)
		if err := fn(name); err != nil {
			return err
		}
	}
	_, err := d.dec.ReadToken()
	return err
}

// where is the way to what was read last.
func (d *document) where() string { return cmp.Or(string(d.dec.StackPointer()), "the document") }

func (d *document) array(fn func() error) error {
	switch d.dec.PeekKind() {
	case '[':
	case 'n':
		return d.dec.SkipValue()
	default:
		return fail(ErrNotPlan, "a list was expected where another value stands, %s", d.where())
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return err
	}
	for k := d.dec.PeekKind(); k != ']' && k != 0; k = d.dec.PeekKind() {
		if err := fn(); err != nil {
			return err
		}
	}
	_, err := d.dec.ReadToken()
	return err
}

func (d *document) value(fn func(raw []byte) error) error {
	raw, err := d.dec.ReadValue()
	if err != nil {
		return err
	}
	return fn(raw)
}

// word gives one string for all copies of a JSON string.
func (d *document) word(raw []byte) string {
	if len(raw) < 2 || raw[0] != '"' {
		return ""
	}
	return d.wordOf(unquote(raw))
}
