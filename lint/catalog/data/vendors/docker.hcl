vendor "docker" {
  name = "Docker"
  role = "saas"
  legal_entity = "Docker, Inc."
  seat = "US"
  parent = "privately held"
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026-11-24"
    confidence = "unverified"
  }
}
