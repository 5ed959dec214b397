vendor "mega" {
  name = "Mega S4"
  role = "host"
  seat = "NZ"
  control = "nz"
  eu_controlled = "no"
  uncertainty = "owner not read"
  reach "nz" {
    grade = "controlled"
    why   = "company of that country"
  }
  source {
    name       = "rclone provider list (2026-08-21): host; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
