vendor "tietoevry" {
  name           = "Tietoevry Tech Services"
  role           = "host"
  legal_entity   = "Tietoevry"
  seat           = "FI"
  parent         = "Tietoevry Oyj (listed)"
  parent_country = "FI"
  control        = "eu"
  eu_controlled  = true
  uncertainty    = "disposal of the Tech Services unit to Agilitas (2025) not verified"
  match          = "lower"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-05"
    confidence = "unverified"
  }
}
