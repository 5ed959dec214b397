vendor "azure-govsg" {
  name = "Azure for the Singapore government cloud"
  role = "host"
  legal_entity = "not established"
  seat = "SG"
  parent = "Microsoft Corp. (operator role not established)"
  parent_country = "US"
  eu_controlled = "unknown"
  uncertainty = "only endpoints and region names verified (sovcloud-api.sg, singaporecentral, singaporenorth); who operates it was not found: treat as Microsoft-controlled"
  match = "spaces"
  reach "us" {
    grade = "controlled"
  }
  source {
    name       = "public repository file 12799770775 (projectkudu/ARMClient: Bleu and Delos endpoints), azure-kusto-go well_known_kusto_endpoints.json @1ca736c (2026-02-26)"
    as_of      = "2026-02"
    confidence = "unverified"
  }
}
