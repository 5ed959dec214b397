package waive

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/rules"
)

// commented is a bucket in Virginia whose block bears comments, one in a module
// and one of another provider block; on tells which block they stand on.
func commented(on int, texts ...string) *tf.Config {
	at := func(line int) *tf.Range { return &tf.Range{File: "main.tf", Line: line, EndLine: line + 2} }
	provider := func(line int) *tf.Provider {
		return &tf.Provider{Source: "registry.terraform.io/hashicorp/aws", Joined: true, At: at(line), Written: tf.Attrs{"region": {State: tf.Known, V: "us-east-1"}}}
	}
	bucket := func(addr string, line int, p *tf.Provider) *tf.Resource {
		return &tf.Resource{Addr: tf.ParseAddr(addr), Kind: &tf.Kind{Type: "aws_s3_bucket", Action: tf.Update, Provider: p, At: at(line)}}
	}
	cfg := &tf.Config{Source: "plan.json", Calls: map[string]*tf.Call{"module.m": {At: at(30)}}, Resources: []*tf.Resource{
		bucket("aws_s3_bucket.data", 10, provider(40)),
		bucket(`module.m["x"].aws_s3_bucket.data`, 20, provider(40)),
		bucket("aws_s3_bucket.other", 50, provider(60)),
	}}
	tf.Sort(cfg.Resources)
	for i, text := range texts {
		c := tf.Comment{Text: text, At: &tf.Range{File: "main.tf", Line: on + i}}
		if on > 0 {
			c.On, c.Block = at(on), "aws_s3_bucket.data"
		}
		cfg.Comments = append(cfg.Comments, c)
	}
	return cfg
}

// under judges a configuration by a doctrine of which only the place counts.
func under(t *testing.T, doctrine string, cfg *tf.Config, day string, change func(*lint.Options), ws ...*lint.Waiver) []string {
	t.Helper()
	d, err := rules.Doctrine(doctrine)
	if err != nil {
		t.Fatal(err)
	}
	o := lint.Options{Doctrine: d, Catalog: catalog.Embedded(), AsOf: day, Body: "state", DefaultClass: "sensitive",
		Waive: Lay(ws), Disable: []string{"stale-register"}}
	if change != nil {
		change(&o)
	}
	rep, err := lint.Run(lint.Given(cfg), rules.All(), o)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, f := range rep.Findings {
		text := f.Level + " " + f.Name + " " + f.Address.String()
		if f.Waiver != nil {
			text = "waived: " + f.Address.String()
		}
		out = append(out, text)
	}
	return out
}

const (
	loose  = "error outside-territory aws_s3_bucket.data"
	held   = "waived: aws_s3_bucket.data"
	inside = `error outside-territory module.m["x"].aws_s3_bucket.data`
	other  = "error outside-territory aws_s3_bucket.other"
)

func TestComments(t *testing.T) {
	t.Parallel()
	const good = "accept outside-territory until 2028-02-29: moving: in steps"
	rest := []string{other, inside}
	tests := []struct {
		name, day string
		on        int
		texts     []string
		want      []string
	}{
		{"in force", "2026-11-23", 10, []string{good}, []string{held, other, inside}},
		{"by id, with spaces", "2026-11-23", 10, []string{" accept  SOV102  until  2028-02-29 :moving "}, []string{held, other, inside}},
		{"several rules", "2026-11-23", 10, []string{"accept outside-territory, SOV201 until 2028-02-29: r"}, []string{held, other, inside}},
		{"ninety days before", "2027-12-01", 10, []string{good}, []string{"notice expiring-waiver ", held, other, inside}},
		{"the day before its end", "2028-02-28", 10, []string{good}, []string{"warning expiring-waiver ", held, other, inside}},
		{"its last day, a leap day", "2028-02-29", 10, []string{good}, []string{"warning expiring-waiver ", held, other, inside}},
		{"the day after", "2028-03-01", 10, []string{good}, []string{"error lapsed-waiver ", loose, other, inside}},
		{"no leap day", "2026-11-23", 10, []string{"accept outside-territory until 2027-02-29: r"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"no such month", "2026-11-23", 10, []string{"accept outside-territory until 2027-13-01: r"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"a day of another form", "2026-11-23", 10, []string{"accept outside-territory until 01/03/2027: r"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"a day and an hour", "2026-11-23", 10, []string{"accept outside-territory until 2027-03-01T00:00:00Z: r"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"no end", "2026-11-23", 10, []string{"accept outside-territory: r"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"no end at all", "2026-11-23", 10, []string{"accept outside-territory"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"until nothing", "2026-11-23", 10, []string{"accept outside-territory until"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"no reason", "2026-11-23", 10, []string{"accept outside-territory until 2027-03-01"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"an empty reason", "2026-11-23", 10, []string{"accept outside-territory until 2027-03-01: "}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"a reason without a colon", "2026-11-23", 10, []string{"accept outside-territory until 2027-03-01 moving"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"no rule", "2026-11-23", 10, []string{"accept outside until 2027-03-01: r"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"a rule about the run", "2026-11-23", 10, []string{"accept SOV902 until 2027-03-01: r"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"nothing", "2026-11-23", 10, []string{"accept"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"another word", "2026-11-23", 10, []string{"ignore outside-territory"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"no word", "2026-11-23", 10, []string{""}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"a waiver that is not there", "2026-11-23", 10, []string{"accept W-2026-03"}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"on no block", "2026-11-23", 0, []string{good}, append([]string{"error invalid-waiver ", loose}, rest...)},
		{"another rule than what is found", "2026-11-23", 10, []string{"accept unqualified-offer until 2028-02-29: r"}, append([]string{"warning unused-waiver ", loose}, rest...)},
		{"on a block with no resource", "2026-11-23", 70, []string{good}, append([]string{"warning unused-waiver ", loose}, rest...)},
		{"on a module call", "2026-11-23", 30, []string{good}, []string{loose, other, `waived: module.m["x"].aws_s3_bucket.data`}},
		{"on a provider", "2026-11-23", 40, []string{good}, []string{held, other, `waived: module.m["x"].aws_s3_bucket.data`}},
		{"two, of which one has ended", "2026-11-23", 10, []string{"accept outside-territory until 2026-01-01: r", good}, []string{"error lapsed-waiver ", held, other, inside}},
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, under(t, "eu-residency", commented(tt.on, tt.texts...), tt.day, nil)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

// TestCommentsUnderTheFrenchTexts holds that the short form does not count where
// an edition asks for more than a reason and an end, and that a comment can name
// a waiver of the configuration there.
func TestCommentsUnderTheFrenchTexts(t *testing.T) {
	t.Parallel()
	w := good()
	w.Match, w.Rules = nil, []string{"foreign-control", "outside-territory"}
	for _, tt := range []struct {
		name, text string
		day        string
		ws         []*lint.Waiver
		waived     int
		also       string
	}{
		{"the short form", "accept foreign-control until 2027-01-01: r", "2026-11-01", nil, 0, "error invalid-waiver "},
		{"a waiver named", "accept W-1", "2026-11-01", []*lint.Waiver{w}, 2, ""},
		{"its last day", "accept W-1", "2027-07-15", []*lint.Waiver{w}, 2, "warning expiring-waiver "},
		{"the day after", "accept W-1", "2027-07-16", []*lint.Waiver{w}, 0, "error lapsed-waiver "},
		{"with more words", "accept W-1 for now", "2026-11-01", []*lint.Waiver{w}, 0, "error invalid-waiver "},
	} {
		waived, also := 0, false
		for _, f := range under(t, "fr-cloud-au-centre", commented(10, tt.text), tt.day, nil, tt.ws...) {
			if f == held {
				waived++
			}
			also = also || f == tt.also
		}
		if waived != tt.waived || also != (tt.also != "") {
			t.Errorf("%s: %d waived, %q said: %v", tt.name, waived, tt.also, also)
		}
	}
}

func TestCommentsUnheard(t *testing.T) {
	t.Parallel()
	cfg := commented(10, "accept outside-territory until 2028-02-29: r", "ignore")
	got := under(t, "eu-residency", cfg, "2026-11-23", func(o *lint.Options) { o.NoRemarks = true })
	if d := cmp.Diff([]string{loose, other, inside}, got); d != "" {
		t.Error(d)
	}
}

// TestIdleComments holds that a waiver is called unused only where all was looked
// at that it could be for.
func TestIdleComments(t *testing.T) {
	t.Parallel()
	const text = "accept unqualified-offer until 2028-02-29: r"
	for name, change := range map[string]func(*lint.Options){
		"a resource was left out":  func(o *lint.Options) { o.Exclude = []string{"aws_s3_bucket.data"} },
		"what does not change was": func(o *lint.Options) { o.ChangedOnly = true },
		"its rule was left out":    func(o *lint.Options) { o.Disable = append(o.Disable, "unqualified-offer") },
		"only another rule":        func(o *lint.Options) { o.Only, o.Disable = []string{"outside-territory", "unused-waiver"}, nil },
	} {
		cfg := commented(10, text)
		cfg.Resources[0].Action = tf.NoOp
		for _, f := range under(t, "eu-residency", cfg, "2026-11-23", change) {
			if f == "warning unused-waiver " {
				t.Errorf("%s: and yet the waiver is called unused", name)
			}
		}
	}
	cfg := commented(10, text)
	cfg.Incomplete = true
	for _, f := range under(t, "eu-residency", cfg, "2026-11-23", nil) {
		if f == "warning unused-waiver " {
			t.Error("a plan that is not whole: and yet the waiver is called unused")
		}
	}
}
