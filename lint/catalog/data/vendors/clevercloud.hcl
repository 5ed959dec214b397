vendor "clevercloud" {
  name = "Clever Cloud"
  role = "operator"
  legal_entity = "Clever Cloud SAS"
  seat = "FR"
  parent = "privately held (FR)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "host depends on the region argument"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); CleverCloud/documentation (2026-07-01)"
    as_of      = "2026-07"
    confidence = "reported"
  }
}
