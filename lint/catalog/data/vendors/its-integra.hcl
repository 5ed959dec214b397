vendor "its-integra" {
  name = "ITS Integra"
  role = "host"
  legal_entity = "ITS Integra"
  seat = "FR"
  parent = "privately held (FR)"
  parent_country = "FR"
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
