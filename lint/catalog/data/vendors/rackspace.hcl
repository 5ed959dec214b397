vendor "rackspace" {
  name = "Rackspace"
  role = "host"
  legal_entity = "Rackspace Technology"
  seat = "US"
  parent = "Rackspace Technology Inc. (Apollo)"
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company"
  }
  source {
    name       = "openstack/openstacksdk vendor profiles (2026-08-21); general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
