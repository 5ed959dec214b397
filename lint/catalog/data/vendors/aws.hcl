vendor "aws" {
  name = "Amazon Web Services"
  role = "host"
  legal_entity = "Amazon Web Services EMEA SARL (LU) for EU customers"
  seat = "US"
  parent = "Amazon.com, Inc."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US parent: 18 USC 2713 (CLOUD Act) and FISA 702 apply whatever the region"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
