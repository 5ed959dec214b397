vendor "aruba-it" {
  name           = "Aruba"
  role           = "host"
  legal_entity   = "Aruba S.p.A."
  seat           = "IT"
  parent         = "privately held (IT)"
  parent_country = "IT"
  control        = "eu"
  eu_controlled  = true
  uncertainty    = "not HPE Aruba (networking, US): the name collides"
  match          = "lower"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
