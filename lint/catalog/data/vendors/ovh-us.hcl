vendor "ovh-us" {
  name           = "OVHcloud US"
  role           = "host"
  legal_entity   = "OVH US LLC"
  seat           = "US"
  parent         = "OVH Groupe SA"
  parent_country = "FR"
  control        = "us"
  eu_controlled  = false
  uncertainty    = "separated from the European company by design"
  match          = "lower,zone-dash-letter"

  reach "us" {
    grade = "controlled"
    why   = "US company on US soil, EU grandparent: subject to US law"
  }

  source {
    name       = "general knowledge"
    as_of      = "2026-01"
    confidence = "reported"
  }
}
