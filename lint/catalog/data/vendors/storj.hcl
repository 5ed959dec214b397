vendor "storj" {
  name = "Storj"
  role = "host"
  legal_entity = "Storj Labs"
  seat = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "decentralised: where the pieces of an object lie is not promised"
  reach "us" {
    grade = "controlled"
    why   = "company of that country"
  }
  source {
    name       = "rclone provider list (2026-08-21): host; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
