vendor "oracle" {
  name = "Oracle Cloud Infrastructure"
  role = "host"
  legal_entity = "Oracle group companies"
  seat = "US"
  parent = "Oracle Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US parent: US surveillance and disclosure law (18 U.S.C. 2713) applies whatever the region"
  }
  source {
    name       = "Oracle Corp., form 8-K, filed with the U.S. Securities and Exchange Commission on 2025-11-21 (Austin, Texas)"
    as_of      = "2025-11-21"
    confidence = "verified"
  }
}
