package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/rules"
)

// The exit codes, as the contract has them.
const (
	exitDone        = 0
	exitFindings    = 1
	exitFailed      = 2
	exitInterrupted = 130
)

// version is set by the release build; otherwise the build information tells.
var version = ""

// errFindings ends a run that did its job and found something.
var errFindings = errors.New("findings at or above --fail-on")

// A session is what one run of the command may touch.
type session struct {
	stdin          *os.File
	stdout, stderr io.Writer
	flags          []string       // as given on the command line, each as --name=value
	lang           speech.Lang    // of what is said beside the report
	masker         *report.Masker // nil where nothing is masked
	temps          temps
}

// tell says something on stderr, in one line.
func (s *session) tell(text string) {
	fmt.Fprintln(s.stderr, "sovlint: "+report.Clean(s.masked(text)))
}

// masked writes accounts and hosts out of a text, where the user wants that.
func (s *session) masked(text string) string {
	if s.masker == nil {
		return text
	}
	return s.masker.Text(text)
}

// masking begins to mask where the user wants that, whatever the command: what is
// said before its flags are read may hold a host too.
func (s *session) masking() {
	wanted, _ := strconv.ParseBool(os.Getenv(variable("mask")))
	for _, f := range s.flags {
		if name, value, has := strings.Cut(f, "="); name == "--mask" {
			on, err := strconv.ParseBool(value)
			wanted = !has || on || err != nil
		}
	}
	if !wanted {
		return
	}
	facts := catalog.Embedded()
	s.masker = report.NewMasker(func(host string) (string, bool) {
		h, ok := facts.Host(host)
		return h.Suffix, ok
	}, func(host string) bool {
		_, public := facts.Trait(strings.ToLower(host), "public-registry")
		return public
	})
}

// said writes a flag as the user gave it: "--disable", the variable that stands
// for it, or the configuration.
func (s *session) said(flag, configuration string) string {
	for _, f := range s.flags {
		if name, _, _ := strings.Cut(f, "="); name == "--"+flag {
			return name
		}
	}
	if os.Getenv(variable(flag)) != "" {
		return variable(flag)
	}
	return cmp.Or(configuration, "--"+flag)
}

// run is the whole command; it gives the exit code.
func run(args []string, stdin *os.File, stdout, stderr io.Writer) int {
	s := &session{stdin: stdin, stdout: stdout, stderr: stderr, lang: languageIn(args)}
	defer s.onInterrupt()()
	app := s.app()
	args, err := arrange(app, args)
	s.flags = args
	s.masking()
	path, helps := asksHelp(args)
	switch {
	case err != nil:
	case helps:
		err = s.help(app, path)
	case slices.Equal(args[1:], []string{"--version"}):
		err = s.version()
	default:
		err = app.Run(args)
	}
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, syscall.EPIPE):
		return exitFailed
	}
	s.tell(strings.TrimSpace(s.lang.Error(err)))
	return exitFailed
}

// onInterrupt takes half-written files away when the user interrupts. The
// function it returns ends the watch.
func (s *session) onInterrupt() func() {
	c := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-c:
			s.temps.remove()
			fmt.Fprintln(s.stderr, "sovlint: "+s.lang.Word("interrupted"))
			os.Exit(exitInterrupted)
		case <-done:
		}
	}()
	return func() { signal.Stop(c); close(done) }
}

// deadline ends the process when a run takes too long; the function it returns
// takes it back. "" and 0 mean no end.
func (s *session) deadline(text string) (func(), error) {
	if text == "" {
		return func() {}, nil
	}
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		return nil, speech.Errorf("--timeout %s: want a duration, like 90s or 5m", text)
	}
	if d == 0 {
		return func() {}, nil
	}
	t := time.AfterFunc(d, func() {
		s.temps.remove()
		fmt.Fprintln(s.stderr, "sovlint: "+s.lang.Say("gave up after %s; --timeout allows more", d))
		os.Exit(exitFailed)
	})
	return func() { t.Stop() }, nil
}

func (s *session) app() *cli.App {
	app := &cli.App{
		Name:                      "sovlint",
		Usage:                     "who holds the data of each Terraform resource, where, under whose law, and may they",
		Version:                   versionOf(),
		Commands:                  s.commands(),
		HideHelpCommand:           true,
		EnableBashCompletion:      true,
		DisableSliceFlagSeparator: true,
		Writer:                    s.stdout,
		ErrWriter:                 s.stderr,
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              usageError,
	}
	for _, c := range app.Commands {
		c.OnUsageError = usageError
		for _, sub := range c.Subcommands {
			sub.OnUsageError = usageError
		}
	}
	return app
}

func (s *session) commands() []*cli.Command {
	return []*cli.Command{
		s.checkCommand(),
		s.mapCommand(),
		s.explainCommand(),
		s.diffCommand(),
		s.mergeCommand(),
		s.initCommand(),
		s.testCommand(),
		s.rulesCommand(),
		s.doctrineCommand(),
		s.catalogCommand(),
		s.completionCommand(),
	}
}

func usageError(_ *cli.Context, err error, _ bool) error { return err }

// version names the program, and the facts and norms that came with it, so that a
// report can be tied to them.
func (s *session) version() error {
	facts, err := catalog.Digest()
	if err != nil {
		return err
	}
	norms, err := rules.Digest()
	if err != nil {
		return err
	}
	return s.copyTo(fmt.Sprintf("sovlint version %s\ncatalog sha256:%s\ndoctrines sha256:%s\n", versionOf(), facts, norms))
}

func versionOf() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return cmp.Or(version, "unknown")
	}
	built := strings.Trim(strings.TrimPrefix(info.Main.Version, "v"), "()")
	return cmp.Or(version, built, "unknown")
}
