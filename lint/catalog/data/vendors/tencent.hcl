vendor "tencent" {
  name = "Tencent Cloud"
  role = "host"
  legal_entity = "Tencent group companies"
  seat = "CN"
  parent = "Tencent Holdings"
  parent_country = "CN"
  control = "cn"
  eu_controlled = "no"
  reach "us" {
    grade = "none-known"
  }
  reach "cn" {
    grade = "controlled"
    why   = "Chinese group: National Intelligence Law, Data Security Law"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
