package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/speech"
)

// inputs gives the names to read: what the user named, else standard input when
// something is piped into it, else the current folder.
func (s *session) inputs(named []string) []string {
	if len(named) > 0 {
		return named
	}
	if piped(s.stdin) {
		return []string{"-"}
	}
	return []string{"."}
}

// piped reports whether a pipe, a socket or a file stands at standard input.
func piped(f *os.File) bool {
	if f == nil {
		return false
	}
	info, err := f.Stat()
	if err != nil {
		return false
	}
	return info.Mode()&(fs.ModeNamedPipe|fs.ModeSocket) != 0 || info.Mode().IsRegular()
}

// open opens one input and refuses the ones that this version cannot read, each
// with what to do instead.
func (s *session) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return s.openStdin()
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	if info.Size() == 0 && info.Mode().IsRegular() {
		return nil, speech.Errorf("%s: the file is empty; did `terraform show -json` fail?", name)
	}
	if info.Mode()&(fs.ModeDevice|fs.ModeSocket) != 0 {
		return nil, speech.Errorf("%s: it is %s, want a file, a folder or a pipe", name, kindOf(info.Mode()))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return f, nil
}

func (s *session) openStdin() (io.ReadCloser, error) {
	if s.stdin == nil || term.IsTerminal(int(s.stdin.Fd())) {
		return nil, errors.New("-: nothing is piped into standard input; pipe `terraform show -json tfplan` into sovlint")
	}
	r := bufio.NewReader(s.stdin)
	if _, err := r.Peek(1); errors.Is(err, io.EOF) {
		return nil, errors.New("-: standard input is empty: the command before the pipe may have failed (set -o pipefail); to read a folder, name it: `sovlint .`")
	} else if err != nil {
		return nil, speech.Errorf("-: %w", err)
	}
	return io.NopCloser(r), nil
}

func unreadable(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return speech.Errorf("%s: %w", name, err)
}

// sourceFile reports whether a file stands for its folder, as a pre-commit hook
// passes it.
func sourceFile(name string) bool {
	for _, suffix := range []string{".tf", ".tofu", ".tf.json", ".tofu.json", ".tfvars"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return hcleval.IsUnitFile(filepath.Base(name))
}

// A progress reader says how far it is, once a second, on a terminal.
type progress struct {
	io.Reader
	w    io.Writer
	name string
	read int64
	last time.Time
}

func (s *session) progress(r io.Reader, name string, quiet bool) io.Reader {
	f, ok := s.stderr.(*os.File)
	if quiet || !ok || !term.IsTerminal(int(f.Fd())) {
		return r
	}
	return &progress{Reader: r, w: s.stderr, name: name, last: time.Now()}
}

// Read reads and tells.
func (p *progress) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.read += int64(n)
	if time.Since(p.last) > time.Second {
		p.last = time.Now()
		fmt.Fprintf(p.w, "sovlint: reading %s: %d MB\n", p.name, p.read>>20)
	}
	return n, err
}
