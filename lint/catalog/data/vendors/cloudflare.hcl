vendor "cloudflare" {
  name = "Cloudflare"
  role = "host"
  legal_entity = "Cloudflare, Inc."
  seat = "US"
  parent = "Cloudflare, Inc."
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
