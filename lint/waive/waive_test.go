package waive

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/tf"
	"github.com/sovlint/sovlint/rules"
)

func TestAfter(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day    string
		months int
		want   string
	}{
		{"2026-01-15", 18, "2027-07-15"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2023-08-31", 6, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-12-31", 12, "2027-12-31"},
		{"2026-02-30", 12, ""},
		{"", 12, ""},
	} {
		if got := After(c.day, c.months); got != c.want {
			t.Errorf("%d months after %q: got %q, want %q", c.months, c.day, got, c.want)
		}
	}
}

// one is a bucket of AWS in Paris, and a mailbox and a team of Microsoft 365.
func one(action tf.Action) *tf.Config {
	aws := &tf.Provider{Source: "registry.terraform.io/hashicorp/aws", Joined: true, Written: tf.Attrs{"region": {State: tf.Known, V: "eu-west-3"}}}
	return &tf.Config{Source: "plan.json", Resources: []*tf.Resource{
		{Addr: tf.Addr{Local: "aws_s3_bucket.data"}, Kind: &tf.Kind{Type: "aws_s3_bucket", Action: action, Provider: aws}},
	}}
}

func good() *lint.Waiver {
	return &lint.Waiver{
		ID: "W-1", Rules: []string{"foreign-control"}, Match: []string{"aws_s3_bucket.*"}, Kind: "project", Reason: "r",
		Granted: "2026-05-12", OfferSince: "2026-01-15", Until: "2027-07-15",
		Refs: map[string]string{"minister": "M", "prime_minister": "PM", "dinum": "D"},
	}
}

func run(t *testing.T, cfg *tf.Config, day string, ws ...*lint.Waiver) *lint.Report {
	t.Helper()
	d, err := rules.Doctrine("fr-cloud-au-centre")
	if err != nil {
		t.Fatal(err)
	}
	rep, err := lint.Run(lint.Given(cfg), rules.All(), lint.Options{
		Doctrine: d, Catalog: catalog.Embedded(), AsOf: day, Body: "state", DefaultClass: "sensitive", Waive: Lay(ws),
		Disable: []string{"stale-register"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func said(rep *lint.Report) []string {
	out := []string{}
	for _, f := range rep.Findings {
		text := f.Level + " " + f.Name
		if f.Waiver != nil {
			text = "waived " + text
		}
		out = append(out, text)
	}
	return out
}

func TestDeadlines(t *testing.T) {
	t.Parallel()
	held := []string{"waived error foreign-control"}
	tests := []struct {
		name, day string
		change    func(*lint.Waiver)
		want      []string
	}{
		{"in force", "2026-11-01", nil, held},
		{"the day before a notice", "2027-04-15", nil, held},
		{"ninety days before its end", "2027-04-16", nil, append([]string{"notice expiring-waiver"}, held...)},
		{"thirty-one days before", "2027-06-14", nil, append([]string{"notice expiring-waiver"}, held...)},
		{"thirty days before", "2027-06-15", nil, append([]string{"warning expiring-waiver"}, held...)},
		{"its last day", "2027-07-15", nil, append([]string{"warning expiring-waiver"}, held...)},
		{"the day after", "2027-07-16", nil, []string{"error lapsed-waiver", "error foreign-control"}},
		{"a day longer than eighteen months", "2026-11-01", func(w *lint.Waiver) { w.Until = "2027-07-16" }, []string{"error invalid-waiver", "error foreign-control"}},
		{"eighteen months that end on a leap day", "2027-11-01", func(w *lint.Waiver) { w.OfferSince, w.Until = "2026-08-31", "2028-02-29" }, held},
		{"a day more than that", "2027-11-01", func(w *lint.Waiver) { w.OfferSince, w.Until = "2026-08-31", "2028-03-01" }, []string{"error invalid-waiver", "error foreign-control"}},
		{"the leap day itself", "2028-02-29", func(w *lint.Waiver) { w.OfferSince, w.Until = "2026-08-31", "2028-02-29" }, append([]string{"warning expiring-waiver"}, held...)},
		{"the day after the leap day", "2028-03-01", func(w *lint.Waiver) { w.OfferSince, w.Until = "2026-08-31", "2028-02-29" }, []string{"error lapsed-waiver", "error foreign-control"}},
		{"twelve months from a leap day", "2023-07-01", func(w *lint.Waiver) { w.Granted, w.OfferSince, w.Until = "", "2024-02-29", "2025-02-28" }, held},
		{"a day more than twelve months, not verified", "2023-07-01", func(w *lint.Waiver) { w.Granted, w.OfferSince, w.Until = "", "2024-02-29", "2025-03-01" }, append([]string{"warning invalid-waiver"}, held...)},
		{"not granted yet", "2026-05-11", nil, []string{"error invalid-waiver", "error foreign-control"}},
		{"its first day", "2026-05-12", nil, held},
		{"no clock", "2026-11-01", func(w *lint.Waiver) { w.OfferSince = "" }, append([]string{"warning invalid-waiver"}, held...)},
		{"a reference is missing", "2026-11-01", func(w *lint.Waiver) { delete(w.Refs, "dinum") }, []string{"error invalid-waiver", "error foreign-control"}},
		{"before the decree nobody asked DINUM", "2026-04-16", func(w *lint.Waiver) { delete(w.Refs, "dinum"); w.Granted = "" }, held},
		{"no kind", "2026-11-01", func(w *lint.Waiver) { w.Kind = "" }, []string{"error invalid-waiver", "error foreign-control"}},
		{"a kind of 2021 only", "2021-08-01", func(w *lint.Waiver) { w.Granted, w.Until, w.OfferSince = "", "2022-01-01", "2021-06-01" }, []string{"error invalid-waiver", "error foreign-control"}},
		{"the text of 2023 is doubtful", "2023-07-01", func(w *lint.Waiver) { w.Granted, w.Until, w.OfferSince = "", "2024-12-01", "2023-06-01" }, append([]string{"warning invalid-waiver"}, held...)},
		{"another rule", "2026-11-01", func(w *lint.Waiver) { w.Rules = []string{"outside-territory"} }, []string{"warning unused-waiver", "error foreign-control"}},
		{"another address", "2026-11-01", func(w *lint.Waiver) { w.Match = []string{"module.a.**"} }, []string{"warning unused-waiver", "error foreign-control"}},
		{"a comment is not enough", "2026-11-01", func(w *lint.Waiver) { w.Short = true }, []string{"error invalid-waiver", "error foreign-control"}},
	}
	for _, tt := range tests {
		w := good()
		if tt.change != nil {
			tt.change(w)
		}
		if d := cmp.Diff(tt.want, said(run(t, one(tf.Update), tt.day, w))); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

// TestWaiverAfterANotice waives what comes after a finding that is said once in
// a run, between two resources.
func TestWaiverAfterANotice(t *testing.T) {
	t.Parallel()
	cfg := one(tf.Update)
	ovh := &tf.Provider{Source: "registry.terraform.io/ovh/ovh", Joined: true, Written: tf.Attrs{"endpoint": {State: tf.Known, V: "ovh-eu"}}}
	cfg.Resources = append([]*tf.Resource{{Addr: tf.Addr{Local: "a_ovh_cloud_project_storage.x"}, Kind: &tf.Kind{Type: "ovh_cloud_project_storage", Provider: ovh,
		Body: tf.Body{Planned: tf.Attrs{"region_name": {State: tf.Known, V: "GRA"}}}}}}, cfg.Resources...)
	got := said(run(t, cfg, "2026-11-01", good()))
	if d := cmp.Diff([]string{"error unqualified-offer", "notice contested-establishment", "waived error foreign-control"}, got); d != "" {
		t.Error(d)
	}
}

func TestNewUnderWaiver(t *testing.T) {
	t.Parallel()
	rep := run(t, one(tf.Create), "2026-11-01", good())
	if d := cmp.Diff([]string{"waived error foreign-control", "warning new-under-waiver"}, said(rep)); d != "" {
		t.Error(d)
	}
	if rep.Summary.Waived != 1 || rep.Summary.Errors != 0 {
		t.Errorf("summary %+v", rep.Summary)
	}
}
