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
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
