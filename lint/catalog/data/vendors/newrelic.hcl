vendor "newrelic" {
  name = "New Relic"
  role = "telemetry"
  legal_entity = "New Relic, Inc."
  seat = "US"
  parent = "Francisco Partners / TPG"
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
