vendor "synology" {
  name = "Synology C2"
  role = "host"
  seat = "TW"
  control = "tw"
  eu_controlled = "no"
  uncertainty = "places by label (eu-001, eu-002, us-001, tw-001); owner not read"
  source {
    name       = "rclone provider list (2026-08-21): host; general knowledge"
    as_of      = "2026-11-23"
    confidence = "unverified"
  }
}
