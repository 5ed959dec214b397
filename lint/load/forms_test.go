package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint/tf"
)

func readAll(t *testing.T, in string) []*tf.Config {
	t.Helper()
	all, err := ReadAll(strings.NewReader(in), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestSeveralDocuments(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{
		"on lines":        small + "\n" + small + "\n",
		"without a break": small + small,
		"with blanks":     "\n\n " + small + "\t\n\n" + small,
		"behind prefixes": "[net/vpc] " + small + "\n10:01:02.003 STDOUT [db] tofu: " + small + "\n",
		"with a state":    small + "\n" + `{"version":4,"serial":1,"lineage":"x","resources":[]}`,
	} {
		all := readAll(t, in)
		if len(all) != 2 || all[0].Source != "-#1" || all[1].Source != "-#2" || len(all[0].Resources) != 1 {
			t.Errorf("%s: got %d documents", name, len(all))
		}
	}
	if _, err := Read(strings.NewReader(small+small), Options{}); !errors.Is(err, ErrTrailing) {
		t.Errorf("Read: got %v, want %v", err, ErrTrailing)
	}
	if all := readAll(t, small); all[0].Source != "-" {
		t.Errorf("one document is named %q", all[0].Source)
	}
}

// TestWrappers recovers a document when what is beside it stands on lines of
// its own, says so, and refuses everything else.
func TestWrappers(t *testing.T) {
	t.Parallel()
	safe := map[string]string{
		"setup-terraform":  "[command]/home/runner/work/_temp/x/terraform-bin show -json tfplan\n" + small + "\n\n::debug::Terraform exited with code 0.\n::debug::stdout: " + small + "\n::debug::stderr: \n::set-output name=stdout::" + small + "\n",
		"words before":     "Acquiring state lock. This may take a few moments...\n" + small + "\n",
		"log lines behind": small + "\n2026-11-23 10:00:00 done\n[ci] done\n",
	}
	for name, in := range safe {
		all := readAll(t, in)
		if len(all) != 1 || len(all[0].Resources) != 1 || !strings.Contains(fmt.Sprint(all[0].Gaps), "left out") {
			t.Errorf("%s: %d documents, gaps %v", name, len(all), all[0].Gaps)
		}
		if got := strings.Contains(fmt.Sprint(all[0].Gaps), "terraform_wrapper"); got != (name == "setup-terraform") {
			t.Errorf("%s: gaps %v", name, all[0].Gaps)
		}
	}
	odd := map[string]string{
		"a stray brace":                small + "\n}\n",
		"a tail of JSON":               small + "\n  \"resource_changes\": []\n}",
		"a message on the same line":   small + "::debug::Terraform exited with code 0.\n",
		"a word on the same line":      small + " done",
		"a document in the middle":     small + "\nsee: " + small + "\n",
		"an array":                     small + "\n[1,2]\n",
		"another object":               small + "\n{\"a\":1}\n",
		"a document that is cut short": small + "\n" + small[:40],
	}
	for name, in := range odd {
		all, err := ReadAll(strings.NewReader(in), Options{})
		var e *Error
		if err == nil || !errors.As(err, &e) || e.Hint == "" && e.Kind != ErrSyntax {
			t.Errorf("%s: got %d documents, %v; want a refusal with a hint", name, len(all), err)
		}
	}
	all := readAll(t, small+"\nError: unit b failed\n")
	if !all[0].Errored {
		t.Error("an error message beside a document was passed over")
	}
}

// TestStrayBrace reads the real case, where it is at hand.
func TestStrayBrace(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../../shared/cases/files/O25-terraform-plan-noprovider.json")
	if err != nil {
		t.Log("../shared/cases is not here")
		return
	}
	_, err = ReadAll(bytes.NewReader(b), Options{Name: "O25"})
	if !errors.Is(err, ErrTrailing) || !strings.Contains(err.Error(), `"}"`) {
		t.Errorf("got %v, want %v", err, ErrTrailing)
	}
}

func said(kind, rest string) string {
	return `{"@level":"info","@message":"m","@module":"terraform.ui",` + rest + `"type":"` + kind + `"}` + "\n"
}

func plannedMessage(addr, rest string) string {
	return said("planned_change", `"change":{"resource":{"addr":`+addr+`,"implied_provider":"aws"},`+rest+`},`)
}

func summary(operation string, add, change, remove, imported int) string {
	return said("change_summary", fmt.Sprintf(`"changes":{"add":%d,"change":%d,"remove":%d,"import":%d,"operation":%q},`, add, change, remove, imported, operation))
}

const streamStart = `{"@level":"info","@message":"Terraform 1.11.4","terraform":"1.11.4","type":"version","ui":"1.2"}` + "\n"

func TestStream(t *testing.T) {
	t.Parallel()
	in := streamStart +
		said("resource_drift", `"change":{"resource":{"addr":"aws_x.drift"},"action":"update"},`) +
		plannedMessage(`"module.m[\"a.b\"].aws_s3_bucket.b"`, `"action":"create"`) +
		plannedMessage(`"data.aws_region.r"`, `"action":"read"`) +
		plannedMessage(`"aws_x.new"`, `"previous_resource":{"addr":"aws_x.old"},"action":"move"`) +
		plannedMessage(`"aws_x.f"`, `"action":"remove"`) +
		plannedMessage(`"aws_x.i"`, `"importing":{"id":"x"},"action":"import"`) +
		plannedMessage(`"aws_x.z"`, `"action":"something"`) +
		said("change_summary", `"changes":{"add":1,"change":0,"remove":0,"operation":"plan"},`)
	c, err := Read(strings.NewReader(in), Options{Wanted: wantedNames("region", "*suffix")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range c.Resources {
		got = append(got, fmt.Sprintf("%s %s %s", r, r.Action, r.Mode))
		if r.Provider.Source != "aws" || r.Provider.Joined {
			t.Errorf("%s: provider %+v", r, r.Provider)
		}
		if v := r.Body.Planned["region"]; v.State != tf.Unknown || len(r.Body.Planned) != 1 {
			t.Errorf("%s: got %+v, want an unknown region", r, r.Body.Planned)
		}
	}
	want := []string{"aws_x.f forget managed", "aws_x.i import managed", "aws_x.new no-op managed", "aws_x.z update managed", "data.aws_region.r read data", `module.m["a.b"].aws_s3_bucket.b create managed`}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if c.Format != formatStream || c.TerraformVersion != "1.11.4" || !c.Bare || len(c.Gaps) != 3 || !gapsHave(c, "1 resource is let go of and stays where it is (aws_x.f)") || c.Errored {
		t.Errorf("got %+v", c)
	}
	if all := readAll(t, in+in); len(all) != 2 {
		t.Errorf("two runs gave %d plans", len(all))
	}
}

func TestStreamOfErrors(t *testing.T) {
	t.Parallel()
	failed := `{"@level":"error","diagnostic":{"severity":"error","summary":"no"},"type":"diagnostic"}` + "\n"
	c := read(t, streamStart+plannedMessage(`"aws_x.a"`, `"action":"create"`)+failed)
	if !c.Errored || len(c.Resources) != 1 {
		t.Errorf("errored %v with %d resources", c.Errored, len(c.Resources))
	}
	for name, in := range map[string]struct {
		in   string
		want error
	}{
		"an error only":         {streamStart + failed, ErrNoPlan},
		"no summary":            {streamStart + plannedMessage(`"aws_x.a"`, `"action":"create"`), ErrTruncated},
		"cut in a message":      {streamStart + `{"@level":"in`, ErrTruncated},
		"a broken message":      {streamStart + `{"@level":,}` + "\n" + streamStart, ErrSyntax},
		"a change of nobody":    {streamStart + plannedMessage(`""`, `"action":"create"`), ErrNotPlan},
		"changes taken out":     {streamStart + plannedMessage(`"aws_x.a"`, `"action":"create"`) + summary("plan", 2, 0, 0, 0), ErrPartial},
		"all changes taken out": {streamStart + summary("plan", 0, 0, 1, 0), ErrPartial},
		"a half of a replace":   {streamStart + plannedMessage(`"aws_x.a"`, `"action":"create"`) + summary("plan", 1, 0, 1, 0), ErrPartial},
		"an import taken out":   {streamStart + summary("plan", 0, 0, 0, 1), ErrPartial},
		"two runs in one":       {streamStart + plannedMessage(`"aws_x.a"`, `"action":"create"`) + summary("plan", 1, 0, 0, 0) + summary("plan", 1, 0, 0, 0), ErrPartial},
		"an apply of a plan":    {streamStart + summary("apply", 1, 0, 0, 0), ErrTruncated},
		"a summary of nothing":  {streamStart + said("change_summary", ""), ErrTruncated},
		"the second run failed": {streamStart + summary("plan", 0, 0, 0, 0) + streamStart + failed, ErrNoPlan},
	} {
		if _, err := ReadAll(strings.NewReader(in.in), Options{}); !errors.Is(err, in.want) {
			t.Errorf("%s: got %v, want %v", name, err, in.want)
		}
	}
}

// TestStreamCounts reads what Terraform counts in its own way.
func TestStreamCounts(t *testing.T) {
	t.Parallel()
	for name, in := range map[string]string{
		"replace":        plannedMessage(`"aws_x.a"`, `"action":"replace"`) + summary("plan", 1, 0, 1, 0),
		"import, update": plannedMessage(`"aws_x.a"`, `"action":"update","importing":{"id":"x"}`) + summary("plan", 0, 1, 0, 1),
		"forget, move":   plannedMessage(`"aws_x.a"`, `"action":"forget"`) + plannedMessage(`"aws_x.b"`, `"action":"move"`) + summary("plan", 0, 0, 0, 0),
		"of tomorrow":    plannedMessage(`"aws_x.a"`, `"action":"supplant"`) + summary("plan", 1, 0, 1, 0),
		"plan and apply": plannedMessage(`"aws_x.a"`, `"action":"create"`) + summary("plan", 1, 0, 0, 0) + summary("apply", 7, 0, 0, 0),
	} {
		if _, err := Read(strings.NewReader(streamStart+in), Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const rawFour = `{"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"x","outputs":{"o":{"value":"hush","type":"string","sensitive":true}},"resources":[
{"module":"module.m[\"k\"]","mode":"managed","type":"a_b","name":"c","provider":"module.m.provider[\"registry.terraform.io/x/a\"].paris","instances":[
{"index_key":"a\"b${","attributes":{"region":"fr","pw":"hush","list":["x","hush"],"deep":{"s":"hush","t":"y"},"set":["hush"],"any":{"type":"string","value":"v"}},
"sensitive_attributes":[[{"type":"get_attr","value":"pw"}],[{"type":"get_attr","value":"list"},{"type":"index","value":{"value":1,"type":"number"}}],[{"type":"get_attr","value":"deep"},{"type":"get_attr","value":"s"}],[{"type":"get_attr","value":"set"},{"type":"index","value":{"value":{"q":1},"type":"dynamic"}}]]},
{"index_key":1,"deposed":"1a2b3c4d","attributes":{"region":"us"}}]},
{"mode":"data","type":"a_b","name":"d","provider":"provider.a.old","instances":[{"attributes_flat":{"region":"eu"}}]}]}`

func TestRawState(t *testing.T) {
	t.Parallel()
	c := read(t, rawFour)
	if c.Format != formatRaw || c.TerraformVersion != "1.9.0" || len(c.Resources) != 3 || len(c.Gaps) != 1 {
		t.Fatalf("got %+v", c)
	}
	data, r, gone := c.Resources[0], c.Resources[1], c.Resources[2]
	if r.String() != `module.m["k"].a_b.c["a\"b$${"]` || gone.Deposed() != "1a2b3c4d" || gone.Key() != "[1]" || data.Mode != tf.Data || r.Action != tf.Exists {
		t.Errorf("got %s, %s, %s", r, gone, data)
	}
	if p := r.Provider; p.Source != "registry.terraform.io/x/a" || p.Alias != "paris" || p.Module != "module.m" || p.Key != "module.m:a.paris" || p.Joined {
		t.Errorf("provider %+v", p)
	}
	if p := data.Provider; p.Source != "a" || p.Alias != "old" {
		t.Errorf("old provider %+v", p)
	}
	if s, _ := data.Body.Planned.One("region").Str(); s != "eu" {
		t.Errorf("flat region %q", s)
	}
	p := r.Body.Planned
	for path, want := range map[string]string{"region": "fr", "pw": "sensitive", "deep.s": "sensitive", "deep.t": "y", "set": "sensitive", "any": "unknown"} {
		if got := shown(p.One(path)); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
	if d := cmp.Diff([]string{"x", "sensitive"}, flatten(p.At("list[]"))); d != "" {
		t.Error(d)
	}
	if strings.Contains(fmt.Sprintf("%+v", r.Body), "hush") {
		t.Error("a sensitive value was decoded")
	}
}

const rawThree = `{"version":3,"terraform_version":"0.11.14","serial":1,"lineage":"x","modules":[{"path":["root"],"outputs":{},"resources":{
"aws_instance.web.1":{"type":"aws_instance","depends_on":[],"primary":{"id":"i-1","attributes":{"id":"i-1","availability_zone":"eu-west-3a","tags.%":"2","tags.a.b":"x","tags.Name":"y","disk.#":"2","disk.10.size":"8","disk.9.size":"7","disk.9.zone":"74D93920-ED26-11E3-AC10-0800200C9A66"}},"deposed":[{"id":"i-0","attributes":{"id":"i-0"}}],"provider":"provider.aws.paris"}}},
{"path":["root","net","inner"],"resources":{"data.aws_region.here":{"type":"aws_region","primary":{"attributes":{"name":"eu-west-3"}}}}}]}`

func TestOldState(t *testing.T) {
	t.Parallel()
	c := read(t, rawThree)
	var got []string
	for _, r := range c.Resources {
		got = append(got, fmt.Sprintf("%s %s %s %s.%s", id(r), r.Mode, r.Type, r.Provider.Source, r.Provider.Alias))
	}
	want := []string{"aws_instance.web[1] managed aws_instance aws.paris", "aws_instance.web[1] (deposed 0) managed aws_instance aws.paris",
		"module.net.module.inner.data.aws_region.here data aws_region aws."}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	p := c.Resources[0].Body.Planned
	for path, want := range map[string][]string{"availability_zone": {"eu-west-3a"}, "tags{}": {"y", "x"}, "disk[].size": {"7", "8"}, "disk[].zone": {"unknown"}} {
		if d := cmp.Diff(want, flatten(p.At(path))); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
}

// TestRawStateInAnyOrder reads a state whose keys were sorted by a tool.
func TestRawStateInAnyOrder(t *testing.T) {
	t.Parallel()
	c := read(t, `{"lineage":"x","resources":[{"instances":[{"attributes":{"region":"fr"}}],"mode":"managed","name":"c","provider":"provider[\"r/x/a\"]","type":"a_b"}],"serial":1,"terraform_version":"1.9.0","version":4}`)
	if len(c.Resources) != 1 || c.Resources[0].String() != "a_b.c" || shown(c.Resources[0].Body.Planned.One("region")) != "fr" {
		t.Errorf("got %+v", c.Resources)
	}
}

// TestRememberedBackend reads what a working directory remembers, without keys.
func TestRememberedBackend(t *testing.T) {
	t.Parallel()
	for typ, tt := range map[string]struct {
		config string
		want   map[string]string
	}{
		"pg": {`"conn_str":"postgres://me:hush@db.example.org/state?sslkey=hush"`, map[string]string{"conn_str": "postgres://db.example.org/state"}},
		"s3": {`"region":"fr-par","secret_key":"hush","access_key":"hush","token":"hush","endpoints":{"s3":"https://hush:hush@s3.fr-par.scw.cloud","iam":null},"bucket":null,
			"kms_key_id":"arn:aws:kms:eu-west-3:1:key/k","assume_role":{"role_arn":"arn:aws:iam::1:role/r","external_id":"hush","policy":null},"skip_region_validation":true`,
			map[string]string{"region": "fr-par", "endpoints.s3": "https://s3.fr-par.scw.cloud", "kms_key_id": "arn:aws:kms:eu-west-3:1:key/k", "assume_role.role_arn": "arn:aws:iam::1:role/r"}},
		"kubernetes": {`"host":"user@hush","token":"hush","proxy_url":"http://me:hush@proxy.example.org","exec":[{"command":"aws","args":["hush"],"env":{"A":"hush"}}]`,
			map[string]string{"host": "unknown", "proxy_url": "http://proxy.example.org", "exec.command": "aws"}},
		"http": {`"address":"https://a.example.org/s","unlock_address":"https://me:hush@b.example.org/u","username":"hush"`,
			map[string]string{"address": "https://a.example.org/s", "unlock_address": "https://b.example.org/u"}},
	} {
		c := read(t, `{"version":3,"terraform_version":"1.9.0","backend":{"type":"`+typ+`","config":{`+tt.config+`},"hash":1}}`)
		b := c.Backend
		if b == nil || b.Type != typ || len(c.Gaps) != 1 || c.Gaps[0].What != gapRemembered {
			t.Fatalf("%s: got %+v", typ, c)
		}
		if strings.Contains(fmt.Sprintf("%+v", *b), "hush") {
			t.Errorf("%s: a secret was kept: %+v", typ, *b)
		}
		for path, want := range tt.want {
			if got := shown(b.Written.One(path)); got != want {
				t.Errorf("%s, %s: got %s, want %s", typ, path, got, want)
			}
		}
	}
}

func changeJSON(addr, rest string) string {
	return `{"address":"` + addr + `","mode":"managed","type":"a_b","name":"c","provider_name":"registry.terraform.io/x/a",` + rest + `"change":{"actions":["create"],"after":{}}}`
}

func stateJSON(addrs ...string) string {
	var rs []string
	for _, a := range addrs {
		mode := "managed"
		if strings.HasPrefix(a, "data.") {
			mode = "data"
		}
		rs = append(rs, `{"address":"`+a+`","mode":"`+mode+`","type":"a_b","name":"c","provider_name":"registry.terraform.io/x/a","values":{"region":"fr"}}`)
	}
	return `{"format_version":"1.0","values":{"root_module":{"resources":[` + strings.Join(rs, ",") + `]}}}`
}

// TestPriorState keeps what a targeted plan leaves out: it holds data now.
func TestPriorState(t *testing.T) {
	t.Parallel()
	changes := `"resource_changes":[` + changeJSON("a_b.z", "") + `,` + changeJSON("a_b.new", `"previous_address":"a_b.old",`) + `,` + changeJSON("a_b.a", "") + `]`
	state := `"prior_state":` + stateJSON("a_b.a", "a_b.left", "a_b.old", "data.a_b.d", "a_b.z")
	for _, in := range []string{`{"format_version":"1.2",` + changes + `,` + state + `}`, `{"format_version":"1.2",` + state + `,` + changes + `}`} {
		c := read(t, in)
		var got []string
		for _, r := range c.Resources {
			got = append(got, r.String()+" "+r.Action.String())
		}
		if d := cmp.Diff([]string{"a_b.a create", "a_b.left exists", "a_b.new create", "a_b.z create"}, got); d != "" {
			t.Error(d)
		}
		if shown(c.Resources[1].Body.Planned.One("region")) != "fr" {
			t.Errorf("got %+v", c.Resources[1].Body)
		}
	}
}

func TestDeferredChanges(t *testing.T) {
	t.Parallel()
	c := read(t, `{"format_version":"1.2","resource_changes":[],"deferred_changes":[{"reason":"provider_config_unknown","resource_change":`+changeJSON("a_b.c", "")+`}],"action_invocations":[{"type":"x"}]}`)
	if len(c.Resources) != 1 || !c.Incomplete {
		t.Errorf("%d resources, incomplete %v", len(c.Resources), c.Incomplete)
	}
}

// TestKeysOfJSON holds the two ways to write a key so that readers differ.
func TestKeysOfJSON(t *testing.T) {
	t.Parallel()
	c := read(t, `{"format\u005fversion":"1.2","resource\u005fchanges":[{"addr\u0065ss":"a_b.c","typ\u0065":"a_b","change":{"actions":["create"],"after":{"r\u0065gion":"fr"}}}]}`)
	if len(c.Resources) != 1 || shown(c.Resources[0].Body.Planned.One("region")) != "fr" {
		t.Errorf("escaped keys: got %+v", c.Resources)
	}
	for _, in := range []string{
		`{"address":"a_b.c","address":"a_b.d","type":"a_b","change":{"actions":["create"]}}`,
		`{"address":"a_b.c","type":"a_b","typ\u0065":"x","change":{"actions":["create"]}}`,
		`{"address":"a_b.c","type":"a_b","change":{"actions":["create"],"after":{},"after":{}}}`,
		`{"address":"a_b.c","type":"a_b","change":{},"change":{}}`,
	} {
		if _, err := Read(strings.NewReader(`{"format_version":"1.2","resource_changes":[`+in+`]}`), Options{}); !errors.Is(err, ErrDuplicate) {
			t.Errorf("%s: got %v, want %v", in, err, ErrDuplicate)
		}
	}
	c = read(t, `{"format_version":"1.2","resource_changes":[{"address":"module.ab.a_b.c","module_address":"module.a","type":"a_b","change":{"actions":["create"]}}]}`)
	if c.Resources[0].String() != "module.ab.a_b.c" {
		t.Errorf("an address that does not fit its module became %s", c.Resources[0])
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("[", 5000) + strings.Repeat("]", 5000)
	for name, in := range map[string]string{
		"deep in a value":   `{"format_version":"1.2","resource_changes":[{"address":"a_b.c","change":{"after":{"x":` + deep + `}}}]}`,
		"deep modules":      `{"format_version":"1.2","resource_changes":[{"address":"` + strings.Repeat("module.a.", 5000) + `b.c"}]}`,
		"deep module calls": `{"format_version":"1.2","configuration":{"root_module":` + strings.Repeat(`{"module_calls":{"a":{"module":`, 500) + `{}` + strings.Repeat(`}}}`, 500) + `}}`,
		"deep old modules":  `{"version":3,"serial":1,"modules":[{"path":["root"` + strings.Repeat(`,"a"`, 50000) + `],"resources":{}}]}`,
		"deep in a stream":  streamStart + plannedMessage(`"`+strings.Repeat("module.a.", 5000)+`b.c"`, `"action":"create"`),
		"deep in a binary":  string(planPB(pb(planChange, pb(changeProvider, providerPB)+pb(changeAddress, strings.Repeat("module.a.", 5000)+"b.c")))),
		"values in a zip":   string(planPB(changePB("c", 1, pb(2, pb(1, "\x81\xa1x\xdd\x00\x07\xff\xff"+strings.Repeat("\x00", 0x7ffff)))))),
		"deep where unread": `{"format_version":"1.2","planned_values":{},"checks":` + deep + `}`,
		"many documents":    strings.Repeat(`{"format_version":"1.0"}`, maxDocuments+1),
	} {
		if _, err := ReadAll(strings.NewReader(in), Options{}); !errors.Is(err, ErrLimit) {
			t.Errorf("%s: got %v, want %v", name, err, ErrLimit)
		}
	}
	_, err := Read(&endless{head: `{"format_version":"1.2","checks":"`}, Options{})
	if !errors.Is(err, ErrLimit) {
		t.Errorf("an endless string: got %v, want %v", err, ErrLimit)
	}
}

// endless goes on with one character.
type endless struct{ head string }

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.head)
	e.head = e.head[n:]
	for i := n; i < len(p); i++ {
		p[i] = 'x'
	}
	return len(p), nil
}

// TestEveryDoorKeepsOnlyWhatIsAsked takes identifiers apart and labels out in
// each form alike, so that resources which differ in nothing else share all.
func TestEveryDoorKeepsOnlyWhatIsAsked(t *testing.T) {
	t.Parallel()
	body := func(n string) string {
		return "  # a_b." + n + " will be updated in-place\n  ~ resource \"a_b\" \"" + n + "\" {\n        arn    = \"arn:" + n + "\"\n        region = \"fr\"\n      ~ tags   = {\n          + \"Name\"  = \"" + n + "\"\n            \"class\" = \"x\"\n        }\n    }\n\n"
	}
	packed := func(n string) string {
		return changePB(n, 1, pb(2, pb(1, "\x83\xa3arn\xa5arn:"+n+"\xa6region\xa2fr\xa4tags\x82\xa4Name\xa1"+n+"\xa5class\xa1x")))
	}
	raw := func(n string) string {
		return `{"mode":"managed","type":"a_b","name":"` + n + `","provider":"provider[\"r/x/a\"]","instances":[{"attributes":{"arn":"arn:` + n + `","region":"fr","tags":{"Name":"` + n + `","class":"x"}}}]}`
	}
	old := func(n string) string {
		return `"a_b.` + n + `":{"type":"a_b","primary":{"attributes":{"arn":"arn:` + n + `","region":"fr","tags.%":"2","tags.Name":"` + n + `","tags.class":"x"}}}`
	}
	for name, in := range map[string]string{
		"text":    inWords(body("c")+body("d"), "Plan: 0 to add, 2 to change, 0 to destroy."),
		"binary":  string(planPB(packed("c") + packed("d"))),
		"state 4": `{"version":4,"serial":1,"resources":[` + raw("c") + `,` + raw("d") + `]}`,
		"state 3": `{"version":3,"serial":1,"modules":[{"path":["root"],"resources":{` + old("c") + `,` + old("d") + `}}]}`,
	} {
		c, err := Read(strings.NewReader(in), Options{
			Wanted: wantedNames("arn", "region", "tags"), Self: func(string) string { return "arn" }, Named: wantedNames("region", "arn", "gone"),
			Labels: []string{"tags"}, Label: func(w string) bool { return w == "class" },
		})
		if err != nil || len(c.Resources) != 2 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		r := c.Resources
		if r[0].Called.Self() != "arn:c" || r[1].Called.Self() != "arn:d" {
			t.Errorf("%s: got identifiers %q and %q", name, r[0].Called.Self(), r[1].Called.Self())
		}
		if d := cmp.Diff([]string{"arn:c", "fr"}, r[0].Called.Names()); d != "" {
			t.Errorf("%s: names %s", name, d)
		}
		want := tf.Attrs{"region": {State: tf.Known, V: "fr"}, "tags": {State: tf.Known, V: tf.Attrs{"class": {State: tf.Known, V: "x"}}}}
		if d := cmp.Diff(want, r[0].Body.Planned); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if r[0].Body.Planned.Identity() != r[1].Body.Planned.Identity() {
			t.Errorf("%s: equal attributes are held twice", name)
		}
	}
}

// flood is a text that goes on for a while in the middle.
type flood struct {
	head, line, tail string
	n                int
}

func (f *flood) Read(p []byte) (int, error) {
	switch {
	case f.head != "":
		n := copy(p, f.head)
		f.head = f.head[n:]
		return n, nil
	case f.n > 0:
		f.n--
		f.head = f.line
		return f.Read(p)
	case f.tail != "":
		n := copy(p, f.tail)
		f.tail = f.tail[n:]
		return n, nil
	}
	return 0, io.EOF
}

// TestNothingIsHeldThatNobodyAskedFor reads long values that nobody asks for.
func TestNothingIsHeldThatNobodyAskedFor(t *testing.T) {
	for name, f := range map[string]flood{
		"text":  {head: wordsHead + "  # a_b.c will be created\n  + resource \"a_b\" \"c\" {\n      + text   = <<-EOT\n", line: strings.Repeat(" ", 12) + strings.Repeat("x", 1000) + "\n", tail: "        EOT\n    }\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n"},
		"JSON":  {head: `{"format_version":"1.2","planned_values":{"outputs":[`, line: `"` + strings.Repeat("x", 1000) + `",`, tail: `1]},"resource_changes":[]}`},
		"state": {head: `{"version":4,"serial":1,"outputs":[`, line: `"` + strings.Repeat("x", 1000) + `",`, tail: `1],"resources":[]}`},
		"logs":  {line: "a line of a log\n", tail: small},
	} {
		f.n = 20000
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(&f, Options{Wanted: wantedNames("region")})
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; err != nil || used > 4<<20 && !underRace {
			t.Errorf("%s: %v, %d bytes of memory", name, err, used)
		}
	}
}

// TestPartsOfPlans refuses plans whose changes were taken out.
func TestPartsOfPlans(t *testing.T) {
	t.Parallel()
	planned := func(of string) string {
		return `"planned_values":{"root_module":{"resources":[` + of + `],"child_modules":[{"address":"module.m","resources":[{"address":"module.m.a_b.d[0]","mode":"managed","type":"a_b","name":"d","index":0,"values":{}}]}]}}`
	}
	c, d := changeJSON("a_b.c", ""), changeJSON("module.m.a_b.d[0]", "")
	for name, tt := range map[string]struct {
		in   string
		want string
	}{
		"no changes at all":  {planned(""), "planned_values holds module.m.a_b.d[0], resource_changes does not"},
		"null":               {planned("") + `,"resource_changes":null`, "planned_values holds module.m.a_b.d[0]"},
		"one is missing":     {planned(`{"address":"a_b.c","mode":"managed"}`) + `,"resource_changes":[` + c + `]`, "planned_values holds 1 resource that"},
		"behind the changes": {`"resource_changes":[` + c + `],` + planned(""), "planned_values holds module.m.a_b.d[0]"},
		"another instead":    {planned("") + `,"resource_changes":[` + c + `,` + changeJSON("a_b.z", "") + `]`, "planned_values holds module.m.a_b.d[0]"},
		"deleted instead":    {planned("") + `,"resource_changes":[{"address":"module.m.a_b.d[0]","type":"a_b","change":{"actions":["delete"]}}]`, "planned_values holds"},
		"configuration only": {`"configuration":{"root_module":{"resources":[{"address":"a_b.c"}]}}`, "neither resource_changes nor planned_values"},
		"prior state only":   {`"prior_state":{"values":{"root_module":{"resources":[{"address":"a_b.c","type":"a_b","values":{}}]}}}`, "neither resource_changes nor planned_values"},
	} {
		_, err := Read(strings.NewReader(`{"format_version":"1.2",`+tt.in+`}`), Options{})
		if !errors.Is(err, ErrPartial) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", name, err, tt.want)
		}
	}
	for name, in := range map[string]string{
		"all there":  planned(`{"address":"data.a_b.e","mode":"data"}`) + `,"resource_changes":[` + c + `,` + d + `]`,
		"forgotten":  planned("") + `,"resource_changes":[{"address":"module.m.a_b.d[0]","type":"a_b","change":{"actions":["forget"],"before":{},"after":null}}]`,
		"deferred":   planned("") + `,"resource_changes":[],"deferred_changes":[{"resource_change":` + d + `}]`,
		"old names":  `"planned_values":{"root_module":{"resources":[{"address":"a_b.c","index":0}]}},"resource_changes":[{"address":"a_b.c[0]","type":"a_b","change":{"actions":["create"]}}]`,
		"empty plan": `"planned_values":{"root_module":{}}`,
	} {
		if _, err := Read(strings.NewReader(`{"format_version":"1.2",`+in+`}`), Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestContradictions refuses elements whose members do not fit each other.
func TestContradictions(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		`{"address":"a_b.c","type":"x_y","change":{"actions":["create"],"after":{}}}`,
		`{"address":"a_b.c","type":"a_b","mode":"data","change":{"actions":["create"],"after":{}}}`,
		`{"address":"data.a_b.c","type":"a_b","mode":"managed","change":{"actions":["create"],"after":{}}}`,
		`{"address":"a_b.c","type":"a_b","change":{"actions":["delete"],"after":{"region":"fr"}}}`,
	} {
		_, err := Read(strings.NewReader(`{"format_version":"1.2","resource_changes":[`+in+`]}`), Options{})
		if !errors.Is(err, ErrContradicts) || !strings.Contains(err.Error(), "a_b.c") {
			t.Errorf("%s: got %v, want %v", in, err, ErrContradicts)
		}
	}
	c := read(t, `{"format_version":"1.2","resource_changes":[{"address":"a_b.c","change":{"actions":["create"]}}]}`)
	if c.Resources[0].Type != "a_b" {
		t.Errorf("got type %q", c.Resources[0].Type)
	}
	c, err := Read(strings.NewReader(`{"format_version":"1.2","resource_changes":[{"address":"a_b.c","change":{"actions":["create"],"before":{"region":"fr"}}}]}`), Options{Wanted: wantedNames("region")})
	if err != nil || c.Resources[0].Body.Planned["region"].State != tf.Unknown {
		t.Errorf("a change without what comes after it: %v, %v", c, err)
	}
}
