vendor "yandex" {
  name           = "Yandex Cloud"
  role           = "host"
  legal_entity   = "Yandex.Cloud LLC"
  seat           = "RU"
  parent         = "MKPAO Yandex"
  parent_country = "RU"
  control        = "ru"
  eu_controlled  = false
  uncertainty    = "EU sanctions environment"
  match          = "lower,zone-dash-letter"

  reach "us" {
    grade = "none-known"
    why   = ""
  }

  reach "ru" {
    grade = "controlled"
    why   = "Russian company"
  }

  source {
    name       = "general knowledge"
    as_of      = "2026-01"
    confidence = "reported"
  }
}
