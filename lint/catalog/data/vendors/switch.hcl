vendor "switch" {
  name = "Switch"
  role = "host"
  legal_entity = "SWITCH foundation"
  seat = "CH"
  parent = "SWITCH"
  parent_country = "CH"
  control = "ch"
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
