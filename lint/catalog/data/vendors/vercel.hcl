vendor "vercel" {
  name = "Vercel"
  role = "saas"
  legal_entity = "Vercel Inc."
  seat = "US"
  parent = "Vercel Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US company; its data is kept on AWS"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
