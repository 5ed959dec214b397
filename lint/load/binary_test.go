package load

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/encoding/protowire"

	"github.com/sovlint/sovlint/lint/tf"
)

// archive makes a binary plan of its files.
func archive(files map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// pb writes one field of a message.
func pb(num protowire.Number, v any) string {
	switch x := v.(type) {
	case int:
		return string(protowire.AppendVarint(protowire.AppendTag(nil, num, protowire.VarintType), uint64(x)))
	case string:
		return string(protowire.AppendBytes(protowire.AppendTag(nil, num, protowire.BytesType), []byte(x)))
	}
	panic("neither a number nor text")
}

const providerPB = `provider["registry.terraform.io/x/a"].paris`

// changePB is a change to a_b.NAME with an object of one text attribute.
func changePB(name string, action int, change string) string {
	return pb(planChange, pb(changeProvider, providerPB)+pb(changeAddress, "a_b."+name)+pb(changeItself, pb(1, action)+change))
}

// object is {"region": "fr", "pw": "hush"} in MessagePack.
const object1 = "\x82\xa6region\xa2fr\xa2pw\xa4hush"

func readBytes(t *testing.T, b []byte, o Options) *tf.Config {
	t.Helper()
	c, err := Read(bytes.NewReader(b), o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const emptyState = `{"version":4,"serial":1,"lineage":"","resources":[]}`

// wholePB is a plan with what every plan has.
func wholePB(rest string) string {
	return pb(planVersion, 3) + pb(planBackend, pb(1, "local")) + rest + pb(planTerraform, "1.11.4") + pb(planTimestamp, "2026-11-23T07:29:02Z")
}

func planPB(rest string) []byte {
	return archive(map[string]string{"tfplan": wholePB(rest), "tfstate": emptyState})
}

func TestBinaryPlan(t *testing.T) {
	t.Parallel()
	value := pb(2, pb(1, object1))
	secret := pb(4, pb(1, pb(1, "pw")))
	in := planPB(pb(99, "of tomorrow") + pb(98, 7) + changePB("c", 1, value+secret+pb(77, "of tomorrow")) + changePB("z", 44, value) +
		changePB("g", 5, value+pb(3, pb(1, pb(1, "pw")))) + changePB("i", 0, value+pb(5, pb(1, "id"))) + changePB("f", 8, value) +
		pb(planBackend, pb(1, "s3")+pb(2, pb(1, "\x83\xa6bucket\xa1b\xaasecret_key\xa4hush\xa6region\xc0"))+pb(3, "default")))
	c := readBytes(t, in, Options{Wanted: wantedNames("region", "pw")})
	var got []string
	for _, r := range c.Resources {
		got = append(got, fmt.Sprintf("%s %s %s %s", r, r.Action, shown(r.Body.Planned.One("region")), shown(r.Body.Planned.One("pw"))))
		if p := r.Provider; p.Source != "registry.terraform.io/x/a" || p.Alias != "paris" || p.Key != "a.paris" || p.Joined || p != c.Resources[0].Provider {
			t.Errorf("%s: provider %+v", r, p)
		}
	}
	want := []string{"a_b.c create fr sensitive", "a_b.f forget fr hush", "a_b.g delete fr sensitive", "a_b.i import fr hush", "a_b.z update fr hush"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if c.Format != formatBinary || c.TerraformVersion != "1.11.4" || c.Backend == nil || strings.Contains(fmt.Sprintf("%+v", *c.Backend), "hush") || len(c.Backend.Written) != 1 {
		t.Errorf("got %+v, backend %+v", c, c.Backend)
	}
}

func TestBinaryPlanIsIncomplete(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		rest string
		want bool
	}{
		"whole":               {pb(planApplyable, 1) + pb(planComplete, 1), false},
		"no change":           {pb(planComplete, 1), false},
		"before Terraform1.9": {"", false},
		"said incomplete":     {pb(planApplyable, 1), true},
		"targeted":            {pb(planTarget, "a_b.c"), true},
		"deferred":            {pb(planDeferred, pb(1, "")+pb(2, pb(changeProvider, providerPB)+pb(changeAddress, "a_b.c"))), true},
		"errored":             {pb(planErrored, 1), true},
	} {
		c := readBytes(t, planPB(tt.rest), Options{})
		if c.Incomplete != tt.want || c.Errored != (name == "errored") || len(c.Resources) > 0 != (name == "deferred") {
			t.Errorf("%s: incomplete %v, errored %v, %d resources", name, c.Incomplete, c.Errored, len(c.Resources))
		}
		if said := slices.ContainsFunc(c.Gaps, func(g tf.Gap) bool { return g.What == gapIncomplete }); said != (tt.want && name != "errored") {
			t.Errorf("%s: speaks of a target: %v", name, said)
		}
	}
}

func TestBinaryPlanRefused(t *testing.T) {
	t.Parallel()
	whole := planPB(changePB("c", 1, pb(2, pb(1, object1))))
	for name, tt := range map[string]struct {
		in   []byte
		want error
	}{
		"cut":                  {whole[:len(whole)-10], ErrCorrupt},
		"cut at the start":     {whole[:40], ErrCorrupt},
		"no plan in it":        {archive(map[string]string{"main.tf": ""}), ErrNotPlan},
		"another format":       {archive(map[string]string{"tfplan": pb(planVersion, 4)}), ErrVersion},
		"an empty plan":        {archive(map[string]string{"tfplan": ""}), ErrVersion},
		"before Terraform 1.1": {planPB(pb(planChange, pb(changeProvider, providerPB)+pb(2, 1))), ErrVersion},
		"a cut field":          {archive(map[string]string{"tfplan": pb(planVersion, 3) + pb(planChange, "xxxxxxx")[:5]}), ErrCorrupt},
		"a size that lies":     {archive(map[string]string{"tfplan": pb(planVersion, 3) + "\x1a\xff\xff\xff\x1fxx"}), ErrCorrupt},
		"a size of no plan":    {archive(map[string]string{"tfplan": pb(planVersion, 3) + "\x1a\xff\xff\xff\xff\x7fxx"}), ErrLimit},
		"a broken change":      {planPB(pb(planChange, "\x0a\x7f")), ErrCorrupt},
		"a broken state":       {archive(map[string]string{"tfplan": wholePB(""), "tfstate": "{"}), ErrTruncated},
		"no state":             {archive(map[string]string{"tfplan": wholePB("")}), ErrCorrupt},
		"no time":              {archive(map[string]string{"tfplan": strings.TrimSuffix(wholePB(""), pb(planTimestamp, "2026-11-23T07:29:02Z")), "tfstate": emptyState}), ErrCorrupt},
		"cut behind a change":  {archive(map[string]string{"tfplan": pb(planVersion, 3) + changePB("c", 1, pb(2, pb(1, object1))), "tfstate": emptyState}), ErrCorrupt},
		"cut before a change":  {archive(map[string]string{"tfplan": pb(planVersion, 3), "tfstate": emptyState}), ErrCorrupt},
		"no backend":           {archive(map[string]string{"tfplan": strings.Replace(wholePB(""), pb(planBackend, pb(1, "local")), "", 1), "tfstate": emptyState}), ErrCorrupt},
		"a bomb":               {archive(map[string]string{"tfplan": pb(planVersion, 3) + strings.Repeat(pb(99, strings.Repeat("\x00", 1<<20)), 64)}), ErrLimit},
	} {
		_, err := ReadAll(bytes.NewReader(tt.in), Options{Name: "tfplan"})
		if !errors.Is(err, tt.want) || !strings.HasPrefix(err.Error(), "tfplan: ") {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
}

// TestDamagedPlan flips and cuts bytes of a real plan: it is read or refused,
// and nothing that is read has another value than before.
func TestDamagedPlan(t *testing.T) {
	t.Parallel()
	whole, err := os.ReadFile("../../testdata/plans/18-teinte-depose/tfplan")
	if err != nil {
		t.Fatal(err)
	}
	n := len(readBytes(t, whole, Options{}).Resources)
	for i := 0; i < len(whole); i += 23 {
		b := bytes.Clone(whole)
		b[i] ^= 0x55
		if c, err := Read(bytes.NewReader(b), Options{}); err == nil && len(c.Resources) != n {
			t.Fatalf("byte %d turned: %d resources, want %d or a refusal", i, len(c.Resources), n)
		}
		if _, err := Read(bytes.NewReader(whole[:i]), Options{}); err == nil {
			t.Fatalf("cut at byte %d: no refusal", i)
		}
	}
}

func TestEncryptedPlan(t *testing.T) {
	t.Parallel()
	f, err := os.Open("../../testdata/plans/28-opentofu/chiffre/tfplan")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := Read(f, Options{}); !errors.Is(err, ErrEncrypted) {
		t.Errorf("got %v, want %v", err, ErrEncrypted)
	}
}

// TestSnapshot looks at the configuration that a real plan carries.
func TestSnapshot(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../testdata/plans/17-modules-outscale/tfplan")
	if err != nil {
		t.Fatal(err)
	}
	var snap Snapshot
	source := func(s Snapshot) (*tf.Config, error) {
		snap = s
		return nil, errors.New("not today")
	}
	c := readBytes(t, b, Options{Source: source})
	if len(c.Gaps) != 1 || !strings.HasSuffix(c.Gaps[0].What, "not today") {
		t.Errorf("gaps %v", c.Gaps)
	}
	if err := fstest.TestFS(snap.FS, "main.tf", "modules/region/main.tf", "modules/region/stockage/main.tf", ".terraform/modules/modules.json", ".terraform.lock.hcl", variablesFile); err != nil && !strings.Contains(err.Error(), "ModTime") {
		t.Error(err)
	}
	if snap.Modules["implicite.stockage"] != "modules/region/stockage" || snap.Modules[""] != "." || snap.Workspace != "default" {
		t.Errorf("modules %v, workspace %q", snap.Modules, snap.Workspace)
	}
	vars, err := fs.ReadFile(snap.FS, snap.VarFiles[0])
	if err != nil || string(vars) != `{"region_secours":"eu-west-2"}` {
		t.Errorf("variables %s, %v", vars, err)
	}
	main, _ := fs.ReadFile(snap.FS, "main.tf")
	if want, _ := os.ReadFile("../../testdata/plans/17-modules-outscale/main.tf"); !bytes.Equal(main, want) {
		t.Error("main.tf of the snapshot is not the one that stands beside the plan")
	}
}

// TestSnapshotKeepsInside places modules from outside of the root's folder, and
// names that lead out of it.
func TestSnapshotKeepsInside(t *testing.T) {
	t.Parallel()
	var snap Snapshot
	in := archive(map[string]string{
		"tfstate":                emptyState,
		"tfplan":                 wholePB(pb(planVariable, pb(1, "l")+pb(2, pb(1, "\x92\xc4\x08\"string\"\xa1v"))) + pb(planVariable, pb(1, "u")+pb(2, pb(1, "\xd4\x00\x00")))),
		"tfconfig/modules.json":  `[{"Key":"","Dir":"."},{"Key":"up","Dir":"../shared/up"},{"Key":"abs","Dir":"/etc"},{"Key":"win","Dir":"modules\\win"},{"Key":"far","Source":"git::x","Dir":".terraform/modules/far"}]`,
		"tfconfig/m-/main.tf":    "root",
		"tfconfig/m-up/main.tf":  "up",
		"tfconfig/m-abs/main.tf": "abs",
		"tfconfig/m-win/main.tf": "win",
		"tfconfig/m-far/a.tf":    "far",
		"tfconfig/m-/../x.tf":    "out",
		"tfconfig/m-nobody/x.tf": "nobody",
	})
	readBytes(t, in, Options{Source: func(s Snapshot) (*tf.Config, error) { snap = s; return nil, nil }})
	var got []string
	err := fs.WalkDir(snap.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			b, e := fs.ReadFile(snap.FS, name)
			got, err = append(got, name+" "+string(b[:min(len(b), 9)])), e
		}
		return err
	})
	want := []string{".terraform/modules/far/a.tf far", ".terraform/modules/modules.json {\"Modules", ".terraform/sovlint.tfvars.json {\"l\":\"v\"}",
		"main.tf root", "module.abs/main.tf abs", "module.up/main.tf up", "modules/win/main.tf win"}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
	if d := cmp.Diff(map[string]string{"module.up": "../shared/up"}, snap.Outside); d != "" {
		t.Errorf("modules from outside (-want +got):\n%s", d)
	}
}

// TestSourceIsAdopted joins a plan with what its source was evaluated to.
func TestSourceIsAdopted(t *testing.T) {
	t.Parallel()
	in := archive(map[string]string{"tfplan": wholePB(changePB(`c["k"]`, 1, pb(2, pb(1, object1)))), "tfconfig/modules.json": `[]`,
		"tfstate": `{"version":4,"serial":1,"resources":[{"mode":"managed","type":"a_b","name":"left","provider":"provider[\"registry.terraform.io/x/a\"]","instances":[{"attributes":{}}]}]}`})
	block, at := &tf.Range{File: "main.tf", Line: 3}, &tf.Range{File: "main.tf", Line: 9}
	written := tf.Attrs{"region": {State: tf.Unknown, Refs: []string{"var.r"}}}
	src := &tf.Config{
		Calls:    map[string]*tf.Call{"": {Defaults: map[string]any{"r": "fr"}}},
		Gaps:     []tf.Gap{{What: "a file could not be read"}},
		Declared: map[tf.Addr]*tf.Range{{Local: "a_b.c"}: at},
		Resources: []*tf.Resource{{Addr: tf.Addr{Local: "a_b.c"}, Kind: &tf.Kind{Type: "a_b", At: at, Body: tf.Body{Written: written},
			Provider: &tf.Provider{Source: "registry.terraform.io/x/a", Alias: "paris", Key: "osc.paris", Joined: true, At: block, Written: tf.Attrs{"region": {State: tf.Known, V: "fr"}}}}}},
	}
	c := readBytes(t, in, Options{Source: func(Snapshot) (*tf.Config, error) { return src, nil }})
	r := c.Resources[0]
	if r.At != at || r.Body.Written["region"].Refs == nil || !r.Provider.Joined || r.Provider.At != block || r.Provider.Key != "osc.paris" || shown(r.Provider.Written["region"]) != "fr" {
		t.Errorf("got %+v of %+v", r, r.Provider)
	}
	if left := c.Resources[1]; left.String() != "a_b.left" || left.Action != tf.Exists || left.At != nil {
		t.Errorf("got %+v, want a resource that the source no longer has", left)
	}
	if shown(r.Body.Planned.One("region")) != "fr" || c.Calls[""] == nil || len(c.Gaps) != 1 {
		t.Errorf("planned %+v, calls %v, gaps %v", r.Body.Planned, c.Calls, c.Gaps)
	}
}

// TestBinaryPlanLacksResources names what the configuration in a plan writes and
// the plan does not show, unless the plan itself says that it is a part.
func TestBinaryPlanLacksResources(t *testing.T) {
	t.Parallel()
	src := &tf.Config{}
	for _, name := range []string{"a_b.c", "a_b.d", `a_b.many["k"]`, "data.a_b.e", `module.m["k"].a_b.f`} {
		r := &tf.Resource{Addr: tf.ParseAddr(name), Kind: &tf.Kind{Type: "a_b", Provider: &tf.Provider{Source: "x/a"}}}
		if strings.HasPrefix(name, "data.") {
			r.Mode = tf.Data
		}
		src.Resources = append(src.Resources, r)
	}
	for rest, want := range map[string]bool{"": true, pb(planTarget, "a_b.c"): false, pb(planErrored, 1): false} {
		in := archive(map[string]string{"tfplan": wholePB(rest + changePB("c", 1, pb(2, pb(1, object1)))), "tfstate": emptyState, "tfconfig/modules.json": `[]`})
		c := readBytes(t, in, Options{Source: func(Snapshot) (*tf.Config, error) { return src, nil }})
		if got := strings.Contains(fmt.Sprint(c.Gaps), "the configuration writes a_b.d, the plan does not show it"); got != want {
			t.Errorf("%q: gaps %v, want one of a_b.d: %v", rest, c.Gaps, want)
		}
	}
}

func TestPacked(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"null", "\xc0", "null"}, {"true", "\xc3", "true"}, {"small", "\x05", "5"}, {"minus", "\xff", "-1"}, {"byte", "\xcc\xff", "255"},
		{"word", "\xcd\x01\x00", "256"}, {"minus 256", "\xd1\xff\x00", "-256"}, {"large", "\xcf\xff\xff\xff\xff\xff\xff\xff\xff", "18446744073709551615"},
		{"least", "\xd3\x80\x00\x00\x00\x00\x00\x00\x00", "-9223372036854775808"}, {"half", "\xcb\x3f\xe0\x00\x00\x00\x00\x00\x00", "0.5"}, {"single", "\xca\x3f\x00\x00\x00", "0.5"},
		{"text", "\xa2fr", "fr"}, {"text with a size", "\xd9\x02fr", "fr"}, {"long text", "\xdb\x00\x00\x00\x02fr", "fr"}, {"unknown", "\xd4\x00\x00", "unknown"},
		{"unknown, refined", "\xc7\x03\x0c\x81\x01\xc2", "unknown"}, {"with its type", "\x92\xc4\x08\"number\"\x07", "7"}, {"of any type, unknown", "\x92\xc4\x09\"dynamic\"\xd4\x00\x00", "unknown"}, {"never used", "\xc1", "unknown"},
	}
	for _, tt := range tests {
		if got := shown(packedValue([]byte(tt.in), nil)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
		if end, ok := packedEnd([]byte(tt.in + "\xc0")); tt.in != "\xc1" && (!ok || end != len(tt.in)) {
			t.Errorf("%s: got length %d, want %d", tt.name, end, len(tt.in))
		}
		for i := range len(tt.in) {
			if _, ok := packedEnd([]byte(tt.in[:i])); ok && i < len(tt.in) {
				t.Errorf("%s: cut at %d it is whole", tt.name, i)
			}
		}
	}
	if _, ok := packedEnd([]byte(strings.Repeat("\x91", 100000))); ok {
		t.Error("endless nesting is whole")
	}
	if _, ok := packedEnd([]byte("\xdd\xff\xff\xff\xff")); ok {
		t.Error("a list longer than its bytes is whole")
	}
}
