vendor "heroku" {
  name = "Heroku"
  role = "saas"
  legal_entity = "Salesforce"
  seat = "US"
  parent = "Salesforce, Inc."
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
