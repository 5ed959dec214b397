vendor "auro" {
  name = "AURO"
  role = "host"
  seat = "CA"
  eu_controlled = "unknown"
  uncertainty = "operator and owner not read"
  source {
    name       = "openstack/openstacksdk vendor profiles (2026-08-21): host and country; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
