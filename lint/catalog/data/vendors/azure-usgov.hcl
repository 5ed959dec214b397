vendor "azure-usgov" {
  name = "Azure Government"
  role = "host"
  legal_entity = "Microsoft Corp."
  seat = "US"
  parent = "Microsoft Corp."
  parent_country = "US"
  control = "us"
  eu_controlled = "no"
  match = "spaces"
  reach "us" {
    grade = "controlled"
    why   = "US parent"
  }
  source {
    name       = "general knowledge"
    as_of      = "2026"
    confidence = "unverified"
  }
}
