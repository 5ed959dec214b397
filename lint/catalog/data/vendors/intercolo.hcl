vendor "intercolo" {
  name = "Intercolo"
  role = "host"
  seat = "DE"
  eu_controlled = "unknown"
  uncertainty = "owner not read"
  source {
    name       = "rclone provider list (2026-08-21): host; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
