vendor "mongodbatlas" {
  name = "MongoDB Atlas"
  role = "saas"
  legal_entity = "MongoDB Ltd (IE) for EU customers"
  seat = "US"
  parent = "MongoDB, Inc."
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
