vendor "scalr" {
  name = "Scalr"
  role = "saas"
  legal_entity = "Scalr Inc."
  seat = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "owner not read"
  reach "us" {
    grade = "controlled"
    why   = "company of that country"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
