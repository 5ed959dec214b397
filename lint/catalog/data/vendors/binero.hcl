vendor "binero" {
  name = "Binero"
  role = "host"
  legal_entity = "Binero Group AB"
  seat = "SE"
  parent = "listed (SE)"
  parent_country = "SE"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "openstack/openstacksdk vendor profiles (2026-08-21); general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
