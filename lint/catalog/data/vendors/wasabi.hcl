vendor "wasabi" {
  name = "Wasabi"
  role = "host"
  legal_entity = "Wasabi Technologies LLC"
  seat = "US"
  parent = "Wasabi Technologies LLC"
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
