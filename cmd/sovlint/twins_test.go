package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/speech"
	"github.com/sovlint/sovlint/rules"
)

// spoken are the methods whose texts are shown in the language of the run, with
// the arguments that hold them; none for all.
var spoken = map[string][]int{"Say": {0}, "say": {0}, "Word": {0}, "word": {0}, "Count": {1, 2}, "count": {1, 2},
	"label": {0}, "labelled": {1}, "fact": {0}, "head": nil, "counts": {0}, "remark": {0}, "gap": {0}, "unread": {0}, "pass": {1},
	"Errorf": {0}, "errors.New": {0}}

// speaking functions, no methods, are handed such a text too.
var spokenBy = map[string][]int{"fail": {1}, "tooMuch": {0}, "at": {1}, "text": {1}, "texts": {1}, "yes": {1}, "list": {1}}

// indirect are the declarations whose texts are handed on before they are shown.
var indirect = []string{"meanings", "formatNames", "blind", "told", "becomes", "article", "europe", "world", "relations", "foreigners", "foreignWords", "hints",
	"theConfiguration", "aPipe", "aSocket", "aDevice"}

// kept are the fields that keep such a text.
var kept = []string{"odd", "missing", "Usage", "ArgsUsage", "Hint"}

// TestEverySentenceHasTwin holds every text that the code shows, and every text
// of the data that it shows, against the French ones. No twin is left over.
func TestEverySentenceHasTwin(t *testing.T) {
	t.Parallel()
	keys := map[string]string{} // text -> where it stands
	for _, dir := range []string{"lint", "rules", "cmd"} {
		sentencesOfCode(t, root+dir, keys)
	}
	sentencesOfPage(t, keys)
	sentencesOfData(t, keys)
	for _, text := range speech.Reasons {
		keys[text] = "speech.Reasons"
	}
	var missing []string
	for text, where := range keys {
		if _, ok := speech.Twins()[text]; !ok && strings.ContainsFunc(text, letter) {
			missing = append(missing, text+"\t"+where)
		}
	}
	slices.Sort(missing)
	if len(missing) > 0 {
		t.Errorf("lint/speech/fr.tsv lacks %d texts:\n%s", len(missing), strings.Join(missing, "\n"))
	}
	for text := range speech.Twins() {
		if _, ok := keys[text]; !ok {
			t.Errorf("lint/speech/fr.tsv has a text that nothing shows: %q", text)
		}
	}
}

var verb = regexp.MustCompile(`%(\[\d\])?(\.\d+)?[sdqvw]|\{\d\}`)

// TestTwinsFillTheSameHoles keeps a twin from losing an argument.
func TestTwinsFillTheSameHoles(t *testing.T) {
	t.Parallel()
	last := ""
	raw, err := os.ReadFile(root + "lint/speech/fr.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		en, fr, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || fr == "" || strings.Contains(fr, "\t") {
			t.Errorf("want two columns: %q", line)
		}
		if en <= last {
			t.Errorf("not sorted, or twice: %q", en)
		}
		last = en
		want, got := verb.FindAllString(en, -1), verb.FindAllString(fr, -1)
		if !strings.Contains(fr, "%[") {
			if !slices.Equal(want, got) {
				t.Errorf("%q: holes %v, want %v", en, got, want)
			}
		} else if len(want) != len(got) {
			t.Errorf("%q: %d holes, want %d", en, len(got), len(want))
		}
	}
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// sentencesOfCode gathers the texts that functions of a language are handed.
func sentencesOfCode(t *testing.T, dir string, keys map[string]string) {
	t.Helper()
	consts := map[string]map[string]ast.Expr{} // by folder and name
	var files []*ast.File
	set := token.NewFileSet()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			return err
		}
		files = append(files, f)
		in := filepath.Dir(name)
		if consts[in] == nil {
			consts[in] = map[string]ast.Expr{}
		}
		for _, decl := range f.Decls {
			if g, ok := decl.(*ast.GenDecl); ok {
				for _, spec := range g.Specs {
					if v, ok := spec.(*ast.ValueSpec); ok && len(v.Names) == len(v.Values) {
						for i := range v.Names {
							consts[in][v.Names[i].Name] = v.Values[i]
						}
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		handedOn(f, keys)
		in := filepath.Dir(set.Position(f.Pos()).Filename)
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := called(call)
			if (name == "errors.New" || name == "Errorf") && innate(set.Position(n.Pos()).Filename) {
				return true
			}
			at, ok := spoken[name]
			if f, plain := call.Fun.(*ast.Ident); plain {
				at, ok = spokenBy[f.Name]
			}
			for i, arg := range call.Args {
				if !ok || at != nil && !slices.Contains(at, i) {
					continue
				}
				if id, ok := arg.(*ast.Ident); ok && consts[in][id.Name] != nil {
					arg = consts[in][id.Name]
				}
				for _, text := range constantTexts(arg) {
					keys[text] = set.Position(n.Pos()).String()
				}
			}
			return true
		})
	}
	// What readers say of a form that cannot show something stands in constants.
	for _, in := range consts {
		for name, v := range in {
			if strings.HasPrefix(name, "gap") {
				for _, text := range constantTexts(v) {
					keys[text] = name
				}
			}
		}
	}
}

// innate reports whether a file holds functions of Terraform's own language, whose
// errors are kept to themselves: a value that is not known comes of them.
func innate(file string) bool {
	return filepath.Base(filepath.Dir(file)) == "hcleval" && (strings.HasSuffix(file, "funcs.go") || strings.HasSuffix(file, "cidr.go"))
}

// TestErrorsCanBeSaid wants every error that may be shown made by speech.Errorf,
// so that it can be said in French.
func TestErrorsCanBeSaid(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{"lint", "rules", "cmd"} {
		err := filepath.WalkDir(root+dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || innate(name) || strings.Contains(name, "lint/speech/") {
				return err
			}
			raw, err := os.ReadFile(name)
			if strings.Contains(string(raw), "fmt.Errorf(") {
				t.Errorf("%s makes an error with fmt.Errorf, which cannot be said in French: use speech.Errorf", name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// handedOn gathers the texts that indirect declarations and kept fields hold.
func handedOn(f *ast.File, keys map[string]string) {
	var all func(n ast.Node, where string)
	all = func(n ast.Node, where string) {
		ast.Inspect(n, func(n ast.Node) bool {
			if kv, ok := n.(*ast.KeyValueExpr); ok {
				all(kv.Value, where)
				return false
			}
			if lit, ok := n.(*ast.BasicLit); ok {
				for _, text := range constantTexts(lit) {
					keys[text] = where
				}
			}
			return true
		})
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.FuncDecl:
			if slices.Contains(indirect, x.Name.Name) {
				all(x, x.Name.Name)
			}
		case *ast.ValueSpec:
			if slices.Contains(indirect, x.Names[0].Name) {
				all(x, x.Names[0].Name)
			}
		case *ast.AssignStmt:
			if to, ok := x.Lhs[0].(*ast.SelectorExpr); ok && slices.Contains(kept, to.Sel.Name) {
				for _, text := range constantTexts(x.Rhs[0]) {
					keys[text] = to.Sel.Name
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := x.Key.(*ast.Ident); ok && slices.Contains(kept, id.Name) {
				for _, text := range constantTexts(x.Value) {
					keys[text] = id.Name
				}
			}
		}
		return true
	})
}

// called names the method of a call; "" for what is no method.
func called(call *ast.CallExpr) string {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	switch pkg, _ := f.X.(*ast.Ident); {
	case pkg != nil && pkg.Name == "strings":
		return ""
	case f.Sel.Name == "New" && pkg != nil && pkg.Name == "errors":
		return "errors.New"
	}
	return f.Sel.Name
}

// constantTexts gives the constant texts of an expression: one, or the elements of a
// list or of a table.
func constantTexts(e ast.Expr) []string {
	switch x := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(x.Value); err == nil && x.Kind == token.STRING {
			return []string{s}
		}
	case *ast.BinaryExpr:
		a, b := constantTexts(x.X), constantTexts(x.Y)
		if len(a) == 1 && len(b) == 1 {
			return []string{a[0] + b[0]}
		}
	case *ast.CompositeLit:
		var out []string
		for _, el := range x.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			out = append(out, constantTexts(el)...)
		}
		return out
	case *ast.IndexExpr:
		return nil
	}
	return nil
}

var (
	onPage   = regexp.MustCompile(`\$\.(?:T|Label) "([^"]*)"`)
	inScript = regexp.MustCompile(`\bt\("([^"]*)"`)
)

func sentencesOfPage(t *testing.T, keys map[string]string) {
	t.Helper()
	for name, pattern := range map[string]*regexp.Regexp{"page.html": onPage, "script.js": inScript} {
		raw, err := os.ReadFile(root + "lint/report/html/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range pattern.FindAllStringSubmatch(string(raw), -1) {
			keys[m[1]] = name
		}
	}
}

// sentencesOfData gathers what the data says in words: not names, which are the
// same in every language, and not titles of publications.
func sentencesOfData(t *testing.T, keys map[string]string) {
	t.Helper()
	add := func(where string, texts ...string) {
		for _, s := range texts {
			keys[s] = where
		}
	}
	for _, v := range lint.Verdicts() {
		add("verdicts", strings.ReplaceAll(v, "-", " "))
	}
	add("levels", lint.Error, lint.Warning, lint.Notice, lint.Off)
	add("classes", classify.Classes()...)
	add("roles", "primary", "replica", "backup", "edge", "key", "log", "host")
	add("certainties", "proven", "probable")
	add("actions", "create", "update", "replace", "delete", "read", "no-op", "forget", "import", "exists")
	add("modes", "managed", "data", "backend", "module")
	add("holdings", "stores", "processes", "transits", "keys", "identity", "telemetry", "nothing")
	add("confidences", "verified", "reported", "unverified")
	add("offers", "qualified", "candidate", "open", "closed")
	for format := range formatNames {
		add("formats", format)
	}
	for _, id := range rules.Doctrines() {
		d, err := rules.Doctrine(id)
		if err != nil {
			t.Fatal(err)
		}
		add(id, d.Title, d.Attestation)
		if d.Territory.French == "" {
			add(id, d.Territory.Name)
		}
		for _, c := range d.Clauses {
			add(id, c.Title, c.Article, c.Source.Name)
		}
		for _, r := range d.Routes {
			if r.French == "" {
				add(id, r.Text)
			}
		}
		for _, e := range d.Editions {
			add(id, e.Title, e.Source.Name)
		}
	}
	c := catalog.Embedded()
	for _, s := range c.Sources() {
		for _, typ := range c.Types(s) {
			add("types", lint.Category("", typ.Service))
		}
	}
	for _, v := range c.Vendors() {
		add(v.ID, v.Technology)
		for _, r := range v.Reach {
			contested := r.Grade == "contested-establishment" || r.Grade == "court-order"
			if contested || strings.EqualFold(r.State, v.Control) && !strings.EqualFold(v.Control, v.ParentCountry) {
				add(v.ID, r.Why)
			}
		}
	}
	for _, r := range c.Registers() {
		add(r.ID, r.Title)
		for _, o := range r.Offers {
			add(o.ID, o.Technology)
		}
	}
	for name, columns := range map[string][]int{"identify/rules.tsv": {6}, "identify/saas.tsv": {7}, "identify/saas-regions.tsv": {4}, "traits/traits.tsv": {3}, "traits/places.tsv": {5}} {
		raw, err := os.ReadFile(root + "lint/catalog/data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			for _, i := range columns {
				if !strings.HasPrefix(line, "#") && i < len(f) && strings.Contains(f[i], " ") {
					add(name, f[i])
				}
			}
		}
	}
	raw, err := os.ReadFile(root + "lint/report/html/countries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); !strings.HasPrefix(line, "#") && len(f) == 4 {
			add("countries.tsv", f[3])
		}
	}
}
