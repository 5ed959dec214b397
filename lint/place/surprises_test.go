package place_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

var update = flag.Bool("update", false, "rewrite what the archives want")

// TestSurprises places what naive tools get wrong. An archive holds the input,
// as config.json (see planOf) or plan.json, what a user lays over the catalog
// (names of its files), and the placements wanted.
func TestSurprises(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) < 60 {
		t.Fatalf("got %d archives (%v), want at least 60", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.ToSlash(file)[len("testdata/"):], ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, want := placed(t, a), section(a, "want")
			if *update && got != want {
				rewrite(t, file, a, got)
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func rewrite(t *testing.T, file string, a *txtar.Archive, got string) {
	t.Helper()
	out := &txtar.Archive{Comment: a.Comment}
	for _, f := range a.Files {
		if f.Name != "want" {
			out.Files = append(out.Files, f)
		}
	}
	out.Files = append(out.Files, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

// placed reads the archive's input and places everything in it, a line a
// resource: address, vendor, sites with their operators, questions.
func placed(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	overlay, o := fstest.MapFS{}, place.Options{AsOf: "2026-11-23"}
	plan, backend := []byte(nil), (*tf.Backend)(nil)
	for _, f := range a.Files {
		switch f.Name {
		case "want":
		case "plan.json":
			plan = f.Data
		case "config.json":
			plan, backend = planOf(t, f.Data)
		case "declared.json":
			if err := json.Unmarshal(f.Data, &o); err != nil {
				t.Fatal(err)
			}
		default:
			overlay[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	c := catalog.Embedded()
	if len(overlay) > 0 {
		var err error
		if c, err = catalog.New(fs.FS(overlay)); err != nil {
			t.Fatal(err)
		}
	}
	cfg, err := load.Read(bytes.NewReader(plan), load.Options{Name: "plan.json", Wanted: place.Wanted(c), Self: place.Self(c), Named: place.Named(c)})
	if err != nil {
		t.Fatal(err)
	}
	cfg.Backend = backend
	return show(cfg, place.New(c, o))
}

func show(cfg *tf.Config, p *place.Placer) string {
	var b strings.Builder
	all := cfg.Resources
	if r := place.Backend(cfg); r != nil {
		all = append(all, r)
	}
	for _, r := range all {
		pl := p.Place(cfg, r)
		vendor := ""
		if pl.Vendor != nil {
			vendor = pl.Vendor.ID
		}
		var sites, open []string
		for _, s := range pl.Sites {
			sites = append(sites, siteText(s))
		}
		for _, q := range pl.Open {
			open = append(open, q.What)
		}
		fmt.Fprintf(&b, "%s | %s | %s |%s\n", r, vendor, strings.Join(sites, ", "), state(pl))
		for _, q := range open {
			fmt.Fprintf(&b, "    ? %s\n", q)
		}
	}
	return b.String()
}

func siteText(s place.Site) string {
	country := s.Country()
	if country == "" && s.Region != nil {
		country = strings.Join(s.Region.Countries, "+")
	}
	text := fmt.Sprintf("%s:%s(%s)", s.Role, s.Code, country)
	if s.Operator != nil {
		text += " " + s.Operator.ID
	}
	if s.Offer != nil {
		text += " " + s.Offer.ID
		if s.Uncovered {
			text += " (not this service)"
		}
	}
	if s.Probable {
		text += "?"
	}
	return text
}

func state(pl *place.Placement) string {
	switch {
	case pl.Internal != "":
		return " internal"
	case pl.Loopback:
		return " loopback"
	case pl.SelfHosted:
		return " self-hosted"
	case pl.Type.Holds == catalog.Nothing:
		return " nothing"
	}
	return ""
}
