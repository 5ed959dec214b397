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
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
