package main

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/lint/tf"
)

// maxHeads bounds how many files beside source are opened to see whether they
// are plans, and maxNamed how many of them are named.
const (
	maxHeads = 2000
	maxNamed = 5
)

// planNames are the endings of files that may be plans, states or their logs.
var planNames = []string{"", ".json", ".jsonl", ".ndjson", ".txt", ".log", ".out", ".plan", ".tfplan", ".tfstate", ".state", ".bin", ".zip"}

// plansIn lists the plans and states below a folder, by their first bytes.
func plansIn(dir string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return unreadable(name, err)
		case d.IsDir() && name != dir && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.Type().IsRegular() && looksLikePlan(name):
			out = append(out, name)
		}
		return nil
	})
	return out, err
}

func looksLikePlan(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return true // reading it says why it cannot be read
	}
	defer f.Close()
	head := make([]byte, load.HeadSize)
	n, _ := io.ReadFull(f, head)
	return load.LooksLike(head[:n])
}

// beside says which plans and states below folders of source are not read: who
// names a folder may think that they are.
func beside(folders, named []string, l speech.Lang) []tf.Gap {
	var found []string
	read := map[string]bool{}
	for _, name := range named {
		read[filepath.Clean(name)] = true
	}
	left := maxHeads
	for _, dir := range folders {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			continue // a file of source stands for itself
		}
		_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // the source says what cannot be read
			case d.IsDir() && name != dir && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
				return fs.SkipDir
			case !d.Type().IsRegular() || sourceFile(name) || !slices.Contains(planNames, strings.ToLower(filepath.Ext(name))):
				return nil
			case left == 0:
				return fs.SkipAll
			}
			if left--; isPlan(name) && !read[filepath.Clean(name)] {
				found = append(found, display(filepath.Clean(name)))
			}
			return nil
		})
	}
	return notRead(found, l)
}

// isPlan is looksLikePlan for files that nobody named: a zip may hold anything.
func isPlan(name string) bool {
	if !looksLikePlan(name) {
		return false
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		return true
	}
	defer z.Close()
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "tfplan" })
}

func notRead(files []string, l speech.Lang) []tf.Gap {
	slices.Sort(files)
	files = slices.Compact(files)
	what, more := strings.Join(files[:min(len(files), maxNamed)], ", "), ""
	if n := len(files) - maxNamed; n > 0 {
		more = " " + l.Say("and %d more", n)
	}
	switch len(files) {
	case 0:
		return nil
	case 1:
		return []tf.Gap{{What: l.Say("%s lies beside the source and was not read: name it to have it judged", what)}}
	}
	return []tf.Gap{{What: l.Say("%s lie beside the source and were not read: name them to have them judged", what+more)}}
}
