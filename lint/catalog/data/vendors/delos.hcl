vendor "delos" {
  name = "Delos Cloud"
  role = "host"
  legal_entity = "Delos Cloud GmbH"
  seat = "DE"
  parent = "SAP SE"
  parent_country = "DE"
  control = "eu"
  eu_controlled = "yes"
  technology = "Microsoft Azure/365; operation with Arvato Systems"
  match = "spaces"
  reach "us" {
    grade = "technology-licence"
    why   = "Microsoft is technology supplier only"
  }
  source {
    name       = "public repository on GitHub (Delos Cloud GmbH, SAP subsidiary; Microsoft technology supplier only); projectkudu/ARMClient (endpoints of Bleu and Delos), azure-kusto-go well_known_kusto_endpoints.json @1ca736c (2026-02-26)"
    as_of      = "2026-09"
    confidence = "reported"
  }
}
