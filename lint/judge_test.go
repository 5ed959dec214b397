package lint

import (
	"testing"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/classify"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

var (
	american  = &catalog.Vendor{ID: "aws", Name: "Amazon", Control: "us", EUControlled: catalog.No}
	scaleway  = &catalog.Vendor{ID: "scaleway", Control: "eu", EUControlled: catalog.Yes}
	outscale  = &catalog.Vendor{ID: "outscale", Control: "eu", EUControlled: catalog.Yes}
	hetzner   = &catalog.Vendor{ID: "hetzner", Control: "eu", EUControlled: catalog.Yes}
	licensed  = &catalog.Vendor{ID: "s3ns", EUControlled: catalog.Yes, Reach: []catalog.Reach{{State: "us", Grade: "technology-licence"}}}
	contested = &catalog.Vendor{ID: "odd", Reach: []catalog.Reach{{State: "us", Grade: "controlled"}}}
	govcloud  = &catalog.Offer{ID: "secnumcloud/outscale-iaas", Vendor: "outscale", Regions: []string{"cloudgouv-eu-west-1"},
		NotTypes: []string{"outscale_oks_*"}, Status: "qualified", From: "2023-11-30", Until: "2026-11-30"}
	hopeful = &catalog.Offer{ID: "secnumcloud/scaleway", Vendor: "scaleway", Status: "candidate"}
)

// testPass is a run on a day, with a register of another.
func testPass(asOf, register string) *Pass {
	return &Pass{
		Options: Options{AsOf: asOf, Doctrine: &Doctrine{Register: "secnumcloud", Territory: Territory{Countries: []string{"FR", "DE", "IE"}}}},
		Edition: &Edition{Bodies: []string{"state"}, Grades: []string{"controlled"},
			Reserves: map[string]string{"sensitive": "always", "personal": "assessed"}},
		Body:     "state",
		Register: &catalog.Register{ID: "secnumcloud", AsOf: register, Offers: []*catalog.Offer{govcloud, hopeful}},
	}
}

func in(v *catalog.Vendor, code, country string, o *catalog.Offer) place.Site {
	s := place.Site{Role: "primary", Operator: v, Code: code, Offer: o}
	if country != "" {
		s.Region = &catalog.Region{ID: code, Country: country}
	}
	return s
}

func TestVerdictOfSite(t *testing.T) {
	for name, c := range map[string]struct {
		day, register string
		site          place.Site
		want          string
	}{
		"american in Paris":             {"2026-11-23", "2026-09-15", in(american, "eu-west-3", "FR", nil), ForeignControl},
		"american nowhere":              {"2026-11-23", "2026-09-15", in(american, "", "", nil), ForeignControl},
		"controlled, owner not told":    {"2026-11-23", "2026-09-15", in(contested, "x", "FR", nil), ForeignControl},
		"licence is no control":         {"2026-11-23", "2026-09-15", in(licensed, "u-france-east1", "FR", nil), Unqualified},
		"union operator outside":        {"2026-11-23", "2026-09-15", in(hetzner, "ash", "US", nil), Outside},
		"union operator inside":         {"2026-11-23", "2026-09-15", in(hetzner, "fsn1", "DE", nil), Unqualified},
		"union operator, place open":    {"2026-11-23", "2026-09-15", in(hetzner, "", "", nil), Unqualified},
		"candidate":                     {"2026-11-23", "2026-09-15", in(scaleway, "fr-par", "FR", hopeful), Candidate},
		"candidate, place open":         {"2026-11-23", "2026-09-15", in(scaleway, "", "", nil), Unqualified},
		"wrong region":                  {"2026-11-23", "2026-09-15", in(outscale, "eu-west-2", "FR", nil), Unqualified},
		"region open":                   {"2026-11-23", "2026-09-15", in(outscale, "", "", nil), Undetermined},
		"91 days before the end":        {"2026-08-31", "2026-09-15", in(outscale, "cloudgouv-eu-west-1", "FR", govcloud), Approved},
		"90 days before the end":        {"2026-09-01", "2026-09-15", in(outscale, "cloudgouv-eu-west-1", "FR", govcloud), ApprovedExpiring},
		"the last day":                  {"2026-11-30", "2026-09-15", in(outscale, "cloudgouv-eu-west-1", "FR", govcloud), ApprovedExpiring},
		"ended, old register":           {"2026-12-01", "2026-09-15", in(outscale, "cloudgouv-eu-west-1", "FR", govcloud), ApprovedExpiring},
		"ended, newer register":         {"2026-12-20", "2026-12-15", in(outscale, "cloudgouv-eu-west-1", "FR", govcloud), Unqualified},
		"ended, region open, newer":     {"2026-12-20", "2026-12-15", in(outscale, "", "", nil), Unqualified},
		"before the qualification":      {"2023-11-29", "2023-11-01", in(outscale, "cloudgouv-eu-west-1", "FR", govcloud), Unqualified},
		"operator not known":            {"2026-11-23", "2026-09-15", in(nil, "", "FR", nil), Undetermined},
		"several countries, one not in": {"2026-11-23", "2026-09-15", place.Site{Operator: hetzner, Region: &catalog.Region{ID: "multi", Countries: []string{"DE", "US"}}}, Outside},
	} {
		p := testPass(c.day, c.register)
		s := &Subject{Resource: &tf.Resource{Kind: &tf.Kind{Type: "x_disk"}}, Placement: &place.Placement{Type: &catalog.Type{}, Provider: &catalog.Provider{}}}
		if got := p.verdict(s, c.site); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestVerdictOfResource(t *testing.T) {
	holds := &catalog.Type{Name: "x_disk", Holds: catalog.Stores}
	known := &catalog.Provider{Source: "x/x"}
	for name, c := range map[string]struct {
		pl    place.Placement
		kind  tf.Kind
		class string
		want  string
	}{
		"vendor without sites":    {place.Placement{Type: holds, Provider: known, Vendor: american}, tf.Kind{}, "sensitive", ForeignControl},
		"holds nothing":           {place.Placement{Type: &catalog.Type{Name: "x", Holds: catalog.Nothing}, Provider: known, Vendor: american}, tf.Kind{}, "sensitive", NotConcerned},
		"free class":              {place.Placement{Type: holds, Provider: known, Vendor: american}, tf.Kind{}, "public", NotConcerned},
		"data source":             {place.Placement{Type: holds, Provider: known, Vendor: american}, tf.Kind{Mode: tf.Data}, "sensitive", NotConcerned},
		"deleted":                 {place.Placement{Type: holds, Provider: known, Vendor: american}, tf.Kind{Action: tf.Delete}, "sensitive", NotConcerned},
		"type not known":          {place.Placement{Provider: known, Vendor: american}, tf.Kind{}, "sensitive", Undetermined},
		"provider not known":      {place.Placement{}, tf.Kind{}, "sensitive", Undetermined},
		"internal":                {place.Placement{Provider: known, Internal: "nubo", Sites: []place.Site{in(nil, "", "FR", nil)}}, tf.Kind{}, "sensitive", InternalCloud},
		"internal, but outside":   {place.Placement{Provider: known, Internal: "far", Sites: []place.Site{in(nil, "", "US", nil)}}, tf.Kind{}, "sensitive", Outside},
		"self-hosted":             {place.Placement{Type: holds, Provider: known, SelfHosted: true}, tf.Kind{}, "sensitive", Undetermined},
		"worst of two":            {place.Placement{Type: holds, Provider: known, Vendor: hetzner, Sites: []place.Site{in(hetzner, "fsn1", "DE", nil), in(american, "eu-west-3", "FR", nil)}}, tf.Kind{}, "sensitive", ForeignControl},
		"a module not downloaded": {place.Placement{}, tf.Kind{Mode: tf.Module}, "sensitive", Undetermined},
	} {
		p := testPass("2026-11-23", "2026-09-15")
		r := tf.Resource{Kind: &c.kind}
		r.Type = "x_disk"
		if c.pl.Type == nil {
			c.pl.Type = &catalog.Type{}
		}
		if c.pl.Provider == nil {
			c.pl.Provider = &catalog.Provider{}
		}
		s := &Subject{Resource: &r, Placement: &c.pl, Class: classify.Class{Name: c.class}}
		p.judge(s)
		if s.Verdict != c.want {
			t.Errorf("%s: %s, want %s", name, s.Verdict, c.want)
		}
		if s.Verdict == Undetermined && s.Placement.Provider.Source != "" && !s.Placement.SelfHosted && len(s.Open) == 0 {
			t.Errorf("%s: undetermined without a question", name)
		}
	}
}

func TestLevel(t *testing.T) {
	for name, c := range map[string]struct {
		body, reserved string
		holds          catalog.Holding
		open, strict   bool
		own, want      string
	}{
		"state, stores":       {"state", "always", catalog.Stores, false, false, Error, Error},
		"private":             {"private", "always", catalog.Stores, false, false, Error, Notice},
		"private, strict":     {"private", "always", catalog.Stores, true, true, Warning, Notice},
		"keys":                {"state", "always", catalog.Keys, false, false, Error, Warning},
		"telemetry":           {"state", "always", catalog.Telemetry, false, false, Error, Error},
		"a front":             {"state", "always", catalog.Transits, false, false, Error, Warning},
		"harm to be assessed": {"state", "assessed", catalog.Stores, false, false, Error, Warning},
		"open":                {"state", "always", catalog.Stores, true, false, Warning, Warning},
		"open, strict":        {"state", "always", catalog.Stores, true, true, Warning, Error},
		"a notice stays one":  {"state", "always", catalog.Stores, true, true, Notice, Notice},
	} {
		p := testPass("2026-11-23", "2026-09-15")
		p.Body, p.Strict, p.rule = c.body, c.strict, Rule{Name: "x", Open: c.open}
		s := &Subject{Reserved: c.reserved, Placement: &place.Placement{Type: &catalog.Type{}, Provider: &catalog.Provider{}}}
		s.Placement.Type.Holds = c.holds
		if got := p.level(s, c.own); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestPlumbingIsANotice holds that what passes data on without opening it is
// told and never fails a build.
func TestPlumbingIsANotice(t *testing.T) {
	p := testPass("2026-11-23", "2026-09-15")
	p.rule = Rule{Name: "x"}
	for service, want := range map[string]string{"network": Notice, "vpn": Notice, "load-balancer": Warning, "cdn": Warning} {
		s := &Subject{Reserved: "always", Placement: &place.Placement{Type: &catalog.Type{Holds: catalog.Transits, Service: service}, Provider: &catalog.Provider{}}}
		if got := p.level(s, Error); got != want {
			t.Errorf("%s: %s, want %s", service, got, want)
		}
	}
}
