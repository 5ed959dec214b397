vendor "oracle-eu-sovereign" {
  name = "Oracle EU Sovereign Cloud (realm oc19)"
  role = "host"
  legal_entity = "EU entities of Oracle"
  parent = "Oracle Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  uncertainty = "EU companies of the group in DE and ES"
  reach "us" {
    grade = "controlled"
    why   = "US parent"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
