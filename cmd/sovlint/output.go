package main

import (
	"crypto/rand"
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
	"github.com/sovlint/sovlint/lint/speech"
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
			return nil, speech.Errorf("--output %s: no file after the equals sign", f)
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
	return speech.Errorf("--output %s: unknown format; one of %s", format, strings.Join(report.Formats(), ", "))
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
			return speech.Errorf("--output: %s and %s would be written to the same place; give one a file: -o %s=FILE", other, o.Format, o.Format)
		}
		seen[key] = o.Format
	}
	if first, ok := seen[""]; ok && first != "text" && seen["\x00github"] != "" {
		return speech.Errorf("--output: github shares standard output with text only; give %s a file: -o %s=FILE", first, first)
	}
	return nil
}

// What some formats are for: to carry findings, or to draw places.
var (
	judging = []string{"sarif", "gitlab", "azure", "junit", "checkstyle"}
	drawing = []string{"dot", "mermaid"}
)

// suits refuses a format that would say nothing, or the wrong thing: an empty
// report of findings closes alerts that are open.
func suits(all []output, asMap bool) error {
	for _, o := range all {
		if asMap && slices.Contains(judging, o.Format) {
			return speech.Errorf("--output %s: sovlint map judges nothing, and this format holds findings; use sovlint check", o.Format)
		}
		if !asMap && slices.Contains(drawing, o.Format) {
			return speech.Errorf("--output %s: this format draws places; use sovlint map", o.Format)
		}
	}
	return nil
}

// write writes every output, files first and whole or not at all.
func (s *session) write(all []output, rep *lint.Report, o report.Options, color string) error {
	slices.SortStableFunc(all, func(a, b output) int { return textFirst(b) - textFirst(a) })
	for _, out := range all {
		if out.File == "" {
			continue
		}
		if err := s.writeFile(out, rep, o); err != nil {
			return err
		}
	}
	end := s.guard(all)
	for _, out := range all {
		if out.Format == "github" {
			if err := jobSummary(rep, o); err != nil {
				return err
			}
		}
		if out.File != "" {
			continue
		}
		if out.Format == "github" {
			end()
		}
		shown := o
		if out.Format == "text" {
			shown.Color = colored(color, s.stdout)
			shown.Width = width(s.stdout)
		}
		if err := report.Write(s.stdout, out.Format, rep, shown); err != nil {
			return speech.Errorf("standard output: %w", err)
		}
	}
	return nil
}

// textFirst puts the text before the annotations beside it.
func textFirst(o output) int {
	if o.Format == "text" {
		return 1
	}
	return 0
}

// guard stops the runner of GitHub Actions from reading commands out of a text
// that shares standard output with the annotations; the function it returns
// ends that, once.
func (s *session) guard(all []output) (end func()) {
	on := func(format string) bool { return slices.Contains(all, output{Format: format}) }
	if !on("text") || !on("github") {
		return func() {}
	}
	token := rand.Text()
	fmt.Fprintf(s.stdout, "::stop-commands::%s\n", token)
	return sync.OnceFunc(func() { fmt.Fprintf(s.stdout, "::%s::\n", token) })
}

func (s *session) writeFile(out output, rep *lint.Report, o report.Options) error {
	return s.temps.replace(out.File, func(w io.Writer) error { return report.Write(w, out.Format, rep, o) })
}

// jobSummary adds to the summary of a GitHub Actions step.
func jobSummary(rep *lint.Report, o report.Options) error {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" || o.Map {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return speech.Errorf("job summary: %w", err)
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
func (t *temps) replace(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return special(name, write)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".sovlint-*")
	if err != nil {
		return speech.Errorf("%s: %w", name, err)
	}
	t.add(f.Name())
	defer t.remove()
	err = write(f)
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
		return speech.Errorf("%s: %w", name, err)
	}
	return nil
}

// special writes into what cannot be replaced: /dev/null, a named pipe.
func special(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return speech.Errorf("%s: %w", name, err)
	}
	err = write(f)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// whole gives bytes that are there already to replace.
func whole(content []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	}
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
