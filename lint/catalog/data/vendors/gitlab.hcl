vendor "gitlab" {
  name = "GitLab.com"
  role = "saas"
  legal_entity = "GitLab Inc."
  seat = "US"
  parent = "GitLab Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "self-managed GitLab (base_url on another host) is not GitLab Inc. hosting"
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
