vendor "vexxhost" {
  name = "VEXXHOST"
  role = "host"
  legal_entity = "VEXXHOST Inc."
  seat = "CA"
  parent = "privately held (CA)"
  parent_country = "CA"
  control = "ca"
  eu_controlled = "no"
  reach "us" {
    grade = "contested-establishment"
    why   = "has a US region (sjc1, general knowledge)"
  }
  reach "ca" {
    grade = "controlled"
    why   = "Canadian company"
  }
  source {
    name       = "openstack/openstacksdk vendor profiles (2026-08-21); general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
