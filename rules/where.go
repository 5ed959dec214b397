package rules

import "github.com/sovlint/sovlint/lint"

var unqualifiedOffer = lint.Rule{ID: "SOV101", Name: "unqualified-offer", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isState(s) {
			return
		}
		for _, site := range s.Each(lint.Unqualified) {
			switch {
			case site.IsCopy(), isHost(site): // replica-leaves and its like speak, or saas-host
			case site.Uncovered: // uncovered-service speaks
			case site.Offer != nil && site.Offer.Until != "" && p.DaysTo(site.Offer.Until) < 0:
				p.Say(s, &site, "ended", nil)
			case site.Nowhere():
				p.Say(s, &site, "open", nil)
			default:
				p.Say(s, &site, "", nil)
			}
		}
	}}

var outsideTerritory = lint.Rule{ID: "SOV102", Name: "outside-territory", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isState(s) {
			return
		}
		if !s.Concerned() {
			return
		}
		seen := map[string]bool{}
		for _, site := range s.Sites {
			key := site.Role + " " + lint.Place(p.Lang, site)
			abroad := site.Country() != "" && seen[site.Country()] // said of the service above already
			if p.Within(site) || seen[key] || site.IsCopy() || site.Role == "host" && abroad {
				continue
			}
			seen[key], seen[site.Country()] = true, true
			p.Say(s, &site, "", nil)
		}
	}}

var candidateOffer = lint.Rule{ID: "SOV105", Name: "candidate-offer", Level: lint.Error,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isState(s) {
			return
		}
		for _, site := range s.Each(lint.Candidate) {
			if site.IsCopy() || isHost(site) {
				continue
			}
			key := ""
			if site.Nowhere() {
				key = "open"
			}
			p.Say(s, &site, key, nil)
		}
	}}

var uncoveredService = lint.Rule{ID: "SOV106", Name: "uncovered-service", Level: lint.Warning,
	Subject: func(p *lint.Pass, s *lint.Subject) {
		if isState(s) {
			return
		}
		for _, site := range s.Each(lint.Unqualified) {
			if site.Uncovered && !site.IsCopy() && !isHost(site) {
				p.Say(s, &site, "", nil)
			}
		}
	}}
