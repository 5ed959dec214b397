vendor "scalingo" {
  name = "Scalingo"
  role = "operator"
  legal_entity = "Scalingo SAS"
  seat = "FR"
  parent = "privately held (FR)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  reach "us" {
    grade = "none-known"
    why   = "its data is kept on Outscale"
  }
  source {
    name       = "Scalingo/documentation (2026-08-21); general knowledge"
    as_of      = "2026-08"
    confidence = "unverified"
  }
}
