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
    why   = "US company; its data is kept on Google Cloud"
  }
  source {
    name       = "GitLab Inc., form S-1, filed with the U.S. Securities and Exchange Commission on 2021-09-17 (company of Delaware)"
    as_of      = "2021-09-17"
    confidence = "verified"
  }
}
