vendor "fuga" {
  name = "Fuga Cloud"
  role = "host"
  seat = "NL"
  eu_controlled = "unknown"
  uncertainty = "the profile is marked deprecated; owner not read"
  source {
    name       = "openstack/openstacksdk vendor profiles (2026-08-21): host and country; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
