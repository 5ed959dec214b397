vendor "gridscale" {
  name = "gridscale"
  role = "host"
  legal_entity = "gridscale GmbH"
  seat = "DE"
  parent = "OVH Groupe SA (bought 2023)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
  }
  source {
    name       = "general knowledge"
    as_of      = "2023"
    confidence = "unverified"
  }
}
