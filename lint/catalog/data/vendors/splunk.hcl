vendor "splunk" {
  name = "Splunk"
  role = "telemetry"
  legal_entity = "Splunk Inc."
  seat = "US"
  parent = "Cisco Systems, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS or Google Cloud"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
