vendor "backblaze" {
  name = "Backblaze"
  role = "host"
  legal_entity = "Backblaze, Inc."
  seat = "US"
  parent = "Backblaze, Inc."
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
