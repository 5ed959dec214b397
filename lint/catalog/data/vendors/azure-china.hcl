vendor "azure-china" {
  name           = "Azure operated by 21Vianet"
  role           = "host"
  legal_entity   = "Shanghai Blue Cloud Technology Co. (21Vianet)"
  seat           = "CN"
  parent         = "VNET Group"
  parent_country = "CN"
  control        = "cn"
  eu_controlled  = false
  technology     = "Microsoft"
  match          = "spaces"

  reach "us" {
    grade = "technology-licence"
    why   = ""
  }

  reach "cn" {
    grade = "controlled"
    why   = "Chinese operator and law"
  }

  source {
    name       = "general knowledge"
    as_of      = "2026-01"
    confidence = "reported"
  }
}
