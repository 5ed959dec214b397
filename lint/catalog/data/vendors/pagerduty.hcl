vendor "pagerduty" {
  name = "PagerDuty"
  role = "telemetry"
  legal_entity = "PagerDuty, Inc."
  seat = "US"
  parent = "PagerDuty, Inc."
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
