vendor "cloudtemple" {
  name = "Cloud Temple"
  role = "host"
  legal_entity = "Cloud Temple SAS"
  seat = "FR"
  parent = "not established"
  parent_country = "FR"
  eu_controlled = "unknown"
  uncertainty = "ownership not found; French, SecNumCloud-qualified, hence within the ownership caps of the scheme (at most 24 % individually and 39 % jointly outside the EU)"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "doctrine/secnumcloud_offers.json (ANSSI catalogue, Sept 2026)"
    as_of      = "2026-09"
    confidence = "unverified"
  }
}
