vendor "flexibleengine" {
  name = "Orange Flexible Engine"
  role = "host"
  legal_entity = "Orange Business Services SA"
  seat = "FR"
  parent = "Orange SA"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  technology = "Huawei Cloud Stack (CN)"
  uncertainty = "end-of-life plans not verified"
  reach "us" {
    grade = "none-known"
  }
  reach "cn" {
    grade = "technology-licence"
    why   = "Huawei technology; Orange operates"
  }
  source {
    name       = "general knowledge; FlexibleEngine: huaweicloud-sdk-go-v3 region.go lists eu-west-0 (2026-03-13)"
    as_of      = "2024-03"
    confidence = "unverified"
  }
}
