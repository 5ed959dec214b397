vendor "aruba-it" {
  name = "Aruba"
  role = "host"
  legal_entity = "Aruba S.p.A."
  seat = "IT"
  parent = "privately held (IT)"
  parent_country = "IT"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "not HPE Aruba (networking, US): the name collides"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "article on EU-native cloud providers in a public knowledge base on GitHub (May 2026)"
    as_of      = "2026-05"
    confidence = "reported"
  }
}
