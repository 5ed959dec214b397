vendor "aws-eusc" {
  name = "AWS European Sovereign Cloud"
  role = "host"
  legal_entity = "AWS European Sovereign Cloud GmbH and German subsidiaries"
  seat = "DE"
  parent = "Amazon.com, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "one May 2026 article still called it \"in build\"; launch on 15 Jan 2026 is reported by five other sources and the partition is in the SDKs; Local Zones are announced in BE, NL and PT, their codes are not published"
  reach "us" {
    grade = "controlled"
    why   = "EU-law companies, EU staff, but the group parent is Amazon.com, Inc. (US); press and analysts state the CLOUD Act question stays open"
  }
  source {
    name       = "servola.de/journal/sovereign-cloud-now-has-a-score (June 2026 or later); sota.io blog (2026); softwareseni.com (2026); techinformed.com (January 2026)"
    as_of      = "2026-06"
    confidence = "verified"
  }
}
