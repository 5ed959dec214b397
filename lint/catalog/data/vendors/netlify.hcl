vendor "netlify" {
  name = "Netlify"
  role = "saas"
  legal_entity = "Netlify, Inc."
  seat = "US"
  parent = "Netlify, Inc."
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
