vendor "redis-cloud" {
  name = "Redis Cloud"
  role = "saas"
  legal_entity = "Redis Ltd."
  parent = "Redis"
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
