vendor "yandex" {
  name = "Yandex Cloud"
  role = "host"
  legal_entity = "Yandex.Cloud LLC"
  seat = "RU"
  parent = "MKPAO Yandex"
  parent_country = "RU"
  control = "ru"
  eu_controlled = "no"
  uncertainty = "EU sanctions environment"
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
