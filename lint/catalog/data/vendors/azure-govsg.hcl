vendor "azure-govsg" {
  name = "Azure for the Singapore government cloud"
  role = "host"
  seat = "SG"
  parent = "Microsoft Corp."
  parent_country = "US"
  eu_controlled = "unknown"
  uncertainty = "only endpoints and region names verified (sovcloud-api.sg, singaporecentral, singaporenorth); who operates it was not found: treat as Microsoft-controlled"
  match = "spaces"
  reach "us" {
    grade = "controlled"
  }
  source {
    name       = "projectkudu/ARMClient (endpoints of Bleu and Delos), azure-kusto-go well_known_kusto_endpoints.json @1ca736c (2026-02-26)"
    as_of      = "2026-02"
    confidence = "unverified"
  }
}
