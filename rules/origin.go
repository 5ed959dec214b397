package rules

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/sovlint/sovlint/lint"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/speech"
)

// registryHost is about container images and packages that come from an operator
// who does not conform, and is not the one that runs them: who holds the registry
// decides what runs.
var registryHost = lint.Rule{ID: "SOV307", Name: "registry-host", Level: lint.Notice,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		for _, e := range p.Ends(s, flow.Pulls) {
			if e.Known() && e.Verdict == lint.ForeignControl && e.Site.Operator != s.Placement.Vendor {
				p.SayEnd(s, e, "", nil)
				return
			}
		}
	}}

// moduleSource is about modules whose code an operator holds who does not
// conform, said once for each host.
var moduleSource = lint.Rule{ID: "SOV308", Name: "module-source", Level: lint.Notice,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if !s.Concerned() || !p.First("sources of "+s.Config.Source) {
			return
		}
		by := map[string][]string{}
		for _, call := range slices.Sorted(maps.Keys(s.Config.Sources)) {
			if host := moduleHost(s.Config.Sources[call]); host != "" {
				by[host] = append(by[host], call)
			}
		}
		for _, host := range slices.Sorted(maps.Keys(by)) {
			sayModules(p, host, by[host])
		}
	}}

func sayModules(p *lint.Pass, host string, calls []string) {
	h, ok := p.Catalog.Host(host)
	v := p.Catalog.Vendor(h.Vendor)
	if !ok || !p.Foreign(v) || !p.First(host) {
		return
	}
	p.SetNorm(lint.ForeignControl)
	p.NoteOn(host, nil, "", lint.Args{"host": host, "operator": v.Name, "control": strings.ToUpper(v.Control), "modules": someOf(calls, p.Lang)})
}

// someOf names the first three of a list.
func someOf(all []string, l speech.Lang) string {
	if len(all) <= 3 {
		return strings.Join(all, ", ")
	}
	return strings.Join(all[:3], ", ") + " " + l.Say("and %d more", len(all)-3)
}

// publicRegistry is where a source without a host comes from.
const publicRegistry = "registry.terraform.io"

// moduleHost is the host that a module's source names: of an address, of
// host:path as ssh writes it, of a registry; "" for a path and for what names no
// host.
func moduleHost(source string) string {
	if _, rest, ok := strings.Cut(source, "::"); ok {
		source = rest
	}
	if strings.HasPrefix(source, ".") || strings.HasPrefix(source, "/") {
		return ""
	}
	if strings.Contains(source, "://") {
		u, err := url.Parse(source)
		if err != nil {
			return ""
		}
		return u.Hostname()
	}
	head, _, _ := strings.Cut(source, "//")
	steps := strings.Split(head, "/")
	first, _, ssh := strings.Cut(steps[0], ":")
	first = first[strings.LastIndexByte(first, '@')+1:]
	switch {
	case ssh, strings.Contains(first, "."):
		return first
	case len(steps) == 3:
		return publicRegistry
	}
	return ""
}
