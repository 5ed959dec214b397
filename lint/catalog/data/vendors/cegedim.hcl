vendor "cegedim" {
  name           = "Cegedim.cloud"
  role           = "host"
  legal_entity   = "Cegedim.cloud SASU"
  seat           = "FR"
  parent         = "Cegedim SA"
  parent_country = "FR"
  control        = "eu"
  eu_controlled  = true
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
