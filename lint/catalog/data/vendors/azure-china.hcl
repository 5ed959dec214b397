vendor "azure-china" {
  name = "Azure operated by 21Vianet"
  role = "host"
  legal_entity = "Shanghai Blue Cloud Technology Co. (21Vianet)"
  seat = "CN"
  parent = "VNET Group"
  parent_country = "CN"
  control = "cn"
  eu_controlled = "no"
  technology = "Microsoft"
  match = "spaces"
  reach "us" {
    grade = "technology-licence"
  }
  reach "cn" {
    grade = "controlled"
    why   = "Chinese operator and law"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
