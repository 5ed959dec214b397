vendor "google" {
  name = "Google Cloud"
  role = "host"
  legal_entity = "Google Cloud EMEA Ltd (IE), Google Cloud France SARL"
  seat = "US"
  parent = "Alphabet Inc."
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
