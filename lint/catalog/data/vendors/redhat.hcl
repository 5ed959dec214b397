vendor "redhat" {
  name = "Red Hat"
  role = "saas"
  legal_entity = "Red Hat, Inc."
  seat = "US"
  parent = "IBM Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company of a US group"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026-11-24"
    confidence = "unverified"
  }
}
