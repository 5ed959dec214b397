vendor "cloudtemple" {
  name = "Cloud Temple"
  role = "host"
  legal_entity = "Cloud Temple SAS"
  seat = "FR"
  eu_controlled = "unknown"
  uncertainty = "ownership not found; French, SecNumCloud-qualified, hence within the ownership caps of the scheme (at most 24 % individually and 39 % jointly outside the EU)"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "ANSSI, catalogue of qualified products and services, September 2026"
    as_of      = "2026-09"
    confidence = "unverified"
  }
}
