vendor "redis-cloud" {
  name = "Redis Cloud"
  role = "saas"
  legal_entity = "Redis Ltd."
  parent = "Redis"
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "seat given as US and IL"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS, Azure or Google Cloud"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
