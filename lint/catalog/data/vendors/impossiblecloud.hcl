vendor "impossiblecloud" {
  name = "Impossible Cloud"
  role = "host"
  legal_entity = "Impossible Cloud GmbH"
  seat = "DE"
  parent = "privately held (DE)"
  parent_country = "DE"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
