vendor "stackit" {
  name           = "STACKIT"
  role           = "host"
  legal_entity   = "STACKIT GmbH & Co. KG"
  seat           = "DE"
  parent         = "Schwarz Group (foundation-held)"
  parent_country = "DE"
  control        = "eu"
  eu_controlled  = true
  match          = "lower,zone-dash-digit"

  reach "us" {
    grade = "contested-establishment"
    why   = "Schwarz group runs Lidl US"
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public source code (STACKIT GmbH & Co. KG), (Heilbronn, Schwarz group)"
    as_of      = "2026-05"
    confidence = "verified"
  }
}
