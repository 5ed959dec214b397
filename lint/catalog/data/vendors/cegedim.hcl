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
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026); ANSSI, catalogue of qualified products and services, September 2026"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
