package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/term"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/report"
)

// An output is one format and where it goes; File "" is standard output.
type output struct{ Format, File string }

// outputs reads the -o flags: one format at most goes to standard output, but
// github may share it with text.
func outputs(flags []string) ([]output, error) {
	var out []output
	for _, f := range flags {
		format, file, has := strings.Cut(f, "=")
		if err := knownFormat(format); err != nil {
			return nil, err
		}
		if has && file == "" {
			return nil, fmt.Errorf("--output %s: no file after the equals sign", f)
		}
		if file == "-" {
			file = ""
		}
		out = append(out, output{format, file})
	}
	if len(out) == 0 {
		out = append(out, output{Format: "text"})
		if os.Getenv("GITHUB_ACTIONS") == "true" {
			out = append(out, output{Format: "github"})
		}
	}
	return out, shared(out)
}

func knownFormat(format string) error {
	if slices.Contains(report.Formats(), format) {
		return nil
	}
	if slices.Contains(later.formats, format) {
		return fmt.Errorf("--output %s: %s", format, notAvailable)
	}
	return fmt.Errorf("--output %s: unknown format; one of %s", format, strings.Join(report.Formats(), ", "))
}

// shared refuses two formats on standard output, and two in one file.
func shared(all []output) error {
	seen := map[string]string{}
	for _, o := range all {
		key := o.File
		if key == "" && o.Format == "github" {
			key = "\x00github" // may stand beside text
		}
		if other, ok := seen[key]; ok {
			return fmt.Errorf("--output: %s and %s would be written to the same place; give one a file: -o %s=FILE", other, o.Format, o.Format)
		}
		seen[key] = o.Format
	}
	if first, ok := seen[""]; ok && first != "text" && seen["\x00github"] != "" {
		return fmt.Errorf("--output: github shares standard output with text only; give %s a file: -o %s=FILE", first, first)
	}
	return nil
}

// write writes every output, files first and whole or not at all.
func (s *session) write(all []output, rep *lint.Report, o report.Options, color string) error {
	for _, out := range all {
		if out.File == "" {
			continue
		}
		if err := s.writeFile(out, rep, o); err != nil {
			return err
		}
	}
	for _, out := range all {
		if out.Format == "github" {
			if err := jobSummary(rep, o); err != nil {
				return err
			}
		}
		if out.File != "" {
			continue
		}
		shown := o
		if out.Format == "text" {
			shown.Color = colored(color, s.stdout)
			shown.Width = width(s.stdout)
		}
		if err := report.Write(s.stdout, out.Format, rep, shown); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	return nil
}

func (s *session) writeFile(out output, rep *lint.Report, o report.Options) error {
	var b bytes.Buffer
	if err := report.Write(&b, out.Format, rep, o); err != nil {
		return err
	}
	return s.temps.replace(out.File, b.Bytes())
}

// jobSummary adds to the summary of a GitHub Actions step.
func jobSummary(rep *lint.Report, o report.Options) error {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" || o.Map {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("job summary: %w", err)
	}
	err = report.JobSummary(f, rep, o)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// temps are the files being written, so that an interruption can take them away.
type temps struct {
	mu    sync.Mutex
	names []string
}

// replace writes beside the file and renames, so that nobody reads half of it.
func (t *temps) replace(name string, content []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, content, 0o644) // /dev/null, a named pipe
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".sovlint-*")
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	t.add(f.Name())
	defer t.remove()
	_, err = f.Write(content)
	if e := f.Chmod(0o644); err == nil {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (t *temps) add(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.names = append(t.names, name)
}

func (t *temps) remove() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, n := range t.names {
		_ = os.Remove(n) // gone already when it was renamed
	}
	t.names = nil
}

// colored decides on colour: the flag, then the customs of the environment,
// then whether a terminal is there.
func colored(mode string, w io.Writer) bool {
	switch {
	case mode == "always":
		return true
	case mode == "never", os.Getenv("NO_COLOR") != "":
		return false
	case forced("CLICOLOR_FORCE"), forced("FORCE_COLOR"):
		return true
	case os.Getenv("CLICOLOR") == "0", os.Getenv("TERM") == "dumb":
		return false
	case os.Getenv("GITHUB_ACTIONS") == "true", os.Getenv("GITLAB_CI") == "true":
		return true
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func forced(name string) bool { v := os.Getenv(name); return v != "" && v != "0" }

func width(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	n, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return max(n, 40)
}
