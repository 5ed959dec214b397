vendor "hetzner" {
  name = "Hetzner"
  role = "host"
  legal_entity = "Hetzner Online GmbH"
  seat = "DE"
  parent = "privately held (Hetzner family)"
  parent_country = "DE"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "contested-establishment"
    why   = "US (ash, hil) and Singapore locations run through local companies"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public repository file 70912602946 (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
