vendor "cegedim" {
  name = "Cegedim.cloud"
  role = "host"
  legal_entity = "Cegedim.cloud SASU"
  seat = "FR"
  parent = "Cegedim SA"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index); doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
