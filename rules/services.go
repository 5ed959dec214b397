package rules

import (
	"slices"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/flow"
)

// saasHost is about a service that runs on machines of somebody else: where
// those are worse off than the service's own operator, they decide.
var saasHost = lint.Rule{ID: "SOV112", Name: "saas-host", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		for _, site := range s.Sites {
			if verdict := belowOperator(p, s, site); verdict != "" {
				p.SetNorm(verdict)
				p.Say(s, &site, verdict, lint.Args{"service": operatorOf(s)})
				return
			}
		}
	}}

// belowOperator is the verdict on the machines below a service, where it is worse
// than that on every place of the service's operator; "" where it is not.
func belowOperator(p *lint.Pass, s *lint.Subject, site lint.Judged) string {
	if !isHost(site) || !s.Concerned() || !bad(site.Verdict) {
		return ""
	}
	for _, j := range s.Sites {
		if !j.IsCopy() && j.Role != "host" && worst(j, site) {
			return ""
		}
	}
	return site.Verdict
}

// isHost reports whether a site is that of machines below a service, copies
// apart.
func isHost(site lint.Judged) bool { return site.Role == "host" && !site.IsCopy() }

// bad reports whether a verdict is a departure.
func bad(verdict string) bool {
	return slices.Contains([]string{lint.ForeignControl, lint.Outside, lint.Unqualified, lint.Candidate}, verdict)
}

// worst reports whether one place is judged as badly as another.
func worst(a, b lint.Judged) bool {
	all := lint.Verdicts()
	return slices.Index(all, a.Verdict) <= slices.Index(all, b.Verdict)
}

func operatorOf(s *lint.Subject) string {
	if v := s.Placement.Vendor; v != nil {
		return v.Name
	}
	return s.Resource.Provider.Source
}

// telemetryVendor is about what a vendor of monitoring learns: measures, traces
// and logs of what holds the data.
var telemetryVendor = lint.Rule{ID: "SOV303", Name: "telemetry-vendor", Level: lint.Warning,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isTelemetry(s) {
			sayService(p, s)
		}
	}}

// isTelemetry reports whether a subject is what a vendor of monitoring keeps, and
// not a cloud of its own logs.
func isTelemetry(s *lint.Subject) bool {
	v := s.Placement.Vendor
	return v != nil && v.Role == "telemetry" && s.Placement.Type.Does(catalog.Telemetry) && s.Service == nil
}

// mailService is about mail that an operator carries who does not conform, be it
// with a service of its own or on the way.
var mailService = lint.Rule{ID: "SOV306", Name: "mail-service", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isMail(s) {
			sayService(p, s)
			return
		}
		for _, e := range p.Ends(s, flow.Mails) {
			switch {
			case !e.Known(), lint.Conforms(e.Verdict), e.Verdict == lint.Undetermined:
			default:
				p.SetLevel(lint.Warning)
				p.SayEnd(s, e, "through", nil)
			}
		}
	}}

// isMail reports whether a subject is a service that carries or keeps mail, and
// none that a text names.
func isMail(s *lint.Subject) bool { return s.Placement.Type.Service == "mail" && s.Service == nil }

// sayService says once for each operator that its service does not conform.
func sayService(p *lint.Pass, s *lint.Subject) {
	for _, site := range s.Each(lint.ForeignControl) {
		if !site.IsCopy() && site.Role != "host" {
			p.SetNorm(lint.ForeignControl)
			p.Say(s, &site, "", nil)
			return
		}
	}
}

// spokenOf reports whether a rule on the service itself speaks of its operator.
func spokenOf(s *lint.Subject) bool { return isTelemetry(s) || isMail(s) }
