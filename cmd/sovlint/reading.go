package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// A read is one piece of reading: an input, which may hold several plans, or a
// root module of source. What was read before an error comes with it.
type read = func() ([]*tf.Config, error)

// configs reads every input, in order, and says on stderr what each was taken
// for.
func (s *session) configs(c *cli.Context, names []string, o lint.Options) lint.Inputs {
	return func(yield func(*tf.Config, error) bool) {
		work, end, err := s.reads(c, names, o)
		defer end()
		if err != nil {
			yield(nil, err)
			return
		}
		if len(work) > 1 {
			tuneForMany()
		}
		for all, err := range ahead(work) {
			for _, cfg := range all {
				if !c.Bool("quiet") {
					s.tell(recognised(cfg, speaking(c)))
				}
				if err == nil && !yield(cfg, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// reads lists what is to be read. Folders and files of source are taken
// together, where the first of them stands: several files of one root module
// are one input. The function it returns ends the reading.
func (s *session) reads(c *cli.Context, names []string, o lint.Options) (out []read, end func(), err error) {
	end = func() {}
	var source []string
	for _, name := range names {
		if isSource(name) {
			source = append(source, name)
		}
	}
	for _, name := range names {
		switch {
		case !isSource(name):
			out = append(out, func() ([]*tf.Config, error) { return s.read(c, name, o) })
		case name == source[0]:
			var more []read
			if more, end, err = s.sources(c, source, names, o); err != nil {
				return nil, end, err
			}
			out = append(out, more...)
		}
	}
	return out, end, nil
}

// isSource reports whether a name stands for a folder of source, or is one.
func isSource(name string) bool {
	if name == "-" {
		return false
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir() || err == nil && sourceFile(name)
}

// sources lists the root modules of folders and files of source; a folder that
// has none may be full of plans.
func (s *session) sources(c *cli.Context, names, inputs []string, o lint.Options) ([]read, func(), error) {
	out, end, err := s.folders(c, names, inputs, o)
	if err == nil || !errors.Is(err, load.ErrNoSource) {
		return out, end, err
	}
	for _, name := range names {
		plans, err := plansIn(name)
		if err != nil {
			return nil, end, err
		}
		for _, plan := range plans {
			out = append(out, func() ([]*tf.Config, error) { return s.read(c, plan, o) })
		}
	}
	if len(out) == 0 {
		return nil, end, speech.Errorf("%s: no .tf files and no plans here; pipe a plan: `terraform show -json tfplan | sovlint`", names[0])
	}
	return out, end, nil
}

// read reads the plans and states of one input and lends them the lines of
// their source.
func (s *session) read(c *cli.Context, name string, o lint.Options) ([]*tf.Config, error) {
	r, err := s.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	in := s.progress(r, s.masked(name), c.Bool("quiet"))
	if name == "-" && c.Bool("tee") {
		in = tee(in, s.stderr)
		defer io.Copy(io.Discard, in) // what an error left unread is part of the log too
	}
	want := asked(display(name), o)
	want.Source = func(snap load.Snapshot) (*tf.Config, error) { return snapshot(snap, name, want) }
	all, err := load.ReadAll(in, want)
	if err != nil {
		if !strings.HasPrefix(err.Error(), display(name)) {
			err = speech.Errorf("%s: %w", name, err)
		}
		return nil, err
	}
	for i, cfg := range all {
		if err := s.locate(c, name, cfg, o); err != nil {
			return all[:i+1], err
		}
	}
	return all, nil
}

// teeable refuses to copy an input through where hosts are to be masked: nothing
// could be masked in it but by reading it whole.
func (s *session) teeable(c *cli.Context) error {
	if s.masker != nil && c.Bool("tee") {
		return errors.New("--tee copies the input as it is, with all that --mask writes out; leave one of the two out")
	}
	return nil
}

// tee copies what is read to a log, but for a binary plan.
func tee(in io.Reader, log io.Writer) io.Reader {
	b := bufio.NewReader(in)
	if head, _ := b.Peek(4); bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return b
	}
	return io.TeeReader(b, log)
}

var formatNames = map[string]string{
	"plan-json": "plan as JSON", "state-json": "state as JSON", "plan-text": "plan in words", "plan-stream": "message stream of a plan",
	"plan-binary": "binary plan", "state-raw": "raw state", "hcl": "source of Terraform or OpenTofu",
}

// blind are the forms that cannot show what is there already.
var blind = map[string]string{
	"plan-text":   "; it shows neither the attributes of unchanged resources nor provider blocks: `terraform show -json` of a saved plan does",
	"plan-stream": "; it shows neither attributes nor provider blocks: `terraform show -json` of a saved plan does",
}

func recognised(cfg *tf.Config, l speech.Lang) string {
	text := l.Say("read %s: %s", cfg.Source, l.Word(cmp.Or(formatNames[cfg.Format], cfg.Format)))
	if cfg.TerraformVersion != "" {
		text += " (Terraform " + cfg.TerraformVersion + ")"
	}
	return text + ", " + resources(len(cfg.Resources), l) + l.Word(blind[cfg.Format])
}

// locate lends a plan the lines of the source behind it: the folder that is
// named, else the current one or the one the plan lies in, where it matches.
func (s *session) locate(c *cli.Context, name string, cfg *tf.Config, o lint.Options) error {
	if dir := c.String("source"); dir != "" {
		_, err := s.lend(c, dir, cfg, o)
		if err != nil {
			err = speech.Errorf("--source %w", err)
		}
		return err
	}
	if cfg.Format == "plan-binary" || strings.HasPrefix(cfg.Format, "state") {
		return nil
	}
	dirs := []string{"."}
	if name != "-" {
		dirs = append(dirs, filepath.Dir(name))
	}
	for _, dir := range slices.Compact(dirs) {
		if !hasSource(dir) {
			continue
		}
		gaps := slices.Clone(cfg.Gaps)
		if lent, err := s.lend(c, dir, cfg, o); err == nil && lent {
			return nil
		}
		cfg.Gaps = gaps // nobody said that it should match
	}
	return nil
}

// lend evaluates a folder with the plan's own variables; it reports whether the
// folder is the plan's source.
func (s *session) lend(c *cli.Context, dir string, cfg *tf.Config, o lint.Options) (bool, error) {
	t, err := treeAt(dir)
	if err != nil {
		return false, err
	}
	defer t.files.close()
	root, err := t.inside(dir)
	if err != nil {
		return false, err
	}
	v, err := valuesOf(c, o)
	if err != nil {
		return false, err
	}
	for name, text := range load.Vars(cfg) {
		v.vars[name] = text
	}
	source, err := s.evaluate(t, root, v, asked("", o))
	if err != nil {
		return false, err
	}
	if source.Other == nil {
		return load.Locate(cfg, source, speaking(c)), nil
	}
	gaps := slices.Clone(cfg.Gaps)
	if load.Locate(cfg, source, speaking(c)) {
		return true, nil
	}
	cfg.Gaps = gaps
	return load.Locate(cfg, source.Other, speaking(c)), nil
}

func hasSource(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		return !e.IsDir() && sourceFile(e.Name()) && !strings.HasSuffix(e.Name(), ".tfvars")
	})
}
