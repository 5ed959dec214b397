vendor "grafana" {
  name = "Grafana Cloud"
  role = "telemetry"
  legal_entity = "Raintank Inc. (Grafana Labs)"
  seat = "US"
  parent = "Raintank, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
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
