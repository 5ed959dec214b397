vendor "worldline" {
  name           = "Worldline Cloud Services"
  role           = "host"
  legal_entity   = "Worldline"
  seat           = "FR"
  parent         = "Worldline SA"
  parent_country = "FR"
  control        = "eu"
  eu_controlled  = true
  match          = "lower"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  source {
    name       = "doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026); general knowledge"
    as_of      = "2026-01"
    confidence = "unverified"
  }
}
