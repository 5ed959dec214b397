package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sovlint/sovlint/lint/speech"
)

// The limits of what one gives beside inputs, far above what people write.
const (
	maxOwn      = 4 << 20  // a configuration, facts, a fixture
	maxBaseline = 64 << 20 // a line for each of some hundred thousand findings
)

// ownFile reads a file that is no input and is held whole. It is a regular one
// of at most so many bytes: nothing else is sure to end.
func ownFile(name string, limit int64) ([]byte, error) {
	f, err := ownOpen(name, limit)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, limit))
	if err != nil {
		return nil, unreadable(name, err)
	}
	return raw, nil
}

// ownOpen opens such a file.
func ownOpen(name string, limit int64) (*os.File, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case info.IsDir():
		return nil, speech.Errorf("%s: it is a folder, want a file", name)
	case !info.Mode().IsRegular() && !isNothing(info):
		return nil, speech.Errorf("%s: it is %s, want a regular file", name, kindOf(info.Mode()))
	case info.Size() > limit:
		return nil, speech.Errorf("%s: %d bytes, want at most %d", name, info.Size(), limit)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return f, nil
}

// isNothing reports whether a file is the one that people name to give none.
func isNothing(info fs.FileInfo) bool {
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(info, null)
}

// kindOf says what a file is that is no regular one.
func kindOf(m fs.FileMode) speech.Term {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return aPipe
	case m&fs.ModeSocket != 0:
		return aSocket
	}
	return aDevice
}

// What a path may lead to that is no file.
const (
	aPipe   speech.Term = "a pipe"
	aSocket speech.Term = "a socket"
	aDevice speech.Term = "a device"
)

// staysIn refuses a file of a folder that a link takes out of the repository,
// or out of the folder where there is none.
func staysIn(file string) error {
	abs, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	top := repository(filepath.Dir(abs))
	if top == "" {
		top = filepath.Dir(abs)
	}
	if top, err = filepath.EvalSymlinks(top); err != nil {
		return unreadable(file, err)
	}
	to, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return unreadable(file, err)
	}
	if !below(top, to) {
		return speech.Errorf("%s: it is a link that leads out of %s; --config names a file anywhere", file, display(relative(top)))
	}
	return nil
}
