vendor "bleu" {
  name = "Bleu"
  role = "host"
  legal_entity = "Bleu SAS"
  seat = "FR"
  parent = "Orange SA and Capgemini SE (joint)"
  parent_country = "FR"
  control = "eu"
  eu_controlled = "yes"
  technology = "Microsoft (Azure, Microsoft 365) under licence"
  uncertainty = "SecNumCloud: candidate, not qualified, in the newest catalogue seen. Exact share split not found."
  match = "spaces"
  reach "us" {
    grade = "technology-licence"
    why   = "no Microsoft capital; software supplied by Microsoft; whether licence dependence gives reach is debated, SecNumCloud treats it as met by ownership and operation rules"
  }
  source {
    name       = "press release of Capgemini and Orange, 2024-01-15 (jointly created; Microsoft technology; aims at SecNumCloud 3.2); incyber.org (17 April 2025, milestone 0); kulturegeek.fr news-226611 and provencedaily.com 3313 (2021: Orange and Capgemini sole shareholders, no Microsoft capital); Azure/azure-cli PR 32856 (2026-02-25, reviewer states to be an architect at Bleu) and PR 34049 (2026-09-09); projectkudu/ARMClient (endpoints of Bleu and Delos), azure-kusto-go well_known_kusto_endpoints.json @1ca736c (2026-02-26); ANSSI, catalogue of qualified products and services, September 2026"
    url        = "https://newsroom.orange.com/capgemini-and-orange-are-pleased-to-announce-the-launch-of-commercial-activities-of-bleu-their-future-cloud-de-confiance-platform"
    as_of      = "2026-09"
    confidence = "verified"
  }
}
