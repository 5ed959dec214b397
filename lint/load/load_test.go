package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/sovlint/sovlint/lint/tf"
)

func read(t *testing.T, in string) *tf.Config {
	t.Helper()
	c, err := Read(strings.NewReader(in), Options{Name: "p.json"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     error
	}{
		{"nothing", "", ErrEmpty},
		{"blanks only", strings.Repeat(" \n", 10000), ErrEmpty},
		{"a cut document", `{"format_version":"1.2","resource_changes":[{"address":"a.b"`, ErrTruncated},
		{"a cut key", `{"format_ver`, ErrTruncated},
		{"a cut literal", `{"format_version":"1.2","errored":tru`, ErrTruncated},
		{"bad grammar", `{"format_version":"1.2",,}`, ErrSyntax},
		{"another document", `{"format_version":"1.2","planned_values":{}} {}`, ErrNotPlan},
		{"garbage after", `{"format_version":"1.2","planned_values":{}} x`, ErrTrailing},
		{"a key twice", `{"format_version":"1.2","resource_changes":[],"resource_changes":[]}`, ErrDuplicate},
		{"other JSON", `{"name":"x"}`, ErrNotPlan},
		{"an array", `[1]`, ErrNotPlan},
		{"a provider schema", `{"format_version":"1.0","provider_schemas":{}}`, ErrNotPlan},
		{"a raw state of another version", `{"version":2,"lineage":"x","modules":[]}`, ErrVersion},
		{"a raw state of the future", `{"version":5,"lineage":"x","resources":[]}`, ErrVersion},
		{"a future version", `{"format_version":"2.0","resource_changes":[]}`, ErrVersion},
		{"a version that is no string", `{"format_version":1,"resource_changes":[]}`, ErrVersion},
		{"a packed plan", "\x1f\x8b\x08\x00\x00{\n", ErrNotPlan},
		{"wide text without a mark", "{\x00\"\x00f\x00", ErrNotPlan},
		{"a list of plans", "[" + small + "]", ErrNotPlan},
		{"the words of a state", "# a_b.c:\nresource \"a_b\" \"c\" {\n    id = \"x\"\n}\n", ErrNotPlan},
		{"no list of resources", `{"version":4,"serial":1,"lineage":"x"}`, ErrPartial},
		{"no list of instances", `{"version":4,"serial":1,"resources":[{"mode":"managed","type":"a_b","name":"c"}]}`, ErrPartial},
		{"an old module without resources", `{"version":3,"serial":1,"modules":[{"path":["root"],"resources":[{"a":1}]}]}`, ErrPartial},
		{"values without a module", `{"format_version":"1.0","values":{"outputs":{}}}`, ErrPartial},
		{"values under a name of nobody", `{"format_version":"1.0","values":{"root_modulx":{"resources":[]}}}`, ErrNotPlan},
		{"values that are no object", `{"format_version":"1.0","values":[]}`, ErrNotPlan},
		{"a module that is no object", `{"format_version":"1.0","values":{"root_module":"x"}}`, ErrNotPlan},
		{"planned values that are no object", `{"format_version":"1.2","resource_changes":[],"planned_values":"x"}`, ErrNotPlan},
		{"resources that are only written", `{"format_version":"1.2","planned_values":{"root_module":{}},"configuration":{"root_module":{"resources":[{"address":"a_b.c","mode":"managed","type":"a_b","name":"c"}]}}}`, ErrPartial},
		{"a cut zip", "PK\x03\x04xxxx", ErrCorrupt},
		{"a cut stream", `{"@level":"info"}` + "\n", ErrTruncated},
		{"a cut message", `{"@level":"info","ty`, ErrTruncated},
		{"cut words", "\x1b[1mTerraform will perform the following actions:\n", ErrTruncated},
		{"words of anything", "hello\nworld\n", ErrNotPlan},
		{"an error instead of a plan", "\n\x1b[31mError: \x1b[0mno such region\n\n  on main.tf line 3\n", ErrNoPlan},
		{"a refresh and then nothing", "aws_s3_bucket.a: Refreshing state... [id=a]\n", ErrNoPlan},
		{"an error in a stream", `{"@level":"error","type":"diagnostic","diagnostic":{"severity":"error","summary":"x"}}` + "\n", ErrNoPlan},
		{"a bookmark", `{"remote_plan_format":1,"run_id":"run-x","hostname":"app.terraform.io"}`, ErrRemote},
		{"an encrypted plan", `{"meta":{"k":"v"},"encrypted_data":"xx"}`, ErrEncrypted},
	}
	for _, tt := range tests {
		_, err := Read(strings.NewReader(tt.in), Options{Name: "p.json"})
		var e *Error
		if !errors.Is(err, tt.want) || !errors.As(err, &e) || !strings.HasPrefix(err.Error(), "p.json: ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestReadKeepsTheReadersError(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken pipe")
	in := io.MultiReader(strings.NewReader(`{"format_version":"1.2",`), errReader{broken})
	if _, err := Read(in, Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type errReader struct{ err error }

func (e errReader) Read([]byte) (int, error) { return 0, e.err }

const small = `{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[{"address":"a_b.c","mode":"managed","type":"a_b","name":"c","provider_name":"registry.terraform.io/x/a","change":{"actions":["create"],"after":{"region":"fr-é"}}}]}`

func TestReadEncodings(t *testing.T) {
	t.Parallel()
	inText := inWords("  # a_b.c will be created\n  + resource \"a_b\" \"c\" {\n      + region = \"fr-é\"\n    }\n", "Plan: 1 to add, 0 to change, 0 to destroy.")
	for form, plain := range map[string]string{"JSON": small, "words": inText, "CRLF": strings.ReplaceAll(inText, "\n", "\r\n")} {
		le, be := []byte{0xff, 0xfe}, []byte{0xfe, 0xff}
		for _, u := range utf16.Encode([]rune(plain)) {
			le, be = append(le, byte(u), byte(u>>8)), append(be, byte(u>>8), byte(u))
		}
		for name, in := range map[string]string{"plain": plain, "UTF-8 with BOM": "\xef\xbb\xbf" + plain, "UTF-16 LE": string(le), "UTF-16 BE": string(be)} {
			if s, _ := read(t, in).Resources[0].Body.Planned.One("region").Str(); s != "fr-é" {
				t.Errorf("%s, %s: region is %q", form, name, s)
			}
		}
	}
}

func TestActions(t *testing.T) {
	t.Parallel()
	tests := []struct {
		change string
		want   tf.Action
	}{
		{`"actions":["create"]`, tf.Create},
		{`"actions":["update"]`, tf.Update},
		{`"actions":["delete"]`, tf.Delete},
		{`"actions":["delete","create"]`, tf.Replace},
		{`"actions":["create","delete"]`, tf.Replace},
		{`"actions":["read"]`, tf.Read},
		{`"actions":["no-op"]`, tf.NoOp},
		{`"actions":["forget"]`, tf.Forget},
		{`"actions":["no-op"],"importing":{"id":"x"}`, tf.Import},
		{`"actions":["no-op"],"importing":null`, tf.NoOp},
	}
	for _, tt := range tests {
		c := read(t, `{"resource_changes":[{"address":"a_b.c","type":"a_b","name":"c","change":{`+tt.change+`}}]}`)
		if got := c.Resources[0].Action; got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.change, got, tt.want)
		}
	}
}

const values = `{"resource_changes":[{"address":"module.a[\"x.y\"].a_b.c[\"k\"]","type":"a_b","name":"c","change":{"actions":["create"],
"after":{"n":null,"list":[{"r":"x"},{"s":"y"}],"part":[null,"z"],"secret":"hush","deep":{"p":"hush","q":1},"b":true},
"after_unknown":{"gone":true,"list":[{},{"r":true}],"part":[true,false],"block":{"id":true},"b":false},
"after_sensitive":{"secret":true,"deep":{"p":true},"list":[{},{}]}}}]}`

func TestPlannedValues(t *testing.T) {
	t.Parallel()
	r := read(t, values).Resources[0]
	if r.Module != `module.a["x.y"]` || r.Key() != `["k"]` {
		t.Errorf("module %q, key %q", r.Module, r.Key())
	}
	tests := []struct {
		path string
		want tf.State
	}{
		{"n", tf.Null}, {"gone", tf.Unknown}, {"block.id", tf.Unknown}, {"b", tf.Known},
		{"secret", tf.Known}, {"deep.p", tf.Known}, {"deep.q", tf.Known}, {"absent", tf.Absent},
	}
	for _, tt := range tests {
		v := r.Body.Planned.One(tt.path)
		if hidden := tt.path == "secret" || tt.path == "deep.p"; v.State != tt.want || v.Sensitive != hidden || hidden && v.V != nil {
			t.Errorf("%s: got %+v, want %v", tt.path, v, tt.want)
		}
	}
	if vs := r.Body.Planned.At("list[].r"); len(vs) != 2 || vs[0].State != tf.Known || vs[1].State != tf.Unknown {
		t.Errorf("list[].r: %+v", vs)
	}
	if vs := r.Body.Planned.At("part[]"); len(vs) != 2 || vs[0].State != tf.Unknown || vs[1].State != tf.Known {
		t.Errorf("part[]: %+v", vs)
	}
}

func TestDeleteShowsWhatWas(t *testing.T) {
	t.Parallel()
	c := read(t, `{"resource_changes":[{"address":"a_b.c","type":"a_b","name":"c","change":{"actions":["delete"],"before":{"r":"x","s":"y"},"before_sensitive":{"s":true},"after":null,"after_unknown":{}}}]}`)
	p := c.Resources[0].Body.Planned
	if s, _ := p.One("r").Str(); s != "x" || !p.One("s").Sensitive {
		t.Errorf("got %+v", p)
	}
}

func plan(version, configuration, rest string) string {
	return `{"format_version":"1.2","terraform_version":"` + version + `","configuration":` + configuration + `,` + rest +
		`"resource_changes":[{"address":"module.m[0].a_b.c","module_address":"module.m[0]","mode":"managed","type":"a_b","name":"c","index":0,"provider_name":"registry.terraform.io/x/a","change":{"actions":["create"],"after":{}}}]}`
}

const modules = `{"provider_config":{"a.paris":{"name":"a","full_name":"registry.terraform.io/x/a","alias":"paris","expressions":{"region":{"references":["var.region"]},"key":{"references":["var.key"]},"both":{"references":["var.region","var.key"]}}}},
"root_module":{"variables":{"region":{},"key":{"sensitive":true}},"module_calls":{"m":{"expressions":{"where":{"references":["var.region"]},"lit":{"constant_value":"x"}},
"module":{"outputs":{"id":{"expression":{"references":["a_b.c.id","a_b.c"]}}},"variables":{"where":{},"lit":{},"dft":{"default":"d"}},
"resources":[{"address":"a_b.c","mode":"managed","type":"a_b","name":"c","provider_config_key":"KEY","expressions":{"w":{"references":["var.where"]},"l":{"references":["var.lit"]},"d":{"references":["var.dft"]},"c":{"constant_value":1},"f":{},"block":[{"x":{"references":["var.where"]}}]}}]}}}}}`

const vars = `"variables":{"region":{"value":"fr-par"},"key":{"value":"hush"}},`

func TestJoin(t *testing.T) {
	t.Parallel()
	c := read(t, plan("1.9.0", strings.Replace(modules, "KEY", "a.paris", 1), vars))
	r := c.Resources[0]
	if !r.Provider.Joined || r.Provider.Alias != "paris" || r.Provider.Source != "registry.terraform.io/x/a" {
		t.Errorf("provider %+v", r.Provider)
	}
	if m := c.Maybe("", r.Provider.Written["region"]); m != "fr-par" {
		t.Errorf("region may be %v", m)
	}
	for _, name := range []string{"key", "both"} {
		if m := c.Maybe("", r.Provider.Written[name]); m != nil {
			t.Errorf("%s may be %v, want nothing", name, m)
		}
	}
	for name, want := range map[string]any{"w": "fr-par", "l": "x", "d": "d", "f": nil, "c": nil, "block.x": "fr-par"} {
		if got := c.Maybe(r.Module, r.Body.Written.One(name)); got != want {
			t.Errorf("%s may be %v, want %v", name, got, want)
		}
	}
	call := c.Calls["module.m[0]"]
	if call == nil || len(c.Calls) != 2 || len(call.Args["where"].Refs) != 1 || len(call.Outputs["id"].Refs) != 2 {
		t.Errorf("calls %+v", c.Calls)
	}
}

func TestJoinWithoutProviderBlock(t *testing.T) {
	t.Parallel()
	for version, want := range map[string]bool{"1.1.9": false, "0.12.31": false, "1.2.0": true, "1.9.0-dev": true} {
		c := read(t, plan(version, strings.Replace(modules, "KEY", "m:a.lyon", 1), vars))
		if p := c.Resources[0].Provider; p.Joined != want || p.Alias != "lyon" || len(p.Written) > 0 {
			t.Errorf("Terraform %s: %+v, want joined %v", version, p, want)
		}
	}
}

func TestState(t *testing.T) {
	t.Parallel()
	c := read(t, `{"format_version":"1.0","terraform_version":"1.9.0","values":{"root_module":{"resources":[{"address":"b.c","mode":"managed","type":"b","name":"c","provider_name":"p","values":{"r":"x","s":"hush"},"sensitive_values":{"s":true}}],
"child_modules":[{"address":"module.a","resources":[{"address":"module.a.data.b.c","mode":"data","type":"b","name":"c","values":{}}],"child_modules":[{"address":"module.a.module.b","resources":[{"address":"module.a.module.b.b.c[1]","mode":"managed","type":"b","name":"c","index":1,"values":{}}]}]}]}}}`)
	if c.Format != "state-json" || len(c.Resources) != 3 {
		t.Fatalf("%s with %d resources", c.Format, len(c.Resources))
	}
	if r := c.Resources[2]; r.Module != "module.a.module.b" || r.Key() != "[1]" || r.Action != tf.Exists {
		t.Errorf("got %+v", r)
	}
	if !c.Resources[0].Body.Planned["s"].Sensitive {
		t.Error("a sensitive value was decoded")
	}
}

func TestErroredAndIncomplete(t *testing.T) {
	t.Parallel()
	c := read(t, `{"format_version":"1.2","resource_changes":[],"errored":true,"complete":false}`)
	if !c.Errored || !c.Incomplete || len(c.Gaps) < 3 {
		t.Errorf("errored %v, incomplete %v, gaps %v", c.Errored, c.Incomplete, c.Gaps)
	}
	for _, g := range c.Gaps {
		if g.What == gapIncomplete {
			t.Error("the error is why it is not complete, and a target is suspected")
		}
	}
}

// TestWhatThePlanDoesNotShow names the resources that are written and not there,
// and what could not be understood.
func TestWhatThePlanDoesNotShow(t *testing.T) {
	t.Parallel()
	written := func(rest string) string {
		return `{"format_version":"1.2",` + rest + `"configuration":{"root_module":{"resources":[{"mode":"managed","type":"a_b","name":"c"},{"mode":"managed","type":"a_b","name":"d"},{"mode":"data","type":"a_b","name":"e"},
{"mode":"managed","type":"a_b","name":"many","count_expression":{}}],"module_calls":{"m":{"for_each_expression":{},"module":{"resources":[{"mode":"managed","type":"a_b","name":"d"}]}}}}}}`
	}
	one := `"resource_changes":[{"address":"a_b.c","change":{"actions":["create"],"after":{}}}],`
	for in, want := range map[string]string{
		written(one):                                                         "the configuration writes a_b.d, the plan does not show it",
		written(one + `"complete":false,`):                                   "",
		written(one + `"errored":"true",`):                                   "the plan ended in an error",
		written(one + `"complete":"false",`):                                 "the plan is not complete",
		written(one + `"resource_chaoges":[],`):                              "members that are not known were not read: the document.resource_chaoges",
		strings.Replace(written(one), `"after"`, `"aftfr"`, 1):               "members that are not known were not read: change.aftfr",
		strings.Replace(written(one), `"address"`, `"zone":1,"address"`, 1):  "members that are not known were not read: resource.zone",
		strings.Replace(written(one), `"module_calls"`, `"module_balls"`, 1): "members that are not known were not read: module of the configuration.module_balls",
		`{"format_version":"1.2","planned_values":{"root_module":{}},"complete":false,"configuration":{"root_module":{"resources":[{"mode":"managed","type":"a_b","name":"c"}]}}}`:      "",
		`{"format_version":"1.2","planned_values":{"root_module":{}},"configuration":{"root_module":{"resources":[{"mode":"managed","type":"a_b","name":"c","count_expression":{}}]}}}`: "",
	} {
		gaps := fmt.Sprint(read(t, in).Gaps)
		if !strings.Contains(gaps, want) || want == "" && strings.Contains(gaps, "does not show") {
			t.Errorf("%s: gaps %s, want %q", in, gaps, want)
		}
	}
}

// TestSharedPlans counts the resources of real plans against encoding/json.
func TestSharedPlans(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("../../../shared/plans/*/plan.json")
	deeper, _ := filepath.Glob("../../../shared/plans/*/*/plan.json")
	files = append(files, deeper...)
	if len(files) == 0 {
		t.Log("no shared plans here")
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want struct {
			Changes []json.RawMessage `json:"resource_changes"`
		}
		if err := json.Unmarshal(b, &want); err != nil {
			t.Fatal(err)
		}
		c, err := Read(bytes.NewReader(b), Options{Name: file})
		if err != nil {
			t.Error(err)
			continue
		}
		if len(want.Changes) > 0 && len(c.Resources) != len(want.Changes) {
			t.Errorf("%s: %d resources, want %d", file, len(c.Resources), len(want.Changes))
		}
		for _, r := range c.Resources {
			if r.Provider.Source == "" || !r.Provider.Joined && r.Action.Remains() {
				t.Logf("%s: %s: provider %q joined %v", file, r, r.Provider.Source, r.Provider.Joined)
			}
		}
	}
}

// TestWhollyUnknown reads a change whose mask is no object.
func TestWhollyUnknown(t *testing.T) {
	t.Parallel()
	c, err := Read(strings.NewReader(`{"format_version":"1.2","resource_changes":[{"address":"a_b.c","change":{"actions":["create"],"after_unknown":true}}]}`),
		Options{Wanted: wantedNames("region", "arn", "*endpoint"), Self: func(string) string { return "arn" }})
	if err != nil {
		t.Fatal(err)
	}
	if p := c.Resources[0].Body.Planned; len(p) != 1 || p["region"].State != tf.Unknown {
		t.Errorf("got %+v, want an unknown region", p)
	}
}

// TestOnlyWhatIsAsked leaves labels out that cannot classify, and keeps an
// identifier apart, so that resources which differ in nothing else share their
// attributes.
func TestOnlyWhatIsAsked(t *testing.T) {
	t.Parallel()
	change := func(i int, tags, hidden string) string {
		return fmt.Sprintf(`{"address":"a_b.c%[1]d","type":"a_b","provider_name":"x/a","change":{"actions":["create"],"after":{"arn":"arn:a:b:r:%[1]d","tags":%[2]s},"after_unknown":{},"after_sensitive":%[3]s}}`, i, tags, hidden)
	}
	c, err := Read(strings.NewReader(`{"format_version":"1.2","resource_changes":[`+strings.Join([]string{
		change(1, `{"Name":"one","o:class":"personal"}`, `{}`), change(2, `{"Name":"two","o:class":"personal"}`, `{}`),
		change(3, `["Name=three","class:health","x\"y"]`, `{}`), change(4, `{"class":"s3cret"}`, `{"tags":{"class":true},"arn":true}`),
	}, ",")+`]}`), Options{
		Wanted: func(string, string) []string { return []string{"arn", "tags"} },
		Self:   func(string) string { return "arn" },
		Labels: []string{"tags"}, Label: func(w string) bool { return strings.Contains(w, "class") },
	})
	if err != nil {
		t.Fatal(err)
	}
	r := c.Resources
	if r[0].Body.Planned.Identity() != r[1].Body.Planned.Identity() {
		t.Errorf("got %v and %v, want the same attributes", r[0].Body.Planned, r[1].Body.Planned)
	}
	if r[0].Called.Self() != "arn:a:b:r:1" || r[1].Called.Self() != "arn:a:b:r:2" || r[3].Called.Self() != "" {
		t.Errorf("got identifiers %q, %q and %q", r[0].Called.Self(), r[1].Called.Self(), r[3].Called.Self())
	}
	if _, ok := r[0].Body.Planned["arn"]; ok {
		t.Error("the identifier is in the body too")
	}
	words, _ := r[2].Body.Planned["tags"].V.([]tf.Value)
	if len(words) != 1 || words[0].V != "class:health" {
		t.Errorf("got words %v", words)
	}
	if v := r[3].Body.Planned.One("tags.class"); !v.Sensitive || v.V != nil {
		t.Errorf("got %v of a sensitive label", v)
	}
}

// TestKeysTwice refuses what other readers may understand in another way.
func TestKeysTwice(t *testing.T) {
	t.Parallel()
	change := func(rest string) string {
		return `{"format_version":"1.2","resource_changes":[{"address":"a_b.c","type":"a_b","name":"c",` + rest + `}]}`
	}
	var many strings.Builder
	for i := range 2 * smallObject {
		fmt.Fprintf(&many, `"k%d":1,`, i)
	}
	for in, want := range map[string]string{
		change(`"change":{"actions":["create"],"after":{"region":"a","region":"b"}}`):                                                        `"region" in a_b.c`,
		change(`"change":{"actions":["create"],"after":{"region":"a","r\u0065gion":"b"}}`):                                                   `"region" in a_b.c`,
		change(`"change":{"actions":["create"],"after":{"x":[{"y":[1,{"region":"a","s":{"region":"c"},"region":"b"}]}]}}`):                   `"region" in a_b.c`,
		change(`"change":{"actions":["create"],"after":{` + many.String() + `"k0":2}}`):                                                      `"k0" in a_b.c`,
		change(`"change":{"actions":["create"],"actions":["delete"],"after":{}}`):                                                            `"actions" in a_b.c`,
		change(`"type":"d","change":{"actions":["create"],"after":{}}`):                                                                      `"type" in a_b.c`,
		`{"format_version":"1.2","resource_changes":[],"resource_changes":[]}`:                                                               `"resource_changes" in `,
		`{"format_version":"1.2","resource_changes":[],"configuration":{"provider_config":{"a":{"expressions":{"r":{},"r":{}}}}}}`:           `"r" in /configuration/provider_config/a`,
		`{"format_version":"1.2","resource_changes":[],"configuration":{"provider_config":{"a":{},"a":{}}}}`:                                 `"a" in `,
		`{"format_version":"1.2","resource_changes":[],"configuration":{"root_module":{"module_calls":{"m":{},"m":{}}}}}`:                    `"m" in `,
		`{"format_version":"1.2","resource_changes":[],"configuration":{"root_module":{"resources":[{"address":"a.b","mode":1,"mode":2}]}}}`: `"mode" in a.b`,
		`{"version":4,"lineage":"x","resources":[{"type":"a_b","name":"c","provider":"p","instances":[{"attributes":{"r":1,"r":2}}]}]}`:      `"r" in `,
		streamStart + plannedMessage(`"a_b.c"`, `"action":"create","action":"delete"`):                                                       `"action" in a_b.c`,
	} {
		_, err := Read(strings.NewReader(in), Options{Name: "p.json"})
		if !errors.Is(err, ErrDuplicate) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.200s: got %v, want %s", in, err, want)
		}
	}
}
