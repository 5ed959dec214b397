vendor "ibm" {
  name = "IBM Cloud"
  role = "host"
  legal_entity = "IBM group companies"
  seat = "US"
  parent = "International Business Machines Corp."
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
