vendor "huawei" {
  name = "Huawei Cloud"
  role = "host"
  legal_entity = "Huawei Cloud Computing Technologies / Huawei Cloud EU (IE)"
  seat = "CN"
  parent = "Huawei Investment & Holding"
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
