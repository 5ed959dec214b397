vendor "alibaba" {
  name = "Alibaba Cloud"
  role = "host"
  legal_entity = "Alibaba Cloud (Singapore) Private Ltd for non-Chinese customers"
  seat = "CN"
  parent = "Alibaba Group Holding"
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
