vendor "cockroach" {
  name = "CockroachDB Cloud"
  role = "saas"
  legal_entity = "Cockroach Labs, Inc."
  seat = "US"
  parent = "Cockroach Labs"
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS, Google Cloud or Azure"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
