vendor "fastly" {
  name = "Fastly"
  role = "host"
  legal_entity = "Fastly, Inc."
  seat = "US"
  parent = "Fastly, Inc."
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
