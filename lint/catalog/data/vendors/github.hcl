vendor "github" {
  name = "GitHub"
  role = "saas"
  legal_entity = "GitHub, Inc."
  seat = "US"
  parent = "Microsoft Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "base_url on a customer host = GitHub Enterprise Server (customer hosts it); *.ghe.com = GitHub data residency, still Microsoft"
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
