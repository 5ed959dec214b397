vendor "dreamhost" {
  name = "DreamHost"
  role = "host"
  seat = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "owner not read"
  reach "us" {
    grade = "controlled"
    why   = "company of that country"
  }
  source {
    name       = "openstack/openstacksdk vendor profiles (2026-08-21): host and country; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
