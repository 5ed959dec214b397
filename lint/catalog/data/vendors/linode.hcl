vendor "linode" {
  name = "Akamai / Linode"
  role = "host"
  legal_entity = "Linode LLC"
  seat = "US"
  parent = "Akamai Technologies, Inc."
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
