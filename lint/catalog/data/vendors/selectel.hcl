vendor "selectel" {
  name = "Selectel / Servercore"
  role = "host"
  legal_entity = "Selectel"
  seat = "RU"
  parent = "Selectel"
  parent_country = "RU"
  control = "ru"
  eu_controlled = "no"
  reach "us" {
    grade = "none-known"
  }
  reach "ru" {
    grade = "controlled"
    why   = "Russian company"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
