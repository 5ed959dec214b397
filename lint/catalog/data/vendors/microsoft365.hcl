vendor "microsoft365" {
  name = "Microsoft 365, Entra ID, Power Platform"
  role = "host"
  legal_entity = "Microsoft Ireland Operations Ltd for EU customers"
  seat = "US"
  parent = "Microsoft Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  reach "us" {
    grade = "controlled"
    why   = "US parent: 18 USC 2713 (CLOUD Act) and FISA 702 apply whatever the region"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
