package load

import (
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/hashicorp/go-version"
	tfjson "github.com/hashicorp/terraform-json"

	"github.com/sovlint/sovlint/lint/tf"
)

// A document is one JSON input while it is being read.
type document struct {
	dec *jsontext.Decoder
	o   Options

	seen      map[string]bool // top-level keys
	version   string
	format    string
	errored   bool
	partial   bool
	changes   []*tf.Resource
	state     []*tf.Resource
	variables tf.Attrs // values of the root variables
	conf      configuration

	words  map[string]string
	shared map[string]tf.Attrs
	bare   map[string]*tf.Provider // by source

	sources map[string]string // the provider of each type; "" when there are several
}

func newDocument(in io.Reader, o Options) *document {
	return &document{
		dec:       jsontext.NewDecoder(in, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)),
		o:         o,
		seen:      map[string]bool{},
		variables: tf.Attrs{},
		conf:      newConfiguration(),
		words:     map[string]string{},
		shared:    map[string]tf.Attrs{},
		bare:      map[string]*tf.Provider{},
		sources:   map[string]string{},
	}
}

func (d *document) read() error {
	if err := d.object(d.top); err != nil {
		return err
	}
	if _, err := d.dec.ReadToken(); err != io.EOF {
		return fail(ErrTrailing, fmt.Sprintf("after byte %d", d.dec.InputOffset()))
	}
	return d.isKnown()
}

// isKnown refuses JSON that is neither a plan nor a state.
func (d *document) isKnown() error {
	switch {
	case d.seen["encrypted_data"]:
		return fail(ErrEncrypted, "")
	case d.seen["resource_changes"]:
		return nil
	case !d.seen["format_version"] && d.seen["lineage"]:
		return fail(ErrNotPlan, "this is a raw state file")
	case !d.seen["format_version"]:
		return fail(ErrNotPlan, "no format_version")
	case d.seen["planned_values"], d.seen["configuration"], d.seen["prior_state"], d.seen["values"]:
		return nil
	}
	for key := range d.seen {
		if key != "format_version" && key != "terraform_version" {
			return fail(ErrNotPlan, "it has no resources")
		}
	}
	return nil // the state is empty
}

func (d *document) top(key string) error {
	if d.seen[key] {
		return fail(ErrDuplicate, fmt.Sprintf("%.40q", key))
	}
	if len(d.seen) < 1000 {
		d.seen[key] = true
	}
	switch key {
	case "format_version":
		return d.value(d.formatVersion)
	case "terraform_version":
		return d.value(func(v []byte) error { d.version = text(v); return nil })
	case "errored":
		return d.value(func(v []byte) error { d.errored = isTrue(v); return nil })
	case "complete":
		return d.value(func(v []byte) error { d.partial = v[0] == 'f'; return nil })
	case "variables":
		return d.object(d.variable)
	case "resource_changes":
		return d.array(func() error { return d.value(d.change) })
	case "prior_state":
		return d.priorState()
	case "values":
		return d.object(d.values)
	case "configuration":
		return d.object(d.configuration)
	}
	return d.dec.SkipValue()
}

func (d *document) formatVersion(v []byte) error {
	d.format = text(v)
	got, err := version.NewVersion(d.format)
	if err != nil {
		return fail(ErrVersion, fmt.Sprintf("%.40s", v))
	}
	want, err := version.NewConstraint(tfjson.PlanFormatVersionConstraints)
	if err != nil || !want.Check(got) {
		return fail(ErrVersion, fmt.Sprintf("%.40s, want %s", v, tfjson.PlanFormatVersionConstraints))
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

// priorState is read only where a plan has no changes: it was made with
// -refresh-only.
func (d *document) priorState() error {
	if len(d.changes) > 0 {
		return d.dec.SkipValue()
	}
	return d.object(func(key string) error {
		if key == "values" {
			return d.object(d.values)
		}
		return d.dec.SkipValue()
	})
}

// object streams an object's members; fn must read the member's value. A null
// or another kind of value is skipped.
func (d *document) object(fn func(key string) error) error {
	if d.dec.PeekKind() != '{' {
		return d.dec.SkipValue()
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return err
	}
	for d.dec.PeekKind() == '"' {
		tok, err := d.dec.ReadToken()
		if err != nil {
			return err
		}
		if err := fn(tok.String()); err != nil {
			return err
		}
	}
	_, err := d.dec.ReadToken()
	return err
}

func (d *document) array(fn func() error) error {
	switch d.dec.PeekKind() {
	case '[':
	case 'n':
		return d.dec.SkipValue()
	default:
		return fail(ErrNotPlan, "a list was expected where another value stands")
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

func syntaxDetail(e *jsontext.SyntacticError) string {
	return fmt.Sprintf("at byte %d", e.ByteOffset)
}

// word gives one string for all its copies.
func (d *document) word(raw []byte) string {
	if len(raw) < 2 || raw[0] != '"' {
		return ""
	}
	return d.wordOf(unquote(raw))
}

func (d *document) wordOf(b []byte) string {
	if s, ok := d.words[string(b)]; ok {
		return s
	}
	s := string(b)
	if len(d.words) < 1<<14 {
		d.words[s] = s
	}
	return s
}

func (d *document) wanted(source, typ string) (names []string, all bool) {
	if d.o.Wanted == nil {
		return nil, true
	}
	return d.o.Wanted(source, typ), false
}
