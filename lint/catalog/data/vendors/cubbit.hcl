vendor "cubbit" {
  name = "Cubbit"
  role = "host"
  seat = "IT"
  eu_controlled = "unknown"
  uncertainty = "distributed; owner not read"
  source {
    name       = "rclone provider list (2026-08-21): host; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
