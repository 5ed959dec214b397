package load

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"google.golang.org/protobuf/encoding/protowire"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// The fields that are read, by number, as seen in the plans of Terraform 1.11
// and OpenTofu 1.12. All others are passed over.
const (
	planVersion    = 1
	planVariable   = 2
	planChange     = 3
	planTarget     = 5
	planBackend    = 13
	planTerraform  = 14
	planErrored    = 20
	planTimestamp  = 21
	planApplyable  = 25
	planComplete   = 26
	planDeferred   = 27
	planFileFormat = 3

	changeDeposed  = 7
	changeProvider = 8
	changeItself   = 9
	changeAddress  = 13
	changePrevious = 14
)

// A planFile is the plan of a binary plan while it is read.
type planFile struct {
	pool
	version              uint64
	terraform            string
	timed, newer         bool // it has its time; it has fields of a later Terraform
	errored              bool
	targeted, later      bool
	applyable, complete  bool
	changes, rest        []*tf.Resource
	variables            map[string]json.RawMessage
	backendType, backend []byte
	workspace            string
	nameless             int
	size, nodes          int // of the archive in bytes; the values that were decoded
}

func newPlanFile(o Options, size int) *planFile {
	return &planFile{size: size, pool: newPool(o), variables: map[string]json.RawMessage{}}
}

// read reads the plan as a stream of fields; one change is held at a time.
func (p *planFile) read(r io.Reader) error {
	in := bufio.NewReaderSize(r, 64<<10)
	var buf []byte
	for {
		num, typ, err := readTag(in)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		p.newer = p.newer || num > planDeferred
		switch typ {
		case protowire.VarintType:
			n, err := readVarint(in)
			if err != nil {
				return err
			}
			p.number(num, n)
		case protowire.BytesType:
			n, err := readVarint(in)
			if err != nil {
				return err
			}
			if buf, err = readField(in, buf, n, p.reads(num)); err != nil {
				return err
			}
			if err := p.field(num, buf); err != nil {
				return err
			}
		default:
			return fail(ErrCorrupt, "the plan in it cannot be read")
		}
	}
}

func (p *planFile) reads(num protowire.Number) bool {
	switch num {
	case planVariable, planChange, planBackend, planTerraform, planDeferred:
		return true
	}
	return false
}

func readTag(in *bufio.Reader) (protowire.Number, protowire.Type, error) {
	if _, err := in.Peek(1); err == io.EOF {
		return 0, 0, err
	}
	tag, err := readVarint(in)
	if err != nil {
		return 0, 0, err
	}
	num, typ := protowire.DecodeTag(tag)
	if num < 1 {
		return 0, 0, fail(ErrCorrupt, "the plan in it cannot be read")
	}
	return num, typ, nil
}

func readVarint(in *bufio.Reader) (uint64, error) {
	b, err := in.Peek(10)
	v, n := protowire.ConsumeVarint(b)
	if n < 0 {
		if err != nil && err != io.EOF {
			return 0, err
		}
		return 0, fail(ErrCorrupt, "the plan in it ends too early")
	}
	_, _ = in.Discard(n)
	return v, nil
}

// readField reads a field of n bytes into buf, or passes over it.
func readField(in *bufio.Reader, buf []byte, n uint64, wanted bool) ([]byte, error) {
	if n > maxValue {
		return buf, tooMuch("one change is larger than %d MB", maxValue>>20)
	}
	if !wanted {
		_, err := in.Discard(int(n))
		return buf[:0], cutShort(err)
	}
	// The size may lie: the buffer grows with what is really there.
	buf = buf[:0]
	for uint64(len(buf)) < n {
		step := min(int(n)-len(buf), 64<<10)
		at := len(buf)
		buf = append(buf, make([]byte, step)...)
		if _, err := io.ReadFull(in, buf[at:]); err != nil {
			return buf, cutShort(err)
		}
	}
	return buf, nil
}

func cutShort(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fail(ErrCorrupt, "the plan in it ends too early")
	}
	return err
}

func (p *planFile) number(num protowire.Number, n uint64) {
	switch num {
	case planVersion:
		p.version = n
	case planErrored:
		p.errored = n != 0
	case planApplyable:
		p.applyable = n != 0
	case planComplete:
		p.complete = n != 0
	}
}

func (p *planFile) field(num protowire.Number, b []byte) error {
	switch num {
	case planVariable:
		return p.variable(b)
	case planChange:
		return p.change(b)
	case planTarget:
		p.targeted = true
	case planTimestamp:
		p.timed = true
	case planBackend:
		return fields(b, func(num protowire.Number, v []byte, _ uint64) error {
			switch num {
			case 1:
				p.backendType = append(p.backendType[:0], v...)
			case 2:
				p.backend = append(p.backend[:0], dynamic(v)...)
			case 3:
				p.workspace = string(v)
			}
			return nil
		})
	case planTerraform:
		p.terraform = string(b)
	case planDeferred:
		p.later = true
		return fields(b, func(num protowire.Number, v []byte, _ uint64) error {
			if num == 2 {
				return p.change(v)
			}
			return nil
		})
	}
	return nil
}

// fields calls fn for each field of a message: v for bytes, n for numbers.
func fields(b []byte, fn func(num protowire.Number, v []byte, n uint64) error) error {
	for len(b) > 0 {
		num, typ, n := protowire.ConsumeTag(b)
		if n < 0 {
			return fail(ErrCorrupt, "a message of the plan in it cannot be read")
		}
		b = b[n:]
		var v []byte
		var number uint64
		switch typ {
		case protowire.BytesType:
			v, n = protowire.ConsumeBytes(b)
		case protowire.VarintType:
			number, n = protowire.ConsumeVarint(b)
		default:
			n = protowire.ConsumeFieldValue(num, typ, b)
		}
		if n < 0 {
			return fail(ErrCorrupt, "a message of the plan in it cannot be read")
		}
		b = b[n:]
		if err := fn(num, v, number); err != nil {
			return err
		}
	}
	return nil
}

// dynamic gives the MessagePack in a DynamicValue.
func dynamic(b []byte) (out []byte) {
	_ = fields(b, func(num protowire.Number, v []byte, _ uint64) error {
		if num == 1 {
			out = v
		}
		return nil
	})
	return out
}

// known refuses the plans that are not read.
func (p *planFile) known() error {
	switch {
	case p.nodes > minNodes+perPacked*p.size:
		return tooMuch("%d values in a binary plan of %d bytes", p.nodes, p.size)
	case p.version != planFileFormat:
		return &Error{Kind: ErrVersion, Detail: speech.Errorf("binary plan of format %d, want %d", p.version, planFileFormat), Hint: hints[ErrEncrypted]}
	case p.nameless > 0:
		return &Error{Kind: ErrVersion, Detail: speech.Errorf("binary plan of Terraform %.20s, which names resources in another way; 1.1 and later are read", p.terraform),
			Hint: "run `terraform show -json tfplan | sovlint`"}
	case p.cut():
		return fail(ErrCorrupt, "the plan in it ends too early: what stands behind the changes is missing")
	}
	return nil
}

// cut reports whether fields are missing that every plan has behind its changes:
// where the plan was made for, the version that made it and, since Terraform
// 1.5 and in every OpenTofu, its time. A later Terraform may keep its state
// elsewhere than in a backend.
func (p *planFile) cut() bool {
	return p.terraform == "" || len(p.backendType) == 0 && !p.newer || !p.timed && since(p.terraform, 1, 5)
}

// config joins what was read.
func (p *planFile) config(files map[string]*zip.File) *tf.Config {
	c := &tf.Config{
		Format: formatBinary, TerraformVersion: p.terraform, Errored: p.errored,
		Incomplete: p.errored || p.targeted || p.later || p.applyable && !p.complete,
		Resources:  append(p.changes, p.rest...),
		Backend:    backend(string(p.backendType), packedAttrs(p.backend, func(name []byte) bool { return hcleval.Keeps(string(p.backendType), string(name)) }, nil)),
	}
	if p.errored {
		c.Gaps = append(c.Gaps, tf.Gap{What: gapErrored})
	}
	if p.targeted || p.later || c.Incomplete && !p.errored {
		c.Gaps = append(c.Gaps, tf.Gap{What: gapIncomplete})
	}
	tf.Sort(c.Resources)
	var acts hcleval.Acts
	letGo(&acts, c.Resources)
	c.Gaps = append(c.Gaps, acts.Gaps(p.o.Lang)...)
	p.source(c, files)
	return c
}
