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
    name       = "OVH US LLC, Service Descriptions, last updated 2018-04-06: a Delaware limited liability company, subsidiary of OVH Group; that this still holds: general knowledge"
    url        = "https://us.ovhcloud.com/legal/service-descriptions"
    as_of      = "2018-04-06"
    confidence = "reported"
  }
}
