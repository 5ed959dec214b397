vendor "cloudferro" {
  name           = "CloudFerro (CREODIAS)"
  role           = "host"
  legal_entity   = "CloudFerro SA"
  seat           = "PL"
  parent         = "privately held (PL)"
  parent_country = "PL"
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
