vendor "clevercloud" {
  name           = "Clever Cloud"
  role           = "operator"
  legal_entity   = "Clever Cloud SAS"
  seat           = "FR"
  parent         = "privately held (FR)"
  parent_country = "FR"
  control        = "eu"
  eu_controlled  = true
  uncertainty    = "host depends on the region argument"
  match          = "lower"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); CleverCloud/documentation (2026-07-01)"
    as_of      = "2026-07"
    confidence = "reported"
  }
}
