vendor "evroc" {
  name = "evroc"
  role = "host"
  legal_entity = "evroc AB"
  seat = "SE"
  parent = "privately held, EQT Ventures"
  parent_country = "SE"
  control = "eu"
  eu_controlled = "yes"
  uncertainty = "provider source name not verified"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "raw.githubusercontent.com/api-evangelist/evroc apis.yml (2026-07-22)"
    as_of      = "2026-07"
    confidence = "reported"
  }
}
