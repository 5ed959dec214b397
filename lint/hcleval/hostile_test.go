package hcleval_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sovlint/sovlint/lint/hcleval"
	"github.com/sovlint/sovlint/lint/tf"
)

// patience is how long a hostile tree may take on a busy machine. Most take tens of
// milliseconds; without its bound each would take hours or all memory.
const patience = time.Minute

func evalIn(t *testing.T, files map[string]string) *tf.Config {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, src := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(src)}
	}
	start := time.Now()
	c, err := hcleval.Eval(fsys, ".", hcleval.Options{})
	if took := time.Since(start); took > patience {
		t.Errorf("took %v, want less than %v", took, patience)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A trap is what is written to hurt.
type trap struct {
	name, src string
	gap       string // a part of the gap; "" where unknown says enough
}

func hostile() []trap {
	double := "locals {\n  a0 = \"0123456789\"\n"
	square := "locals {\n  a0 = 1e300\n"
	chain := "locals {\n  c0 = \"x\"\n"
	for i := range 64 {
		double += fmt.Sprintf("  a%d = \"${local.a%d}${local.a%d}\"\n", i+1, i, i)
		square += fmt.Sprintf("  a%d = local.a%d * local.a%d\n", i+1, i, i)
	}
	for i := range 5000 {
		chain += fmt.Sprintf("  c%d = local.c%d\n", i+1, i)
	}
	yaml := "a0: &a0 x\\n"
	for i := range 40 {
		yaml += fmt.Sprintf("a%d: &a%d [*a%d, *a%d]\\n", i+1, i+1, i, i)
	}
	one := func(expr string) string { return "resource \"aws_x\" \"a\" {\n  region = " + expr + "\n}\n" }
	return []trap{
		{"a count of a billion", "resource \"aws_x\" \"a\" {\n  count = 1000000000\n  region = \"x${count.index}\"\n}\n", "count is 1000000000"},
		{"for_each over a range", "resource \"aws_x\" \"a\" {\n  for_each = toset(range(1000000000))\n  region = each.key\n}\n", "too much"},
		{"loops in loops", one("[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : \"${a}${b}${c}\"]]]"), "too much"},
		{"loops in loops of an object", one("{ for a in range(1000) : a => { for b in range(1000) : b => { for c in range(1000) : c => a } } }"), "too much"},
		{"a template that loops", one("\"%{ for a in range(1000) }%{ for b in range(1000) }%{ for c in range(1000) }x%{ endfor }%{ endfor }%{ endfor }\""), "too much"},
		{"locals that double", double + "}\n" + one("local.a64"), ""},
		{"numbers that square", square + "}\n" + one("\"${local.a64}\""), ""},
		{"a number that nobody could print", one("\"${1e999999999}\""), ""},
		{"a long chain of locals", chain + "}\n" + one("local.c5000"), "too deeply"},
		{"a wide format", one("format(\"%1000000000d\", 1)"), "too much"},
		{"an indent", one("indent(1000000000, \"a\\nb\")"), "too much"},
		{"a product of sets", one("setproduct(range(1000), range(1000), range(1000))"), "too much"},
		{"a text replaced by itself", double + "}\n" + one("replace(local.a14, \"0\", local.a14)"), "too much"},
		{"a joined flood", one("join(\"\", [for x in range(1000) : join(\"\", [for y in range(1000) : \"0123456789\"])])"), "too much"},
		{"aliases in YAML", one("yamldecode(\"" + yaml + "\")"), "too much"},
		{"JSON that nests", one("jsondecode(join(\"\", [for a in range(100) : \"" + strings.Repeat("[", 1000) + "\"]))"), "too much"},
		{"brackets that nest", one(strings.Repeat("(", 200000) + "1" + strings.Repeat(")", 200000)), "nested too deeply"},
		{"signs in a row", one(strings.Repeat("!", 200000) + "true"), "nested too deeply"},
		{"signs with blanks between", one(strings.Repeat("! ", 200000) + "true"), "nested too deeply"},
		{"a reference of many steps", one("a" + strings.Repeat(".b", 400000)), "nested too deeply"},
		{"a reference of many steps over lines", one("(a" + strings.Repeat("\n.b", 400000) + ")"), "nested too deeply"},
		{"an index of many steps", one("a" + strings.Repeat("[0]", 400000)), "nested too deeply"},
		{"splats in a row", one("a" + strings.Repeat("[*]", 100000)), "nested too deeply"},
		{"sums in a row", one("\"${1" + strings.Repeat("+1", 1000000) + "}\""), "nested too deeply"},
		{"fewer sums in a row", one("1" + strings.Repeat("+1", 100000)), "nested too deeply"},
		{"equals in a row", one("1" + strings.Repeat("==1", 100000)), "nested too deeply"},
		{"conditions in a row", one(strings.Repeat("true?", 200000) + "1" + strings.Repeat(":1", 200000)), "nested too deeply"},
		{"templates that nest", one(strings.Repeat(`"${`, 60000) + "1" + strings.Repeat(`}"`, 60000)), "nested too deeply"},
		{"a text of a hundred thousand lines", "resource \"aws_x\" \"a\" {\n  region = <<EOT\n" + strings.Repeat("x\n", 100000) + "EOT\n}\n", "too long"},
		{"the same in a file that is parsed as a whole", "a = <<EOT\n" + strings.Repeat("x\n", 100000) + "EOT\n", "too long"},
		{"a dynamic block of a thousand thousand", "resource \"aws_x\" \"a\" {\n  dynamic \"region\" {\n    for_each = flatten([for a in range(1000) : range(100)])\n    content {}\n  }\n}\n", "more than are looked at"},
		{"a module in itself", "module \"a\" {\n  source = \"./\"\n}\n", "calls itself"},
		{"unique without end", one("distinct(flatten([for a in range(300) : [for b in range(300) : a * b]]))"), "too much"},
	}
}

// TestChainedPassesProse wants no row of steps or signs in what people write.
func TestChainedPassesProse(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		strings.Repeat("A sentence. Another one... ", 10000), strings.Repeat("10.0.0.1\n", 100000), strings.Repeat("a.example.org, ", 100000),
		strings.Repeat("# ----------------------------------------\n", 10000), strings.Repeat("[1, [2, 3]], ", 10000), strings.Repeat("host.example.org\n", 100000),
	} {
		if hcleval.TooDeep([]byte(text)) {
			t.Errorf("%.40q is a chain", text)
		}
	}
}

// TestHostile evaluates what is written to hurt: each ends in an unknown value
// and, where something is left out, in a Gap.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, tt := range hostile() {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := evalIn(t, map[string]string{"main.tf": tt.src})
			found := tt.gap == ""
			for _, g := range slices.Concat(c.Gaps, c.Unread) {
				found = found || strings.Contains(g.What, tt.gap)
			}
			if !found {
				t.Errorf("gaps %v, want one with %q", c.Gaps, tt.gap)
			}
			for _, r := range c.Resources {
				if v := r.Body.Written["region"]; v.State == tf.Known && v.V != nil && !strings.Contains(tt.name, "dynamic") {
					t.Errorf("%s: region is known", r)
				}
			}
		})
	}
}

// TestNestedBillions multiplies instances through modules in modules.
func TestNestedBillions(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	at := "main.tf"
	for i := range 6 {
		files[at] = fmt.Sprintf("module \"m\" {\n  source = \"./m%d\"\n  count = 1000\n}\nresource \"aws_x\" \"a\" {}\n", i)
		at = strings.TrimSuffix(at, "main.tf") + fmt.Sprintf("m%d/main.tf", i)
	}
	files[at] = "resource \"aws_x\" \"a\" {}\n"
	c := evalIn(t, files)
	if len(c.Unread) == 0 {
		t.Error("nothing says what was left out")
	}
	if n := len(c.Resources); n > 400000 {
		t.Errorf("%d resources", n)
	}
}

// TestNothingOutsideIsRead has functions, modules and links lead out of the
// given folder, and into devices.
func TestNothingOutsideIsRead(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		p := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(top, name)); err != nil {
			t.Fatal(err)
		}
	}
	write("secret.txt", "s3cret")
	write("other/main.tf", "resource \"aws_x\" \"outside\" {}\n")
	write("repo/big.txt", strings.Repeat("x", 2<<20))
	write("repo/inside.txt", "eu-west-3")
	write("repo/main.tf", `
resource "aws_x" "a" {
  up       = file("../secret.txt")
  absolute = file("`+filepath.ToSlash(top)+`/secret.txt")
  linked   = file("linked.txt")
  folder   = file("linkdir/main.tf")
  device   = file("zero")
  pipe     = fileexists("zero")
  big      = file("big.txt")
  all      = fileset(".", "**")
  above    = fileset("..", "*")
  inside   = file("good.txt")
}
module "out" {
  source = "../other"
}
module "linked" {
  source = "./linkdir"
}
`)
	link("../secret.txt", "repo/linked.txt")
	link("../other", "repo/linkdir")
	link("/dev/zero", "repo/zero")
	link("inside.txt", "repo/good.txt")
	link("../other/main.tf", "repo/borrowed.tf")
	root, err := os.OpenRoot(filepath.Join(top, "repo"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c, err := hcleval.Eval(root.FS(), ".", hcleval.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := render(c)
	if strings.Contains(got, "s3cret") || strings.Contains(got, "outside\"") || strings.Contains(got, "aws_x.outside") {
		t.Errorf("something outside was read:\n%s", got)
	}
	for _, r := range c.Resources {
		for name, v := range r.Body.Written {
			switch {
			case name == "inside":
				if s, _ := v.Str(); s != "eu-west-3" {
					t.Errorf("inside is %s, want the text of the linked file", text(v))
				}
			case name == "all":
				if s := text(v); strings.Contains(s, "linked.txt") || strings.Contains(s, "zero") || !strings.Contains(s, "inside.txt") {
					t.Errorf("fileset gives %s", s)
				}
			case v.State != tf.Unknown:
				t.Errorf("%s is %s, want unknown", name, text(v))
			}
		}
	}
	if len(c.Gaps) < 5 {
		t.Errorf("got %d gaps, want one for each thing not read:\n%s", len(c.Gaps), got)
	}
}

// FuzzEval feeds any bytes to the evaluation of native source, of JSON and of
// a template: no panic, no line 0, no unending work.
func FuzzEval(f *testing.F) {
	trees, err := filepath.Glob("../../testdata/hcl/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range trees {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		parts := strings.Split(string(b), "\n-- ")
		for _, p := range parts[1:] {
			_, body, _ := strings.Cut(p, "\n")
			f.Add(body, "{}", "x")
		}
	}
	f.Add("x = \"${y}\"\n# sovlint:accept a until 2027-01-01: r\n", "{}", "x")
	f.Add(`locals { a = templatefile("t", { x = 1 }) }`, `{"resource":{"aws_x":{"a":{"region":"${local.a}"}}}}`, "%{ for a in [1] }${x}%{ endfor }")
	f.Fuzz(func(t *testing.T, native, json, template string) {
		fsys := fstest.MapFS{
			"main.tf": {Data: []byte(native)}, "more.tf.json": {Data: []byte(json)}, "t": {Data: []byte(template)},
			"m/main.tf": {Data: []byte(native)}, "terraform.tfvars": {Data: []byte(template)},
		}
		start := time.Now()
		c, err := hcleval.Eval(fsys, ".", hcleval.Options{})
		if took := time.Since(start); took > patience {
			t.Errorf("took %v, want less than %v", took, patience)
		}
		if err != nil {
			return
		}
		for _, r := range c.Resources {
			if r.Provider == nil || r.At == nil || r.At.Line < 1 || r.At.Column < 1 {
				t.Errorf("%s: provider %v, line %v", r, r.Provider, r.At)
			}
		}
		_ = render(c)
	})
}
