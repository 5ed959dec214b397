vendor "scaleway" {
  name           = "Scaleway"
  role           = "host"
  legal_entity   = "Scaleway SAS"
  seat           = "FR"
  parent         = "iliad SA (Xavier Niel)"
  parent_country = "FR"
  control        = "eu"
  eu_controlled  = true
  uncertainty    = "KB1 says iliad is listed: iliad was taken private in 2021 (general knowledge); SecNumCloud candidate only"
  match          = "lower,zone-dash-digit"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public source code (open-source WordPress backup plugin, provider table with source addresses, checked by its author on 2026-10-03)"
    as_of      = "2026-10"
    confidence = "verified"
  }
}
