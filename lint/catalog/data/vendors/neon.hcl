vendor "neon" {
  name = "Neon"
  role = "saas"
  legal_entity = "Databricks"
  seat = "US"
  parent = "Databricks, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS or Azure"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
