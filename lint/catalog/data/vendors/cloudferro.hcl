vendor "cloudferro" {
  name = "CloudFerro (CREODIAS)"
  role = "host"
  legal_entity = "CloudFerro SA"
  seat = "PL"
  parent = "privately held (PL)"
  parent_country = "PL"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
