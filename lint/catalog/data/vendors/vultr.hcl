vendor "vultr" {
  name = "Vultr"
  role = "host"
  legal_entity = "The Constant Company LLC"
  seat = "US"
  parent = "The Constant Company LLC"
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
