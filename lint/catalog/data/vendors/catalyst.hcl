vendor "catalyst" {
  name = "Catalyst Cloud"
  role = "host"
  legal_entity = "Catalyst Cloud Ltd"
  seat = "NZ"
  parent = "Catalyst IT"
  parent_country = "NZ"
  control = "nz"
  eu_controlled = "no"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "openstack/openstacksdk vendor profiles (2026-08-21)"
    as_of      = "2026-08"
    confidence = "reported"
  }
}
