package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/report"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/rules"
)

const defaultDoctrine = "fr-cloud-au-centre"

// A judgement is what one run came to.
type judgement struct {
	report   *lint.Report
	doctrine *lint.Doctrine
	catalog  *catalog.Catalog
	errored  error // what could be judged of an input that was not whole; nil where all were
}

// judge reads the inputs and holds them against the doctrine.
func (s *session) judge(c *cli.Context, named []string) (*judgement, error) {
	if err := s.teeable(c); err != nil {
		return nil, err
	}
	stop, err := s.deadline(c.String("timeout"))
	if err != nil {
		return nil, err
	}
	defer stop()
	names := s.inputs(named)
	conf, err := configFor(c.String("config"), names)
	if err != nil {
		return nil, err
	}
	if conf.File != "" && !c.Bool("quiet") {
		s.tell(speaking(c).Say("configuration from %s", display(conf.File)))
	}
	o, err := options(c, conf)
	if err != nil {
		return nil, err
	}
	o.Said = func(flag string) string { return s.said(flag, display(conf.File)) }
	j := &judgement{doctrine: o.Doctrine, catalog: o.Catalog}
	j.report, err = lint.Run(j.noting(s.configs(c, names, o)), slices.Concat(rules.All(string(o.Lang)), conf.Own), o)
	if err != nil {
		return nil, err
	}
	if c.String("config") != "" {
		j.report.Gaps = append(j.report.Gaps, unheard(conf, names, o.Lang)...)
	}
	if d := conf.Doctrine; d != "" && d != defaultDoctrine && c.String("doctrine") == "" && o.Doctrine.File == "" {
		j.report.Gaps = append(j.report.Gaps, lint.Gap{Kind: lint.GapGiven, What: o.Lang.Say("the doctrine %s (%s)", d, display(conf.File))})
	}
	s.mask(j.report)
	if !c.Bool("quiet") {
		s.warn(j.report)
	}
	return j, nil
}

// mask masks a report, where the user wants that.
func (s *session) mask(rep *lint.Report) {
	if s.masker != nil {
		s.masker.Report(rep)
	}
}

// noting notes the first input that could be judged in part only, while they pass.
func (j *judgement) noting(inputs lint.Inputs) lint.Inputs {
	return func(yield func(*tf.Config, error) bool) {
		for cfg, err := range inputs {
			if err == nil && j.errored == nil {
				j.errored = incomplete(cfg)
			}
			if !yield(cfg, err) {
				return
			}
		}
	}
}

// warn says on stderr what the user gave and the run had no use for.
func (s *session) warn(rep *lint.Report) {
	for _, g := range rep.Gaps {
		if g.Kind == lint.GapUnused {
			s.tell("warning: " + g.What + where(g.At))
		}
	}
}

func where(at *lint.At) string {
	if at == nil || at.Line < 1 {
		return ""
	}
	return fmt.Sprintf(" (%s:%d)", at.File, at.Line)
}

// incomplete says why an input could be judged in part only; nil for no reason.
func incomplete(cfg *tf.Config) error {
	switch {
	case cfg.Errored:
		return speech.Errorf("%s: the plan ended in an error: only what it holds was judged", cfg.Source)
	case len(cfg.Unread) > 0:
		g := cfg.Unread[0]
		return speech.Errorf("%s:%d: %s; only what was read was judged", g.At.File, g.At.Line, g.What)
	}
	return nil
}

// asked tells a reader what will be asked for.
func asked(name string, o lint.Options) load.Options {
	out := load.Options{Lang: o.Lang, Name: name, Wanted: place.Wanted(o.Catalog, slices.Concat(classify.Attributes(), classify.Defaults())...), Self: place.Self(o.Catalog), Named: place.Named(o.Catalog)}
	if !o.AllLabels {
		out.Labels, out.Label = classify.Attributes(), o.Classify.Asks
	}
	return out
}

// display is a name as reports have it: forward slashes.
func display(name string) string { return filepath.ToSlash(name) }

// options joins the flags and the configuration; flags win.
func options(c *cli.Context, conf *config) (lint.Options, error) {
	o := conf.options()
	d, err := doctrine(cmp.Or(c.String("doctrine"), conf.Doctrine, defaultDoctrine))
	if err != nil {
		return o, err
	}
	o.Doctrine = d
	if o.Catalog, err = factsOf(several(c, "catalog")); err != nil {
		return o, err
	}
	o.Edition = cmp.Or(c.String("edition"), conf.Edition)
	o.AsOf = cmp.Or(c.String("as-of"), time.Now().UTC().Format(time.DateOnly))
	o.Body = cmp.Or(c.String("body"), conf.Body)
	o.DefaultClass = c.String("class")
	o.Strict, o.ChangedOnly, o.NoRemarks = c.Bool("strict"), c.Bool("changed-only"), c.Bool("no-inline-waivers")
	o.Only, o.Disable, o.Exclude = several(c, "rule"), several(c, "disable"), several(c, "exclude")
	o.Lang = speaking(c)
	o.Tool = lint.Tool{Name: "sovlint", Version: versionOf()}
	o.Assume, err = assumed(several(c, "assume"))
	if err == nil {
		o.Expiring, err = days(c.String("expiring"))
	}
	if err == nil {
		err = sane(c, o)
	}
	return o, err
}

// several gives a repeatable flag's values; an empty variable gives none.
func several(c *cli.Context, flag string) []string {
	return slices.DeleteFunc(slices.Clone(c.StringSlice(flag)), func(v string) bool { return v == "" })
}

// speaking is the language that a run speaks.
func speaking(c *cli.Context) speech.Lang { return speech.Lang(language(c.String("lang"))) }

// languageIn is the language that a command line asks for, before its flags are
// understood.
func languageIn(args []string) speech.Lang {
	flag := os.Getenv(variable("lang"))
	for i, a := range args {
		switch name, value, ok := strings.Cut(a, "="); {
		case name != "--lang" && name != "-lang":
		case ok:
			flag = value
		case i+1 < len(args):
			flag = args[i+1]
		}
	}
	return speech.Lang(language(flag))
}

// language is the flag, else what the locale says.
func language(flag string) string {
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	if flag == "" && (locale == "fr" || strings.HasPrefix(locale, "fr_")) {
		return "fr"
	}
	return cmp.Or(flag, "en")
}

// sane refuses values that mean nothing.
func sane(c *cli.Context, o lint.Options) error {
	for _, flag := range []string{"as-of", "edition"} {
		if v := c.String(flag); v != "" {
			if _, err := time.Parse(time.DateOnly, v); err != nil {
				return speech.Errorf("--%s %s: want a day as YYYY-MM-DD", flag, v)
			}
		}
	}
	choices := map[string][]string{
		"fail-on": {lint.Error, lint.Warning, lint.Notice, "never"},
		"color":   {"auto", "always", "never"},
		"lang":    {"en", "fr"},
		"body":    lint.Bodies(),
		"class":   classify.Classes(),
	}
	for _, flag := range []string{"fail-on", "color", "lang", "body", "class"} {
		if v := c.String(flag); v != "" && !slices.Contains(choices[flag], v) {
			return speech.Errorf("--%s %s: want one of %s", flag, v, strings.Join(choices[flag], ", "))
		}
	}
	return nil
}

func doctrine(id string) (*lint.Doctrine, error) {
	if info, err := os.Stat(id); err == nil && !info.IsDir() {
		return doctrineFile(id)
	}
	return rules.Doctrine(id)
}

// maxDoctrine bounds a doctrine of one's own: the largest of ours has 12 kB.
const maxDoctrine = 1 << 20

func doctrineFile(name string) (*lint.Doctrine, error) {
	raw, err := ownFile(name, maxDoctrine)
	if err != nil {
		return nil, speech.Errorf("doctrine %w", err)
	}
	d, err := rules.ParseDoctrine(filepath.ToSlash(name), raw)
	if err == nil {
		d.File = display(name)
	}
	return d, err
}

// days reads a number of days, "30" or "30d"; "" is 0, which is the default.
func days(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(text, "d"))
	if err != nil || n < 0 || n > 3660 {
		return 0, speech.Errorf("--expiring %s: want a number of days, like 30 or 90d", text)
	}
	return n, nil
}

// assumed reads PROVIDER[.ALIAS].ARG=VALUE, where ARG may lead into blocks.
func assumed(flags []string) (map[string]string, error) {
	out := map[string]string{}
	for _, f := range flags {
		key, value, ok := strings.Cut(f, "=")
		if steps := strings.Split(key, "."); !ok || len(steps) < 2 || slices.Contains(steps, "") {
			return nil, errors.New("--assume: want PROVIDER[.ALIAS].ARG=VALUE, like aws.region=eu-west-3") // what was given may be a secret
		}
		out[key] = value
	}
	return out, nil
}

// words says where a report stands: its names and its clauses.
func (j *judgement) words(l speech.Lang) report.Options {
	o := report.Options{Lang: l, Prefix: prefix(), Clauses: map[string]string{}, Vendors: map[string]string{}}
	for _, cl := range j.doctrine.Clauses {
		text := l.Word(cl.Title)
		if cl.Article != "" {
			text += " (" + l.Word(cl.Article) + ")"
		}
		if cl.Source.URL != "" {
			text += ", " + cl.Source.URL
		} else if cl.Source.Name != "" {
			text += ", " + l.Word(cl.Source.Name)
		}
		o.Clauses[j.doctrine.ID+"/"+cl.ID] = text
	}
	for _, r := range j.report.Resources {
		o.Vendors[r.Vendor] = vendorName(j.catalog, r.Vendor)
		for _, site := range r.Sites {
			o.Vendors[site.Operator] = vendorName(j.catalog, site.Operator)
		}
	}
	for _, l := range j.report.Links {
		o.Vendors[l.To.Operator] = vendorName(j.catalog, l.To.Operator)
	}
	for i := range j.report.Findings { // a key's holder is at no site
		if id := j.report.Findings[i].Vendor; id != "" && o.Vendors[id] == "" {
			o.Vendors[id] = vendorName(j.catalog, id)
		}
	}
	return o
}

// prefix is the way from the repository's root to the current folder.
func prefix() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	top := repository(dir)
	if top == "" {
		top = cmp.Or(os.Getenv("GITHUB_WORKSPACE"), os.Getenv("CI_PROJECT_DIR"))
	}
	rel, err := filepath.Rel(top, dir)
	if top == "" || err != nil || rel == "." || strings.HasPrefix(rel, "..") {
		return ""
	}
	return filepath.ToSlash(rel) + "/"
}

// failing reports whether a finding reaches the level that fails the run.
func failing(rep *lint.Report, failOn string) bool {
	order := []string{lint.Error, lint.Warning, lint.Notice}
	limit := slices.Index(order, failOn)
	return slices.ContainsFunc(rep.Findings, func(f lint.Finding) bool {
		i := slices.Index(order, f.Level)
		return f.Waiver == nil && i >= 0 && i <= limit
	})
}

// conclude writes the report and turns it into the end of the run.
func (s *session) conclude(c *cli.Context, j *judgement, outs []output, o report.Options) error {
	if !o.Map { // which has no findings
		if err := s.baselines(c, j.report, j.doctrine.Territory); err != nil {
			return err
		}
	}
	if err := s.write(outs, j.report, s.asked(c, j, o), c.String("color")); err != nil {
		return err
	}
	if j.errored != nil {
		return j.errored
	}
	if !o.Map && failing(j.report, cmp.Or(c.String("fail-on"), lint.Error)) {
		return errFindings
	}
	return nil
}

// copyTo writes text to standard output.
func (s *session) copyTo(text string) error {
	_, err := io.WriteString(s.stdout, text)
	return err
}
