package load

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"

	"github.com/sovlint/sovlint/lint/tf"
)

// readArchive reads a binary plan: a zip that holds the plan itself, the state
// before it, the configuration it was made from and the lock file.
func readArchive(in io.Reader, o Options) (*tf.Config, error) {
	b, err := io.ReadAll(io.LimitReader(in, maxArchive+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxArchive {
		return nil, tooMuch("a binary plan of more than %d MB", maxArchive>>20)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fail(ErrCorrupt, "its list of files cannot be read: was it cut?")
	}
	if len(z.File) > maxEntries {
		return nil, tooMuch("a binary plan of more than %d files", maxEntries)
	}
	files := map[string]*zip.File{}
	for _, f := range z.File {
		if files[f.Name] != nil {
			return nil, fail(ErrCorrupt, "a file stands in it twice")
		}
		files[f.Name] = f
	}
	if files["tfplan"] == nil {
		return nil, fail(ErrNotPlan, "a zip without a file tfplan")
	}
	return readPlanFile(files, o, len(b))
}

func readPlanFile(files map[string]*zip.File, o Options, size int) (*tf.Config, error) {
	p := newPlanFile(o, size)
	err := unpack(files["tfplan"], p.read)
	if err == nil {
		err = p.known()
	}
	switch {
	case err != nil:
	case files["tfstate"] == nil:
		err = fail(ErrCorrupt, "it holds no state before the plan")
	default:
		err = unpack(files["tfstate"], p.state)
	}
	if err != nil {
		return nil, err
	}
	return p.config(files), nil
}

// unpack gives a file of the archive to a reader.
func unpack(f *zip.File, read func(io.Reader) error) error {
	r, err := f.Open()
	if err != nil {
		return fail(ErrCorrupt, "%.40q cannot be opened", f.Name)
	}
	defer r.Close()
	err = read(&inflated{r: r, most: max(int64(f.CompressedSize64)*maxRatio, minUnpacked), name: f.Name})
	var known *Error
	switch {
	case err == nil, errors.As(err, &known):
		return err
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat):
		return fail(ErrCorrupt, "%.40q does not unpack", f.Name)
	}
	return fail(ErrCorrupt, "%.40q cannot be read", f.Name)
}

// inflated keeps a file from unpacking to much more than it is.
type inflated struct {
	r    io.Reader
	most int64
	name string
}

func (s *inflated) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if s.most -= int64(n); s.most < 0 {
		return 0, tooMuch("%.40q unpacks to more than %d times its size", s.name, maxRatio)
	}
	return n, err
}

// state reads the state before the plan: resources that the plan has no change
// for hold their data all the same. The others are passed over.
func (p *planFile) state(r io.Reader) error {
	have := map[string]bool{}
	for _, c := range p.changes {
		have[c.String()+"\x00"+c.Deposed()] = true
		if c.Past != nil && c.Past.Address != "" {
			have[c.Past.Address+"\x00"] = true
		}
	}
	o := p.o
	o.skip = func(r *tf.Resource) bool { return r.Mode == tf.Data || have[r.String()+"\x00"+r.Deposed()] }
	all, err := newReading(newTape(r), o).all()
	if err != nil {
		return err
	}
	for _, r := range all[0].Resources {
		p.kinds.change(r, func(own *tf.Kind) { own.Provider = p.one(r.Provider) })
		p.rest = append(p.rest, r)
	}
	return nil
}
