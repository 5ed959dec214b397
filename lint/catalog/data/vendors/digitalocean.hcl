vendor "digitalocean" {
  name = "DigitalOcean"
  role = "host"
  legal_entity = "DigitalOcean LLC"
  seat = "US"
  parent = "DigitalOcean Holdings, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
