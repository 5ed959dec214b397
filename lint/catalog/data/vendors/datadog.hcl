vendor "datadog" {
  name = "Datadog"
  role = "telemetry"
  legal_entity = "Datadog, Inc."
  seat = "US"
  parent = "Datadog, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US operator AND US-controlled host; its data is kept on AWS, Google Cloud or Azure"
  }
  source {
    name       = "Datadog, Inc., annual report 2020 (company of Delaware, New York)"
    url        = "https://quarterlytics.com/company/datadog_ddog/annual-report-2020"
    as_of      = "2021"
    confidence = "verified"
  }
}
