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
    name       = "public repository file 58071259662, knowledge-base article on EU-native cloud providers (May 2026; repository not named by the index)"
    as_of      = "2026-05"
    confidence = "unverified"
  }
}
