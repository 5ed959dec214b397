vendor "worldline" {
  name = "Worldline Cloud Services"
  role = "host"
  legal_entity = "Worldline"
  seat = "FR"
  parent = "Worldline SA"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "ANSSI, catalogue of qualified products and services, September 2026; general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
