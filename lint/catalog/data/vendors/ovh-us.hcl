vendor "ovh-us" {
  name = "OVHcloud US"
  role = "host"
  legal_entity = "OVH US LLC"
  seat = "US"
  parent = "OVH Groupe SA"
  parent_country = "FR"
  control = "us"
  eu_controlled = "no"
  uncertainty = "separated from the European company by design"
  reach "us" {
    grade = "controlled"
    why   = "US company on US soil, EU grandparent: subject to US law"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
