vendor "numspot" {
  name           = "NumSpot"
  role           = "operator"
  legal_entity   = "NumSpot SAS"
  seat           = "FR"
  parent         = "Docaposte, Dassault Systemes, Bouygues Telecom, Banque des Territoires"
  parent_country = "FR"
  control        = "eu"
  eu_controlled  = true
  match          = "lower,zone-letter"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  source {
    name       = "public source code, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); public source code, knowledge-base article \"Sovereign Cloud Products in 2026\" (2026-05-09, updated 2026-05-16); public source code (2026-09)"
    as_of      = "2026-09"
    confidence = "reported"
  }
}
