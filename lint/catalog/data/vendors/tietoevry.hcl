vendor "tietoevry" {
  name = "Tietoevry Tech Services"
  role = "host"
  legal_entity = "Tietoevry"
  seat = "FI"
  parent = "Tietoevry Oyj (listed)"
  parent_country = "FI"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "disposal of the Tech Services unit to Agilitas (2025) not verified"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026)"
    as_of      = "2026-05"
    confidence = "unverified"
  }
}
